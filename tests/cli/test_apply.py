"""`zwgk apply`: changes make the new plan of the old one, or are refused, each for its reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_diff import ADDED, BASE, EARLIER, REWORDED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.fixture
def stored(tmp_path: Path, run: Run) -> tuple[Path, Path, Path]:
    """Two stored plans, and the changes from the one to the other."""
    text = BASE
    for before, after in (EARLIER, REWORDED, ADDED):
        text = text.replace(before, after)
    files = []
    for name, words in (("old", BASE), ("new", text)):
        source = tmp_path / f"{name}.txt"
        source.write_text(words, encoding="utf-8")
        files.append(tmp_path / f"{name}.json")
        assert run("parse", source, "-o", files[-1]).exit_code == 0
    changes = tmp_path / "changes.json"
    assert run("diff", *files, "-o", changes).exit_code == 1
    return files[0], files[1], changes


def test_changes_make_the_new_plan(
    stored: tuple[Path, Path, Path], run: Run, tmp_path: Path
) -> None:
    old, new, changes = stored
    made = tmp_path / "made.json"
    result = run("apply", old, changes, "-o", made)
    assert (result.exit_code, result.output) == (0, "")
    assert run("diff", made, new).exit_code == 0
    assert run("apply", old, changes).stdout == made.read_text(encoding="utf-8")
    assert run("apply", old, "-", input=changes.read_bytes()).exit_code == 0
    assert run("validate", made, "--select", "ZW019").exit_code == 0


@pytest.fixture
def documents(tmp_path: Path, run: Run) -> tuple[Path, Path, Path]:
    """Two documents, and the changes from the one to the other."""
    paths = tmp_path / "first.txt", tmp_path / "second.txt"
    paths[0].write_text(BASE, encoding="utf-8")
    paths[1].write_text(BASE.replace(*EARLIER), encoding="utf-8")
    changes = tmp_path / "documents.json"
    assert run("diff", *paths, "-o", changes).exit_code == 1
    assert "first.txt" in changes.read_text(encoding="utf-8")
    return *paths, changes


@pytest.mark.parametrize("named", ["renamed.txt", "-"])
def test_the_old_document_may_have_another_name(
    named: str, documents: tuple[Path, Path, Path], run: Run, tmp_path: Path
) -> None:
    first, second, changes = documents
    old, given = named, first.read_bytes()
    if named != "-":
        old = str(first.rename(tmp_path / named))
    made, wanted = tmp_path / "made.json", tmp_path / "wanted.json"
    result = run("apply", old, changes, "-o", made, input=given)
    assert (result.exit_code, result.output) == (0, "")
    assert run("parse", second, "-o", wanted).exit_code == 0
    assert json.loads(made.read_text(encoding="utf-8")) == json.loads(
        wanted.read_text(encoding="utf-8")
    )


def test_other_bytes_are_refused_whatever_the_name(
    documents: tuple[Path, Path, Path], run: Run
) -> None:
    first, _, changes = documents
    first.write_bytes(first.read_bytes() + b"\n")
    result = run("apply", first, changes)
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'the field "sources/0/sha256" is' in result.stderr


def test_changes_that_were_not_told_are_applied(
    stored: tuple[Path, Path, Path], run: Run, tmp_path: Path
) -> None:
    old, new, _ = stored
    changes = tmp_path / "some.json"
    run("diff", old, new, "--only", "owner", "-o", changes)
    made = tmp_path / "made.json"
    assert run("apply", old, changes, "-o", made).exit_code == 0
    assert run("diff", made, new).exit_code == 0


def test_a_correction_by_hand(stored: tuple[Path, Path, Path], run: Run, tmp_path: Path) -> None:
    plan = json.loads(stored[0].read_text(encoding="utf-8"))
    edit = {"field": "text", "old": plan["tasks"][2]["text"], "new": "改正后的文字。"}
    key = {"id": plan["tasks"][2]["id"]}
    correction = {"old": {"id": plan["id"]}, "tasks": [{"old": key, "new": key, "edits": [edit]}]}
    changes = tmp_path / "correction.json"
    changes.write_text(json.dumps(correction), encoding="utf-8")
    result = run("apply", stored[0], changes)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["tasks"][2]["text"] == "改正后的文字。"


@pytest.mark.parametrize(("language", "words"), [("en", "does not fit"), ("zh", "不符：")])
def test_what_does_not_fit_is_refused_a_line_each(
    language: str, words: str, stored: tuple[Path, Path, Path], run: Run, tmp_path: Path
) -> None:
    _, new, changes = stored
    made = tmp_path / "made.json"
    result = run("apply", new, changes, "-o", made, "--lang", language)
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert len(lines) > 2
    assert all(words in line for line in lines)
    assert not made.exists()


def _broken(changes: Path, **more: Any) -> None:
    values = json.loads(changes.read_text(encoding="utf-8"))
    changes.write_text(json.dumps(values | more), encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"schema_version": "9.0.0"}, "a newer zwgk wrote it"),
        ({"order": 3}, "at /order: expected "),
        ({"plan": [{"field": "title", "now": 1}]}, "at /plan/0/now: expected no field"),
    ],
)
def test_a_file_against_the_schema_is_refused_by_its_pointer(
    more: dict[str, Any], words: str, stored: tuple[Path, Path, Path], run: Run
) -> None:
    _broken(stored[2], **more)
    result = run("apply", stored[0], stored[2])
    assert (result.exit_code, result.stdout) == (3, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_plan_is_no_changes(stored: tuple[Path, Path, Path], run: Run) -> None:
    result = run("apply", stored[0], stored[1], language="zh")
    assert result.exit_code == 3
    assert "不是 zwgk 写出的变动文件" in result.stderr


def test_wrong_usage(stored: tuple[Path, Path, Path], run: Run) -> None:
    old, _, changes = stored
    assert run("apply", "-", "-").exit_code == 2
    assert run("apply", old, changes, "-o", old).exit_code == 2
    assert run("apply", old, changes, "-o", changes).exit_code == 2
