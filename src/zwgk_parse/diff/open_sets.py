"""Which bodies an open set of owners can include: its name goes in, an OpenSet comes out.

`各县（市、区）人民政府` are the governments of counties, `县直各单位` the departments of the county
itself, `各地各部门` both. `有关` leaves open which of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.plan.model import RegionLevel

# From the top down; a zone stands beside them.
LEVELS: Final[tuple[RegionLevel, ...]] = (
    "national",
    "province",
    "prefecture",
    "county",
    "township",
)
_BELOW: Final = frozenset({"province", "prefecture", "county", "township", "zone"})


class OpenSet(NamedTuple):
    """The bodies of an open set.

    `governments` are the levels whose governments are in it; `next` stands for the level right
    below the plan's own. `departments` says whether the departments of the plan's own level are in
    it, `theirs` whether those of the lower levels are. Where not `certain`, only some of them are,
    and the words do not say which; where not `understood`, it could be anybody.
    """

    governments: frozenset[str] = frozenset()
    departments: bool = False
    theirs: bool = False
    certain: bool = True
    understood: bool = True


_NOBODY = OpenSet()
_ANYBODY = OpenSet(certain=False, understood=False)
_UNCERTAIN = lazy(
    "有关|相关|涉及|^中央|^[省市]?驻|试点|部分|承办|实施|主管|成员|对口|具备条件|有条件|联席|相应|专班|小组"
)
_SECTIONS = lazy(r"[科处股]室|内设|各[科处股]$")
_EVERYBODY = lazy(
    r"^(?:全[国省市县区])?各(?:级|地)(?:各|、|和|及|区|方|人民|政府|党委|以上)*.*(?:部门|单位|机关)"
)
_DEPARTMENTS = lazy(r"(?:部门|单位|机关|机构|委办局|部委|委局|处室)$")
# An own level before the departments (县直各单位, 国务院各部委), or nothing but 各 and 其他.
_OWN = lazy(
    r"^(?:国务院|中央|[省市县区州盟旗镇乡](?:委|政府|人民政府)?)?(?:[直属级]|政府|[省市县区]?驻.|及|、|和|有关|相关|其他|其它|各|直属|其余)*"
    r"(?:部门|单位|机关|机构|委办局|部委|委局|事业单位|、|和|及|直属|各|有关|相关|中央驻.|驻.)+$"
)
_DEPARTMENT_WORDS = lazy("部门|单位|机关|机构|委办局|部委|委局")
_BRACKETS = lazy(r"[（()）]")
# What stands around the levels in a set of governments.
_EDGES = lazy(
    r"^(?:全[国省市县区州])?(?:本[省市县区])?(?:地方)?(?:各|所有|所属|下属|其他|其它|有关|相关|试点)*"
    r"|(?:地区|以上)?(?:人民)?(?:政府|党委|党工委|管委会|管理委员会|办事处|党政办(?:公室)?|便民服务(?:大厅|中心))+"
    r"(?:办公[厅室])?$|[、，,和及与]"
)
_EVERYWHERE = frozenset({"级", "地", "地区", "地方", "地各级", "地方各级", ""})

# One row a token, in the order they are tried at each place: the words, and the levels they name.
_TOKENS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("省自治区直辖市|省区市|省级", ("province",)),
    ("设区的?市|地级以上市|地级市|省辖市|市州|州市|市盟", ("prefecture",)),
    ("县级市|县市区|县区市|市县区|区县市|区市县|市区县|旗县市?区?", ("county",)),
    ("市县", ("next-city", "county")),
    ("县区|区县|市区|县级?|区|旗", ("county",)),
    ("乡镇街道|镇乡街道|乡镇街|镇街道?|乡镇|街道|镇|乡|街", ("township",)),
    ("(?:各?类?)?(?:功能|开发|高新|经开|产业园|工业园|园)区", ("zone",)),
    ("省|自治区|直辖市", ("province",)),
    ("州|盟", ("prefecture",)),
    ("市级?", ("next-city",)),
)
_TOKEN = lazy("|".join(f"(?P<t{row}>{words})" for row, (words, _) in enumerate(_TOKENS)))

# Names, and what the rules make of them; a test reads them all.
EXAMPLES: Final[dict[str, OpenSet]] = {
    "各县（市、区）人民政府": OpenSet(frozenset({"county"})),
    "各市、县（市、区）人民政府": OpenSet(frozenset({"next-city", "county"})),
    "各地级以上市人民政府": OpenSet(frozenset({"prefecture"})),
    "各设区市": OpenSet(frozenset({"prefecture"})),
    "各省、自治区、直辖市人民政府": OpenSet(frozenset({"province"})),
    "各省（区、市）人民政府": OpenSet(frozenset({"province"})),
    "各市人民政府": OpenSet(frozenset({"next-city"})),
    "各镇人民政府": OpenSet(frozenset({"township"})),
    "街道办事处": OpenSet(frozenset({"township"})),
    "各乡镇（街道）便民服务大厅": OpenSet(frozenset({"township"})),
    "各级人民政府": OpenSet(_BELOW),
    "地方各级人民政府": OpenSet(_BELOW),
    "各县（市、区）政府、各功能区管委会": OpenSet(frozenset({"county", "zone"})),
    "有关市政府": OpenSet(frozenset({"next-city"}), certain=False),
    "县直各单位": OpenSet(departments=True),
    "区政府其他部门": OpenSet(departments=True),
    "国务院各部委、各直属机构": OpenSet(departments=True),
    "市直各有关单位": OpenSet(departments=True, certain=False),
    "区直及市驻区各单位": OpenSet(departments=True),
    "各部门": OpenSet(departments=True),
    "各地各部门": OpenSet(_BELOW, departments=True, theirs=True),
    "各级各有关部门": OpenSet(_BELOW, departments=True, theirs=True, certain=False),
    "各科室": _NOBODY,
    "决策事项承办单位": _ANYBODY,
    "重大建设项目实施单位": _ANYBODY,
}


@lru_cache(maxsize=4096)
def open_set(name: str) -> OpenSet:
    """The bodies that the open set `name` can include."""
    core = _BRACKETS.sub("", name)
    certain = not _UNCERTAIN.search(core)
    if _SECTIONS.search(core):
        return _NOBODY
    if _EVERYBODY.search(core):
        return OpenSet(_BELOW, departments=True, theirs=True, certain=certain)
    if _DEPARTMENT_WORDS.search(core):
        return OpenSet(departments=True, certain=certain) if _OWN.search(core) else _ANYBODY
    governments = _governments(core)
    return OpenSet(governments, certain=certain) if governments else _ANYBODY


def _governments(core: str) -> frozenset[str]:
    """The levels that the words name, if they name nothing else."""
    found: set[str] = set()
    for part in core.split("、各") if "、各" in core else (core,):
        levels = _levels(part)
        if not levels:
            return frozenset()
        found |= levels
    return frozenset(found)


def _levels(part: str) -> frozenset[str]:
    words = _EDGES.sub("", part)
    if words in _EVERYWHERE:
        return _BELOW
    found: set[str] = set()
    at = 0
    while at < len(words):
        match = _TOKEN.match(words, at)
        if match is None:
            return frozenset()
        found.update(_TOKENS[int(str(match.lastgroup)[1:])][1])
        at = match.end()
    return frozenset(found)


def next_below(level: str) -> str:
    """The level of the cities right below `level`: 各市 of a province, 各市 of a prefecture."""
    return "county" if level in ("prefecture", "county") else "prefecture"
