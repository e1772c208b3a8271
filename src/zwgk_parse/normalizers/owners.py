"""Owners: in goes the text of a cell or bracket, out come the units it names and their roles.

The reading of a text: layout spaces go, deadlines and conventions are set aside, labels give each
part its role, clauses theirs, and the names of a clause are told apart and get their level back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.glyphs import Strip
from zwgk_parse.document.passage import Passage
from zwgk_parse.messages import remark
from zwgk_parse.normalizers.owner_conventions import (
    FIRST_LEADS,
    JOINED,
    Convention,
    apply_convention,
    lasts,
    led_by_first,
)
from zwgk_parse.normalizers.owner_elision import restored
from zwgk_parse.normalizers.owner_marks import doubt, likely, settled_levels
from zwgk_parse.normalizers.owner_prose import statements
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import Owner
from zwgk_parse.vocabulary.deadlines import deadline_clauses
from zwgk_parse.vocabulary.role_words import is_deadline_label
from zwgk_parse.vocabulary.roles import labelled_fields, owner_brackets, role_of_heading
from zwgk_parse.vocabulary.unit_clauses import ALONGSIDE, Clause, clauses
from zwgk_parse.vocabulary.unit_levels import level_of
from zwgk_parse.vocabulary.unit_lists import names, without_layout
from zwgk_parse.vocabulary.unit_names import is_group, scope_of
from zwgk_parse.vocabulary.units import known, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.plan.model import Role

__all__ = ["Convention", "OwnersReading", "apply_convention", "read_owners", "read_prose_owners"]

_FULL_WIDTH = str.maketrans("()", "（）")
_OWN_ROLE = lazy(r"[（(](牵头|主办|主责|配合|协办|责任|指导)(?:单位|部门|[处科]室)?[）)]$")
_NUMBER = lazy(r"\s*(?:\d{1,2}[.．)）]|[①-⑳])?\s*")
_TRAILING = " \t\u3000。．.·…—-－~*＊"
_ANYBODY = lazy(r"(?:各?(?:有关|相关))(?:部门|单位|方面|地方)(?:[和及](?:单位|部门|地方))?")
_EMPTY_BRACKETS = lazy(r"[（(][，\s]*[）)]")


class OwnersReading(NamedTuple):
    """The owners of one text, what was doubtful, and the convention that it sets, if any."""

    owners: tuple[Owner, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    convention: Convention | None = None


class _Part(NamedTuple):
    """The range under one label or heading, the role that this gives, and its words."""

    start: int
    end: int
    role: Role
    role_raw: str | None


class _Named(NamedTuple):
    """An owner, still without its places, and the ranges of the text that name it."""

    owner: Owner
    ranges: tuple[tuple[int, int], ...]


class _Statement(NamedTuple):
    """What a text says of owners, wherever it stands."""

    named: tuple[_Named, ...]
    leftovers: tuple[tuple[int, int], ...]
    first: re.Match[str] | None
    joined: re.Match[str] | None


class _Name(NamedTuple):
    """A name's range in the text, with the role of its own words or of its part."""

    start: int
    end: int
    role: Role
    role_raw: str | None


def read_owners(words: Passage, *, heading: str | None, year: int | None) -> OwnersReading:
    """The owners that `words` name: a cell under `heading`, or the content of a bracket.

    `words` may hold labels of its own, deadlines (left alone here) and conventions. Units found in
    their full form are those of `year`.
    """
    words = without_layout(words)
    said = _statement(words.text, heading, year)
    owners = tuple(_placed(named, words) for named in said.named)
    convention = _convention(words, said.first, said.joined, year)
    unread = [*_doubts(owners), *_leftovers(words, said.leftovers)]
    return OwnersReading(owners, tuple(unread), convention)


@remembered
def _statement(printed: str, heading: str | None, year: int | None) -> _Statement:
    """What the text of a cell or bracket says; a plan prints the same one over and over."""
    text = _without_deadlines(printed)
    joined = JOINED.search(text)
    text, first = _blanked(text, [joined.span()] if joined else []), FIRST_LEADS.search(text)
    text = _blanked(text, [first.span()] if first else [])
    found = [name for part in _parts(text, heading) for name in _names(text, part)]
    ranges = _owners(printed, text, found, year)
    owners = settled_levels(tuple(ranges), heading)
    if first or (heading and FIRST_LEADS.search(heading)):
        owners = led_by_first(owners, first[0] if first else str(heading))
    named = map(_Named, owners, map(tuple, ranges.values()))
    return _Statement(tuple(named), tuple(_unread_ranges(text)), first, joined)


def _placed(named: _Named, words: Passage) -> Owner:
    """The owner with the places of its words."""
    if len(words.marks) == 1 and not isinstance(words.marks[0][1], Strip):
        spans = words.spans
    else:
        printed = (words.slice(start, end) for start, end in named.ranges)
        spans = tuple(dict.fromkeys(span for passage in printed for span in passage.spans))
    return named.owner.model_copy(update={"provenance": spans})


def read_prose_owners(text: Passage, *, year: int | None) -> OwnersReading:
    """The owners that running prose names by a role word, and those of the brackets inside it.

    A unit that is merely the subject of a sentence is none, nor is one in a description
    (`由农业农村部牵头的协调机制`).
    """
    brackets = owner_brackets(text.text)
    inside = [text.slice(start, end).strip("（()）【】〔〕[]［］") for start, end in brackets]
    outside = [text.slice(start, end) for start, end in statements(text.text, brackets)]
    readings = [read_owners(words, heading=None, year=year) for words in [*outside, *inside]]
    owners = {(o.name, o.role): o for reading in readings for o in reading.owners}
    return OwnersReading(
        tuple(owners.values()),
        tuple(diagnostic for reading in readings for diagnostic in reading.diagnostics),
        next((reading.convention for reading in readings if reading.convention), None),
    )


def _has_words(text: str) -> bool:
    """Whether `text` holds a Chinese character or a Latin letter."""
    return any("\u3400" <= char <= "\u9fff" or (char.isascii() and char.isalpha()) for char in text)


def _without_deadlines(text: str) -> str:
    """`text` with commas in the place of deadlines, so that its offsets stay."""
    text = _blanked(text, deadline_clauses(text))
    return _blanked(text, (match.span() for match in _EMPTY_BRACKETS.finditer(text)))


def _blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """`text` with commas in the place of `ranges`, which are in order."""
    pieces, at = [], 0
    for start, end in ranges:
        pieces += [text[at:start], "，" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _convention(
    words: Passage, first: re.Match[str] | None, joined: re.Match[str] | None, year: int | None
) -> Convention | None:
    """What the sentences found in `words` settle for later tasks."""
    lasting = first if first and lasts(first[0]) else None
    if lasting is None and joined is None:
        return None
    owners: tuple[Owner, ...] = ()
    if joined:
        owners = read_owners(words.slice(*joined.span("who")), heading=None, year=year).owners
    printed = [words.slice(*match.span()) for match in (lasting, joined) if match]
    spans = tuple(dict.fromkeys(span for passage in printed for span in passage.spans))
    first_words = lasting[0] if lasting else ""
    return Convention(lasting is not None, owners, spans, first_words)


def _parts(text: str, heading: str | None) -> Iterator[_Part]:
    """The text under the heading up to its first label, then what stands behind each label."""
    role = (role_of_heading(heading) if heading else None) or "responsible"
    printed = re.sub(r"\s+", "", heading) if heading and role_of_heading(heading) else None
    fields = labelled_fields(text)
    yield _Part(0, fields[0][1] if fields else len(text), role, printed)
    for label, _, start, end in fields:
        if not is_deadline_label(label):
            yield _Part(start, end, role_of_heading(label) or "responsible", label)


def _names(text: str, part: _Part) -> Iterator[_Name]:
    for clause in clauses(text[part.start : part.end]):
        for start, end in names(text[part.start + clause.start : part.start + clause.end]):
            at = part.start + clause.start
            name = _name(text, at + start, at + end, clause, part)
            if name:
                yield name


def _name(text: str, start: int, end: int, clause: Clause, part: _Part) -> _Name | None:
    """The range without list numbers and a role in brackets; None where no name is left."""
    number = _NUMBER.match(text, start, end)
    start = number.end() if number else start
    end = start + len(text[start:end].rstrip(_TRAILING))
    printed = text[start:end]
    if not _has_words(printed) or printed in ("无", "下同", "以下", "同上"):
        return None
    if clause.word in ALONGSIDE and _ANYBODY.fullmatch(printed):
        return None
    own = _OWN_ROLE.search(printed)
    if own:
        return _Name(start, start + own.start(), role_of_heading(own[1]) or "responsible", own[1])
    if clause.role:
        return _Name(start, end, clause.role, clause.word)
    return _Name(start, end, part.role, part.role_raw)


def _owners(
    printed: str, text: str, found: list[_Name], year: int | None
) -> dict[Owner, list[tuple[int, int]]]:
    """One Owner for each (name, role) with the ranges that name it, in printed order."""
    owners: dict[tuple[str, str], Owner] = {}
    ranges: dict[Owner, list[tuple[int, int]]] = {}
    full = restored(text, ((name.start, name.end) for name in found))
    for name, restored_name in zip(found, full, strict=True):
        owner = _owner(printed[name.start : name.end], restored_name, name, year)
        owner = owners.setdefault((owner.name, owner.role), owner)
        ranges.setdefault(owner, []).append((name.start, name.end))
    return ranges


def _owner(printed: str, name: str, found: _Name, year: int | None) -> Owner:
    name = name.translate(_FULL_WIDTH)
    group = is_group(name)
    # A name that is doubtful as printed stands for no full form.
    body = None if group or doubt(name) else known(name, year)
    return Owner(
        name=name,
        raw=Passage(printed).tidy().text,
        canonical=(body.canonical if body else None) or name,
        system=body.system if body else None,
        level=level_of(name),
        role=found.role,
        role_raw=found.role_raw,
        kind="group" if group else "unit",
        scope=scope_of(name) if group else None,
    )


def _doubts(owners: tuple[Owner, ...]) -> Iterator[Diagnostic]:
    for owner in owners:
        reason = doubt(owner.name)
        if reason:
            meant = likely(owner.name)
            said = f"{reason}; perhaps {meant}" if meant else reason
            yield remark("ZW403", owner.provenance, text=owner.raw, reason=said)


def _leftovers(words: Passage, ranges: Iterable[tuple[int, int]]) -> Iterator[Diagnostic]:
    """A remark on each piece that belongs to no label read here."""
    for start, end in ranges:
        rest = words.slice(start, end).strip(" ，,；;。、【〔[")
        if rest:
            yield remark("ZW306", rest.spans, text=rest.text)


def _unread_ranges(text: str) -> Iterator[tuple[int, int]]:
    """What stands behind a labelled value and before the next label, if it holds words."""
    fields = labelled_fields(text)
    starts = [*(start for _, start, _, _ in fields[1:]), len(text)][: len(fields)]
    for (*_, end), following in zip(fields, starts, strict=True):
        if _has_words(text[end:following]):
            yield end, following
