"""Stored changes are held to their schema; the first fault is named by its pointer."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from zwgk_parse.errors import ChangesFileError, DamagedFileError, LimitExceededError
from zwgk_parse.messages.texts import error_sentence
from zwgk_parse.plan.changes import Changes, PlanKey
from zwgk_parse.plan.schema import changes_schema
from zwgk_parse.plan.stored_changes import read_changes

PUBLISHED = Path(__file__).parents[2] / "schemas" / "changes.schema.json"
OLD = '"old": {"id": "p"}'


def test_what_is_written_is_read() -> None:
    changes = Changes(old=PlanKey(id="p", title="要点", year=2023))
    assert read_changes(changes.model_dump_json().encode(), "c.json") == changes


@pytest.mark.parametrize(
    "text", [f"{{{OLD}}}", '{"old": {"id": "p", "year": 2023.0}}', f"\ufeff  {{{OLD}}}"]
)
def test_what_follows_the_schema_is_taken(text: str) -> None:
    assert read_changes(text.encode(), "c.json").old.id == "p"


def test_utf_16_is_read() -> None:
    assert read_changes(f"{{{OLD}}}".encode("utf-16"), "c.json").old.id == "p"


@pytest.mark.parametrize(
    ("text", "pointer", "expected"),
    [
        ('{"old": {}}', "/old/id", "text (required), found nothing"),
        ('{"old": {"id": 3}}', "/old/id", "text, found 3"),
        (f'{{{OLD}, "changes": [{{"kind": "moved", "scor": 1}}]}}', "/changes/0/scor", "score"),
        (f'{{{OLD}, "changes": [{{"kind": "mved"}}]}}', "/changes/0/kind", "one of added, "),
        (f'{{{OLD}, "changes": {{}}}}', "/changes", "a list, found {}"),
        (f'{{{OLD}, "tasks": [{{"edits": [{{}}]}}]}}', "/tasks/0/edits/0/field", "text (required)"),
        (f'{{{OLD}, "schema_version": "0.9.0"}}', "/schema_version", "one of 1.0.0"),
        (f'{{{OLD}, "schema_version": null}}', "/schema_version", "one of 1.0.0"),
        (f"{{{OLD}, {OLD}}}", "/old", "one value of this name, found 2"),
    ],
)
def test_a_fault_is_named_by_its_pointer(text: str, pointer: str, expected: str) -> None:
    with pytest.raises(ChangesFileError) as raised:
        read_changes(text.encode(), "c.json")
    assert f"at {pointer}: expected " in str(raised.value)
    assert expected in str(raised.value)
    assert "expected" not in error_sentence(raised.value, "zh")


def test_further_faults_are_counted() -> None:
    with pytest.raises(ChangesFileError, match=r"\(and 1 more\)"):
        read_changes(b'{"old": {"id": 3, "x": 1}}', "c.json")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"[]", "it does not begin with a brace"),
        (b"%PDF", "it does not begin with a brace"),
        (b'{"a": 1}', "it is JSON of another kind"),
        (b'{"schema_version": "1.1.0", "id": "p", "tasks": [], "title": null}', "of another kind"),
        (f'{{{OLD}, "schema_version": "2.0.0"}}'.encode(), "a newer zwgk wrote it"),
    ],
)
def test_what_holds_something_else_is_refused(text: bytes, reason: str) -> None:
    with pytest.raises(ChangesFileError, match=reason) as raised:
        read_changes(text, "c.json")
    assert "c.json：不是 zwgk 写出的变动文件：" in error_sentence(raised.value, "zh")


@pytest.mark.parametrize("text", [b'{"old": {"id": "p"}', b'{"old": NaN}', b'{"old": "\xff"}'])
def test_what_is_no_json_is_damaged(text: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"c\.json: "):
        read_changes(text, "c.json")


def test_what_is_too_deep_is_refused() -> None:
    deep = '{"old": {"id": "p"}, "plan": [{"field": "x", "new": ' + "[" * 300 + "]" * 300 + "}]}"
    with pytest.raises(LimitExceededError):
        read_changes(deep.encode(), "c.json")


def test_the_published_schema_is_that_of_the_models() -> None:
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert published == changes_schema()
    jsonschema.Draft202012Validator.check_schema(published)
