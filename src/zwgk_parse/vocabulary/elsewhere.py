"""Words that stand for what is written in another place: in goes a text, out comes what it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table

if TYPE_CHECKING:
    import re

_OUTER = '（）()【】[]“”"。.；;，,、：: \t\n\u3000'
# The longest text that can be a stub.
_LONGEST = 80
# A longer one names where to look.
_SHORT = 12


@cache
def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one table, with their examples."""
    return cast("list[dict[str, Any]]", table("vocabulary", "elsewhere")[name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return lazy("|".join(f"(?:{row['pattern']})" for row in rows(name)))


def is_stub(text: str) -> bool:
    """Whether a task's text says nothing but that it stands elsewhere (`详见附件`), or nothing."""
    if len(text) > _LONGEST or (len(text) > _SHORT and "附" not in text and "见" not in text):
        return False
    bare = text.strip(_OUTER)
    whole = (text.strip(), bare, bare + "）", bare + "》")
    return any(_pattern("stub").fullmatch(each) is not None for each in whole if each)


def assigns_elsewhere(text: str) -> bool:
    """Whether `text` says that the owners stand in an attachment (`责任分工见附件`)."""
    return "附" in text and _pattern("owners_elsewhere").search(text) is not None
