"""A reading of a plan that several checks share is made once: a function goes in and comes out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.plan.model import Plan

T = TypeVar("T")


class _Same:
    """A plan that equals itself only: to compare all that is in it takes longer than any check."""

    __slots__ = ("plan",)

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.plan is other.plan


def once(function: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """`function` with its answer for the latest plan kept; nobody may change that answer."""
    kept = lru_cache(maxsize=1)(lambda same: function(same.plan))
    return lambda plan: kept(_Same(plan))
