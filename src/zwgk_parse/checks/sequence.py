"""The printed numbers of a plan, in order → where they leave a gap, repeat, step back, start anew.

Numbers count among items under one heading that are numbered in one way (`1.`, `（一）`); under the
next heading they begin at 1 or go on. A heading without tasks and a paragraph that bears a number
count as well, but their place among the tasks is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.checks.items import Item, Lists, lists_of
from zwgk_parse.checks.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.model import Plan

Kind = Literal["gap", "repeated", "back", "restart"]
Places = list[tuple[int, Item]]

# How few numbers may be missing at the beginning of a list: more, and the file is an extract.
_LOST = 2


class Fault(NamedTuple):
    """`item` does not go on the count of `before`, as printed.

    `missing` of a gap: `18、20–22`; of a step back, the number that stands inside of `item`'s text.
    """

    kind: Kind
    before: str
    item: Item
    missing: str = ""


@once
def faults_of(plan: Plan) -> tuple[Fault, ...]:
    """Every number of `plan` that is out of order; five checks ask for the same plan in turn."""
    lists = lists_of(plan)
    found = [fault for items in lists.by_parent.values() for fault in _of_list(items, lists)]
    slips = {(fault.item.order, _due_after(fault, lists)) for fault in found}
    for chain in lists.by_style.values():
        found += _of_chain(chain, lists, slips)
    return tuple(found)


def _due_after(fault: Fault, lists: Lists) -> int:
    """The number due after an item whose own is wrong, had it been right."""
    return lists.last_before(fault.item).number + 2


def _of_list(items: Sequence[Item], lists: Lists) -> list[Fault]:
    """The faults among the items under one heading; none where the numbers plainly do not count."""
    if _counts_on(items):
        return []
    found: list[Fault] = []
    run: list[Item] = []
    for place, item in enumerate(items):
        if run and _begins_anew(items, place, run[0].number, lists):
            found += _of_run(run, lists)
            if item.task is not None and not lists.is_elsewhere(run[-1], item):
                found.append(Fault("restart", run[-1].label, item))
            run = []
        run.append(item)
    found += _of_run(run, lists)
    return [] if _is_extract(items, found, lists) else found


def _counts_on(items: Sequence[Item]) -> bool:
    numbers = [item.number for item in items]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _begins_anew(items: Sequence[Item], place: int, first: int, lists: Lists) -> bool:
    """Whether a count begins at `place`, after one that began with `first`.

    A 1 after a 1 repeats it, if both stand in one place; 2, 1, 3 is one count.
    """
    if items[place].number != 1 or _is_slip(items, place):
        return False
    before, after = items[place - 1], items[place + 1 : place + 2]
    if first > 1 and after and after[0].number > before.number:
        return False
    return before.number != 1 or lists.is_elsewhere(before, items[place])


def _is_slip(items: Sequence[Item], place: int) -> bool:
    """Whether one number alone is wrong: 17, 1, 19."""
    around = items[place - 1 : place + 2]
    return len(around) == 3 and around[2].number == around[0].number + 2


def _is_extract(items: Sequence[Item], found: Sequence[Fault], lists: Lists) -> bool:
    """Whether the numbers come from another document, of which these are some items."""
    gaps = sum(fault.kind == "gap" for fault in found)
    late = items[0].number > 1 + _LOST and gaps >= 2 and lists.is_first(items[0])
    return late or (len(found) >= 3 and len(found) * 2 >= len(items))


def _of_run(run: Sequence[Item], lists: Lists) -> Iterator[Fault]:
    """The faults in a count that begins once."""
    if not run:
        return
    seen = {item.number for item in run}
    due = run[0].number + 1
    for place, item in enumerate(run[1:], start=1):
        if item.number == due:
            due += 1
            continue
        slip = run[place + 1 : place + 2]
        alone = bool(slip) and slip[0].number == due + 1 != item.number
        before = run[place - 1]
        if item.number > due:
            lost = [due] if alone else [n for n in range(due, item.number) if n not in seen]
            yield from _gap(before, item, lost, lists)
        elif item.number < due - 1:
            yield Fault("back", before.label, item)
        elif not before.is_reprinted(item):
            yield Fault("repeated", before.label, item)
            if alone:
                yield from _gap(item, slip[0], [due], lists)
        due = due + 1 if alone else item.number + 1


def _gap(before: Item, item: Item, lost: Sequence[int], lists: Lists) -> Iterator[Fault]:
    """The gap before `item`, if no heading, paragraph or text bears a number that is lost."""
    borne = lists.borne(before, item)
    rest = [number for number in lost if number not in borne]
    if rest and lists.written(item).issuperset(rest):
        # The lost item stands behind its follower, and was not told apart from it: 46, 48, 47.
        yield Fault("back", item.label, item, _ranges(rest))
    elif rest:
        yield Fault("gap", before.label, item, _ranges(rest))


def _of_chain(
    chain: Sequence[Sequence[Item]], lists: Lists, slips: set[tuple[int, int]]
) -> Iterator[Fault]:
    """The faults where the count of one heading's items meets that of the next heading's.

    `slips`: the last items of lists whose own number is wrong, with the number that is then due.
    """
    if not chain:
        return
    yield from _of_beginning(chain[0], lists)
    steps = [(lists.last_before(items[0]), items[0]) for items in chain[1:]]
    restarts = sum(item.number == 1 for _, item in steps)
    goes_on = sum(1 < item.number == before.number + 1 for before, item in steps)
    found = [
        fault
        for before, item in steps
        if (before.order, item.number) not in slips
        for fault in _at_step(before, item, lists, anew=restarts > goes_on)
    ]
    if len(found) < 3 or len(found) * 2 < len(chain):
        yield from found


def _of_beginning(items: Sequence[Item], lists: Lists) -> Iterator[Fault]:
    """A plan that begins with 2; one that begins with 17 is an extract, one untitled a piece."""
    item = items[0]
    if lists.titled and 1 < item.number <= 1 + _LOST and _counts_on(items):
        borne = lists.borne_anywhere(item)
        lost = [number for number in range(1, item.number) if number not in borne]
        if lost:
            yield Fault("gap", lists.heading(item), item, _ranges(lost))


def _at_step(before: Item, item: Item, lists: Lists, *, anew: bool) -> Iterator[Fault]:
    """`anew`: under most headings the count begins with 1."""
    if item.number in (1, before.number + 1):
        return
    borne = lists.borne_anywhere(item)
    if item.number > before.number and not anew:
        counted = {other.number for items in lists.by_style[item.style] for other in items}
        lost = [n for n in range(before.number + 1, item.number) if n not in borne | counted]
        if lost:
            yield Fault("gap", before.label, item, _ranges(lost))
    elif anew or item.number == 2 < before.number:
        own = {other.number for other in lists.by_parent[item.parent, item.style]}
        lost = [number for number in range(1, item.number) if number not in borne | own]
        if 0 < len(lost) <= _LOST:
            yield Fault("gap", lists.heading(item), item, _ranges(lost))
    elif item.number == before.number:
        yield Fault("repeated", before.label, item)
    else:
        yield Fault("back", before.label, item)


def _ranges(numbers: Sequence[int]) -> str:
    """`18`, `18、20–22`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return "、".join("–".join(map(str, run)) for run in runs)
