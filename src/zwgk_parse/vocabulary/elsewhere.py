"""Words that stand for what is written in another place: in goes a text, out comes what it is."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

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


# One of these every placeholder has.
_HINTS = (
    *(
        "××",
        "✕✕",
        "╳╳",
        "xx",
        "XX",
        "xX",
        "Xx",
        "ＸＸ",
        "**",
        "＊＊",
        "某某",
        "__",
        "＿＿",
        "_＿",
        "＿_",
    ),
    *(
        "待核",
        "待定",
        "待补",
        "待确",
        "待明",
        "待填",
        "待完",
        "待更",
        "此处",
        "年月日",
        "年月底",
        "月日前",
    ),
    *("TODO", "TBD"),
)

# What shows a form, not a gap: 标题统一为“××局2022年年度报告”, 文号格式为XX号.
_QUOTED = lazy(r"[“《「『‘\"][^“”《》「」『』‘’\"]*[”》」』’\"]")
_SHOWN = lazy(r"(?:格式|样式|模板|范本|样本|例如|譬如|形如|命名|字样)[^。；;]*$")


def placeholders(text: str) -> Iterator[str]:
    """The signs left in `text` for words still to come (`××局`, `【待核实】`)."""
    # Few texts hold any of the signs, and to look for those is quick.
    found = list(_pattern("placeholder").finditer(text)) if _is_hinted(text) else []
    quoted = [match.span() for match in _QUOTED.finditer(text)] if found else []
    for match in found:
        inside = any(start < match.start() < end for start, end in quoted)
        if not inside and not _SHOWN.search(text, 0, match.start()):
            yield text[match.start() : match.end() + 1].rstrip("，,。；;、：: ）)")


def _is_hinted(text: str) -> bool:
    return any(hint in text for hint in _HINTS)


@lru_cache(maxsize=4096)
def is_placeholder(name: str) -> bool:
    """Whether a name is none: it begins with such a sign, or consists of a sign or 待定."""
    match = _pattern("placeholder").match(name) or _pattern("stub").fullmatch(name)
    return match is not None
