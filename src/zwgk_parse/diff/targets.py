"""The targets of a task before and after go in, which were raised or lowered comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.pairing import likeness, paired
from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.year import plain
from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.vocabulary.target_rules import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.changes import Kind
    from zwgk_parse.plan.model import Target, Task

_ABOUT_THE_SAME = 0.3
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


class Compared(NamedTuple):
    """What is to be told of the targets, and which of them are counterparts."""

    told: tuple[Told, ...]
    pairs: tuple[tuple[Target, Target], ...] = ()


def aims(tasks: Sequence[Task]) -> list[Target]:
    """The targets of tasks that stand for one; what several of them state counts once."""
    found: list[Target] = []
    for task in tasks:
        seen = {_key(target) for target in found}
        found += [target for target in task.targets if _key(target) not in seen]
    return found


def _key(target: Target) -> tuple[object, ...]:
    return (target.measure, target.comparator, target.value, target.unit)


def changed_targets(old: Sequence[Target], new: Sequence[Target]) -> Compared:
    """What became of the targets `old`, which are now `new`."""
    pairs, gone, come = paired(old, new, _fit)
    if len(gone) == len(come) == 1 and gone[0].unit == come[0].unit:
        pairs.append((gone.pop(), come.pop()))
    told = [
        *(Told("target-removed", old=printed(target)) for target in gone),
        *(Told("target-set", new=printed(target)) for target in come),
        *_differing(pairs),
    ]
    return Compared(tuple(told), tuple(pairs))


def _fit(old: Target, new: Target) -> float:
    """How likely two targets are about the same: their measure and unit say, then their value."""
    about = likeness(plain(old.measure or ""), plain(new.measure or ""))
    equal = old.value == new.value
    if old.unit != new.unit and not equal:
        return 0.0
    if about < _ABOUT_THE_SAME and not (equal and old.unit == new.unit):
        return 0.0
    return (
        3 * about + (old.unit == new.unit) + 0.5 * equal + 0.5 * (old.comparator == new.comparator)
    )


def _differing(pairs: Sequence[tuple[Target, Target]]) -> Iterator[Told]:
    for old, new in pairs:
        if old.value != new.value:
            kind: Kind = "target-raised" if new.value > old.value else "target-lowered"
            yield Told(kind, printed(old), printed(new))


def printed(target: Target) -> str:
    """The number and the unit of a target as printed: `60%` of `比例不低于60%`."""
    for match in pattern("quantity").finditer(target.raw):
        if target.value in (_value(match, "n"), _value(match, "top"), _value(match, "hundredths")):
            start = match.start("n") if match["n"] else match.start()
            end = match.end("unit") if match["unit"] else match.end("hundredths")
            return target.raw[start:end]
    return target.raw


def _value(match: re.Match[str], group: str) -> float | None:
    words = match[group]
    if words is None:
        return None
    number = words.replace(",", "").replace("两", "二")
    value = float(number) if number[0].isdecimal() else read_han_number(number)
    for step in (match["scale"] or "") if value is not None else "":
        value = (value or 0) * _SCALE[step]
    return value
