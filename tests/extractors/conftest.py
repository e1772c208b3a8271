"""Small documents taken apart: what the extractors find, in a form that reads well in a test."""

from collections.abc import Callable

import pytest

from zwgk_parse.extractors import extract
from zwgk_parse.plan.raw import RawPlan
from zwgk_parse.readers import read

Rows = list[tuple[str | None, str, str, str]]


def raw_plan(text: str, name: str = "a.txt") -> RawPlan:
    return extract([read(text.encode(), name).value])


def rows_of(raw: RawPlan) -> Rows:
    """(label, sections, text, owners as printed) of each task."""
    found: Rows = []
    for task in raw.tasks:
        path: list[str] = []
        index = task.section
        while index is not None:
            path.insert(0, raw.sections[index].title.text)
            index = raw.sections[index].parent
        owners = "|".join(piece.tidy().text for field in task.owners for piece in field.pieces)
        found.append((task.label, "/".join(path), task.text.text, owners))
    return found


@pytest.fixture
def taken_apart() -> Callable[[str], RawPlan]:
    return raw_plan


@pytest.fixture
def rows() -> Callable[[str], Rows]:
    return lambda text: rows_of(raw_plan(text))
