"""Which time phrases of running prose are deadlines: phrases in, those that count out.

A wrong deadline costs more than a missed one, so a phrase of prose counts only if

- it carries a limit of itself (前, 底前, 内, 每…, or 到 at the head of a clause), is no past day
  (before the plan's year), and neither describes a thing (`6月30日前注册的企业`) nor a right or
  an amount (`每人每年`, `3日内可申请复议`); or
- it is a bare point or period, and the words around it say that something is due: a staging bracket
  or label (`总结阶段（2019年11月）`, `时限：持续推进`), 力争 before or 完成 after it, a count
  (`全年…不少于4次`), a printed span at the head of a sentence that grants nobody anything, or a
  deadline to which 、和 ties it (`5月15日和11月15日前`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.calendar import Clock
from zwgk_parse.vocabulary.deadline_rules import DONE
from zwgk_parse.vocabulary.deadlines import count_after, find_phrases, looks_like_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.vocabulary.deadlines import Phrase

_NEAR = 40
_PAUSES = "，,。；;：:、！!？?\n "
_BRACKET = lazy(r"[（(]([^（()）]{1,120})[）)]")
_LABEL = lazy(
    r"(?:(?:完成|办结|整改|落实)?时限|完成期限|完成时间|时间节点|时间安排|时间进度|起止时间)(?:要求)?[:：]"
    r"(?P<field>[^。；;（()）]{1,80})"
)
_STAGE_BEFORE = lazy(r"(?:阶段|环节|步|期)(?:工作)?[:：，,]?[（(]?$")
_STAGE_AFTER = lazy(r"(?:为|是)?[^，,。；;]{0,12}阶段")
_NO_STAGE_BEFORE = lazy(r"(?:规划|计划|方案|纲要|行动|办法|条例|规定|意见|通知|标准|》|”)$")
_LEAD = lazy(r"(?:力争|争取|确保|最迟|不迟于|计划|预计)(?:到|于|在)?$")
_OPENING = lazy(r"(?:^|[，,。；;：:、！!？?\n （(）)并]|力争|争取|确保|计划|预计|目标)[于在]?$")

_PAST = lazy(
    r"已|曾|(?:仍|尚)?未[^，,。；;]{1,8}的|以来|的(?!\d)"
    r"|(?:注册|登记|出生|参加工作|成立|投产|建成|设立|取得|签订|签署|入职|退休|开工|批准|审批|备案|购买"
    r"|领取|发放|颁布|印发|出台|制定|发布|实施|施行|生效|开办|在册|在校|存续)[^，,。；;的《]{0,4}的"
    r"|完成的|有效|[^，,。；;]{0,6}(?:免征|减征|减按|免缴|缓缴|享受)"
)
_GRANTED_BEFORE = lazy(r"(?:[每人]人|每户|每家|每亩|每名|每位|户均|以来|过去)[，,]?$")
_GRANTED_AFTER = lazy(
    r"人均|每[人户亩名位]|可?享受|只|补贴|补助|奖励|最高|给予|工资|收入|增长|递增|平均|缴纳"
    r"|\d+(?:\.\d+)?[个]?(?:小时|元|万|吨|公里|亿|点|[:：]\d)"
)
_BY_THE_MONTH = lazy(
    r"[^，,。；;]{0,2}(?:公开|公布|发布|报送|上报|通报|调度|更新|汇总|统计|监测|分析|评估|开展|组织|召开"
    r"|报告|推送|公示|反馈|[、和])"
)
_NO_WAIT_BEFORE = lazy(
    r"(?:近|过去|最近|连续|前|毕业|离校|失业|退役|满|超过|期限|有效期|周期|每)(?:后|为)?$"
)
_NO_WAIT_AFTER = lazy(r"的|免|有效|累计|连续|发生|未|不得|不超|可|核酸")
_EACH_AFTER = lazy(r"[，,]|开展|组织|进行|召开|举办|公布|公开|发布|完成|报送|上报|向|集中|前后")
_GRANTS = lazy(
    r"补贴|返还|申领|申请|享受|免征|减征|减免|优惠|放宽|给予|奖励|可(?![持靠视])|有效|同比|增长|已"
)


def phrases_due(text: str, year: int | None) -> list[Phrase]:
    """The phrases of plain prose that are deadlines, in order.

    Without a year no day is past: a date of any year that is worded as a demand counts.
    """
    phrases = find_phrases(text)
    fields = sorted(_fields(text)) if phrases else []
    kept: list[Phrase] = []
    later: Phrase | None = None
    for phrase in reversed(phrases):
        while fields and fields[-1][0] > phrase.start:
            fields.pop()
        in_field = bool(fields) and phrase.end <= fields[-1][1]
        end = later.start if later is not None else len(text)
        if in_field or _counts(text, phrase, end, year) or _tied(text, phrase, kept):
            kept.append(phrase)
        later = phrase
    return kept[::-1]


def _fields(text: str) -> Iterator[tuple[int, int]]:
    """The parts of prose that are written like a cell: labelled, or a bracket of their own."""
    for label in _LABEL.finditer(text):
        yield label.span("field")
    for bracket in _BRACKET.finditer(text):
        if _is_field(text, bracket):
            yield bracket.span(1)


def _is_field(text: str, bracket: re.Match[str]) -> bool:
    inside = bracket[1]
    first = next(iter(find_phrases(inside)), None)
    before = text[max(0, bracket.start() - _NEAR) : bracket.start()]
    if first is None or _NO_STAGE_BEFORE.search(before):
        return False
    if _STAGE_BEFORE.search(before):
        return first.start <= 1
    if not looks_like_deadline(inside):
        return False
    limited = first.weight == "demand" or first.rule.name == "ongoing"
    return limited or (_heads(before) and text[bracket.end() : bracket.end() + 1] in "。：:\n")


def _heads(before: str) -> bool:
    """Whether `before` is a heading of a few words: no clause ends in it."""
    return len(before) < _NEAR and not re.search(r"[，,。；;]", before)


def _counts(text: str, phrase: Phrase, end: int, year: int | None) -> bool:
    """Whether a phrase outside such fields is a deadline by its words and its neighbours."""
    before = text[max(0, phrase.start - _NEAR) : phrase.start]
    after = text[phrase.end : phrase.end + _NEAR]
    if phrase.weight == "field":
        return False
    readings = phrase.read(Clock(year))
    if any(one.due and year and one.due.year < year for one in readings):
        return False
    if phrase.weight == "bare":
        kind = readings[0].kind if readings else ""
        if kind == "recurring":
            return _EACH_AFTER.match(after) is not None
        return bool(readings) and _announced(text, phrase, end)
    if phrase.weight == "opening" and not (_opens(before) or _done_by_feast(phrase, after)):
        return False
    return not _describes(before, after, phrase)


def _done_by_feast(phrase: Phrase, after: str) -> bool:
    """Whether something is to be done by a feast: not 在“五一”“十一”前发布提示."""
    return phrase.rule.name == "by a feast or a season" and re.match(DONE, after) is not None


def _describes(before: str, after: str, phrase: Phrase) -> bool:
    """Whether a limit describes a thing, a right or an amount instead of setting a deadline."""
    name = phrase.rule.name
    if phrase.waits:
        wait_is_long = phrase.match["u"] == "年" and phrase.match["n"] != "半"
        return wait_is_long or bool(_NO_WAIT_BEFORE.search(before) or _NO_WAIT_AFTER.match(after))
    if name == "by the month, by the quarter":
        return _BY_THE_MONTH.match(after) is None
    if name == "every so often":
        described = _GRANTED_AFTER.match(after) or after.startswith("的")
        return bool(described or _GRANTED_BEFORE.search(before))
    if name == "up to a point" and phrase.match[0].startswith("截"):
        return True
    return _PAST.match(after) is not None


def _announced(text: str, phrase: Phrase, end: int) -> bool:
    """Whether the words around a bare point or period say that something is due then."""
    before = text[max(0, phrase.start - _NEAR) : phrase.start]
    after = text[phrase.end : phrase.end + _NEAR]
    if _STAGE_BEFORE.search(before) or _STAGE_AFTER.match(after):
        return True
    if "底" in phrase.match[0] or "末" in phrase.match[0]:
        done = re.match(DONE, after)
        return bool(_LEAD.search(before)) or (
            done is not None and after[done.end() : done.end() + 1] not in ("了", "的")
        )
    if count_after(text, phrase, min(end, phrase.end + 2 * _NEAR), recurring=False):
        return True
    return _is_span(phrase) and _opens(before) and not _grants(text, phrase)


def _is_span(phrase: Phrase) -> bool:
    """Whether the phrase prints a year and a span of it finer than years."""
    groups = phrase.match.groupdict()
    year = groups.get("y") or groups.get("ay")
    finer = groups.get("am") or groups.get("aq") or groups.get("q") or groups.get("h")
    return bool(year and finer)


def _opens(before: str) -> bool:
    return _OPENING.search(before) is not None


def _grants(text: str, phrase: Phrase) -> bool:
    """Whether the sentence after the phrase speaks of what somebody may have, or of what was."""
    sentence = re.match(r"[^。；;]{0,120}", text[phrase.end : phrase.end + 3 * _NEAR])
    return sentence is not None and _GRANTS.search(sentence[0]) is not None


def _tied(text: str, phrase: Phrase, later: Sequence[Phrase]) -> bool:
    """Whether 、 or 和 ties a bare point to the deadline after it."""
    if not later or phrase.weight != "bare":
        return False
    return text[phrase.end : later[-1].start] in ("、", "和", "及", "与", "或", "或者", "，")
