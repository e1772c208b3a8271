"""A stored plan as the pipeline gives it goes in, the plan comes out, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.errors import PlanFileError

if TYPE_CHECKING:
    from zwgk_parse.pipeline import StoredPlan
    from zwgk_parse.plan.model import Plan


def plan_of(stored: StoredPlan, name: str) -> Plan:
    """The plan; raises what kept it from being read, or PlanFileError with its first fault."""
    if stored.plan is not None:
        return stored.plan
    if stored.failure is not None:
        raise stored.failure
    data = stored.diagnostics[0].data
    reason = f"at {data['pointer']}: expected {data['expected']}, found {data['found']}"
    raise PlanFileError(name, reason)
