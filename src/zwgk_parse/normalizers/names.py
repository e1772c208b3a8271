"""The bodies that a document's head and foot name: issuer, addressees, those copied to.

In go the words as printed, out come names.
"""

from __future__ import annotations

import re

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.documents import is_addressed, is_title, is_unit

_LEAD = lazy(r"^(?:主送|抄送|抄报|抄发|分送)(?:单位|机关)?\s*[:：]\s*")
_END = lazy(r"[\s:：。；;，,]+$")
_COMMAS = "，,；;。"
_PAPER = lazy(r"文\s*件\s*$")
# Where the name of a body at the head of a title ends.
_ISSUES = lazy(
    r"^(?P<name>[\u4e00-\u9fff（）、·]{3,60}?)"
    r"(?=关于|印发|转发|批转|贯彻|落实|公布|发布|(?:19|20)\d\d年|[〇○二][\u3007○零一二三四五六七八九]{3}年)"
)


def split_names(text: str) -> tuple[str, ...]:
    """The bodies that a line of addressees or copies enumerates, one entry each.

    A 、 parts two entries only where the words on both sides of it are whole names: not in
    `各省、自治区、直辖市人民政府`.
    """
    bare = _END.sub("", _LEAD.sub("", text))
    return tuple(
        name for part in _split_outside(bare, _COMMAS) for name in _split_enumeration(part)
    )


def _split_enumeration(text: str) -> list[str]:
    names = _split_outside(text, "、")
    whole = all(is_addressed(name) and len(name) >= 3 and not _is_stub(name) for name in names)
    return names if whole else [text] if text else []


def _is_stub(name: str) -> bool:
    """Whether a name is only a kind of place, of which the next name says what is meant."""
    return bool(re.fullmatch(r"各?.{0,2}[省市县区镇乡]", name))


def _split_outside(text: str, separators: str) -> list[str]:
    """`text` cut at `separators` that stand outside brackets; empty pieces are left out."""
    pieces, piece, depth = [], "", 0
    for character in text:
        depth += (character in "（(") - (character in "）)")
        if character in separators and depth <= 0:
            pieces.append(piece)
            piece = ""
        else:
            piece += character
    return [each.strip() for each in (*pieces, piece) if each.strip()]


def letterhead_name(text: str) -> str:
    """The body that a letterhead names, without its 文件."""
    return _PAPER.sub("", text).strip()


def issuer_in_title(title: str) -> str | None:
    """The body that a title begins with (`国务院办公厅关于…`), or None."""
    match = _ISSUES.match(title)
    if match is None or not is_unit(match["name"]) or is_title(match["name"], strong=True):
        return None
    return match["name"]
