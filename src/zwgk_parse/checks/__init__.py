"""Plan → Diagnostic: one row a check, its code, its name and how much it matters.

A check is the function of its name in the module of its name. Its docstring is its documentation:
`zwgk explain`, docs/checks.md and the help in SARIF are made from it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages import remark

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from zwgk_parse.checks.found import Found
    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.plan.model import Plan


class Check(NamedTuple):
    """A check: its code, its name, its severity, and whether it runs when nobody asks for it."""

    code: str
    name: str
    severity: Severity
    on: bool = True

    @property
    def function(self) -> Callable[[Plan], Iterator[Found]]:
        """What yields the faults of a plan."""
        return _function(self.name.replace("-", "_"))


@cache
def _function(own: str) -> Callable[[Plan], Iterator[Found]]:
    found: Callable[[Plan], Iterator[Found]] = getattr(import_module(f"{__name__}.{own}"), own)
    return found


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR

CHECKS = (
    Check("ZW101", "task-without-owner", ERROR),
    Check("ZW102", "owners-in-unread-attachment", WARNING),
    Check("ZW103", "task-without-deadline", WARNING),
    Check("ZW104", "title-missing", ERROR),
    Check("ZW105", "document-number-missing", INFO),
    Check("ZW106", "issuer-missing", WARNING),
    Check("ZW107", "issue-date-missing", WARNING),
    Check("ZW108", "section-empty", WARNING),
    Check("ZW109", "attachment-missing", WARNING),
    Check("ZW110", "task-stub", WARNING),
    Check("ZW111", "no-task", ERROR),
    Check("ZW112", "notice-not-in-file", INFO),
    Check("ZW201", "number-gap", ERROR),
    Check("ZW202", "deadline-before-issue", ERROR),
    Check("ZW203", "number-repeated", ERROR),
    Check("ZW204", "number-steps-back", ERROR),
    Check("ZW205", "numbering-restarts", WARNING),
    Check("ZW206", "section-label-order", ERROR),
    Check("ZW207", "section-level-skipped", WARNING),
    Check("ZW208", "deadline-other-year", WARNING),
    Check("ZW209", "date-impossible", ERROR),
    Check("ZW210", "deadline-on-day-off", INFO, on=False),
    Check("ZW211", "printed-before-issued", ERROR),
    Check("ZW212", "deadlines-contradict", WARNING),
    Check("ZW213", "roles-exclusive", ERROR),
    Check("ZW214", "unit-under-two-names", WARNING),
    Check("ZW215", "unit-of-another-place", ERROR),
    Check("ZW216", "unit-renamed", WARNING),
    Check("ZW217", "short-form-unknown", INFO),
    Check("ZW218", "unit-misprint", WARNING),
    Check("ZW219", "lead-missing", INFO),
    Check("ZW220", "tasks-nearly-same", WARNING),
    Check("ZW221", "sentence-cut", WARNING),
    Check("ZW222", "leftover-year", WARNING),
    Check("ZW223", "leftover-place", WARNING),
    Check("ZW224", "brackets-unbalanced", WARNING),
    Check("ZW225", "targets-contradict", WARNING),
    Check("ZW226", "document-number-form", ERROR),
    Check("ZW227", "reference-broken", ERROR),
    Check("ZW228", "placeholder-left", WARNING),
    Check("ZW229", "years-disagree", WARNING),
    Check("ZW501", "disclosure-missing", INFO),
    Check("ZW502", "not-for-publication", ERROR),
    Check("ZW503", "identity-number", ERROR),
    Check("ZW504", "mobile-number", ERROR),
    Check("ZW505", "personal-telephone", WARNING),
    Check("ZW506", "attachment-link-unnamed", WARNING),
)

# What runs when nobody selects, and what does not.
DEFAULT_CODES = frozenset(check.code for check in CHECKS if check.on)
OFF_CODES = frozenset(check.code for check in CHECKS if not check.on)


def run_checks(plan: Plan, codes: Collection[str] = DEFAULT_CODES) -> tuple[Diagnostic, ...]:
    """What the checks of those codes find in `plan`, by the order of its tasks, then by code.

    A finding of the whole plan comes before those of its tasks.
    """
    found = [
        _diagnostic(check, fault)
        for check in CHECKS
        if check.code in codes
        for fault in check.function(plan)
    ]
    order = {task.id: place for place, task in enumerate(plan.tasks)}
    return tuple(sorted(found, key=lambda one: (order.get(one.task or "", -1), one.code)))


def _diagnostic(check: Check, fault: Found) -> Diagnostic:
    task = fault.task
    spans = fault.spans or (task.provenance if task else ())
    return remark(check.code, spans, task=task.id if task else None, **fault.data)
