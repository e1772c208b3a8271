"""ZW223: another place's name in a plan that was copied from there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.places import spans_at
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.region_codes import codes, is_name, level_of, name_lengths
from zwgk_parse.vocabulary.region_mentions import mentions_of_places, region_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.source import Span

_COPIED, _UNSURE = "while the plan is of", "but is it right? The title has"
_LEVELS = ("province", "prefecture", "county")
# A place that acts: what stands behind the name where the plan speaks of itself. And what may stand
# there, if a demand stands before the name, where 全县 or 本市 would do: 围绕乙县年度重点项目.
_ACTING = lazy(
    r"[省市县区旗州盟](?<![各全本我该省市县区乡镇级由和与及、，。；：（）《》“” ].)"
    r"(?:(?=人民政府|政府|政务|[市县区旗省州]?(?:委|直|属)[^员会托]|20\d\d年|全[体市县区州省]|各[级镇乡街部单科]|范围内|辖区|实际|行政|融媒体|门户网站)"
    r"|(?P<plain>(?=年度|经济|社会|发展|高质量|重[点大要]|中心工作|基层|各|营商环境|乡村振兴|产业发展|国民经济"
    r"|民生|财政|权责|规范性|政策|公共)))"
)
_DEMANDS = (
    *("围绕", "聚焦", "结合", "立足", "推进", "推动", "加快", "提升", "提高", "加强", "做好"),
    *(
        "抓好",
        "深化",
        "完善",
        "优化",
        "规范",
        "公开",
        "公布",
        "发布",
        "健全",
        "强化",
        "促进",
        "落实",
    ),
)
# A part of a town may be called so as well as a district: 东城区, 江北区, 滨海新区.
_ANY_TOWN = lazy(
    r"[东西南北中上下前后左右内外新老旧城河江湖海山滨临沿岸湾桥港路关口郊市园岭坝铁镇]+区"
)
_KIND = lazy(r"[省市县区旗州盟]")
# A place in the words of a demand, where 全县 or 本市 would stand: 围绕乙县年度重点项目.
_PLAIN = lazy(
    r"(?:围绕|聚焦|结合|立足|推进|推动|加快|提升|提高|加强|做好|抓好|深化|完善|优化|规范|公开|公布|发布|健全|强化|促进|落实)"
    r"[\u4e00-\u9fff]{2,14}?[省市县区旗州盟](?=年度|经济|社会|发展|高质量|实际|重[点大]|中心工作|基层|各|营商环境|乡村振兴|产业发展|国民经济"
    r"|民生|财政|权责|行政|规范性|政策|公共|重要)"
)
# 各县, 全市, 本区 and 市县 name no place.
_NO_NAME = frozenset("各全本我该省市县区乡镇级由和与及、，。；：（）《》“” ")
_LONGEST = 16
_TITLE = lazy(r"《[^《》]*》")
# Another place is meant: one works with it, learns from it, or borders on it.
_MEANT = lazy(
    r"结对|帮扶|对口|支援|协作|合作|学习|借鉴|考察|联合|联动|跨|毗邻|相邻|周边|邻近|交界|友好|签订|签约"
    r"|招商|前往|例如|经验|做法|典型|模式|试点|转发|为例|划归|共建|一体化|协同|交流|案例|入选|等地"
)
_AFTER = lazy(r"(?:[与和同及赴驻至到向往]|原(?!则))[^，,。；;：:《》]*$|、$")
_BEFORE = lazy(r"(?:人民政府|政府)?[、与和同及至到]")
_NEAR = 16
_LONGEST_TITLE = 120
_ISSUED = lazy(r"[^。；;]{0,30}(?:同意|通过|批准|审定)|[^。；;]{0,10}印发")


class _Own(NamedTuple):
    """The plan's own place."""

    name: str
    code: str
    level: str
    year: int | None


def leftover_place(plan: Plan) -> Iterator[Found]:
    """Another place's name stands where the plan's own should, as if copied from its plan.

    ## Why it matters
    A task that names the neighbouring county binds nobody here, and shows that the plan was copied.

    ## When it keeps quiet
    For places around the plan's own or inside it, and of other levels; in titles of documents
    cited; where words say why the other place is named (结对帮扶, 合作, 学习…经验, 与…); where the
    plan's own place is not known for certain, and for zones and townships.

    ## Example
    `在乙县人民政府门户网站公开` in a plan of 甲县.

    ## What to do
    Put the plan's own place, or say what the other place has to do with it.
    """
    region = plan.region
    if region is None or region.code is None or region.level not in _LEVELS:
        return
    own = _Own(region.name, region.code, region.level, plan.year)
    heads = {text: list(_in_head(text, own)) for text in _heads(plan)}
    others = [text for text, names in heads.items() if names]
    # The titles alone may have been copied: then all else in the head is right.
    doubtful = len(others) >= sum(own.name in text for text in heads if text not in others)
    problem = _UNSURE if doubtful else _COPIED
    for name in dict.fromkeys(name for text in others for name in heads[text]):
        yield Found.of(None, subject=name, problem=problem, place=own.name)
    if others and doubtful:
        return
    if _names_another(plan, own):
        yield from _in_texts(plan, own)


def _in_texts(plan: Plan, own: _Own) -> Iterator[Found]:
    for section in plan.sections:
        for name in _in_text(section.title, own):
            spans = spans_at(plan, section)
            yield Found.of(None, spans, subject=name, problem=_COPIED, place=own.name)
    for task, text, spans in _texts(plan):
        for name in _in_text(text, own):
            yield Found.of(task, spans, subject=name, problem=_COPIED, place=own.name)


def _heads(plan: Plan) -> Iterator[str]:
    """The titles and the names of units in the notice's head."""
    yield from (text for text in (plan.title, plan.notice_title, plan.issuer) if text)
    if plan.addressees:
        yield "；".join(plan.addressees)


def _names_another(plan: Plan, own: _Own) -> bool:
    """Whether any text names another place, as few plans do: asked of all texts at once."""
    texts = [part.text for parts in (plan.preamble, plan.tasks) for part in parts]
    whole = "\n".join([*texts, *(section.title for section in plan.sections)])
    return any(_another(whole, match.end(), own) for match in _ACTING.finditer(whole))


def _texts(plan: Plan) -> Iterator[tuple[Task | None, str, tuple[Span, ...]]]:
    yield from ((None, one.text, one.provenance) for one in plan.preamble)
    yield from ((task, task.text, ()) for task in plan.tasks)


def _in_head(text: str, own: _Own) -> Iterator[str]:
    """Places of the plan's level that a title or an issuer names."""
    names = {_another(text, match.end(), own, 2) for match in _KIND.finditer(text)}
    if names == {None} or not names or _MEANT.search(text):
        return
    for mention in mentions_of_places(text, own.year):
        if mention.full_name in names:
            yield mention.name


def _in_text(text: str, own: _Own) -> Iterator[str]:
    """Places of the plan's level that act in running text."""
    seen = set[str]()
    for match in _ACTING.finditer(text):
        end = match.end()
        name = _another(text, end, own)
        if name is None or name in seen or _is_meant(text, end - len(name), end):
            continue
        if match["plain"] is None or _is_demanded(text, end - len(name), name):
            seen.add(name)
            yield name


def _is_demanded(text: str, start: int, name: str) -> bool:
    """Whether a demand stands before a name that only a place has."""
    return text.endswith(_DEMANDS, 0, start) and _ANY_TOWN.fullmatch(name) is None


def _another(text: str, end: int, own: _Own, shortest: int = 3) -> str | None:
    """The other place of the plan's level whose name ends at `end`; often there is none."""
    if end < shortest or text[end - 2] in _NO_NAME or text.endswith(own.name, 0, end):
        return None
    name = _name_before(text[max(0, end - _LONGEST) : end], shortest)
    return name if name and _is_another(name, own) else None


@lru_cache(maxsize=1024)
def _name_before(words: str, shortest: int) -> str | None:
    """The longest name of a place that `words` end on."""
    for length in name_lengths():
        if shortest <= length <= len(words) and is_name(words[-length:]):
            return words[-length:]
    return None


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether words around a name say why it is named, or it stands in the title of a document."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if _MEANT.search(before + "＊" + after):
        return True
    if _AFTER.search(before) or _BEFORE.match(after):
        return True
    base, stop = max(0, start - _LONGEST_TITLE), end + _LONGEST_TITLE
    titles = _TITLE.finditer(text, base, stop)
    cited = any(title.start() < start < title.end() for title in titles)
    closing = text.find("》", end, stop)
    return cited and not (closing >= 0 and _ISSUED.match(text, closing))


def _is_another(name: str, own: _Own) -> bool:
    """Whether `name` is another place of the same level, neither around the plan's nor inside."""
    if name in own.name or own.name in name or name in region_words()["generic"]["names"]:
        return False
    found = codes(name, year=own.year)
    if not found or name[:-1] == own.name[:-1]:
        return False
    return all(level_of(code) == own.level for code in found) and own.code not in found
