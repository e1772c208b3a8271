"""Quantified demands in prose: text in, the quantities that are targets out, with where they stand.

The test that tells a target from a mere number: it carries a unit, and either a comparator or a
level binds it to a measure (`率达到100%`, `不少于1次`), or a verb that brings things about governs
it (`推出100项…`); and its sentence neither grants a right, nor defines, nor reports what has been,
nor makes the quantity the mark of those it is about (`达到25%的企业`). What is in doubt is no
target.

`达到X` and a bare count read as `=`, with 左右 as well: the word stays in the printed phrase. A
range (`1-2个`) is two targets. After 分别 each number goes to its part of the enumeration before
it. Money keeps the unit that it is printed in: `15万元` is 15 万元, `2万亿元` 20000 亿元.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.target_measures import measure_after, measure_before, parts_of
from zwgk_parse.vocabulary.target_rules import Rule, pattern, target_rules

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Comparator

_BREAK = lazy(r"[，。；;：:！!？?\n]|(?<!\d),|,(?!\d{3}(?!\d))")
_STOPS = lazy(r"[。；;\n]")
# How far from a quantity its clause and its sentence are looked for.
_NEAR = 400
_TIE = lazy(r"、|以?及|和|与")
_OPEN = lazy(r"[（(“](?![^（(“]*[）)”])")
_BRACKET = lazy(r"[（(][^（()）]*[）)]")
# What makes the quantity a mark of somebody or something, right after it or at the clause's end.
_MARK = lazy(r"的(?!要求|目标|标准|任务|指标|[，,。；;]?$)|时(?!间)|者|后|联名|仍|未")
# A change of nothing named, and a second count among the words for the first.
_BARE_CHANGE = lazy(r"(?:同比|环比|比[上去]年)?(?:增长|下降|减少|提高|降低|增加|上升|提升)")
_COUNT = lazy(r"\d")
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


class Found(NamedTuple):
    """A target: text[start:end] is its phrase, text[slice(*measure)] the words it is about."""

    rule: str
    start: int
    end: int
    measure: tuple[int, int] | None
    comparator: Comparator
    value: int | float
    unit: str


class _Claim(NamedTuple):
    """A rule's claim on a quantity; its phrase begins at `start`, `ahead`: its measure follows."""

    rule: Rule
    start: int
    verb: str = ""
    ahead: bool = False


def find_targets(text: str) -> list[Found]:
    """The targets of plain `text` in printed order."""
    found: list[Found] = []
    chained = None
    for series in _series(text):
        clause = _clause_start(text, series[0].start())
        claim = _claim(text, clause, series[0])
        if claim is None and chained and _TIE.fullmatch(text, chained, series[0].start()):
            claim = _Claim(target_rules()[-1], series[0].start(), ahead=True)
        targets = _targets(text, clause, series, claim) if claim else []
        made = bool(targets) and targets[-1].rule == target_rules()[-1].name
        chained = targets[-1].measure[1] if made and targets[-1].measure else None
        found += targets
    return found


def _series(text: str) -> Iterator[list[re.Match[str]]]:
    """The quantities, those that only 、 or 和 parts together (`65%和55%`)."""
    series: list[re.Match[str]] = []
    for match in pattern("quantity").finditer(text):
        if series and not _TIE.fullmatch(text, series[-1].end(), match.start()):
            yield series
            series = []
        series.append(match)
    if series:
        yield series


def _clause_start(text: str, at: int) -> int:
    """Where the clause that holds offset `at` begins; brackets that are closed belong to it."""
    base = max(0, at - _NEAR)
    start = max((match.end() for match in _BREAK.finditer(text, base, at)), default=base)
    opened = [match.end() for match in _OPEN.finditer(text[start:at])]
    return start + max(opened, default=0)


def _claim(text: str, clause: int, match: re.Match[str]) -> _Claim | None:
    """The first rule that has the quantity."""
    before = text[clause : match.start()]
    for rule in target_rules():
        if rule.before is not None:
            claim = _claim_before(rule, before, match, clause)
        elif rule.after:
            claim = _claim_after(rule, before, match, clause)
        else:
            claim = _claim_made(rule, before, match)
        if claim is not None:
            return claim
    return None


def _claim_before(rule: Rule, before: str, match: re.Match[str], clause: int) -> _Claim | None:
    if rule.comparator == "=" and match["after"] not in (None, "左右"):
        return None
    found = rule.before.search(before) if rule.before else None
    if found is None:
        return None
    least = found[0].startswith(("至少", "最少"))
    between = found["between"]
    if between and not least and (rule.comparator == "=" or not _is_share(match)):
        return None
    # 达到一个新台阶 and 突破一个个难关 count nothing.
    loose = rule.comparator == "=" or found[0][0] in "超突高多"
    if loose and match["n"] and not match["n"][0].isdecimal():
        return None
    return _Claim(rule, clause + found.start(), between if least else "", ahead=least)


def _claim_after(rule: Rule, before: str, match: re.Match[str], clause: int) -> _Claim | None:
    """以上 or 以内 counts with a level, a verb that makes, or a verb of change before a share."""
    if match["after"] not in rule.after:
        return None
    level = next(row for row in target_rules() if row.name == "a level to reach")
    found = level.before.search(before) if level.before else None
    if found is not None and not found["between"]:
        return _Claim(rule, clause + found.start())
    if _is_share(match):
        made = pattern("change").search(before)
    elif measure_after(match.string, match.end()) is None:
        made = pattern("makes").search(before)
    else:
        # 投资5亿元以上项目10个: what the quantity only describes is no target.
        made = pattern("made").search(before)
    return _Claim(rule, match.start()) if made else None


def _claim_made(rule: Rule, before: str, match: re.Match[str]) -> _Claim | None:
    """A bare count after a verb that brings things about; Chinese numerals are often mere words."""
    if match["unit"] is None or not match["n"][0].isdecimal():
        return None
    if match["after"] not in (None, "左右") or _is_share(match):
        return None
    made = pattern("made").search(before)
    return _Claim(rule, match.start(), ahead=True) if made else None


def _targets(text: str, clause: int, series: list[re.Match[str]], claim: _Claim) -> list[Found]:
    """The targets of a series that `claim` has; none where its words make it no demand."""
    first, last = series[0], series[-1]
    if _is_no_demand(text, clause, first.start(), last.end(), claim):
        return []
    measures = _measures(text, clause, series, claim)
    found: list[Found] = []
    for match, measure in zip(series, measures, strict=False):
        if not _measurable(text, match, measure, claim.rule):
            return []
        for comparator, value in _values(match, claim.rule.comparator):
            unit = match["unit"] or "%"
            place = (claim.rule.name, claim.start, last.end())
            found.append(Found(*place, measure, comparator, value, unit.replace("％", "%")))
    return found


def _is_no_demand(text: str, clause: int, start: int, end: int, claim: _Claim) -> bool:
    base = max(0, start - _NEAR)
    sentence = max((found.end() for found in _STOPS.finditer(text, base, start)), default=base)
    closing = _STOPS.search(text, end, end + _NEAR)
    stop = closing.start() if closing else end + _NEAR
    rest = _BREAK.split(_BRACKET.sub("", text[end:stop]), maxsplit=1)
    before = text[clause:start]
    bound = claim.rule.name in ("at least", "at most")
    return bool(
        pattern("veto").search(text, sentence, stop)
        or pattern("past").search(before)
        or pattern("opening").match(before)
        or (not bound and pattern("threshold").match(before))
        or before.count("“") > before.count("”")
        or _MARK.match(rest[0])
        or rest[0].endswith("的")
    )


def _measures(
    text: str, clause: int, series: list[re.Match[str]], claim: _Claim
) -> list[tuple[int, int] | None]:
    """The words that each quantity is about; none where they cannot be told apart."""
    makes, at = pattern("makes"), series[0].start()
    before = measure_before(text, clause, claim.start, makes=makes, share=_is_share(series[0]))
    if len(series) > 1:
        each = before is not None and "分别" in text[claim.start : at]
        parts = parts_of(text, before) if before and each else []
        return [*parts] if len(parts) == len(series) else []
    after = measure_after(text, series[0].end())
    found = (after or before) if claim.ahead else (before or after)
    if found is None and claim.verb and not pattern("made").fullmatch(claim.verb):
        found = (at - len(claim.verb), at)
    return [found]


def _is_share(match: re.Match[str]) -> bool:
    return match["unit"] is None or pattern("share").fullmatch(match["unit"]) is not None


def _measurable(
    text: str, match: re.Match[str], measure: tuple[int, int] | None, rule: Rule
) -> bool:
    """Whether the measure can be meant; only 至少 and its like can do without words for it."""
    if measure is None:
        return rule.name == "at least" and not _is_time(match) and not _is_share(match)
    words = text[slice(*measure)]
    if any(row.before and row.before.search(words) for row in target_rules()):
        return False
    if _BARE_CHANGE.fullmatch(words) or (
        rule.before is None and not rule.after and _COUNT.search(words)
    ):
        return False
    return not _is_time(match) or pattern("time measure").search(words) is not None


def _is_time(match: re.Match[str]) -> bool:
    return match["unit"] is not None and pattern("time").fullmatch(match["unit"]) is not None


def _values(match: re.Match[str], comparator: Comparator) -> list[tuple[Comparator, int | float]]:
    """The value, or both ends of a range; nothing where the numeral cannot be read."""
    value = _number(match["n"] or match["hundredths"], match["scale"])
    if value is None:
        return []
    top = _number(match["top"], match["scale"]) if match["top"] else None
    if top is None:
        return [(comparator, value)]
    # A range says both ends of itself; with a comparator it would say a third thing.
    return [(">=", value), ("<=", top)] if comparator == "=" and value < top else []


def _number(printed: str, scale: str | None) -> int | float | None:
    plain = printed.replace(",", "").replace("两", "二")
    value = Decimal(plain) if plain[0].isdecimal() else _han_number(plain)
    if value is None:
        return None
    for step in scale or "":
        value = value * _SCALE[step]
    return int(value) if value == int(value) else float(value)


def _han_number(printed: str) -> Decimal | None:
    value = 100 if printed == "百" else read_han_number(printed)
    return None if value is None else Decimal(value)
