"""Whether a page's characters can be what is printed on it.

A PDF shows glyphs; which characters they stand for is told by a map of the font (ToUnicode, ISO
32000-1, 9.10), which may be missing or wrong. The page then looks right and its text is rubbish.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from zwgk_parse.document.passage import clean

# The characters that official Chinese is mostly made of: a third of any page of it and more.
_COMMON = frozenset(
    "的一和工作行政府公开信息要在有部市单位关各对进实中发务理加强及重点等大为人民动面策解法规"
    "建设年月日区县省国会社新任制度上下不是以与机落任责按推完善定条件业保全提高组织领导情况通知"
    "印办室主管方案内容时限平台服众回应数据生态环境教育健康农村经济产安镇街道分类目录标准化"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_FEWEST = 60
# Shares of a page's characters.
_STRANGE = 0.05
_FAMILIAR = 0.12
_RARE = 0.2


class Sanity(NamedTuple):
    """The share of a page's characters that cannot be meant, and whether the page is rubbish."""

    strange: float
    rubbish: bool


def check(text: str) -> Sanity:
    """How plausible the text of a page is.

    Strange are private-use, unassigned and replacement characters, and those that no Chinese
    document has (outside GBK and Latin).
    """
    counts = Counter("".join(clean(text).split()))
    # Glyphs without a name come as their numbers, which are no characters that a page can show.
    numbers = len(_CONTROL.findall(text))
    shown = sum(counts.values())
    if not shown and not numbers:
        return Sanity(0.0, rubbish=False)
    odd = sum(map(counts.__getitem__, filter(_is_strange, counts)))
    strange = (numbers + odd) / (numbers + shown)
    han = sum(count for character, count in counts.items() if "\u3400" <= character <= "\u9fff")
    common = sum(map(counts.__getitem__, counts.keys() & _COMMON))
    familiar = common / han if han else 1.0
    rare = sum(map(counts.__getitem__, filter(_is_rare, counts))) / han if han else 0.0
    unlike = han >= _FEWEST and familiar < _FAMILIAR and rare > _RARE
    return Sanity(strange, rubbish=strange > _STRANGE or unlike)


def _is_strange(character: str) -> bool:
    if character < "\u0250" or "\u4e00" <= character <= "\u9fa5":
        return False
    if character == "\ufffd" or unicodedata.category(character) in ("Co", "Cn", "Cs", "Cc"):
        return True
    try:
        character.encode("gb18030" if character > "\uffff" else "gbk")
    except UnicodeEncodeError:
        return not ("\u2000" <= character <= "\u2bff" or "\u3000" <= character <= "\u303f")
    return False


def _is_rare(character: str) -> bool:
    """Whether a Chinese character is none of the 3,755 of GB/T 2312, level 1: names use those."""
    if not "\u3400" <= character <= "\u9fff":
        return False
    try:
        return character.encode("gb2312")[0] >= 0xD8
    except UnicodeEncodeError:
        return True
