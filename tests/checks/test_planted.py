"""One planted fault at a time: it is found, by its right name, and nothing else is.

The list was made by a reader who had not seen the checks (planted/README.md).
"""

from __future__ import annotations

import io
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.checks.case import put
from zwgk_parse.checks import DEFAULT_CODES
from zwgk_parse.messages import table
from zwgk_parse.pipeline import examine
from zwgk_parse.validation.rules import Rules
from zwgk_parse.validation.run import findings_of

if TYPE_CHECKING:
    from collections.abc import Collection

HERE = Path(__file__).parent / "planted"
SAMPLES = Path(__file__).parents[2] / "samples"
FAULTS = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))["fault"]
BASES = ("table", "paragraphs")

# A finding: its code, its task (None: of the whole plan), and what it is of.
Found = tuple[str, str | None, str]


@cache
def _text(base: str) -> str:
    folder = HERE if base in BASES else SAMPLES
    return (folder / f"{base}.txt").read_text(encoding="utf-8")


@cache
def _of_base(base: str, codes: frozenset[str]) -> frozenset[Found]:
    return _found(_text(base).encode(), codes)


def _found(data: bytes, codes: frozenset[str]) -> frozenset[Found]:
    """Every finding of the file with those bytes."""
    stream = io.BytesIO(data)
    stream.name = "plan"
    checked = findings_of("plan", examine([stream], codes), Rules(codes=codes | _REMARKS))
    return frozenset(
        (one.diagnostic.code, one.diagnostic.task, one.identity.subject) for one in checked.findings
    )


_REMARKS = frozenset(table("diagnostics"))


def _planted(fault: dict[str, Any]) -> bytes:
    """The bytes of the base with the fault in it: of the document, or of its plan."""
    text, pointers = _text(fault["base"]), []
    for edit in fault["edits"]:
        if "find" in edit:
            assert text.count(edit["find"]) == 1, edit
            text = text.replace(edit["find"], edit["replace"])
        else:
            pointers.append(edit)
    if not pointers:
        return text.encode()
    stream = io.BytesIO(text.encode())
    stream.name = "plan"
    read = next(iter(examine([stream]))).plan
    assert read is not None
    plan = json.loads(read.model_dump_json())
    for edit in pointers:
        put(plan, edit["pointer"], edit["value"])
    return json.dumps(plan, default=str).encode()


def _missing(expected: list[dict[str, Any]], new: Collection[Found]) -> list[dict[str, Any]]:
    return [
        one
        for one in expected
        if not any(code == one["code"] and _is_at(task, one) for code, task, _ in new)
    ]


def _is_at(task: str | None, expected: dict[str, Any]) -> bool:
    if "among" in expected:
        return task is None or task in expected["among"]
    return bool(task == expected.get("task"))


def _false(fault: dict[str, Any], new: Collection[Found]) -> list[Found]:
    allowed = set(fault.get("allow", ()))
    return [
        (code, task, subject)
        for code, task, subject in new
        if code not in allowed
        and not any(code == one["code"] and _is_at(task, one) for one in fault["expect"])
    ]


@pytest.mark.parametrize("base", BASES)
def test_the_correct_plans_have_no_finding(base: str) -> None:
    assert _of_base(base, DEFAULT_CODES) == frozenset()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"])
def test_fault(fault: dict[str, Any]) -> None:
    codes = DEFAULT_CODES | set(fault.get("select", ()))
    before = {(code, task, subject) for code, task, subject in _of_base(fault["base"], codes)}
    new = sorted(_found(_planted(fault), codes) - before, key=str)
    assert (_missing(fault["expect"], new), _false(fault, new)) == ([], []), fault["why"]


def test_every_check_has_a_fault() -> None:
    named = {one["code"] for fault in FAULTS for one in fault["expect"]}
    assert named >= DEFAULT_CODES
