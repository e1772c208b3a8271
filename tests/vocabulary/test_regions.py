"""Regions: which place a title is about, and its code in a year."""

from __future__ import annotations

import gzip
from collections import defaultdict
from importlib.resources import files
from itertools import pairwise

import pytest

from zwgk_parse.vocabulary.region_codes import level_of
from zwgk_parse.vocabulary.regions import find_region, resolve

# A text and its plan's year; the name, code and level to be found.
FOUND = [
    # Full names, at the head, after the year, after 印发.
    ("阳西县2022年政务公开工作要点分工方案", 2022, "阳西县", "441721", "county"),
    ("阳西县 2022 年政务公开工作要点", 2022, "阳西县", "441721", "county"),
    ("2022 年冠县政务公开工作要点", 2022, "冠县", "371525", "county"),
    ("二〇二二年冠县政务公开工作要点", 2022, "冠县", "371525", "county"),
    ("2022年度冠县政务公开工作要点", 2022, "冠县", "371525", "county"),
    ("《2022年冠县政务公开工作要点》", 2022, "冠县", "371525", "county"),
    ("关于印发《福建省2019年政务公开工作主要任务》的通知", 2019, "福建省", "350000", "province"),
    ("中共阳西县委办公室 阳西县人民政府办公室关于", 2022, "阳西县", "441721", "county"),
    ("国家税务总局阳西县税务局", 2022, "阳西县", "441721", "county"),
    ("深入推进江门市2022年政务公开工作", 2022, "江门市", "440700", "prefecture"),
    ("石家庄市井陉县交通运输局", 2022, "井陉县", "130121", "county"),
    # The innermost of the first chain.
    ("肇庆市鼎湖区人民政府办公室", 2021, "鼎湖区", "441203", "county"),
    ("肇庆市 鼎湖区 2021 年政务公开", 2021, "鼎湖区", "441203", "county"),
    ("江门市交通运输局贯彻落实江门市2022年要点", 2022, "江门市", "440700", "prefecture"),
    ("四川省绵阳市盐亭县", 2023, "盐亭县", "510723", "county"),
    ("新疆维吾尔自治区伊犁哈萨克自治州塔城地区额敏县", 2022, "额敏县", "654221", "county"),
    ("吉林省吉林市2022年", 2022, "吉林市", "220200", "prefecture"),
    ("阳西县转发广东省人民政府办公厅关于…的通知", 2022, "阳西县", "441721", "county"),
    ("阳西县 阳西县人民政府办公室", 2022, "阳西县", "441721", "county"),
    ("转发广东省人民政府关于…的通知；阳西县人民政府", 2022, "阳西县", "441721", "county"),
    ("县教育局；冠县2022年政务公开工作要点", 2022, "冠县", "371525", "county"),
    ("阳西县 盐亭县 冠县", 2022, "阳西县", "441721", "county"),
    # Municipalities, cities without districts, counties under a province, special regions.
    ("北京市2022年政务公开工作要点", 2022, "北京市", "110000", "province"),
    ("东莞市2022年政务公开工作要点", 2022, "东莞市", "441900", "prefecture"),
    ("济源市2022年政务公开工作要点", 2022, "济源市", "419001", "county"),
    ("浦东新区2022年政务公开工作要点", 2022, "浦东新区", "310115", "county"),
    ("香港特别行政区政府", 2022, "香港特别行政区", "810000", "province"),
    ("大兴安岭地区行政公署", 2022, "大兴安岭地区", "232700", "prefecture"),
    # Autonomous places, also as they are written in short.
    ("凉山彝族自治州西昌市人民政府", 2022, "西昌市", "513401", "county"),
    ("凉山州2022年政务公开工作要点", 2022, "凉山州", "513400", "prefecture"),
    ("融水苗族自治县人民政府办公室", 2022, "融水苗族自治县", "450225", "county"),
    ("阿坝州2022年政务公开工作要点", 2022, "阿坝州", "513200", "prefecture"),
    # Names that several places share: only with a word on which is meant.
    ("朝阳区2022年政务公开工作要点", 2022, "朝阳区", None, "county"),
    ("北京市朝阳区2022年政务公开工作要点", 2022, "朝阳区", "110105", "county"),
    ("北京朝阳区2022年政务公开工作要点", 2022, "朝阳区", "110105", "county"),
    ("长春市朝阳区2022年政务公开工作要点", 2022, "朝阳区", "220104", "county"),
    ("朝阳区贯彻落实北京市2022年工作要点方案", 2022, "朝阳区", "110105", "county"),
    ("佛山市朝阳区人民政府", 2022, "朝阳区", None, "county"),
    ("山东省青岛市北区2022年政务公开工作要点", 2022, "市北区", "370203", "county"),
    # Ordinary words that are counties too.
    ("晋城市城区人民政府", 2022, "城区", "140502", "county"),
    ("新城区人民政府", 2022, "新城区", None, "county"),
    ("盐亭县城区建设方案", 2022, "盐亭县", "510723", "county"),
    ("长治市城区绿化方案", 2022, "长治市", "140400", "prefecture"),
    # By year: renamed, become a district, abolished, founded.
    ("沙县人民政府", 2019, "沙县", "350427", "county"),
    ("沙县人民政府", 2022, "沙县", None, "county"),
    ("三明市沙县区人民政府", 2022, "沙县区", "350405", "county"),
    ("襄樊市2009年要点", 2009, "襄樊市", "420600", "prefecture"),
    ("襄樊市2015年要点", 2015, "襄樊市", None, "prefecture"),
    ("重庆市江北区人民政府", 2026, "江北区", None, "county"),
    ("两江新区2022年政务公开工作要点", 2022, "两江新区", None, "zone"),
    ("两江新区2026年政务公开工作要点", 2026, "两江新区", "500157", "county"),
    # A county that the table lacks.
    ("某某县人民政府办公室", 2022, "某某县", None, "county"),
    # Zones.
    ("平潭综合实验区管委会办公室", 2019, "平潭综合实验区", None, "zone"),
    ("关于印发平潭综合实验区治理方案的通知", 2017, "平潭综合实验区", None, "zone"),
    ("阳西经济技术开发区管委会", 2022, "阳西经济技术开发区", None, "zone"),
    ("江门市高新区管委会", 2022, "江门市高新区", None, "zone"),
    ("高新区2022年政务公开工作要点", 2022, "高新区", None, "zone"),
    ("杨凌示范区管理委员会", 2022, "杨凌示范区", None, "zone"),
    # Townships.
    ("凤灵街道", 2022, "凤灵街道", None, "township"),
    ("鼎湖区凤凰镇人民政府", 2022, "凤凰镇", None, "township"),
    ("永平县龙街镇人民政府", 2022, "龙街镇", None, "township"),
    ("新城区万通路街道办事处", 2022, "万通路街道", None, "township"),
    ("天河区人民政府棠下街道办事处", 2022, "棠下街道", None, "township"),
    ("柏乡镇人民政府", 2022, "柏乡镇", None, "township"),
    # Cities that end like towns.
    ("景德镇市2022年政务公开工作要点", 2022, "景德镇市", "360200", "prefecture"),
    ("乡宁县2022年政务公开工作要点", 2022, "乡宁县", "141029", "county"),
]

NOT_FOUND = [
    "",
    "县发展改革局",
    "全市",
    "市交通运输局贯彻落实2022年政务公开工作要点",
    "省人民政府办公厅关于印发2022年政务公开工作要点的通知",
    "自治区人民政府办公厅",
    "县人民政府",
    "各市县人民政府",
    "各乡镇人民政府、街道办事处",
    "新城区建设",
    "开发区",
    "城区",
    "郊区2022年绿化方案",
    "大同市场",
    "和平发展",
    "新华社",
    "河西",
    "对应县级部门",
    "各市和县级人民政府",
    "精准传递政策意图。代县政府起草",
    "创新县域发展",
    "新县城建设方案",
    "景德镇2022年",
    "教育部门2022年工作",
    "市司法部2022年工作",
    "关于促进综合保税区高水平开放的通知",
    "关于加快开发区2022年发展",
    "县经济开发区管委会",
    "城镇小区配套幼儿园治理",
    "特色小镇建设2022年",
    "关于贯彻落实国务院办公厅2022年政务公开工作要点的实施方案",
    "关于落实《江门市2022年政务公开工作要点》的方案",
    "转发广东省人民政府办公厅关于印发广东省2022年政务公开工作要点的通知",
]


@pytest.mark.parametrize(("text", "year", "name", "code", "level"), FOUND)
def test_the_place_a_text_is_about(
    text: str, year: int, name: str, code: str | None, level: str
) -> None:
    region = find_region(text, year)
    assert region is not None
    assert (region.name, region.code, region.level) == (name, code, level)
    assert text[region.start : region.end] == name


@pytest.mark.parametrize("text", NOT_FOUND)
def test_words_that_name_no_place(text: str) -> None:
    assert find_region(text, 2022) is None


@pytest.mark.parametrize("body", ["国务院", "国务院办公厅", "教育部", "中共中央办公厅"])
def test_the_whole_country(body: str) -> None:
    region = find_region(f"{body}关于促进海南省综合保税区发展的意见", 2019)
    assert region is not None
    assert (region.name, region.code, region.level) == ("中华人民共和国", None, "national")


def test_only_the_head_of_a_long_line_is_looked_at() -> None:
    assert find_region("无" * 2000 + "，阳西县2022年", 2022) is None


@pytest.mark.parametrize(
    ("name", "within", "year", "code"),
    [
        ("阳西县", None, 2022, "441721"),
        ("阳西县", None, None, "441721"),
        ("阳西县", None, 1970, None),
        ("阳西县", "肇庆市", 2022, None),
        ("鼓楼区", None, 2022, None),
        ("鼓楼区", "南京市", 2022, "320106"),
        ("鼓楼区", "320100", 2022, "320106"),
        ("鼓楼区", "江苏省", 2022, None),  # 南京, 徐州
        ("鼓楼区", "江苏省", 2005, None),
        ("朝阳区", "110000", 2022, "110105"),
        ("莱城区", "莱芜市", 2015, "371202"),
        ("江苏省", "江苏省", 2022, None),
        ("阳西县", "阳西县", 2022, None),
        ("没有这个县", None, 2022, None),
        # 章丘 became a district in 2016: both names were in use that year.
        ("章丘市", None, 2015, "370181"),
        ("章丘市", None, 2016, "370181"),
        ("章丘市", None, 2017, None),
        ("章丘区", None, 2015, None),
        ("章丘区", None, 2016, "370114"),
        # 公主岭 moved to another city in 2020; without a year two codes remain.
        ("公主岭市", None, 2019, "220381"),
        ("公主岭市", None, 2020, "220184"),
        ("公主岭市", None, None, None),
        ("塔城地区", "伊犁哈萨克自治州", 2022, "654200"),
    ],
)
def test_the_code_of_a_name_in_a_year(
    name: str, within: str | None, year: int | None, code: str | None
) -> None:
    assert resolve(name, within=within, year=year) == code


def _table() -> list[tuple[str, str, int, int]]:
    packed = files("zwgk_parse.vocabulary").joinpath("regions.tsv.gz").read_bytes()
    cells = [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()]
    return [(code, name, int(first), int(last or 9999)) for code, name, first, last in cells]


def test_the_table_gives_a_code_one_name_at_a_time() -> None:
    years: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for code, _, first, last in _table():
        assert len(code) == 6
        assert 1980 <= first <= last
        years[code].append((first, last))
    for runs in years.values():
        runs.sort()
        assert all(left[1] < right[0] for left, right in pairwise(runs))


def test_the_table_is_small_and_whole() -> None:
    packed = files("zwgk_parse.vocabulary").joinpath("regions.tsv.gz").read_bytes()
    assert len(packed) <= 80_000
    standing = [code for code, _, first, last in _table() if first <= 2022 <= last]
    levels = [level_of(code) for code in standing]
    assert (levels.count("province"), levels.count("prefecture")) == (34, 333)
    assert 2840 < levels.count("county") < 2860


def test_every_place_is_found_by_its_own_name() -> None:
    for code, name, first, last in _table()[::7]:
        if not first <= 2022 <= last or name in {"城区", "郊区", "矿区", "新城区", "老城区"}:
            continue
        region = find_region(f"{name}2022年政务公开工作要点", 2022)
        assert region is not None
        assert (region.name, region.code) == (name, resolve(name, year=2022))
        assert region.code in {code, None}
