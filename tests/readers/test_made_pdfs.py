"""PDFs that the project makes from its samples, in the styles of published files, read back.

The answer is the plan that the sample's text gives: its tasks, owners, deadlines and sections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from scripts import make_pdfs
from scripts.made import printing
from scripts.made.sheet import sheet_of
from zwgk_parse.pipeline import parse

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.plan.model import Plan

SHEETS = {path.stem: path for path in sorted(make_pdfs.SAMPLES.glob("*.txt"))}
# Painted rows without lines say too little where cells are merged; each page is told as ZW016.
PAINTED = ("zebra",)
ENOUGH = 0.95


class Answer(NamedTuple):
    """What is compared of a task."""

    text: str
    owners: frozenset[tuple[str, str]]
    deadlines: frozenset[str]
    sections: tuple[str, ...]


def answers(plan: Plan) -> dict[str, Answer]:
    """The tasks of a plan by their id."""
    sections = {section.id: section for section in plan.sections}

    def path(name: str | None) -> tuple[str, ...]:
        return (*path(sections[name].parent), sections[name].title) if name is not None else ()

    return {
        task.id: Answer(
            task.text,
            frozenset((owner.name, owner.role) for owner in task.owners),
            frozenset(repr((d.kind, d.due, d.start, d.rrule)) for d in task.deadlines),
            path(task.section),
        )
        for task in plan.tasks
    }


def share_of_perfect(path: Path, sample: Path) -> tuple[float, list[str]]:
    """The share of the sample's tasks that a file gives the same, and what differs."""
    plan = parse(sample).value
    want, have = answers(plan), answers(parse(path).value)
    # Where the sample itself leaves open whose owners are whose, the file made of it does too.
    for name in {said.task for said in plan.diagnostics if said.code == "ZW304" and said.task}:
        both = have[name].owners if name in have else want[name].owners
        want[name] = want[name]._replace(owners=both)
    wrong = [
        f"{name}: {have.get(name)} instead of {answer}"
        for name, answer in want.items()
        if have.get(name) != answer
    ]
    extra = [f"{name}: too much" for name in have if name not in want]
    return 1 - (len(wrong) + len(extra)) / max(1, len(want)), wrong + extra


def jobs(producer: str) -> list[tuple[str, str]]:
    """Every sample in every style of a producer."""
    sheets = [sheet_of(path) for path in SHEETS.values()]
    found = make_pdfs.jobs_for(make_pdfs.PRODUCERS[producer], sheets, None)
    return [(sheet.name, style) for sheet, style in found if style not in PAINTED]


def check(producer: str, name: str, style: str, folder: Path) -> None:
    """Make one file and compare it with its sample."""
    try:
        make_pdfs.PRODUCERS[producer].make([(sheet_of(SHEETS[name]), style)], folder)
    except (printing.MissingError, FileNotFoundError) as missing:
        pytest.skip(str(missing))
    made = folder / f"{name}.{producer}-{style}.pdf"
    share, wrong = share_of_perfect(made, SHEETS[name])
    assert share >= ENOUGH, "\n".join(wrong)


@pytest.mark.parametrize("style", ["dotted", "rowlinescut", "nonecut"])
def test_drawn_in_a_second(style: str, tmp_path: Path) -> None:
    check("reportlab", "jiangmen-jtj-2022", style, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "style"), jobs("reportlab"))
def test_drawn(name: str, style: str, tmp_path: Path) -> None:
    check("reportlab", name, style, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "style"), jobs("chromium"))
def test_printed_by_a_browser(name: str, style: str, tmp_path: Path) -> None:
    check("chromium", name, style, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "style"), jobs("libreoffice"))
def test_printed_by_an_office_suite(name: str, style: str, tmp_path: Path) -> None:
    check("libreoffice", name, style, tmp_path)
