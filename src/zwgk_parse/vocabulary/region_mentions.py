"""Names of places in a text: text and year in, the mentions in order out.

A name counts only in its full form and at a boundary of words; regions.toml says what makes one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table
from zwgk_parse.vocabulary.region_codes import codes, is_name, name_lengths, names_by_stem

Kind = Literal["coded", "national", "zone", "township"]

_HAN = "\u3400-\u9fff"
# How far back from a name its boundary is looked for, in characters.
_WINDOW = 16
_YEAR = r"[12]\d{3}\s*年"
# What follows the name of a place that governs or plans.
_GOVERNMENT = lazy(r"人民政府|人民代表|人民法院|人民检察院|政府办|[市县区]委")
_ACTING = lazy(rf"\s*(?:人民政府|政务公开|政府信息|{_YEAR})")
_AUTHORITY = lazy(rf"\s*(?:管理委员会|管委会|党工委|工作委员会|人民政府|办事处|党委|{_YEAR})")
_COUNTY = lazy(r"[县区]")
_TOWN_AT_WORK = lazy(r"$|关于|政务公开|政府信息|机关|社会|综合|便民")


class Mention(NamedTuple):
    """A name as printed; `stands_for` is the full name where only its stem is (`北京朝阳区`)."""

    kind: Kind
    name: str
    start: int
    end: int
    stands_for: str = ""

    @property
    def full_name(self) -> str:
        """The name to look up."""
        return self.stands_for or self.name


@cache
def region_words() -> dict[str, Any]:
    """The vocabulary of regions.toml."""
    return table("vocabulary", "regions")  # type: ignore[no-any-return]


def mentions_of_places(text: str, year: int | None) -> list[Mention]:
    """Every place named in `text`, in order, none overlapping another."""
    found: list[Mention] = []
    for hit in _endings().finditer(text):
        mention = (
            _national(text, hit)
            if hit.lastgroup == "body"
            else _coded(text, hit.end(), found, year) or _local(text, hit, found)
        )
        if mention is None:
            continue
        if found and mention.start < found[-1].end:
            found[-1:] = _cut_back(found[-1], mention.start)
        if outer := _stem_before(text, mention, found):
            found.append(outer)
        found.append(mention)
    return found


def _cut_back(mention: Mention, end: int) -> list[Mention]:
    """What is left of a mention that a later one reaches into: of 青岛市, in 青岛市北区, 青岛.

    Nothing where both begin together: 沙县 gives way to 沙县区.
    """
    if end <= mention.start:
        return []
    stem = mention.name[: end - mention.end]
    return [mention._replace(name=stem, end=end, stands_for=mention.full_name)]


def adjoin(text: str, end: int, start: int) -> bool:
    """Whether no word stands between two places, or only 人民政府 (`天河区人民政府棠下街道`)."""
    return 0 <= start - end <= _WINDOW and text[end:start].strip() in {"", "人民政府"}


def before(text: str, start: int) -> str:
    """The characters just before `start` that a boundary is looked for in."""
    return text[max(0, start - _WINDOW) : start]


def _national(text: str, hit: re.Match[str]) -> Mention | None:
    following = text[hit.end() : hit.end() + 1]
    if following and following in region_words()["national"]["not_before"]:
        return None
    if not _bounded(text, hit.start()):
        return None
    return Mention("national", hit[0], hit.start(), hit.end())


def _coded(text: str, end: int, found: list[Mention], year: int | None) -> Mention | None:
    """The longest name of the table that ends here and begins at a boundary."""
    for length in name_lengths():
        if length > end or not is_name(name := text[end - length : end]):
            continue
        mention = Mention("coded", name, end - length, end)
        if _closed(text, mention) and _opened(text, mention, found, year):
            return mention
    return None


def _closed(text: str, mention: Mention) -> bool:
    """Whether no longer word goes on after the name (`大同市场`)."""
    blocked = region_words()["not_before"]
    following = text[mention.end : mention.end + 1]
    if not following:
        return True
    if len(mention.name) == 2 and following in blocked["any of two"]:
        return False
    return following not in blocked.get(mention.name[-1], "")


def _opened(text: str, mention: Mention, found: list[Mention], year: int | None) -> bool:
    """Whether the name begins at a boundary of words, or right after a place around it."""
    name, start, end = mention.name, mention.start, mention.end
    earlier = [other for other in found[-2:] if other.start < start]
    acting = _ACTING.match(text, end) is not None
    if earlier and (start < earlier[-1].end or adjoin(text, earlier[-1].end, start)):
        if lies_in(mention, earlier[-1], year):
            return True
        if start <= earlier[-1].end:
            return acting and start == earlier[-1].end and len(name) > 2 and name not in _generic()
    if name in _generic():
        return _bounded(text, start) and _GOVERNMENT.match(text, end) is not None
    if _bounded(text, start):
        # A short name after a comma must act: not `。代县政府起草的重要政策…`
        return acting or len(name) > 2 or text[start - 1 : start] not in tuple("。；，、：")
    return len(name) > 4 or (acting and len(name) > 2) or _outer_stem(text, mention) is not None


def lies_in(mention: Mention, outer: Mention, year: int | None) -> bool:
    """Whether a place of the table is or was inside `outer`; one of a common name, in `year`."""
    if outer.kind != "coded":
        return outer.kind == "national" and mention.name not in _generic()
    around = codes(outer.full_name, ever=True)
    ever = mention.name not in _generic()
    return bool(codes(mention.name, around=around, ever=ever, year=year))


def _stem_before(text: str, mention: Mention, found: list[Mention]) -> Mention | None:
    if mention.kind != "coded" or (found and found[-1].end > mention.start - 2):
        return None
    return _outer_stem(text, mention)


def _outer_stem(text: str, mention: Mention) -> Mention | None:
    """The province or city whose bare name stands before a place inside it: `北京朝阳区`."""
    for length in (4, 3, 2):
        start = mention.start - length
        if start < 0 or not _bounded(text, start):
            continue
        stem = text[start : mention.start]
        for outer in names_by_stem().get(stem, ()):
            if codes(mention.name, around=codes(outer, ever=True), ever=True):
                return Mention("coded", stem, start, mention.start, stands_for=outer)
    return None


def _local(text: str, hit: re.Match[str], found: list[Mention]) -> Mention | None:
    """The zone or the township that ends here."""
    begin = _beginning(text, hit.start(), found)
    if hit.lastgroup is None or begin is None:
        return None
    stem = text[begin : hit.start()].strip()
    if re.fullmatch(region_words()["names"]["not_names"], stem):
        return None
    joined = bool(found) and adjoin(text, found[-1].end, begin)
    if hit.lastgroup == "township":
        return _township(text, begin, hit, joined=joined)
    if not stem and not joined and not _bounded(text, begin):
        return None
    if _AUTHORITY.match(text, hit.end()) or (hit.lastgroup == "distinct" and _known(stem)):
        start = found[-1].start if joined and not stem else begin
        return Mention("zone", text[start : hit.end()], start, hit.end())
    return None


def _beginning(text: str, end: int, found: list[Mention]) -> int | None:
    """Where the name that leads up to `end` begins; None where no boundary is near."""
    window = max(0, end - _WINDOW)
    starts = [match.end() for match in _breaks().finditer(text, window, end)]
    starts += [mention.end for mention in found[-1:] if window <= mention.end <= end]
    starts += [0] if window == 0 else []
    return max(starts, default=None)


def _township(text: str, begin: int, hit: re.Match[str], *, joined: bool) -> Mention | None:
    end = hit.end()
    # 新城区万通路街道: what stands before it may be a county that is no mention by itself.
    start = max([begin, *(match.end() for match in _COUNTY.finditer(text, begin, hit.start() - 1))])
    name = text[start:end].strip()
    stem = name[: -len(hit[0])]
    inside = joined or start > begin
    if len(stem) < (1 if inside else 2) or _no_township(name, stem, inside=inside):
        return None
    if _AUTHORITY.match(text, end) or _TOWN_AT_WORK.match(text, end):
        return Mention("township", name, end - len(name), end)
    return None


def _no_township(name: str, stem: str, *, inside: bool) -> bool:
    """Whether the name is a city's (景德镇, 新乡) or a common noun (乡镇; but 永平县龙街镇)."""
    nouns = region_words()["townships"]["not_names"]
    if name in names_by_stem() or (inside and name in nouns):
        return True
    return not inside and name.endswith(tuple(nouns)) and stem not in names_by_stem()


def _known(stem: str) -> bool:
    """Whether a zone's name begins with that of a known place: `平潭`, `广州南沙`."""
    return any(stem[:length] in names_by_stem() for length in range(2, len(stem) + 1))


def _bounded(text: str, start: int) -> bool:
    return start == 0 or _openings().search(before(text, start)) is not None


@cache
def _generic() -> frozenset[str]:
    return frozenset(region_words()["generic"]["names"])


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _openers() -> str:
    return (
        rf"[^{_HAN}]|[\d〇零一二三四五六七八九]\s*年度?|{_any_of(region_words()['before_names'])}"
    )


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?:{_openers()})\s*$")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(rf"{_openers()}|{_any_of(region_words()['names']['verbs'])}")


@cache
def _endings() -> re.Pattern[str]:
    """What a place's name may end in; national bodies are looked for as a whole."""
    words = region_words()
    return re.compile(
        rf"(?P<body>{_any_of(words['national']['bodies'])})"
        rf"|(?P<distinct>{_any_of(words['zones']['distinct'])})"
        rf"|(?P<plain>{_any_of(words['zones']['plain'])})"
        rf"|(?P<township>{_any_of(words['townships']['kinds'])})|[省市县区旗州盟]"
    )
