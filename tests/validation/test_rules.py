"""What is told and what fails, by what several places ask for."""

from __future__ import annotations

from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages import remark
from zwgk_parse.settings.validation import Wish
from zwgk_parse.validation.rules import rules

LATE = remark("ZW202", task="t1", due="2021-06-30", issued="2022-03-15", subject="6月底前")
GUESSED = remark("ZW001", encoding="gb18030")
NUMBER = remark("ZW404", text="甲府办〔20221", reason="it does not end with 号")


def _codes(*wishes: Wish) -> list[str]:
    return [one.code for one in rules(wishes).told((LATE, GUESSED, NUMBER))]


def test_all_is_told_where_nobody_asks() -> None:
    assert _codes() == ["ZW202", "ZW001", "ZW404"]
    assert "ZW210" not in rules(()).codes


def test_the_later_selects_and_what_one_ignores_stays_out() -> None:
    first = Wish(select=frozenset({"ZW202"}), ignore=frozenset({"ZW404"}))
    assert _codes(first) == ["ZW202"]
    assert _codes(first, Wish(select=frozenset({"ZW001", "ZW404"}))) == ["ZW001"]


def test_a_severity_is_changed_for_one_code_and_the_least_is_by_the_changed() -> None:
    asked = rules((Wish(severity={"ZW202": "info"}, least="warning"),))
    assert [one.code for one in asked.told((LATE, GUESSED, NUMBER))] == ["ZW404"]
    raised = rules((Wish(severity={"ZW001": "error"}, least="error"), Wish()))
    assert [one.severity for one in raised.told((LATE, GUESSED))] == [Severity.ERROR] * 2


def test_what_fails() -> None:
    assert [rules(()).fails(severity) for severity in Severity] == [False, False, True]
    asked = rules((Wish(fail_on="error"), Wish(fail_on="warning")))
    assert [asked.fails(severity) for severity in Severity] == [False, True, True]


def test_a_remark_is_not_told_beside_the_check_that_says_more() -> None:
    doubtful = remark("ZW403", task="t4", text="区市市场监管局", reason="two levels")
    other = doubtful.model_copy(update={"task": "t9"})
    misprint = LATE.model_copy(
        update={"code": "ZW218", "task": "t3", "data": {"tasks": ["t3", "t4"]}}
    )
    told = list(rules(()).told((doubtful, other, misprint)))
    assert [(one.code, one.task) for one in told] == [("ZW403", "t9"), ("ZW218", "t3")]
    unselected = rules((Wish(ignore=frozenset({"ZW218"})),))
    assert [one.task for one in unselected.told((doubtful, other, misprint))] == ["t4", "t9"]
