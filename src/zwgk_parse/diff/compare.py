"""Two plans go in, what makes the one into the other comes out, as models of plan/changes.py."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.collector import paused
from zwgk_parse.diff.edits import (
    PLAN_FIELDS,
    Places,
    order_of,
    plan_edits,
    plan_key,
    task_edits,
    task_key,
)
from zwgk_parse.diff.facts import changed_facts
from zwgk_parse.diff.match import match
from zwgk_parse.diff.order import changed_order
from zwgk_parse.diff.sections import headings
from zwgk_parse.diff.tasks import changed_pair, changed_together
from zwgk_parse.diff.telling import TURNED, Told
from zwgk_parse.diff.words import changed_words
from zwgk_parse.diff.year import years_between
from zwgk_parse.plan.changes import Change, Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pydantic import JsonValue

    from zwgk_parse.diff.matching import Matching, Pair
    from zwgk_parse.diff.sections import Headings
    from zwgk_parse.plan.changes import Kind, Words
    from zwgk_parse.plan.model import Plan

# The order in which what happened to one task, or to the plan, is told.
_KINDS: tuple[Kind, ...] = (
    "year-rolled",
    "plan-changed",
    "section-changed",
    "added",
    "split",
    "moved",
    "renumbered",
    "reworded",
    "owner-added",
    "owner-role-changed",
    "owner-renamed",
    "deadline-set",
    "deadline-earlier",
    "deadline-kind-changed",
    "deadline-changed",
    "target-set",
    "target-raised",
    "field-changed",
)
_RANKS = {kind: rank for rank, kind in enumerate(_KINDS)}
_RANKS |= {TURNED[kind]: rank for kind, rank in _RANKS.items() if kind in TURNED}


class _Entry(NamedTuple):
    """A change and where it comes."""

    places: Places
    told: Told
    score: float | None = None


class _Sides(NamedTuple):
    """Two plans, the years between them, and what became of their headings."""

    old: Plan
    new: Plan
    years: int
    headings: Headings


def diff(old: Plan, new: Plan) -> Changes:
    """What makes `old` into `new`; `diff(new, old)` is its mirror."""
    with paused():
        return compare(old, new, match(old, new))


def compare(old: Plan, new: Plan, matching: Matching) -> Changes:
    """What makes `old` into `new`, when it is known which task is which."""
    return Changes(
        old=plan_key(old),
        new=plan_key(new),
        changes=_changes(old, new, matching),
        plan=plan_edits(old, new),
        tasks=task_edits(old, new, matching),
        order=order_of(old, new, matching),
    )


def _changes(old: Plan, new: Plan, matching: Matching) -> tuple[Change, ...]:
    years = years_between(old, new)
    kept = [(old.tasks[pair.old], new.tasks[pair.new]) for pair in matching.pairs]
    sides = _Sides(old, new, years, headings(old, new, kept, years))
    entries = [_Entry(Places(), told) for told in changed_facts(old, new, years)]
    entries += _one_sided(matching)
    orders = changed_order(old.tasks, new.tasks, matching.pairs)
    for pair in matching.pairs:
        entries += _of_pair(sides, pair, orders.get(pair))
    for part in matching.splits:
        entries += _of_parts(sides, Places((part.whole,), part.parts), "split", part.score)
    for part in matching.mergers:
        entries += _of_parts(sides, Places(part.parts, (part.whole,)), "merged", part.score)
    entries += _of_headings(sides, matching, entries)
    often = "\n".join(task.text for task in (*old.tasks, *new.tasks)).count
    changes = [(entry.places.rank, _change(entry, sides, often)) for entry in entries]
    return tuple(change for _, change in sorted(changes, key=_place))


def _place(entry: tuple[tuple[int, int], Change]) -> tuple[object, ...]:
    """Where a change comes in the list: the same when the plans change places."""
    rank, change = entry
    keys = sorted((key.id, key.text or "") for key in (*change.old, *change.new))
    field = (change.field or "").partition(".")[0]
    values = sorted(_text(value) for value in (change.old_value, change.new_value))
    known = PLAN_FIELDS.index(field) if field in PLAN_FIELDS else 0
    subject = (known, change.field or "", change.owner or "")
    return (*rank, keys, _RANKS[change.kind], *subject, values)


def _text(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _change(entry: _Entry, sides: _Sides, often: Callable[[str], int]) -> Change:
    places, told = entry.places, entry.told
    before = [sides.old.tasks[place] for place in places.old]
    after = [sides.new.tasks[place] for place in places.new]
    words: tuple[Words, ...] = ()
    if told.kind == "reworded":
        words = changed_words(before[0].text, after[0].text, often)
    return Change(
        kind=told.kind,
        old=tuple(map(task_key, before)),
        new=tuple(map(task_key, after)),
        score=entry.score,
        field=told.field,
        owner=told.owner,
        old_value=told.old,
        new_value=told.new,
        words=words,
    )


def _one_sided(matching: Matching) -> Iterator[_Entry]:
    for place in matching.old_only:
        yield _Entry(Places(old=(place,)), Told("removed"))
    for place in matching.new_only:
        yield _Entry(Places(new=(place,)), Told("added"))


def _of_pair(sides: _Sides, pair: Pair, order: Told | None) -> Iterator[_Entry]:
    here, there = sides.old.tasks[pair.old], sides.new.tasks[pair.new]
    is_same = pair.by == "identity" and here.text == there.text
    score = None if is_same else round(pair.score, 4)
    places = Places((pair.old,), (pair.new,))
    for told in changed_pair(here, there, sides.years):
        yield _Entry(places, told, score)
    move = sides.headings.move([here.section], [there.section], sides.years) or order
    if move:
        yield _Entry(places, move, score)


def _of_parts(sides: _Sides, places: Places, kind: Kind, score: float) -> Iterator[_Entry]:
    """A split or merger, and what all parts together have otherwise than the whole."""
    before = [sides.old.tasks[place] for place in places.old]
    after = [sides.new.tasks[place] for place in places.new]
    score = round(score, 4)
    yield _Entry(places, Told(kind), score)
    for told in changed_together(before, after, sides.years):
        yield _Entry(places, told, score)
    sections = [task.section for task in before], [task.section for task in after]
    if move := sides.headings.move(*sections, sides.years):
        yield _Entry(places, move, score)


def _of_headings(sides: _Sides, matching: Matching, entries: Sequence[_Entry]) -> Iterator[_Entry]:
    """Headings that were worded anew, and those that came or went without a task that tells it."""
    told = [entry.places for entry in entries if entry.told.kind in ("moved", "split", "merged")]
    told_old = {*matching.old_only, *(place for places in told for place in places.old)}
    told_new = {*matching.new_only, *(place for places in told for place in places.new)}
    for one in sides.headings.changed(told_old, told_new):
        yield _Entry(Places(), one)
