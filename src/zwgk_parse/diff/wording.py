"""A task before and after goes in, whether its words differ beyond what is told of it comes out.

Deadlines and targets that have a counterpart become marks, those that have none are taken out, and
what is left is compared.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.targets import printed
from zwgk_parse.diff.year import plain, same_plain
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.role_words import role_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.diff.deadlines import Due
    from zwgk_parse.plan.model import Owner, Target, Task

# The words for a time that a deadline's phrase begins with; more may follow, as in 每年举办…2期.
_TIME = lazy(
    r"(?:[0-9〇一二三四五六七八九十两每全上下年月日季度周天旬半初中末底前后之以内至到截止今本次当按逐于自起即\"-]|工作)+"
)
_BRACKET = lazy(r"\([^()]*\)")
# What goes when a phrase is taken out of its sentence, or comes with one.
_LOOSE = lazy(r"[\W_]+|[于在至到将并且](?=\ue8ff)|\ue8ff")
_GONE = "\ue8ff"
_FIRST_MARK = 0xE000


class Settled(NamedTuple):
    """The counterparts among the deadlines and targets of two tasks, and all that each task has."""

    dues: Sequence[tuple[Due, Due]]
    targets: Sequence[tuple[Target, Target]]
    old: tuple[Sequence[Due], Sequence[Target]]
    new: tuple[Sequence[Due], Sequence[Target]]


class _Mark(NamedTuple):
    """text[start:end], and what is put there."""

    start: int
    end: int
    put: str


def is_reworded(old: Task, new: Task, settled: Settled, years: int) -> bool:
    """Whether the words of two tasks differ beyond their deadlines, targets, owners and years."""
    here, there = plain(old.text), plain(new.text)
    if same_plain(here, there, years):
        return False
    marks = _marks(settled)
    first = _marked(here, marks[0], settled.old)
    second = _marked(there, marks[1], settled.new)
    if _alike(first, second, years):
        return False
    return not _alike(
        _without(first, old.owners, new.owners), _without(second, new.owners, old.owners), years
    )


def _alike(old: str, new: str, years: int) -> bool:
    if _GONE in old or _GONE in new:
        return same_plain(_LOOSE.sub("", old), _LOOSE.sub("", new), years)
    return same_plain(old, new, years)


def _marks(settled: Settled) -> tuple[dict[int, str], dict[int, str]]:
    """The mark of each deadline and target that has a counterpart, by its identity."""
    old, new = dict[int, str](), dict[int, str]()
    pairs = [(here, there) for here, there in settled.dues if here.in_text and there.in_text]
    changed = [(here, there) for here, there in settled.targets if here.value != there.value]
    for number, (one, other) in enumerate((*pairs, *changed), _FIRST_MARK):
        old[id(one)] = new[id(other)] = chr(number)
    for same, twin in settled.targets:
        if same.value == twin.value:
            old[id(same)] = new[id(twin)] = ""
    return old, new


def _marked(text: str, marks: dict[int, str], given: tuple[Sequence[Due], Sequence[Target]]) -> str:
    """`text` with its deadlines and targets as marks."""
    dues, targets = given
    parts, at = [], 0
    spans = [*_of_dues(dues, marks), *_of_targets(text, targets, marks)]
    for start, end, put in sorted(spans):
        if start >= at:
            parts += [text[at:start], put]
            at = end
    return "".join((*parts, text[at:]))


def _of_dues(dues: Iterable[Due], marks: dict[int, str]) -> Iterator[_Mark]:
    for due in dues:
        if not due.in_text:
            continue
        raw = plain(due.deadline.raw)
        time = _TIME.match(raw) if due.deadline.times is not None else None
        length = time.end() if time else len(raw)
        yield _Mark(due.start, due.start + length, marks.get(id(due), _GONE))


def _of_targets(text: str, targets: Iterable[Target], marks: dict[int, str]) -> Iterator[_Mark]:
    """Of a target that has a counterpart its number and unit, of another its whole phrase."""
    seen = Counter[tuple[str, str]]()
    for target in targets:
        raw, number = plain(target.raw), plain(printed(target))
        start = _nth(raw, text, seen[raw, number])
        seen[raw, number] += 1
        put = marks.get(id(target), _GONE)
        if start < 0 or put == "":
            continue
        if put == _GONE:
            yield _Mark(start, start + len(raw), put)
        else:
            start += max(0, raw.find(number))
            yield _Mark(start, start + len(number), put)


def _nth(raw: str, text: str, number: int) -> int:
    """Where `raw` stands in `text` for the n-th time, or for the last."""
    places = [match.start() for match in re.finditer(re.escape(raw), text)]
    return places[min(number, len(places) - 1)] if places else -1


def _without(text: str, own: Sequence[Owner], others: Sequence[Owner]) -> str:
    """`text` without brackets that only name owners, and without owners that the other has not."""
    raws = sorted({plain(owner.raw) for owner in own}, key=len, reverse=True)
    text = _BRACKET.sub(lambda match: "" if _names_owners(match[0], raws) else match[0], text)
    elsewhere = {plain(owner.raw) for owner in others}
    for raw in raws:
        if raw not in elsewhere:
            text = text.replace(raw, "")
    return text


def _names_owners(bracket: str, raws: Sequence[str]) -> bool:
    words = bracket
    for part in (*raws, *_role_words()):
        words = words.replace(part, "")
    return words != bracket and not re.search(r"\w\w", words)


def _role_words() -> list[str]:
    return sorted(role_words(), key=len, reverse=True)
