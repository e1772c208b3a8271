"""Where a rule for deadlines matches: plain text in, the rules and their matches out.

Hundreds of Chinese characters in the rules' classes would take `re` a third of a short run to
compile. So the rules are sought all at once, in narrow characters (see `_narrow`), and a rule is
compiled as it stands when it is first hit on.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.calendar import unnamed
from zwgk_parse.vocabulary.deadline_rules import DEADLINE_RULES, STARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.vocabulary.deadline_rules import Rule

_CLASS = lazy(r"\[[^\]]+\]")


def scan(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The rules that match in plain `text`, in order; the matches do not overlap."""
    for hit in _scanner().finditer(text.translate(_narrow())):
        index = int((hit.lastgroup or "r0")[1:])
        match = _pattern(index).match(text, hit.start())
        if match is not None:
            yield DEADLINE_RULES[index], match


@cache
def _scanner() -> re.Pattern[str]:
    """One pattern that finds where some rule matches narrow text, and which (its group)."""
    groups = (f"(?P<r{i}>{unnamed(rule.pattern)})" for i, rule in enumerate(DEADLINE_RULES))
    han = "〇一二三四五六七八九十"
    # No phrase begins inside a number.
    begins = rf"(?=[{STARTS}])(?!(?<=\d)\d|(?<=[{han}])[{han}])"
    return re.compile(rf"{begins}(?:{'|'.join(groups)})".translate(_narrow()))


@cache
def _pattern(index: int) -> re.Pattern[str]:
    """A rule's own pattern, compiled when the scanner first hits on it."""
    return re.compile(DEADLINE_RULES[index].pattern)


@cache
def _narrow() -> dict[int, str]:
    """What makes patterns and text narrow: characters of the rules' classes put below U+0100.

    `re` builds a map of 64K characters for every class that holds a wide one, hundreds of times
    for all the rules, and a bitmap where there is none. Wide and narrow change places, letters
    with letters and signs with signs, so that what matches stays the same.
    """
    classes = "".join(_CLASS.findall("".join(rule.pattern for rule in DEADLINE_RULES)))
    wanted = [char for char, _ in Counter(classes).most_common() if char > "\xff"]
    spare = [char for char in map(chr, range(0x80, 0x100)) if not char.isspace()]
    places: dict[int, str] = {}
    for letters in (True, False):
        wide = (char for char in wanted if char.isalnum() is letters)
        narrow = (char for char in spare if char.isalnum() is letters)
        for one, other in zip(wide, narrow, strict=False):
            places |= {ord(one): other, ord(other): one}
    return places
