"""The deadlines of a task before and after go in, how each compares with its counterpart comes out.

They are compared by meaning: `12月底前` and `12月31日前` are the same day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.pairing import likeness, paired
from zwgk_parse.diff.recurring import later_after, later_rule
from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.year import later_due, plain, same, same_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.changes import Kind
    from zwgk_parse.plan.model import Deadline, Task

_AROUND = 12
_DAYS = ("date", "window")


class Due(NamedTuple):
    """A deadline, where its words begin in its task's plain text, and what stands around them.

    `start` is below 0 where they stand in no text. `counts` says that its count is no target.
    """

    deadline: Deadline
    counts: bool
    start: int = -1
    before: str = ""
    after: str = ""

    @property
    def in_text(self) -> bool:
        """Whether its words stand in the task's text."""
        return self.start >= 0


class Compared(NamedTuple):
    """What is to be told of the deadlines, and which of them are counterparts."""

    told: tuple[Told, ...]
    pairs: tuple[tuple[Due, Due], ...] = ()


def dues(tasks: Sequence[Task]) -> list[Due]:
    """The deadlines of tasks that stand for one; what several of them state counts once."""
    found: list[Due] = []
    for task in tasks:
        own = list(_dues(task))
        found += [one for one in own if not any(_is_same(one, other, 0) for other in found)]
    return found


def _dues(task: Task) -> Iterator[Due]:
    text, at = plain(task.text), 0
    aims = {target.value for target in task.targets}
    for deadline in task.deadlines:
        counts = deadline.times is not None and deadline.times not in aims
        raw = plain(deadline.raw)
        start = -1 if deadline.origin == "column" else _place(raw, text, at)
        if start < 0:
            yield Due(deadline, counts)
            continue
        at = start + len(raw)
        yield Due(
            deadline, counts, start, text[max(0, start - _AROUND) : start], text[at : at + _AROUND]
        )


def _place(raw: str, text: str, at: int) -> int:
    """Where `raw` stands in `text`, from `at` on if it does."""
    start = text.find(raw, at)
    return start if start >= 0 else text.find(raw)


def changed_deadlines(old: Sequence[Due], new: Sequence[Due], years: int) -> Compared:
    """What became of the deadlines `old`, which are now `new`."""

    def fit(here: Due, there: Due) -> float:
        return _fit(here, there, years)

    pairs, gone, come = paired(old, new, fit)
    if len(gone) == len(come) == 1 and gone[0].deadline.kind == come[0].deadline.kind:
        pairs.append((gone.pop(), come.pop()))
    told = [
        *(Told("deadline-removed", old=due.deadline.raw) for due in gone),
        *(Told("deadline-set", new=due.deadline.raw) for due in come),
        *_differing(pairs, years),
    ]
    return Compared(tuple(told), tuple(pairs))


def _fit(old: Due, new: Due, years: int) -> float:
    """How likely two deadlines are counterparts: what stands around them goes before their days."""
    equal = 2.0 if _is_same(old, new, years) else 0.0
    kind = 0.5 if old.deadline.kind == new.deadline.kind else 0.0
    if old.in_text != new.in_text:
        return equal
    if not old.in_text:
        return 1 + equal + kind
    near = likeness(old.before, new.before) + 2 * likeness(old.after, new.after)
    return 0.0 if near < 1 and not equal and not kind else near + equal + kind


def _differing(pairs: Sequence[tuple[Due, Due]], years: int) -> Iterator[Told]:
    for old, new in pairs:
        kind = _difference(old, new, years)
        if kind is not None:
            yield Told(kind, old.deadline.raw, new.deadline.raw)


def _is_same(old: Due, new: Due, years: int) -> bool:
    return _difference(old, new, years) is None


def _difference(old: Due, new: Due, years: int) -> Kind | None:
    """The kind of change between two counterparts; None where they mean the same."""
    here, there = old.deadline, new.deadline
    if here.kind != there.kind:
        is_later = later_due(here, there, years) if {here.kind, there.kind} <= {*_DAYS} else 0
        return _named(is_later) if is_later else "deadline-kind-changed"
    is_later = _later(here, there, years)
    if is_later:
        return _named(is_later)
    if is_later is None or not _same_rest(here, there, years):
        return "deadline-changed"
    if old.counts and new.counts and here.times != there.times:
        return "deadline-changed"
    return None


def _named(is_later: int) -> Kind:
    return "deadline-later" if is_later > 0 else "deadline-earlier"


def _later(old: Deadline, new: Deadline, years: int) -> int | None:
    """Below 0 where `new` is earlier, 0 where it is the same; None where neither can be said."""
    if old.kind in _DAYS:
        found = later_due(old, new, years)
        return 0 if found is None and old.due is new.due else found
    if old.kind == "recurring":
        return later_rule(old.rrule, new.rrule)
    if old.kind == "relative":
        return later_after(old.after, new.after)
    return 0


def _same_rest(old: Deadline, new: Deadline, years: int) -> bool:
    if old.kind == "window" and not same_day(old.start, new.start, years):
        return False
    if old.kind in _DAYS and old.due is None and old.start is None:
        return same(old.raw, new.raw, years)
    return True
