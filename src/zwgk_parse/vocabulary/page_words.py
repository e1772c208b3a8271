"""Lines that belong to a page and not to its document: page numbers, breadcrumbs, facts."""

from __future__ import annotations

import re
from functools import cache

from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table

_PAGE_NUMBER = lazy(
    r"\s*(?:[-—–－―~]{1,3}\s*(?:第\s*)?\d{1,4}(?:\s*页)?\s*[-—–－―~]{1,3}"
    r"|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
    r"|<!-{2}(?:(?!-{2}).){0,200}-{2}>|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*",
    re.IGNORECASE,
)
_RULE = lazy(r"\s*(?:([-*_=—─━～~])\s*){3,}(?:正文\s*[-*_=—─━]*)?\s*")


_FEW = 30
_PROSE = lazy(r"[，。；、]|[\u4e00-\u9fff]{12}")


@cache
def _words() -> dict[str, list[str]]:
    return table("vocabulary", "page_words")  # type: ignore[no-any-return]


@cache
def _fact_pattern() -> re.Pattern[str]:
    spaced = (r"\s*".join(map(re.escape, label)) for label in _words()["facts"])
    longest_first = "|".join(sorted(spaced, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=\s))[【\[]?({longest_first})\s*[】\]]?\s*[:：]\s*[【\[]?")


def is_page_number(line: str) -> bool:
    """Whether a line is a page number alone: `— 2 —`, `第 3 页`, `4/12`."""
    return len(line) < 40 and _PAGE_NUMBER.fullmatch(line) is not None


def is_rule(line: str) -> bool:
    """Whether a line is a drawn rule: `---`, `****`, `==== 正文 ====`."""
    return len(line) < 200 and _RULE.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a short line belongs to the page: a breadcrumb, a share button, a counter.

    A breadcrumb may be long; else only a few words may follow, and no sentence.
    """
    plain = re.sub(r"\s+", "", line)
    if len(plain) <= 80 and plain.startswith(tuple(_words()["trail"])):
        return True
    begins = plain.startswith(tuple(_words()["furniture"]))
    return begins and len(plain) <= _FEW and _PROSE.search(plain) is None


def page_facts(line: str) -> list[tuple[str, int, int]]:
    """The labelled facts that a line consists of: (label, start, end of the value).

    `发布时间:2023-05-08 10:19 信息来源:盐亭县 阅读人次:` holds three. Empty when the line is none.
    """
    if len(line) > 400:
        return []
    found = list(_fact_pattern().finditer(line))
    if not found or line[: found[0].start()].strip():
        return []
    ends = [*(match.start() for match in found[1:]), len(line)]
    return [
        (re.sub(r"\s+", "", match[1]), match.end(), end)
        for match, end in zip(found, ends, strict=True)
    ]
