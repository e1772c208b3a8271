"""What else a task says goes in, before and after; what differs comes out: columns, people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.year import plain, same
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.role_words import role_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.plan.model import Person, Task

_NO_WORDS = lazy(r"[\W_]+")
_JOINING = frozenset("和与及等由并或")


def changed_fields(old: Sequence[Task], new: Sequence[Task], years: int) -> Iterator[Told]:
    """What differs in the columns and people of tasks that stand for one."""
    before, after = _columns(old), _columns(new)
    for heading in sorted(before.keys() | after.keys()):
        was, now = before.get(heading), after.get(heading)
        if not same(was, now, years):
            yield Told("field-changed", was, now, field=f"columns.{heading}")
    people, others = _people(old), _people(new)
    if set(people) != set(others):
        yield Told("field-changed", _list(people), _list(others), field="people")


def _columns(tasks: Sequence[Task]) -> dict[str, str]:
    """The texts of each column; what several tasks have alike counts once."""
    found: dict[str, dict[str, str]] = {}
    for task in tasks:
        for column in task.columns:
            heading = plain(column.heading)
            found.setdefault(heading, {}).setdefault(plain(column.text), column.text)
    return {heading: "；".join(texts.values()) for heading, texts in found.items()}


def _people(tasks: Sequence[Task]) -> dict[Person, None]:
    return dict.fromkeys(person for task in tasks for person in task.people)


def _list(people: Iterable[Person]) -> str | None:
    """The people as one reads them: the name, the telephone where there is one, the role."""
    lines = (
        f"{person.name}（{person.role}{f'，{person.phone}' if person.phone else ''}）"
        for person in people
    )
    return "、".join(lines) or None


def unread_fields(old: Task, new: Task, told: Sequence[Told], years: int) -> Iterator[Told]:
    """The cells of owners and deadlines where only words differ that nothing was read from."""
    kinds = {one.kind.partition("-")[0] for one in told}
    cells = (
        ("owners_raw", "owner", old.owners_raw, new.owners_raw),
        ("deadline_raw", "deadline", old.deadline_raw, new.deadline_raw),
    )
    for field, kind, was, now in cells:
        if (
            kind not in kinds
            and not same(was, now, years)
            and _rest(old, field) != _rest(new, field)
        ):
            yield Told("field-changed", was, now, field=field)


def _rest(task: Task, field: str) -> list[str]:
    """The words of a cell that no owner or deadline was read from."""
    if field == "owners_raw":
        words, read = task.owners_raw, [owner.raw for owner in task.owners]
        read += [owner.role_raw for owner in task.owners if owner.role_raw]
        read += role_words()
    else:
        words, read = task.deadline_raw, [deadline.raw for deadline in task.deadlines]
    known = sorted({plain(one) for one in read if one}, key=len, reverse=True)
    left = (
        re.sub("|".join(map(re.escape, known)), " ", plain(words or ""))
        if known
        else plain(words or "")
    )
    parts = (part.strip("和与及等由并或") for part in _NO_WORDS.split(left))
    return sorted(part for part in parts if part and not _JOINING.issuperset(part))
