"""Which place a title or an issuer's name is about: text and year in, a FoundRegion out.

Only full names count (鼎湖区, 凉山彝族自治州 or 凉山州), and only at a boundary of words; where a
name stands for several places and the text does not say which, the code is None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.vocabulary.region_codes import codes, level_of, resolve
from zwgk_parse.vocabulary.region_mentions import (
    Mention,
    adjoin,
    before,
    lies_in,
    mentions_of_places,
    region_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import RegionLevel

__all__ = ["FoundRegion", "find_region", "resolve"]

_COUNTRY = "中华人民共和国"
# No title or issuer is longer; of a page in one line only the head is looked at.
_LONGEST_TITLE = 1000
# A county that the table lacks: only at the head of the text, as a government. Compiled when no
# listed place is found: `re` unfolds the range.
_UNLISTED = r"([\u3400-\u9fff]{1,6}?[县旗区])(?=人民政府)"


class FoundRegion(NamedTuple):
    """A place and where its name stands; `code` is None where it has none or several remain."""

    name: str
    code: str | None
    level: RegionLevel
    start: int
    end: int


def find_region(text: str, year: int | None) -> FoundRegion | None:
    """The innermost place of the first chain of names (`肇庆市鼎湖区`) in `text`.

    Places of a document that the text only cites (`贯彻落实国务院办公厅…`, `转发…`) do not count,
    except to tell which of several places of one name is meant. Only the first thousand characters
    are looked at.
    """
    text = text[:_LONGEST_TITLE]
    mentions = mentions_of_places(text, year)
    for chain in _chains(mentions, text, year):
        if not _cited(text, chain[0].start):
            return _region(chain, mentions, year)
    return _unlisted(text)


def _region(chain: list[Mention], mentions: list[Mention], year: int | None) -> FoundRegion:
    last = chain[-1]
    if last.kind == "national":
        return FoundRegion(_COUNTRY, None, "national", last.start, last.end)
    if last.kind != "coded":
        return FoundRegion(last.name, None, last.kind, last.start, last.end)
    found = _codes_in(chain, year)
    if len(found) > 1:
        found = _told_by_others(last, found, mentions, year)
    code = found[0] if len(found) == 1 else None
    return FoundRegion(last.name, code, _level(last.name, found, year), last.start, last.end)


def _codes_in(chain: list[Mention], year: int | None) -> tuple[str, ...]:
    """The codes that the last place of `chain` may have inside the places before it."""
    around: tuple[str, ...] | None = None
    found: tuple[str, ...] = ()
    for mention in chain:
        if mention.kind == "coded":
            found = codes(mention.full_name, year=year, around=around)
            around = found or codes(mention.full_name, around=around, ever=True) or around
    return found


def _told_by_others(
    last: Mention, found: tuple[str, ...], mentions: list[Mention], year: int | None
) -> tuple[str, ...]:
    """Those of the codes `found` that lie in another place which the text names."""
    others = {other.full_name for other in mentions if other.kind == "coded"} - {last.name}
    around = {code for other in others for code in codes(other, year=year)}
    inside = codes(last.name, year=year, around=around)
    return tuple(code for code in found if code in inside) or found


def _level(name: str, found: tuple[str, ...], year: int | None) -> RegionLevel:
    """The level of the codes found, else of the newest code that the name ever had."""
    known = found or codes(name, year=year)
    if not known and name.endswith(tuple(region_words()["zones"]["distinct"])):
        return "zone"  # 两江新区 was a zone for years before it became a district
    return level_of((known or codes(name, ever=True))[-1])


def _chains(mentions: list[Mention], text: str, year: int | None) -> Iterator[list[Mention]]:
    """Mentions that follow one another directly, the outer place before the inner."""
    chain: list[Mention] = []
    for mention in mentions:
        if chain and not _continues(chain[-1], mention, text, year):
            yield chain
            chain = []
        chain.append(mention)
    if chain:
        yield chain


def _continues(last: Mention, mention: Mention, text: str, year: int | None) -> bool:
    """Whether `mention` goes on from `last`; after white space only a place inside it does."""
    if not adjoin(text, last.end, mention.start):
        return False
    if mention.kind != "coded" or mention.start == last.end:
        return True
    return lies_in(mention, last, year)


def _cited(text: str, start: int) -> bool:
    if _citing().search(before(text, start)):
        return True
    clause = re.split(r"[；;。\n]", text[:start])[-1]  # a title and an issuer may come as one text
    return any(word in clause for word in region_words()["citing"]["onward"])


@cache
def _citing() -> re.Pattern[str]:
    words = "|".join(region_words()["citing"]["directly"])
    return re.compile(rf"(?:{words})好?[《〈“\"]?\s*$")


def _unlisted(text: str) -> FoundRegion | None:
    match = re.match(_UNLISTED, text)
    if match is None or re.fullmatch(region_words()["names"]["not_names"], match[1][:-1]):
        return None
    return FoundRegion(match[1], None, "county", match.start(1), match.end(1))
