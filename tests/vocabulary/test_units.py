"""Unit names: shape, splitting, level, system and full form."""

from __future__ import annotations

from pathlib import Path

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.source import Span
from zwgk_parse.vocabulary.unit_files import LEVELS as LEVEL_NAMES
from zwgk_parse.vocabulary.unit_levels import LEVELS, level_of
from zwgk_parse.vocabulary.unit_lists import names, without_layout
from zwgk_parse.vocabulary.unit_names import SCOPES, could_be_name, is_group, scope_of, shape
from zwgk_parse.vocabulary.units import _data, _table, known, national_names, place_named

DATA = Path(__file__).parent.parent / "data"

SPLIT = {
    "县财政局、教育局": ["县财政局", "教育局"],
    "发展和改革局": ["发展和改革局"],
    "人力资源和社会保障局和教育和体育局": ["人力资源和社会保障局", "教育和体育局"],
    "城市管理和综合执法局，水利和湖泊局": ["城市管理和综合执法局", "水利和湖泊局"],
    "自然资源与生态环境局与教育局": ["自然资源与生态环境局", "教育局"],
    "区交通与建设局": ["区交通与建设局"],
    "县财政局及教育局以及各乡镇（街道）": ["县财政局", "教育局", "各乡镇（街道）"],
    "各有关部门和单位": ["各有关部门和单位"],
    "中央和国家机关工委、全国总工会等和各省级人民政府": [
        "中央和国家机关工委",
        "全国总工会",
        "各省级人民政府",
    ],
    "省财政厅省国税局省地税局": ["省财政厅", "省国税局", "省地税局"],
    "区经济发展局区行政审批局区直各有关单位": ["区经济发展局", "区行政审批局", "区直各有关单位"],
    "区综合执法局（安监局）规划局": ["区综合执法局（安监局）", "规划局"],
    "市公安局鼎湖分局": ["市公安局鼎湖分局"],
    "市委市直机关工委": ["市委市直机关工委"],
    "市委市政府": ["市委", "市政府"],
    "市委市政府督查室": ["市委市政府督查室"],
    "区政府各部门": ["区政府各部门"],
    "各县、区人民政府、市直各部门": ["各县、区人民政府", "市直各部门"],
    "各区、县级市": ["各区", "县级市"],
    "教育局等18个部门": ["教育局"],
    "公安厅、教育厅等相关部门": ["公安厅", "教育厅"],
    "高等教育处": ["高等教育处"],
    "各镇（街道、园区）": ["各镇（街道、园区）"],
    "县法院和检察院": ["县法院", "检察院"],
    "省自然资源厅等省直有关部门": ["省自然资源厅"],
    "各省、自治区、直辖市人民政府": ["各省、自治区、直辖市人民政府"],
    "市政务服务中心各窗口单位": ["市政务服务中心各窗口单位"],
    "区直及市驻区各单位": ["区直及市驻区各单位"],
    "各镇和县直各单位": ["各镇", "县直各单位"],
    "发展" * 500: ["发展" * 500],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), SPLIT.items())
def test_an_enumeration_is_split_between_names_only(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各镇人民政府； 县直各单位按职能 分工落实", "各镇人民政府；县直各单位按职能分工落实"),
        ("县财政局 县教育局", "县财政局 县教育局"),
        ("县财政局  民政局", "县财政局 民政局"),
        ("县人力资源和社会 保障局", "县人力资源和社会保障局"),
        ("县人民政府 办公室", "县人民政府办公室"),
        ("市生态环境局 冠县分局", "市生态环境局冠县分局"),
        ("办公室 各科室", "办公室 各科室"),
        ("规划科\n基建科", "规划科\n基建科"),
        ("县委 宣传部", "县委宣传部"),
        ("县直各 单位", "县直各单位"),
        ("区政府 各部门", "区政府各部门"),
        ("各镇 人民政府", "各镇人民政府"),
        ("市卫生健康委 员会", "市卫生健康委员会"),
        ("县府办牵头 各镇配合", "县府办牵头 各镇配合"),
        ("各镇 县直各部门", "各镇 县直各部门"),
        ("China Mobile 阳西分公司", "China Mobile阳西分公司"),
        ("无空格", "无空格"),
    ],
)
def test_only_spaces_between_names_stay(text: str, expected: str) -> None:
    assert without_layout(Passage.of(text, Span())).text == expected


@pytest.mark.parametrize("name", [name for _, _, examples in SCOPES for name in examples])
def test_scope_examples_are_groups(name: str) -> None:
    assert shape(name) == "group"
    claimed = next(scope for scope, _, examples in SCOPES if name in examples)
    assert scope_of(name) == claimed


def test_a_set_of_no_known_scope_is_other() -> None:
    assert scope_of("决策事项承办单位") == "other"


@pytest.mark.parametrize("name", [name for _, _, examples in LEVELS for name in examples])
def test_level_examples_have_their_level(name: str) -> None:
    assert level_of(name) in {level for level, _, examples in LEVELS if name in examples}


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("阳西县财政局", "county"),
        ("江门市交通运输局", "prefecture"),
        ("广东省教育厅", "province"),
        ("财政部", "national"),
        ("平潭海关", None),
        ("市场监督管理局", None),
        ("广西壮族自治区教育厅", "province"),
        ("区域协调办", None),
    ],
)
def test_level_of_a_placed_name(name: str, level: str | None) -> None:
    assert level_of(name) == level


@pytest.mark.parametrize(
    "name", ["一网通办", "大局", "政府网站", "做好财政", "安全生产", "县", "含技工院校"]
)
def test_other_words_are_no_names(name: str) -> None:
    assert shape(name) is None


@pytest.mark.parametrize(
    "name", ["县政务公开办", "区政协办", "国家安全部", "各承担行政职能的事业单位"]
)
def test_a_word_inside_does_not_spoil_a_name(name: str) -> None:
    assert shape(name) is not None


def test_a_misprint_could_still_be_a_name() -> None:
    assert could_be_name("党群工作部区")
    assert not could_be_name("做好监督检查")


KNOWN = [
    ("县人社局", "human-resources", "县人力资源和社会保障局"),
    ("县府办", "government-office", "县人民政府办公室"),
    ("县发改局", "development-reform", "县发展和改革局"),
    ("国家发展改革委", "development-reform", "国家发展和改革委员会"),
    ("县住建局", "housing-construction", "县住房和城乡建设局"),
    ("省住建厅", "housing-construction", "省住房和城乡建设厅"),
    ("县自规局", "natural-resources", "县自然资源和规划局"),
    ("区政数局", "government-services-data", "区政务服务数据管理局"),
    ("区市监局", "market-regulation", "区市场监督管理局"),
    ("省卫计委", "health", "省卫生健康委员会"),
    ("县委网信办", "cyberspace", "县委网络安全和信息化委员会办公室"),
    ("县委办", "party-office", "县委办公室"),
    ("市委政法委", "political-legal", "市委政法委员会"),
    ("阳西县教育局", "education", "阳西县教育局"),
    ("肇庆市鼎湖区人民政府办公室", "government-office", "肇庆市鼎湖区人民政府办公室"),
    ("区委宣传部（网信办）", "publicity", "区委宣传部（网信办）"),
    ("阳西供电局", "power-supply", "阳西供电局"),
    ("福建银保监局", "banking-insurance-regulation", "中国银行保险监督管理委员会福建监管局"),
    ("人行平潭支行", "central-bank", "中国人民银行平潭支行"),
    ("中国银保监会", "banking-insurance-regulation", "中国银行保险监督管理委员会"),
    ("市生态环境局冠县分局", "ecology-environment", None),
    ("团县委", "youth-league", None),
    ("县（区）财政局", "finance", None),
]


@pytest.mark.parametrize(("name", "system", "canonical"), KNOWN)
def test_known_bodies(name: str, system: str, canonical: str | None) -> None:
    found = known(name, 2022)
    assert found is not None
    assert (found.system, found.canonical) == (system, canonical)


def test_a_full_form_holds_in_its_years_only() -> None:
    assert known("县工商局", 2016).canonical == "县工商行政管理局"  # type: ignore[union-attr]
    assert known("县工商局", 2022).canonical == "县市场监督管理局"  # type: ignore[union-attr]
    assert known("县工商局", None).canonical is None  # type: ignore[union-attr]


# What a name stood for before a reform, in its last year, and after it.
REFORMS = [
    ("省国土厅", 2018, "省国土资源厅", 2019, "省自然资源厅"),
    ("市国土局", 2018, "市国土资源局", 2019, None),
    ("县环保局", 2018, "县环境保护局", 2019, "县生态环境局"),
    ("市工商局", 2018, "市工商行政管理局", 2019, "市市场监督管理局"),
    ("县质监局", 2018, "县质量技术监督局", 2019, "县市场监督管理局"),
    ("区食药监局", 2018, "区食品药品监督管理局", 2019, "区市场监督管理局"),
    ("省食药监局", 2018, "省食品药品监督管理局", 2019, None),
    ("县安监局", 2018, "县安全生产监督管理局", 2019, "县应急管理局"),
    ("省安监局", 2018, "省安全生产监督管理局", 2019, "省应急管理厅"),
    ("县卫计局", 2018, "县卫生和计划生育局", 2019, "县卫生健康局"),
    ("市农业局", 2018, "市农业局", 2019, "市农业农村局"),
    ("省文化厅", 2018, "省文化厅", 2019, "省文化和旅游厅"),
    ("县文广新局", 2018, "县文化广电新闻出版局", 2019, None),
    ("省国税局", 2018, "省国家税务局", 2019, "省税务局"),
    ("县扶贫办", 2020, None, 2022, "县乡村振兴局"),
    ("县法制办", 2018, "县法制办公室", 2019, "县司法局"),
    ("银保监会", 2022, "中国银行保险监督管理委员会", 2024, "国家金融监督管理总局"),
    ("广东金融监管局", 2022, None, 2024, "国家金融监督管理总局广东监管局"),
    ("省金融监管局", 2022, "省地方金融监督管理局", 2024, None),
    ("区政数局", 2022, "区政务服务数据管理局", 2024, None),
    ("县委金融办", 2022, None, 2024, "县委金融委员会办公室"),
]


@pytest.mark.parametrize(("name", "before", "old", "after", "new"), REFORMS)
def test_a_reform_gives_a_short_form_another_full_one(
    name: str, before: int, old: str | None, after: int, new: str | None
) -> None:
    found = [known(name, year) for year in (before, after)]
    assert [one.canonical if one else None for one in found] == [old, new]


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("省法院", "省高级人民法院"),
        ("县法院", "县人民法院"),
        ("市法院", None),
        ("阳西县法院", "阳西县人民法院"),
        ("国家统计局", "国家统计局"),
        ("高新区管委会", "高新区管理委员会"),
        ("县政府", "县人民政府"),
        ("阳西县人民政府", "阳西县人民政府"),
        ("市民政局", "市民政局"),
        ("市民宗局", None),
        ("镇党政办", "镇党政办公室"),
        ("农业农村科", None),
    ],
)
def test_a_full_form_may_depend_on_the_level(name: str, canonical: str | None) -> None:
    found = known(name, 2022)
    assert found is not None
    assert found.canonical == canonical


def test_nearly_all_names_of_real_plans_are_known_as_they_were_judged() -> None:
    lines = (DATA / "canonical.tsv").read_text(encoding="utf-8").splitlines()
    judged = [line.split("\t") for line in lines if not line.startswith(("#", "name\t"))]
    right = 0
    for name, canonical, system in judged:
        found = None if is_group(name) else known(name, 2022)
        full = (found.canonical if found else None) or name
        right += (full, (found.system if found else None) or "-") == (canonical, system)
    assert len(judged) >= 250
    assert right / len(judged) >= 0.95


@pytest.mark.parametrize("name", ["县重点办", "某某分局", "云雾局滨江分局"])
def test_an_unknown_body_has_no_system(name: str) -> None:
    assert known(name, 2022) is None


def test_the_table_is_well_formed() -> None:
    rows = _data()["unit"]
    assert len({row["system"] for row in rows}) >= 60
    assert all(row.keys() & {"stems", "short", "exact", "frames"} for row in rows)
    assert all(row.get("ground") for row in rows if row.keys() & {"from", "to", "levels"})
    assert all(set(row.get("levels", ())) <= set(LEVEL_NAMES) for row in rows)
    assert all(row.get("from", 0) <= row.get("to", 9999) for row in rows)
    assert all(row.get("ground") for row in rows if "" in row.get("short", {}).values())
    assert all(shape(name) for name in national_names())
    assert all(len(readings) < 4 for readings in _table().values())


def test_branches_are_named_by_their_place() -> None:
    assert place_named("平潭海关")
    assert place_named("人行平潭支行")
    assert not place_named("供电公司")
