"""The shape of unit names: in goes a name, out comes what its wording alone tells of it.

A unit's name closes with a word for a body (`…局`, `…委员会`, `…中心`) and may open with its level
(`县…`, `区委…`). An open set says so by a word of its own (`各…`, `有关…`, `…单位`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Scope

LONGEST_NAME = 40

# A level that opens a name. The characters after it tell 市财政局 from 市场监督管理局.
LEVEL_HEAD = lazy(
    r"省(?!际|道)"
    r"|市(?!场|容|民(?![政族宗防盟建进革])|域|区|值|政(?:公用|工程|园林|管理|设施|建设|[处局所科]|集团|公司|中心|和|与))"
    r"|县(?!域|区)|区(?!域|块|划|县|位)|[州盟旗](?=.)|乡(?!村|镇|贤|土)|镇(?!村|街|区)"
)

_BRACKETED = lazy(r"[（(〔\[【][^（(）)〔〕\[\]【】]*[）)〕\]】]")

# Words that close the name of a body, and what must not stand before them: 一网通办, 大局, 网站.
_BODY = lazy(
    r"(?:(?<![大格布全新开结时变僵破])局|厅|委员会|(?<!原)委|办公室|办公厅|(?<![部签])署"
    r"|(?<![承督申代联次上帮举自可好快要主通创])(?<!(?<!公)开)(?<!(?<!政)协)办|(?<![内外局干])(?<!(?<!安)全)部"
    r"|(?<![好之到用惩何深远短妥])处(?<!依法查处)(?<!严肃查处)|(?<![学本专百])科|(?<![控参])股|(?<![教温])室"
    r"|(?<![场厕])所|(?<!网)站|(?<!.为)(?<=..)中心|(?<=小)组|(?<=工作)组|(?<=监)组|筹备组"
    r"|[大支总中]队|工作队|执法队|巡查队|(?<![平出后窗柜])台|(?<!宾)馆|[大分]厅|院|公司|集团"
    r"|(?:银|支|分|人|农商|邮储|建|工)行|(?:协|工|商|学|基金|字|理事|监|联合|促进|贸促|总|委)会"
    r"|(?:供销|合作|联合?|总|报|新华|通讯|出版)社|(?:科|政|作|消|记|影|音|书|美)协"
    r"|(?:文|妇|残|侨|台|工商|社科)联|海关|(?:党|学|军|警)校|大学|人民政府|政府|人大|兵团"
    r"|军分区|军区|专班|林场|农场|牧场|渔场|机场|水库|共青团中央"
    r"|(?:开发|实验|示范|新|高新|经开|产业园|工业园|园|保税|度假|合作|自贸)区|港务集团)$"
)
_PLACE = lazy(r"(?:街道|县级市|[省市县区州盟旗乡镇村街])$")
_MANY = lazy(
    r"(?:单位|部门|机构|机关|企业|国企|企企|处室|科室|股室|院校|高校|学校|医院|地方|地区|[部单处科][门位室].{0,4}人员"
    r"|党派|人民团体|委办局|设区市|县级市|乡镇|镇街|园区|片区|县区|区县|党组织|便民服务大厅|窗口)$"
)
_DESCRIPTIVE = lazy(
    r"(?:有关|相关|其他|其它|直属|所属|下属|成员|责任|承办|实施|主管|牵头|配合|涉及|起草|制定"
    r"|业务|职能|行业|监管|管理|建设|公开工作|服务|工作)(?:单位|部门|处室|科室|企业|机关|机构)$"
)
_OPEN = lazy(
    r"^(?:各|有关|相关|其他|其它|直属|所属|下属|全体|所有|全[省市县区](?!.*局$)各?)"
    r"|^.{0,8}?(?:直|属|级|政府|驻.?)?各(?!自)"
    r"|^[省市县区州旗]?(?:直|级|属|政府)?(?:有关|相关|其他|其它|直属|所属)"
    r"|^试点[^、]*政府$|^地方.*政府$|^.级.*政府$"
)
_SETS = frozenset(
    ("街道办事处", "街道", "乡镇", "镇街", "县级市", "社区", "园区", "县区", "区县", "各地")
)

# What opens a sentence or a heading, not a name.
_VERB_HEAD = lazy(
    r"做好|加强|推[进动]|落实|强化|优化|完善|持续|深化|规范|提[升高]|建立|健全|开展|组织(?!部|人事|科|处)"
    r"|围绕|坚持|切实|认真|严格|积极|不断|进一步|[对以为将把使让]|根据|按照?|通过|结合|充分|全面"
    r"|逐步|加[大快]|促进|支持|鼓励|引导|指导|督促|监督(?!检查|管理|局|科|执|所)|参照|依[托法]|及时|定期"
    r"|着力|深入|统筹|发挥|实[施行]|制定|明确|确保|拓展|抓好|[搞办用管]好|增强|扩大|成立|召开|设立|打造"
    r"|构建|形成|配合|参与|会同|协助|由|请|是|在|从|向|经(?=[^济建信贸发营办开合协管])|并|不|含|详见|包括|包含|[第附]"
)
_NO_NAME = lazy(
    r"[。：:！？“”《》;；，,\d%]|的|(?<![重需主摘纪])要|做好|开展|推动|提供|履行|发挥|听取|负责"
    r"|关于|成立|建立|担任|进行|加强|完成|统筹做|负责人|等"
)


def bare(name: str) -> str:
    """`name` without what stands in brackets."""
    for _ in range(3):
        shorter = _BRACKETED.sub("", name)
        if shorter == name:
            break
        name = shorter
    return name


def level_head(name: str) -> str:
    """The level that `name` opens with (`县`, `区委`: only `县`, `区`), or nothing."""
    match = LEVEL_HEAD.match(name)
    return match[0] if match and len(name) > 1 else ""


@lru_cache(maxsize=4096)
def shape(name: str) -> Literal["unit", "group"] | None:
    """What the wording of `name` shows: one unit, an open set, or no name at all (None)."""
    if not 1 < len(name) <= LONGEST_NAME:
        return None
    core = bare(name)
    if len(core) < 2 or _NO_NAME.search(re.sub(r"^(各.+)的(?=..)", r"\1", core)):
        return None
    if is_group(name):
        opens = _OPEN.search(core) or _DESCRIPTIVE.search(core) or not _VERB_HEAD.match(core)
        return "group" if opens and _closes_set(core) else None
    return "unit" if _BODY.search(core) and not _VERB_HEAD.match(core) else None


def could_be_name(name: str) -> bool:
    """Whether nothing in `name` speaks of a sentence, though it ends as no name does."""
    core = bare(name)
    return 1 < len(core) <= 15 and not _NO_NAME.search(core) and not _VERB_HEAD.match(core)


def _closes_set(core: str) -> bool:
    return core in _SETS or any(p.search(core) for p in (_MANY, _BODY, _PLACE))


@lru_cache(maxsize=4096)
def is_group(name: str) -> bool:
    """Whether `name` stands for an open set (`各镇人民政府`, `县直各单位`, `决策事项承办单位`)."""
    core = bare(name)
    if core in _SETS or _OPEN.search(core):
        return True
    if _BODY.search(core):
        return False
    return bool(_DESCRIPTIVE.search(core) or _MANY.search(core))


# One row a scope, in the order they are tried: the pattern, and names that it claims.
SCOPES: tuple[tuple[Scope, str, tuple[str, ...]], ...] = (
    (
        "internal_sections",
        r"(?:科室|处室|股室|内设机构|内设科室)|^各[科处股室]$",
        ("各科室", "各有关处室", "机关各处室"),
    ),
    (
        "other_departments",
        r"(?:其他|其它).*(?:单位|部门|机构|机关)|^(?:其他|其它)",
        ("县直其他单位", "区政府其他部门"),
    ),
    (
        "relevant_departments",
        r"(?:有关|相关).*(?:单位|部门|机关|机构)",
        ("县直有关单位", "各有关部门和单位", "优化营商环境相关单位"),
    ),
    (
        "all_townships",
        r"^(?:[全省市县区]{0,2}各)?(?:乡镇|镇街|镇|乡|街道)(?:[、和及]?(?:镇|乡|街道|街|办))*"
        r"(?:（[^）]*）)?(?:人民政府|政府|党委|办事处|党工委|便民服务(?:大厅|中心))?(?:（[^）]*）)?$",
        (
            "各镇人民政府",
            "街道办事处",
            "各乡镇（街道）便民服务大厅",
            "各乡镇（街道）",
            "各乡镇人民政府（街道办事处）",
        ),
    ),
    (
        "all_subordinate_governments",
        r"^(?:[全省市]{0,2}各)?(?:省级?|设区市|地级?市|县级市|市级?|县级?|区|州|盟|旗|地|县区|区县|市县|级)"
        r"(?:[、和及]?[市县区州盟旗])*(?:（[^）]*）)?(?:人民政府|政府|党委|管委会)?$",
        ("各设区市人民政府", "各区", "县级市", "各省级人民政府", "各县（市、区）人民政府"),
    ),
    (
        "own_departments",
        r"(?:直|属|级|政府|^)各?(?:直属)?各?(?:部门|单位|委办局|机关|机构|事业单位)(?:（[^）]*）)?$",
        ("县直各单位", "区政府各部门", "直属各单位", "县直各部门（单位）", "各直属机构"),
    ),
)
_SCOPES = tuple((scope, lazy(pattern)) for scope, pattern, _ in SCOPES)


def scope_of(name: str) -> Scope:
    """Which open set the group `name` stands for."""
    full_width = name.replace("(", "（").replace(")", "）")
    return next((scope for scope, pattern in _SCOPES if pattern.search(full_width)), "other")
