"""Lines that a site prints around every document: where one is, buttons, counters, footers."""

from __future__ import annotations

import re

from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.html.words import section, words
from zwgk_parse.vocabulary.page_words import is_page_number, is_rule
from zwgk_parse.vocabulary.roles import owner_brackets

SHORT = 80
_PATTERNS = {row["kind"]: re.compile(row["pattern"]) for row in section("furniture")["lines"]}
_LONGEST_FIRST = sorted(words("furniture", "buttons"), key=len, reverse=True)
_BUTTON = re.compile("|".join(map(re.escape, _LONGEST_FIRST)))
_AROUND = re.compile(r"[\s【】\[\]（）()|｜/·:：>＞、,，+Aa-]+")

# One such word makes a line a footer, unless it is a sentence; such words near it go with it.
_FOOTER = re.compile(
    r"ICP\s*[备证]|公网安备|版权所有|网站标识码|政府网站找错|All Rights Reserved|Copyright|©"
    r"|建议使用.{0,30}(?:分辨率|浏览器)|网站地图|中文域名|网站声明|隐私(?:声明|保护)|站点地图",
    re.IGNORECASE,
)
_NEAR_FOOTER = re.compile(
    r"(?:主办|承办|协办|维护|建设|管理|技术支持|地址|联系电话|联系方式|电话|邮编|邮箱|传真|备案|网站|联系我们|关于我们|手机版)"
)
_FOOTER_LENGTH = 200
_SENTENCE = re.compile("[。；！？]")


def is_furniture(text: str) -> bool:
    """Whether the line as it stands belongs to the page and not to a document on it."""
    if len(text) <= SHORT and any(pattern.fullmatch(text) for pattern in _PATTERNS.values()):
        return True
    return is_page_number(text) or is_rule(text) or is_footer(text) or _is_buttons(text)


def is_related(text: str) -> bool:
    """Whether the line heads a list of links to other pages."""
    return len(text) <= SHORT and _PATTERNS["related"].fullmatch(text) is not None


def is_footer(text: str) -> bool:
    """Whether the line is a site's footer: record number, copyright."""
    return len(text) <= _FOOTER_LENGTH and _FOOTER.search(text) is not None and not _is_prose(text)


def is_near_footer(text: str) -> bool:
    """Whether the line, next to a footer, belongs to it: who runs the site, how to reach them."""
    return (
        len(text) <= _FOOTER_LENGTH and _NEAR_FOOTER.match(text) is not None and not _is_prose(text)
    )


def _is_prose(text: str) -> bool:
    """Whether a line is a document's own: a sentence, a numbered item, words that name owners."""
    if _SENTENCE.search(text) or read_label(text) is not None:
        return True
    return bool(owner_brackets(text))


def _is_buttons(text: str) -> bool:
    if len(text) > SHORT:
        return False
    return bool(text) and len(text) > 1 and not _AROUND.sub("", _BUTTON.sub(" ", text))
