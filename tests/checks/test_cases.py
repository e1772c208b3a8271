"""Every check on its own table of plans: `cases/<check>.py` holds PASSING and FAILING."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from zwgk_parse.checks import CHECKS, Check, run_checks

if TYPE_CHECKING:
    from tests.checks.case import Case


def cases_of(check: Check, kind: str) -> tuple[Case, ...]:
    """The cases of that kind for a check."""
    module = import_module(f"tests.checks.cases.{check.name.replace('-', '_')}")
    cases: tuple[Case, ...] = getattr(module, kind)
    return cases


def parameters(kind: str) -> list[object]:
    return [
        pytest.param(check, case, id=f"{check.code} {case.name}")
        for check in CHECKS
        for case in cases_of(check, kind)
    ]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_has_three_plans_of_each_kind(check: Check) -> None:
    for kind in ("PASSING", "FAILING"):
        names = {case.name for case in cases_of(check, kind)}
        assert len(names) >= 3, kind


@pytest.mark.parametrize(("check", "case"), parameters("PASSING"))
def test_passing(check: Check, case: Case) -> None:
    assert not case.finds
    assert run_checks(case.plan(), {check.code}) == ()


@pytest.mark.parametrize(("check", "case"), parameters("FAILING"))
def test_failing(check: Check, case: Case) -> None:
    found = run_checks(case.plan(), {check.code})
    assert tuple(diagnostic.task for diagnostic in found) == case.finds != ()
    said = str([diagnostic.data for diagnostic in found])
    assert [words for words in case.says if words not in said] == []
