"""The level of government a unit belongs to: in goes its name, out comes what the name says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_names import LEVEL_HEAD, bare, is_group
from zwgk_parse.vocabulary.units import is_known, national_names, remembered

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Level

# One row a level, in the order they are tried: the pattern, and names that it claims.
LEVELS: tuple[tuple[Level, str, tuple[str, ...]], ...] = (
    (
        "internal",
        r"^(?:机关)?(?:各|有关|相关)*(?:科室|处室|股室)|^各[科处股室]$|^(?:机关)?各(?:内设)?(?:机构|科室)$",
        ("各科室", "相关处室值班人员"),
    ),
    (
        "national",
        r"^(?:国务院|国家|全国|中央|中国(?!移动|电信|联通|银行)|最高人民|共青团中央)|总局$|总署$|^审计署$",
        ("国务院扶贫办", "国家统计局", "中央宣传部", "最高人民法院", "税务总局"),
    ),
    ("province", r"^(?:各有?关?)?(?:省|自治区)|^团省委", ("省财政厅", "各省级人民政府", "团省委")),
    (
        "prefecture",
        r"^(?:各有?关?)?(?:设区|地级)市|^(?:市(?=级|直|属|驻)|团市委|[州盟](?=委|政府|直))",
        ("各设区市人民政府", "市直各单位", "团市委"),
    ),
    (
        "county",
        r"^(?:各有?关?)?(?:县级市|县区|区县|县|区|旗)(?!域|划|块)|^团[县区]委|^县级市",
        ("县府办", "各区", "县级市", "团县委"),
    ),
    (
        "township",
        r"^(?:[全省市县区]?各有?关?)?(?:乡镇|镇街|镇|乡(?!村)|街道)",
        ("各镇人民政府", "街道办事处", "各乡镇（街道）"),
    ),
    ("village", r"^(?:各有?关?)?(?:行政|自然)?(?:村|社区)(?!镇|庄)", ("各村", "各社区", "村委会")),
    ("prefecture", rf"^(?={LEVEL_HEAD.pattern})[市州盟]", ("市财政局", "市公安局鼎湖分局")),
    ("internal", r"^(?!.*[局委厅院]).{1,12}[科股处]$|^办公室$", ("规划科", "监督检查处", "办公室")),
)
_LEVELS = tuple((level, lazy(pattern)) for level, pattern, _ in LEVELS)

_PLACE_LEVELS: dict[str, Level] = {
    "省": "province",
    "自治区": "province",
    "市": "prefecture",
    "州": "prefecture",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
}


@remembered
def level_of(name: str) -> Level | None:
    """The level that `name` alone shows; None where it takes the names beside it, or knowledge."""
    core = bare(name)
    if core in national_names():
        return "national"
    found = next((level for level, pattern in _LEVELS if pattern.search(core)), None)
    if found is None and not is_group(core):
        head = place_head(core)
        return _PLACE_LEVELS[_sign(head)] if head else None
    return found


def _sign(head: str) -> str:
    return "自治区" if head.endswith("自治区") else head[-1]


def place_head(core: str) -> str:
    """The place's name that `core` opens with before a known body (`阳西县`财政局), or nothing."""
    for match in re.finditer(r"[省市州县区旗镇乡]", core[:10]):
        rest = core[match.end() :]
        rest = rest[1:] if rest.startswith("委") and len(rest) > 1 else rest
        if match.end() > 1 and (is_known(rest) or rest in ("人民政府", "政府")):
            return core[: match.end()]
    return ""
