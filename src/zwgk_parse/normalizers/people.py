"""Cells that name persons → Person: names parted, a telephone number told from a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from zwgk_parse.plan.model import Person, PersonRole
from zwgk_parse.vocabulary.headings import field_of_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.raw import RawField

_PHONE = re.compile(r"(?<!\d)(?:1\d{10}|(?:0\d{2,3}[-—－ ]?)?\d{7,8}(?:[-—－转]\d{1,4})?)(?!\d)")
_BETWEEN = re.compile(r"[、，,；;/\n]|\s+")
# Two-character names are often printed with a space to match three characters in width: 张 三.
_SPREAD = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)


def read_people(fields: Sequence[RawField]) -> tuple[Person, ...]:
    """The persons named in the cells of a row, each with the role its column gives."""
    return tuple(person for field in fields for person in _people(field))


def _people(field: RawField) -> Iterator[Person]:
    role = cast(PersonRole, field_of_heading(field.heading or "") or "person")
    text = "\n".join(piece.text for piece in field.pieces)
    phones = _PHONE.findall(text)
    names = [
        name.strip("（）():： ")
        for name in _BETWEEN.split(_SPREAD.sub(r"\1\2", _PHONE.sub(" ", text)))
    ]
    names = [name for name in names if name]
    for position, name in enumerate(names):
        phone = phones[position] if len(phones) == len(names) else None
        yield Person(name=name, role=role, phone=phone)
