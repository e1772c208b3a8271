"""What the published schema says of a plan, the reader of stored plans says as well."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.plan.test_schema import FULL
from zwgk_parse.errors import ZwgkError
from zwgk_parse.messages import sentence
from zwgk_parse.plan.migrate import stated_version
from zwgk_parse.plan.schema import SCHEMAS
from zwgk_parse.plan.stored import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.stored import Judged

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf" / "row-cut-by-page-end" / "plan.json"
NEW: dict[str, Any] = json.loads(FULL.model_dump_json())
OLD: dict[str, Any] = copy.deepcopy(NEW) | {"schema_version": "1.0.0"}
del OLD["tasks"][0]["targets"]
PLANS = [NEW, OLD, json.loads(GOLDEN.read_text("utf-8")), {"id": "p"}]
DATES = [
    "2022-06-30",
    "2024-02-29",
    "2023-02-29",
    "2000-02-29",
    "1900-02-29",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "2022-6-30",
    "2022-06-31",
    "2022-06-30T00:00:00",
    "2022-06-30Z",
    "2022-06-30\n",
    " 2022-06-30",
    "20220630",
    "2022-W01-1",
    "1656547200",
    "２０２２-06-30",
    "",
]
SCALARS = [None, True, False, 0, 1, -1, 5.0, 1e3, 2.5, -0.0, 10**30, 1e308, "5", "true", "null"]
WORDS = ["lead", "1.0.0", "1.1.0", "0.9", "2.0.0", "info", "Lead", "\ud800", "a\udc80b", "\x00"]
LISTS: list[Any] = [[], {}, [1, 2, 3, 4], [1, 2, 3], [1.5, 2, 3, 4, 5], ["a"], [None], [{}]]
VALUES = st.one_of(*(st.sampled_from(values) for values in (DATES, SCALARS, WORDS, LISTS)))
NAMES = st.sampled_from(
    ["due", "dua", "targets", "Id", "int", "float", "a/b~c", "id", "", "\ud800"]
)

ENGLISH = re.compile(r"expected|\b(?:an?|one|of|or|no|you|required)\b|要求：text")


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield place
    items: Any = value.items() if isinstance(value, dict) else ()
    for part, one in enumerate(value) if isinstance(value, list) else items:
        yield from _places(one, (*place, part))


def _at(plan: Any, place: tuple[Any, ...]) -> Any:
    for part in place:
        plan = plan[part]
    return plan


@st.composite
def changed(draw: st.DrawFn) -> Any:
    """A plan with one to three changes: a value of another type, a name taken or added."""
    plan = copy.deepcopy(draw(st.sampled_from(PLANS)))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from(list(_places(plan))[1:] or [()]))
        value = copy.deepcopy(draw(VALUES))
        parent = _at(plan, place[:-1])
        action = draw(st.sampled_from(["put", "put", "take", "add", "repeat"]))
        if not place:
            continue
        if action == "take":
            del parent[place[-1]]
        elif action == "repeat" and isinstance(parent, list):
            parent.append(copy.deepcopy(parent[place[-1]]))
        elif action == "add" and isinstance(parent, dict):
            parent[draw(NAMES)] = value
        else:
            parent[place[-1]] = value
    return plan


@cache
def _validator(version: str, *, formats: bool) -> Any:
    checker = Draft202012Validator.FORMAT_CHECKER if formats else None
    return Draft202012Validator(SCHEMAS[version](), format_checker=checker)


def _judged(text: str) -> Judged | None:
    """What is said of a stored text; None where it is refused as a whole."""
    try:
        return judge(text.encode("utf-8", "surrogatepass"), "plan.json")
    except ZwgkError:
        return None


@given(changed())
@example({"id": "p", "year": 5.0})
@example({"id": "p", "tasks": [{"id": "t", "text": "", "int": 5}]})
@example(OLD | {"tasks": [{"id": "t", "text": "", "targets": []}]})
@example(OLD | {"tasks": [{"id": "t", "text": "", "targets": 5}], "year": "2022"})
def test_schema_and_reader_agree(plan: dict[str, Any]) -> None:
    version = stated_version(plan)
    judged = _judged(json.dumps(plan))
    accepted = judged is not None and judged.plan is not None
    assert accepted == _validator(version, formats=True).is_valid(plan)
    if version == "1.1.0":
        # Without a look at formats, too: the schema has dates as patterns.
        assert accepted == _validator(version, formats=False).is_valid(plan)
    if judged is not None and not accepted:
        _look_at_violations(judged, plan)


def _look_at_violations(judged: Judged, plan: dict[str, Any]) -> None:
    """Each violation has its place once, and is told in both languages without foreign words."""
    pointers = [one.data["pointer"] for one in judged.diagnostics]
    assert pointers
    assert len(set(pointers)) == len(pointers)
    known = {
        "".join(f"/{str(p).replace('~', '~0').replace('/', '~1')}" for p in place)
        for place in _places(plan)
    }
    for one in judged.diagnostics:
        pointer = str(one.data["pointer"]).encode().decode("unicode-escape", "surrogatepass")
        assert pointer in known or pointer.rpartition("/")[0] in known
        assert not re.search(
            "input|should|valid|field required", str(one.data["expected"]), re.IGNORECASE
        )
        said = sentence(
            one.model_copy(update={"data": one.data | {"found": "-", "pointer": "/"}}), "zh"
        )
        assert not ENGLISH.search(said), said


@pytest.mark.parametrize("number", ["1e400", "-1e400", "9" * 400])
@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_a_number_that_no_program_can_hold_is_refused(version: str, number: str) -> None:
    box = f'[{{"text": "a", "provenance": [{{"bbox": [1, 2, 3, {number}]}}]}}]'
    text = f'{{"schema_version": "{version}", "id": "p", "preamble": {box}}}'
    judged = _judged(text)
    assert judged is not None
    assert [one.data["pointer"] for one in judged.diagnostics] == [
        "/preamble/0/provenance/0/bbox/3"
    ]
    # The one difference that is left: the schema of 1.0.0, as it was published, allows them.
    assert _validator(version, formats=True).is_valid(json.loads(text)) == (version == "1.0.0")


def test_a_repeated_name_is_told_though_no_schema_can() -> None:
    text = '{"id": "p", "tasks": [{"id": "t1", "text": "a", "due": null, "due": "2022-06-30"}]}'
    assert _validator("1.1.0", formats=True).is_valid(json.loads(text))
    judged = _judged(text)
    assert judged is not None
    assert [one.data["pointer"] for one in judged.diagnostics] == ["/tasks/0/due"]


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "p", "id": "p"}',
        '{"id" : "p", "title": "a: b", "title":"c"}',
        '{"schema_version": "1.1.0", "id": "p", "schema_version": "1.1.0"}',
        r'{"id": "p", "title": "\u003a", "title": "c"}',
        '{"id": "p", "diagnostics": [{"code": "", "name": "", "severity": "info", "message": "",'
        ' "data": {"a": {"b": 1, "b": 2}}}]}',
    ],
)
def test_no_repeated_name_is_missed(text: str) -> None:
    judged = _judged(text)
    assert judged is not None
    assert [one.data["expected"] for one in judged.diagnostics] == ["one value of this name"]


@pytest.mark.parametrize(
    "text", ['{"id" : "p", "title": "a: b"}', r'{"id": "p", "title": "\u003a\":"}']
)
def test_a_colon_is_no_repeated_name(text: str) -> None:
    judged = _judged(text)
    assert judged is not None
    assert judged.plan is not None


def test_half_a_surrogate_pair_is_kept() -> None:
    judged = _judged(r'{"id": "p", "title": "a\udc80"}')
    assert judged is not None
    assert judged.plan is not None
    assert judged.plan.title == "a\udc80"
