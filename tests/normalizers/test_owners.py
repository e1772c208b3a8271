"""Owner texts and the owners they name: `name role`, in printed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.owner_marks import likely
from zwgk_parse.normalizers.owners import (
    Convention,
    OwnersReading,
    apply_convention,
    read_owners,
    read_prose_owners,
)
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Owner

HERE = Span(line=1)


def read(text: str, heading: str | None = None, year: int | None = 2022) -> OwnersReading:
    return read_owners(Passage.of(text, HERE), heading=heading, year=year)


def shown(reading: OwnersReading) -> str:
    return " ".join(f"{owner.name}/{owner.role}" for owner in reading.owners)


CELLS = {
    "县府办": "县府办/responsible",
    "县民政局、财政局": "县民政局/responsible 县财政局/responsible",
    "县发改局、供电公司、公安消防支队": (
        "县发改局/responsible 县供电公司/responsible 县公安消防支队/responsible"
    ),
    "区市场监管局、市场监督管理局": "区市场监管局/responsible 区市场监督管理局/responsible",
    "省法院，检察院": "省法院/responsible 检察院/responsible",
    "县财政局、平潭海关、各镇、水利局": (
        "县财政局/responsible 平潭海关/responsible 各镇/responsible 县水利局/responsible"
    ),
    "县委组织部、宣传部、教育局": (
        "县委组织部/responsible 县委宣传部/responsible 县教育局/responsible"
    ),
    "团县委、妇联": "团县委/responsible 县妇联/responsible",
    "阳西县财政局、教育局": "阳西县财政局/responsible 阳西县教育局/responsible",
    "区教育局、市公安局鼎湖分局、民政局": (
        "区教育局/responsible 市公安局鼎湖分局/responsible 区民政局/responsible"
    ),
    "各镇人民政府； 县直各单位按职能 分工落实": "各镇人民政府/responsible 县直各单位/responsible",
    "各镇人民政府； 县卫生健康局、 县政务局牵头，县直其他单位按职能分工落实": (
        "各镇人民政府/responsible 县卫生健康局/lead 县政务局/lead 县直其他单位/responsible"
    ),
    "各镇、直属各单位。区发改局、区审计局按照职责分工强化监管": (
        "各镇/responsible 直属各单位/responsible 区发改局/supervise 区审计局/supervise"
    ),
    "区财政局等部门牵头，各镇": "区财政局/lead 各镇/responsible",
    "财政部会同有关部门负责": "财政部/lead",
    "省公安厅会同省人社厅、教育厅等相关部门，各设区市": (
        "省公安厅/lead 省人社厅/support 省教育厅/support 各设区市/responsible"
    ),
    "县财政局、教育局等和各镇负责": "县财政局/responsible 县教育局/responsible 各镇/responsible",
    "县府办（牵头）、县司法局（配合单位）": "县府办/lead 县司法局/support",
    "牵头单位：市发改委，配合单位：市科协，各区、县级市": (
        "市发改委/lead 市科协/support 各区/support 县级市/support"
    ),
    "责任单位：区税务局配合单位：区财金局": "区税务局/responsible 区财金局/support",
    "责任单位：县府办；完成时限：6月底前": "县府办/responsible",
    "县府办负责，2022年6月底前完成": "县府办/responsible",
    "区直各部门按职责分工负责，持续推进": "区直各部门/responsible",
    "区府办、区政协办": "区府办/responsible 区政协办/responsible",
    "各县区人民政府、开发区管委会": "各县区人民政府/responsible 开发区管委会/responsible",
    "1.县府办；2．县司法局": "县府办/responsible 县司法局/responsible",
    "县府办、县府办": "县府办/responsible",
    "县府办牵头，县府办": "县府办/lead 县府办/responsible",
    "县委宣传部(网信办)": "县委宣传部（网信办）/responsible",
    "—": "",
    "无": "",
    "": "",
}


@pytest.mark.parametrize(("text", "owners"), CELLS.items())
def test_owners_of_a_text(text: str, owners: str) -> None:
    assert shown(read(text)) == owners


@pytest.mark.parametrize(
    ("text", "heading", "owners"),
    [
        ("县府办；各镇", "牵头单位", "县府办/lead 各镇/lead"),
        (
            "县府办牵头，县司法局；各镇",
            "牵头落实单位",
            "县府办/lead 县司法局/responsible 各镇/responsible",
        ),
        ("县府办", "配 合 单 位", "县府办/support"),
        ("县府办、各镇", "责任单位（列第一位的为牵头单位）", "县府办/lead 各镇/responsible"),
        ("办公室、各科室", "备注", "办公室/responsible 各科室/responsible"),
    ],
)
def test_a_heading_gives_the_role(text: str, heading: str, owners: str) -> None:
    assert shown(read(text, heading)) == owners


def test_an_owner_says_what_gave_its_role_and_where_it_stands() -> None:
    words = Passage.join(
        [Passage.of("县府办牵头，县人", Span(line=3)), Passage.of("社局、财政局", HERE)]
    )
    lead, second, third = read_owners(words, heading="责任单位", year=2022).owners
    assert (lead.role_raw, second.role_raw) == ("牵头", "责任单位")
    assert lead.provenance == (Span(line=3),)
    assert second.provenance == (Span(line=3), HERE)
    assert (second.canonical, second.system) == ("县人力资源和社会保障局", "human-resources")
    assert (third.name, third.raw, third.canonical) == ("县财政局", "财政局", "县财政局")
    assert read("县府办负责").owners[0].role_raw is None


def test_kind_scope_and_level() -> None:
    found = {
        owner.name: owner for owner in read("县府办、各镇人民政府、县直其他单位、街道办事处").owners
    }
    assert [owner.kind for owner in found.values()] == ["unit", "group", "group", "group"]
    assert found["各镇人民政府"].scope == "all_townships"
    assert found["县直其他单位"].scope == "other_departments"
    assert found["街道办事处"].level == "township"
    assert found["县府办"].level == "county"


@pytest.mark.parametrize(
    ("text", "heading", "levels"),
    [
        ("体育总局、网信办、科技部", None, ["national", "national", "national"]),
        ("体育总局、北京海关", None, ["national", None]),
        ("办公室、机关党委", None, ["internal", "internal"]),
        ("采购办", "责任处室", ["internal"]),
        ("县府办、机关党委", None, ["county", None]),
        ("各单位", "责任处室", [None]),
    ],
)
def test_a_level_may_come_from_the_names_beside(
    text: str, heading: str | None, levels: list[str | None]
) -> None:
    assert [owner.level for owner in read(text, heading).owners] == levels


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("区发改局、区市市场监管局牵头", ["区市市场监管局"]),
        ("党群工作部区、综合执法局牵头", ["党群工作部区"]),
        ("各区属国有企企", ["各区属国有企企"]),
        ("县府办、张三", ["张三"]),
        ("县" + "大数据" * 20 + "局", ["县" + "大数据" * 20 + "局"]),
        ("县府办、市场监督管理局、各镇", []),
    ],
)
def test_misprints_are_kept_and_remarked(text: str, doubtful: list[str]) -> None:
    reading = read(text)
    assert [d.data["text"] for d in reading.diagnostics] == doubtful
    assert {d.code for d in reading.diagnostics} <= {"ZW403"}
    assert all(d.provenance == (HERE,) for d in reading.diagnostics)


def test_what_belongs_to_no_label_is_remarked() -> None:
    reading = read("责任单位：县府办。联系人：张三")
    assert shown(reading) == "县府办/responsible"
    assert [(d.code, d.data["text"]) for d in reading.diagnostics] == [("ZW306", "联系人：张三")]


@pytest.mark.parametrize(
    "sentence",
    [
        "列第一位者为牵头单位，下同",
        "排在第一位的部门为牵头部门，下同",
        "第一个单位为牵头单位，下同",
        "首位为牵头单位，以下同",
    ],
)
def test_who_stands_first_leads(sentence: str) -> None:
    reading = read(f"财政部、科技部负责。{sentence}")
    assert shown(reading) == "财政部/lead 科技部/responsible"
    assert reading.convention == Convention(first_is_lead=True, spans=(HERE,), words=sentence)


def test_a_convention_without_more_holds_for_its_task_only() -> None:
    reading = read("财政部、科技部负责，排第一位的为牵头单位")
    assert shown(reading) == "财政部/lead 科技部/responsible"
    assert reading.convention is None


def test_owners_stated_for_all_that_follows() -> None:
    reading = read("区资源局牵头负责;各片区负责配合落实，以下均需各片区配合落实，不再列出")
    assert shown(reading) == "区资源局/lead 各片区/support"
    assert reading.convention
    assert [(o.name, o.role) for o in reading.convention.joined] == [("各片区", "support")]
    assert not reading.convention.first_is_lead


def names_and_roles(owners: tuple[Owner, ...]) -> list[tuple[str, str]]:
    return [(owner.name, owner.role) for owner in owners]


def test_later_tasks_follow_the_convention() -> None:
    first = Convention(first_is_lead=True, words="列第一位者为牵头单位，下同")
    sole, *_ = apply_convention(read("海关总署负责").owners, first)
    assert (sole.role, sole.role_raw) == ("lead", "列第一位者为牵头单位，下同")
    own = read("各镇；县府办、县司法局牵头").owners
    assert apply_convention(own, first) == own
    supporting = read("县府办配合").owners
    assert apply_convention(supporting, first) == supporting
    assert apply_convention((), first) == ()


def test_joined_owners_are_added_once() -> None:
    joined = Convention(joined=read("各片区配合").owners)
    added = apply_convention(read("县府办牵头").owners, joined)
    assert names_and_roles(added) == [("县府办", "lead"), ("各片区", "support")]
    assert apply_convention(added, joined) == added


PROSE = {
    "由县司法局牵头，县财政局、各镇配合，做好监督。": "县司法局/lead 县财政局/support 各镇/support",
    "加强审查。由县司法局牵头制定清单，县财政局配合。各镇要落实。": (
        "县司法局/lead 县财政局/support"
    ),
    "县府办牵头，各镇人民政府配合，开展检查": "县府办/lead 各镇人民政府/support",
    "此项工作由县教育局负责，县财政局配合": "县教育局/responsible 县财政局/support",
    "由县发改局牵头，会同县财政局，做好": "县发改局/lead 县财政局/support",
    "做好公开。（责任单位：县府办）要督促。": "县府办/responsible",
    "建立省级政府办公厅牵头、省级有关部门参与的工作机制，统筹做好": "",
    "建立由农业农村部、工业和信息化部牵头的国家农业机械化发展协调推进机制": "",
    "组长由协助分管教育工作的国务院副秘书长担任": "",
    "由地方统筹纳入就业补助资金": "",
    "上述资金由失业保险基金列支": "",
    "县司法局要做好监督，各镇要抓好落实": "",
    "生态环境部会同国家发展改革委、工业和信息化部组织开展": "",
    "由县教育局负责": "",
    "县教育局负责，县财政局配合": "",
    "海关总署要继续做好牵头工作": "",
    "由政府负责人牵头、相关部门共同参与的工作机制": "",
    "由县司法局牵头建立的工作机制，县财政局配合": "",
    "各单位（含事业单位，县属）密切配合": "",
}


@pytest.mark.parametrize(("text", "owners"), PROSE.items())
def test_prose_gives_owners_by_its_role_words_only(text: str, owners: str) -> None:
    assert shown(read_prose_owners(Passage.of(text, HERE), year=2022)) == owners


def test_a_bracket_in_prose_may_set_a_convention() -> None:
    text = "支持创业。（财政部、科技部负责。列第一位者为牵头单位，下同）要加强。"
    reading = read_prose_owners(Passage.of(text, HERE), year=2022)
    assert reading.convention
    assert shown(reading) == "财政部/lead 科技部/responsible"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("区市市场监管局", "区市场监管局"),
        ("县财政局局", "县财政局"),
        ("县云雾局局", None),
        ("县财政局", None),
    ],
)
def test_a_misprint_of_one_character_too_many_is_recognised(name: str, meant: str | None) -> None:
    assert likely(name) == meant
