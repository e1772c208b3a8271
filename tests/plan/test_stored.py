"""What is said of a stored plan that does not follow its schema, or is no plan at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.plan.test_schema import FULL
from zwgk_parse.errors import (
    DamagedFileError,
    LimitExceededError,
    NewerPlanError,
    OtherJsonError,
    PlanFileError,
    ZwgkError,
)
from zwgk_parse.messages import sentence
from zwgk_parse.messages.texts import error_sentence, translated
from zwgk_parse.plan.expected import expected
from zwgk_parse.plan.schema import SCHEMAS
from zwgk_parse.plan.stored import judge, read_stored
from zwgk_parse.plan.violations import MOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.diagnostics import Diagnostic


def said(**changes: Any) -> tuple[Diagnostic, ...]:
    """What is said of the full plan with some fields changed."""
    data = json.loads(FULL.model_dump_json()) | changes
    return judge(json.dumps(data).encode(), "plan.json").diagnostics


TASK = {"id": "t1", "text": "a"}


@pytest.mark.parametrize(
    ("changes", "english", "chinese"),
    [
        (
            {"issued_on": "2022-6-30"},
            '/issued_on: expected a date such as 2022-06-30 or null, found "2022-6-30"',
            '/issued_on：要求：日期（如 2022-06-30）或 null；实际："2022-6-30"',
        ),
        (
            {"tasks": [{"id": "t1"}]},
            "/tasks/0/text: expected text (required), found nothing",
            "/tasks/0/text：要求：文本（必填）；实际：没有",
        ),
        (
            {"tasks": [TASK | {"txt": 1, "label": "1."}]},
            "/tasks/0/txt: expected no field of this name, found 1",
            "/tasks/0/txt：要求：不得有此字段；实际：1",
        ),
        (
            {"tasks": [TASK | {"dues": None}]},
            '/tasks/0/dues: expected no field of this name (did you mean "due"?), found null',
            '/tasks/0/dues：要求：不得有此字段（是否想写 "due"？）；实际：null',
        ),
        (
            {"a/b~c": []},
            "/a~1b~0c: expected no field of this name, found []",
            "/a~1b~0c：要求：不得有此字段；实际：[]",
        ),
        (
            {"tasks": [TASK | {"number": "5"}]},
            '/tasks/0/number: expected a whole number or null, found "5"',
            '/tasks/0/number：要求：整数或 null；实际："5"',
        ),
        (
            {"region": {"name": "冠县", "level": "shire"}},
            "/region/level: expected one of national, province, prefecture, county, township, zone,"
            ' found "shire"',
            "/region/level：要求：national, province, prefecture, county, township, zone 之一；"
            '实际："shire"',
        ),
        (
            {"preamble": [{"text": "a", "provenance": [{"bbox": [1, 2, 3]}]}]},
            "/preamble/0/provenance/0/bbox: expected a list of 4 entries or null, found [1, 2, 3]",
            "/preamble/0/provenance/0/bbox：要求：4 个元素的数组或 null；实际：[1, 2, 3]",
        ),
        (
            {"preamble": [{"text": "a", "provenance": [{"bbox": [1, 2, 3, 4, 5]}]}]},
            "/preamble/0/provenance/0/bbox: expected a list of 4 entries or null,"
            " found [1, 2, 3, 4, 5]",
            "/preamble/0/provenance/0/bbox：要求：4 个元素的数组或 null；实际：[1, 2, 3, 4, 5]",
        ),
        (
            {"schema_version": "0.9"},
            '/schema_version: expected one of 1.0.0, 1.1.0, found "0.9"',
            '/schema_version：要求：1.0.0, 1.1.0 之一；实际："0.9"',
        ),
        (
            {"tasks": [TASK | {"targets": [{"value": "4"}]}]},
            '/tasks/0/targets/0/value: expected a number, found "4"',
            '/tasks/0/targets/0/value：要求：数；实际："4"',
        ),
        (
            {"tasks": [TASK | {"targets": "加强" * 40}]},
            f'/tasks/0/targets: expected a list, found "{"加强" * 18}加…"',
            f'/tasks/0/targets：要求：数组；实际："{"加强" * 18}加…"',
        ),
        (
            {"catalog": None, "title": True},
            "/catalog: expected an object, found null",
            "/catalog：要求：对象；实际：null",
        ),
        (
            {"schema_version": "1.0.0"},
            "/tasks/0/targets: expected no field of this name in version 1.0.0,"
            ' found [{"raw": "不低于4%", "measure": "分值权重", "c…',
            "/tasks/0/targets：要求：不得有此字段（1.0.0 版没有）；"
            '实际：[{"raw": "不低于4%", "measure": "分值权重", "c…',
        ),
    ],
)
def test_a_violation_is_told_with_its_place(
    changes: dict[str, Any], english: str, chinese: str
) -> None:
    found = {one.message: one for one in said(**changes)}
    assert english in found
    assert sentence(found[english], "zh") == chinese
    assert str(found[english]).startswith("ZW019 error")


def test_all_violations_are_told_each_once() -> None:
    found = said(id=None, year="x", tasks=[TASK | {"number": "1"}, {"id": "t2"}, 5])
    assert [(one.data["pointer"], one.task) for one in found] == [
        ("/id", None),
        ("/year", None),
        ("/tasks/0/number", "t1"),
        ("/tasks/1/text", "t2"),
        ("/tasks/2", None),
    ]


def test_violations_without_end_are_counted() -> None:
    found = said(tasks=[5] * (MOST + 57))
    assert len(found) == MOST + 1
    assert found[-1].message == "/…: expected no further violation, found 57"


def test_what_a_terminal_must_not_see_is_escaped_and_what_is_long_is_cut() -> None:
    (one,) = said(**{"\x1b[2J\u202e" + "x" * 500: "\x9b\ud800" + "y" * 500})
    assert str(one.data["pointer"]).startswith("/\\u001b[2J\\u202exxx")
    assert len(one.message) < 250
    assert '"\\u009b\\ud800yyy' in one.message


def _places(rule: dict[str, Any], schema: dict[str, Any]) -> Iterator[tuple[str | int, ...]]:
    """Every place that a schema has rules for, lists by their first entry."""
    yield ()
    if "$ref" in rule:
        yield from _places(schema["$defs"][rule["$ref"].rpartition("/")[2]], schema)
    for one in rule.get("anyOf", ()):
        yield from _places(one, schema)
    below: dict[Any, Any] = dict(rule.get("properties", {}))
    below |= {0: rule["items"]} if "items" in rule else {}
    below |= {0: rule["prefixItems"][0]} if "prefixItems" in rule else {}
    for part, one in below.items():
        yield from ((part, *rest) for rest in _places(one, schema))


@pytest.mark.parametrize("version", SCHEMAS)
def test_every_place_of_the_schema_is_expected_in_words_of_both_languages(version: str) -> None:
    schema = SCHEMAS[version]()
    places = set(_places(schema, schema)) - {("diagnostics", 0, "data")}
    assert len(places) > 150
    for place in places:
        words = expected(place, version)
        assert words
        for kind in words.split(" or n"):
            assert translated(kind) != kind or kind in {"ull", "true or false"}


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        ("", DamagedFileError, "it breaks off at line 1, column 1"),
        ('{"id": ', DamagedFileError, "it breaks off at line 1, column 7"),
        ('{"id": "p",\n "title": "a', DamagedFileError, "it breaks off at line 2, column 13"),
        ('{"id": "p",}', DamagedFileError, "line 1, column 12: a name in double quotes"),
        ('{"id": p}', DamagedFileError, "line 1, column 8: a value is expected"),
        ('{"id" "p"}', DamagedFileError, "line 1, column 7: a colon is expected"),
        ('{\n"id": "p"\n"year": 1}', DamagedFileError, "line 3, column 1: a comma or a closing"),
        ('{"id": "p\n"}', DamagedFileError, "line 1, column 10: a line break or control"),
        (r'{"id": "\p"}', DamagedFileError, "line 1, column 9: a backslash escapes nothing"),
        ('{"id": "p"} {"id": "q"}', DamagedFileError, "column 13: something follows its end"),
        ('{"id": "NaN", "year": -Infinity}', DamagedFileError, "column 23: -Infinity is no JSON"),
        ('{"id": "p", "year": ' + "9" * 10_000 + "}", DamagedFileError, "too many digits"),
        (
            '{"id": "p", "diagnostics": [{"code": "", "name": "", "severity": "info",'
            ' "message": "", "data": {"a": [{"b": NaN}]}}]}',
            DamagedFileError,
            "NaN is no JSON",
        ),
        (b'{"id": "\xff"}', DamagedFileError, "line 1 is not UTF-8"),
        ('{"id": "p", "a":' * 100_000, LimitExceededError, "nested too deeply"),
        ('{"id": "p", "title": ' + "[" * 300 + "]" * 300 + "}", LimitExceededError, "too deeply"),
        ("[]", PlanFileError, "it does not begin with a brace"),
        ('{"name": "x", "version": "1"}', OtherJsonError, "JSON of another kind"),
        ('{"version": "2.0.0", "tasks": []}', OtherJsonError, "JSON of another kind"),
        ("{}", OtherJsonError, "JSON of another kind"),
        ('{"id": "p", "schema_version": "2.0.0", "x": 1}', NewerPlanError, "install a newer zwgk"),
    ],
)
def test_what_is_no_plan_is_no_violation(
    data: str | bytes, error: type[ZwgkError], reason: str
) -> None:
    with pytest.raises(error) as caught:
        judge(data.encode() if isinstance(data, str) else data, "plan.json")
    assert type(caught.value) is error
    assert reason in str(caught.value)
    chinese = error_sentence(caught.value, "zh")
    rest = chinese.replace("plan.json", "").replace("schema_version", "").replace("UTF-8", "")
    for word in ("zwgk-parse", "zwgk schema", "zwgk", "-Infinity", "NaN", "JSON"):
        rest = rest.replace(word, "")
    assert not any(character.isascii() and character.isalpha() for character in rest), chinese


def test_a_refusal_tells_the_first_violation_and_counts_the_rest() -> None:
    with pytest.raises(PlanFileError) as caught:
        read_stored('{"id": 1, "year": "x", "tasks": {}}', "plan.json")
    assert str(caught.value) == (
        "plan.json: not a plan: at /id: expected text, found 1 (and 2 more);"
        " compare it with `zwgk schema`"
    )
    assert error_sentence(caught.value, "zh") == (
        "plan.json：不是 zwgk 写出的方案：/id：要求：文本；实际：1（另有 2 处）；"
        "请与 `zwgk schema` 对照"
    )


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_a_version_that_does_not_stand_first_is_seen(version: str) -> None:
    judged = judge(f'{{"id": "p", "schema_version": "{version}"}}'.encode(), "plan.json")
    assert judged.plan is not None
    assert judged.version == version
    assert judged.plan.schema_version == "1.1.0"
