"""What a column heading says of the cells below it: heading → field."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal, cast

from zwgk_parse.tables import table
from zwgk_parse.vocabulary.roles import role_of_heading

Field = Literal[
    "number", "text", "section", "owners", "deadline", "leader", "person", "contact", "supervisor"
]
PEOPLE: tuple[Field, ...] = ("leader", "person", "contact", "supervisor")


@cache
def _fields() -> dict[str, Field]:
    return {
        heading: cast(Field, field)
        for field, headings in table("vocabulary", "headings").items()
        for heading in headings
    }


@lru_cache(maxsize=1024)
def field_of_heading(heading: str) -> Field | None:
    """The field that `heading` announces; None where it is no heading that we know.

    `责　任　单　位` → owners, `具体要求` → text, `完成时限（2022年）` → deadline.
    """
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", heading))
    if not plain or len(plain) > 20:
        return None
    for name in (plain, re.sub(r"\(.*\)$", "", plain).strip("*：:")):
        if name in _fields():
            return _fields()[name]
        if role_of_heading(name) is not None:
            return "owners"
    return None


@cache
def people_labels() -> re.Pattern[str]:
    """What stands before people's names in running text: `牵头领导：`, `责任人：`, no contacts."""
    labels = [label for label, field in _fields().items() if field in PEOPLE and field != "contact"]
    longest_first = "|".join(sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?<!主要)({longest_first})\s*[:：]\s*")


def is_header(cells: list[str]) -> bool:
    """Whether a row of cell texts is a table's header: two or more headings, nothing longer."""
    filled = [cell for cell in cells if cell.strip()]
    known = [cell for cell in filled if field_of_heading(cell) is not None]
    return len(known) >= 2 and all(len(cell) <= 20 for cell in filled)
