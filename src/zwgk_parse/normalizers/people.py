"""Cells that name persons → Person: names parted, a telephone number told from a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import Person, PersonRole
from zwgk_parse.vocabulary.headings import field_of_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.raw import RawField

_PHONE = lazy(r"(?<!\d)(?:1\d{10}|(?:0\d{2,3}[-—－ ]?)?\d{7,8}(?:[-—－转]\d{1,4})?)(?!\d)")
_NAME = lazy(r"[^\W\d_]")
_BETWEEN = lazy(r"[、，,；;/\n]|\s+")
# Two-character names are often printed with a space to match three characters in width: 张 三.
# Compiled when a plan names persons: `re` unfolds each range into its 20,000 characters.
_SPREAD = r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])"


def read_people(
    fields: Sequence[RawField],
) -> tuple[tuple[Person, ...], tuple[RawField, ...]]:
    """The persons named in a row's cells, each with the role of its column, and the cells to keep.

    A cell of telephone numbers alone belongs to the persons of the cell before it, where there
    are as many of them.
    """
    people: list[Person] = []
    unread: list[RawField] = []
    latest: list[Person] = []
    for field in fields:
        names, phones = _names_and_phones(field)
        if not names:
            if phones and len(phones) == len(latest) and not any(p.phone for p in latest):
                people[-len(latest) :] = [
                    person.model_copy(update={"phone": phone})
                    for person, phone in zip(latest, phones, strict=True)
                ]
            else:
                unread.append(field)
            continue
        latest = list(_people(field, names, phones))
        people += latest
        if phones and len(phones) != len(names):
            unread.append(field)
    return tuple(people), tuple(unread)


def _names_and_phones(field: RawField) -> tuple[list[str], list[str]]:
    text = "\n".join(piece.text for piece in field.pieces)
    names = [
        name.strip("（）():： ")
        for name in _BETWEEN.split(re.sub(_SPREAD, r"\1\2", _PHONE.sub(" ", text)))
    ]
    return [name for name in names if _NAME.search(name)], _PHONE.findall(text)


def _people(field: RawField, names: Sequence[str], phones: Sequence[str]) -> Iterator[Person]:
    role = cast(PersonRole, field_of_heading(field.heading or "") or "person")
    for position, name in enumerate(names):
        phone = phones[position] if len(phones) == len(names) else None
        yield Person(name=name, role=role, phone=phone)
