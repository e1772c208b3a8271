"""Times after an event, what goes on, and demands that name no day."""

from __future__ import annotations

from zwgk_parse.vocabulary import deadline_readings as produce
from zwgk_parse.vocabulary.deadline_rules.pieces import (
    BEFORE,
    CLAUSE,
    CLAUSE_END,
    COUNT,
    HAN_DIGITS,
    LIMIT,
    STOP,
    Rule,
)

OTHERS: tuple[Rule, ...] = (
    Rule(
        "within a time",
        "demand",
        rf"(?<![\d月第.百]){COUNT}"
        r"(?P<u>个?工作日|个?自然日|个?小时|分钟|日|天|周|个?星期|个?月|年)[之以]?内(?!容)",
        produce.within,
        {
            "1个月内": "rel:P1M",
            "20个工作日内": "rel:P20Dw",
            "印发之日起30日内": "rel:P30D",
            "24小时内": "rel:PT24H",
            "三年内": "rel:P3Y",
            "半年内": "rel:P6M",
            "两周之内": "rel:P2W",
            "半天内": "unread",
        },
        ("6月3日内", "第3个工作日内"),
    ),
    Rule(
        "a time, alone",
        "field",
        rf"{CLAUSE}{COUNT}(?P<u>个?工作日|个自然日|个?小时|天|周|个月){CLAUSE_END}",
        produce.within,
        {"10个工作日": "rel:P10Dw", "3个月": "rel:P3M"},
        ("10个工作日结束",),
    ),
    Rule(
        "ongoing",
        "field",
        rf"(?:{CLAUSE}|(?<=起))(?:(?:长期|常年|持续|常态化?|常态长效|长效化?|滚动|一直|全年持续|贯穿全年)"
        r"(?:性|地)?){1,3}"
        r"(?:任务|工作|事项|有效|深入|坚持|推进|推动|实施|开展|落实|抓好|深化|更新|公开|进行|执行|完善"
        rf"|做好|加强|巩固|提升|保持|运行|维护|整治|跟进|中){{0,3}}{CLAUSE_END}",
        produce.ongoing,
        {
            "持续推进": "ongoing",
            "长期坚持": "ongoing",
            "常态化": "ongoing",
            "持续实施": "ongoing",
            "常态化开展": "ongoing",
            "长期": "ongoing",
        },
        ("持续推进政务公开", "长期护理保险"),
    ),
    Rule(
        "by a feast or a season",
        "opening",
        r"(?:元旦|春节|清明节?|“?五一”?|劳动节|端午节?|中秋节?|国庆节?|“?十一”?|“?七一”?|寒假|暑假|开学"
        rf"|(?:主?汛|供暖|采暖|防火)[期季]|入冬|学期)(?:结束)?(?:{LIMIT}|期间|[之以]?内)",
        produce.unknown,
        {"春节前": "unread", "“十一”期间": "unread"},
        ("国庆节", "十一前沿"),
    ),
    Rule(
        "by any feast or event",
        "field",
        rf"(?:两节|双节|节日|节假日|两会|活动|会议)(?:{LIMIT}|期间)",
        produce.unknown,
        {"重大活动、节假日前": "unread"},
        ("节假日",),
    ),
    Rule(
        "by a week or a month without a number",
        "demand",
        rf"(?:[下本]个?(?:周|星期)[一二三四五六日天末]?|(?:[本下次当]个?|(?<![\d{HAN_DIGITS}个每份]))月"
        rf"(?:[底末初]|[上中下]旬|\d{{1,2}}[日号])|(?:[本下]个?|(?<![\d{HAN_DIGITS}个每]))季度?[底末])"
        rf"(?:{BEFORE}|{STOP})",
        produce.unknown,
        {"下周五": "unread", "本月底前": "unread", "月底前": "unread", "次月5日前": "unread"},
        ("每月5日前", "6月底前", "每季度末"),
    ),
    Rule(
        "at a time that is not named",
        "field",
        rf"{CLAUSE}(?:(?:从|自)?即日起{CLAUSE_END}|年前|近期内?|每学期|每旬)|(?<![\d月])\d+个?(?:工作日|天|日)前",
        produce.unknown,
        {"即日起": "unread", "年前": "unread", "每学期": "unread", "会议召开3日前": "unread"},
        ("即日", "万年前", "6月3日前"),
    ),
)
