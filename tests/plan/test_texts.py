"""Stored files, however they are laid out and encoded: one plan or one a line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.plan.test_schema import FULL
from zwgk_parse.errors import (
    DamagedFileError,
    LimitExceededError,
    PlanFileError,
    ReadError,
    ZwgkError,
)
from zwgk_parse.pipeline import StoredPlan, load, load_stored, stored_plans
from zwgk_parse.plan.texts import plan_texts

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*/*/plan.json"))
LINE = FULL.model_dump_json()
INDENTED = FULL.model_dump_json(indent=2)


def read(data: str | bytes, name: str = "plans.jsonl") -> list[StoredPlan]:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(stored_plans(stream, name=name))


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (LINE, [1]),
        (INDENTED, [1]),
        (f"\n\n{INDENTED}\n", [3]),
        (f"{LINE}\n{LINE}\n", [1, 2]),
        (f"{LINE}\r\n\r\n{LINE}\r\n", [1, 3]),
        (f"\ufeff{LINE}\n\ufeff{LINE}", [1, 2]),
        (f"  {LINE}\n \n\t{LINE}\n", [1, 3]),
        (INDENTED.replace("\n", "\r\n"), [1]),
        (f"\ufeff{INDENTED}", [1]),
        (LINE.replace(',"tasks"', '\n,"tasks"'), [1]),
        (LINE.replace('"tasks":[', '"tasks":[\n'), [1]),
        (INDENTED.encode("utf-16"), [1]),
        (f"{LINE}\n{LINE}".encode("utf-16"), [1, 2]),
        (b"\xfe\xff" + LINE.encode("utf-16-be"), [1]),
    ],
)
def test_plans_are_read_however_they_are_laid_out(data: str | bytes, lines: list[int]) -> None:
    plans = read(data, "plan.json")
    assert [one.line for one in plans] == lines
    assert all(one.plan == FULL for one in plans)
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    assert [one.plan for one in load_stored(stream)] == [FULL] * len(lines)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("garbage", "plans.jsonl:2: line 2, column 1: a value is expected"),
        (LINE[:200], "plans.jsonl:2: it breaks off at line 2, column"),
        ("[]", "plans.jsonl:2: not a plan: it does not begin with a brace"),
        ('{"a": 1}', "plans.jsonl:2: not a plan: it is JSON of another kind"),
        ('{"schema_version": "9.0.0"}', "plans.jsonl:2: its version 9.0.0 is newer"),
    ],
)
def test_a_bad_line_does_not_lose_the_others(bad: str, reason: str) -> None:
    first, second, third = read(f"{LINE}\n{bad}\n{LINE}\n")
    assert first.plan == third.plan == FULL
    assert second.plan is None
    assert str(second.failure).startswith(reason)
    assert (second.line, second.places.line_of("/tasks/0")) == (2, 2)
    with pytest.raises(ZwgkError) as caught:
        load_stored(io.BytesIO(f"{LINE}\n{bad}\n".encode()), name="plans.jsonl")
    assert str(caught.value).startswith(reason)


@pytest.mark.parametrize("end", [200, LINE.index('"tasks":[') + 9, LINE.index(',"tasks"') + 1])
def test_a_first_line_that_breaks_off_does_not_lose_the_others(end: int) -> None:
    first, second = read(f"{LINE[:end]}\n{LINE}\n")
    assert "breaks off at line 1" in str(first.failure)
    assert second.plan == FULL


def test_a_line_against_the_schema_is_told_and_the_others_are_read() -> None:
    first, second = read(f'{{"id": 5}}\n{LINE}')
    assert [str(one) for one in first.diagnostics] == ["ZW019 error: /id: expected text, found 5"]
    assert (first.plan, first.failure) == (None, None)
    assert second.plan == FULL


def test_lines_are_read_one_at_a_time() -> None:
    class Lines(io.BytesIO):
        taken = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.taken += 1
            return super().readline(size)

    stream = Lines(f"{LINE}\n".encode() * 100)
    plans = stored_plans(stream)
    next(plans)
    assert stream.taken == 2
    next(plans)
    next(plans)
    assert stream.taken == 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f"[{LINE}]", "it is a JSON list; write its plans one a line"),
        ("[\n]", "it is a JSON list"),
        (f"[\n  {INDENTED}\n]", "it is a JSON list"),
        (f"[{LINE}]".encode("utf-16"), "it is a JSON list"),
        ("", "it does not begin with a brace"),
        ("一、总体要求", "it does not begin with a brace"),
        ("[附件]", "it does not begin with a brace"),
    ],
)
def test_what_is_no_stored_plan_is_refused(data: str | bytes, reason: str) -> None:
    with pytest.raises(PlanFileError, match=reason):
        read(data)
    if "list" in reason:
        stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
        with pytest.raises(PlanFileError, match=reason):
            load(stream)


def test_what_is_too_long_or_in_no_encoding_is_refused() -> None:
    texts = plan_texts(io.BytesIO(f'{{"id":"p"}}\n{LINE}\n'.encode()), "a.jsonl", 100)
    with pytest.raises(LimitExceededError, match="more than the 100 bytes"):
        list(texts)
    with pytest.raises(LimitExceededError, match="more than the 100 bytes"):
        list(plan_texts(io.BytesIO(INDENTED.encode()), "a.json", 100))
    with pytest.raises(DamagedFileError, match="no encoding"):
        read(b"\xff\xfe{\x00\x00\xd8{")


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_the_line_of_a_task_is_where_it_begins(path: Path) -> None:
    (one,) = stored_plans(path)
    assert one.plan is not None
    lines = path.read_text("utf-8").splitlines()
    for number, task in enumerate(one.plan.tasks):
        line = one.places.line_of(f"/tasks/{number}")
        assert lines[line - 1 : line + 1] == ["    {", f'      "id": {json.dumps(task.id)},']


@pytest.mark.parametrize(
    ("pointer", "begins"),
    [
        ("", "{"),
        ("/id", '"id"'),
        ("/tasks", '"tasks": ['),
        ("/tasks/0/owners/0/role", '"role": "responsible"'),
        ("/tasks/0/nothing", '"id": "t1"'),
        ("/diagnostics/0/data/nested/2", "{"),
        ("/a~1b~0c", '"a/b~c": 5'),
        ("/nothing", "{"),
    ],
)
@pytest.mark.parametrize("indent", [1, 2, 4])
def test_the_line_of_a_pointer(pointer: str, begins: str, indent: int) -> None:
    data = json.loads(LINE) | {"a/b~c": 5}
    text = f"\n\n{json.dumps(data, ensure_ascii=False, indent=indent)}"
    (one,) = read(text, "plan.json")
    line = one.places.line_of(pointer)
    found = text.splitlines()[line - 1].strip()
    if pointer == "/tasks/0/nothing":
        found = text.splitlines()[line].strip()
    assert found.startswith(begins)


@pytest.mark.parametrize("data", [f"{LINE}\n{LINE}\n", f"\n{LINE}\n\n{LINE}", f"{LINE}\n{{bad"])
def test_where_one_plan_is_wanted_several_are_refused(data: str) -> None:
    with pytest.raises(ReadError, match="it holds several plans, one a line; write the one"):
        load(io.BytesIO(data.encode()), name="plans.jsonl")


@pytest.mark.parametrize("data", [LINE, f"\n\n{LINE}\n", f"\ufeff{INDENTED}", f"{{\n{LINE[1:]}"])
def test_where_one_plan_is_wanted_it_may_be_laid_out_as_one_likes(data: str) -> None:
    assert load(io.BytesIO(data.encode()), name="plan.jsonl").value == FULL
