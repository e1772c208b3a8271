"""The contract's part on owners, sentence by sentence: what must be read so, and near misses.

A row: the words, the heading they stand under, and the owners as `name/role`, `name/role/kind`.
"""

from __future__ import annotations

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.owners import read_owners, read_prose_owners
from zwgk_parse.source import Span

# The level of a name goes to the bare ones behind it, over 、 和 及 会同, not over ，；。
ELISION = [
    ("县民政局、财政局", ["县民政局", "县财政局"]),
    ("县民政局和财政局", ["县民政局", "县财政局"]),
    ("县民政局及财政局", ["县民政局", "县财政局"]),
    ("县民政局会同财政局", ["县民政局", "县财政局"]),
    ("县民政局、供电公司、公安消防支队", ["县民政局", "县供电公司", "县公安消防支队"]),
    ("县民政局、市场监督管理局", ["县民政局", "县市场监督管理局"]),
    ("市民政局、财政局", ["市民政局", "市财政局"]),
    ("市民服务中心、财政局", ["市民服务中心", "财政局"]),
    ("县民政局，财政局", ["县民政局", "财政局"]),
    ("县民政局；财政局", ["县民政局", "财政局"]),
    ("县民政局。财政局", ["县民政局", "财政局"]),
    ("县民政局、阳西海关", ["县民政局", "阳西海关"]),
    ("省财政厅、民政部", ["省财政厅", "民政部"]),
    ("县民政局、各镇人民政府", ["县民政局", "各镇人民政府"]),
    ("县民政局、有关单位", ["县民政局", "有关单位"]),
    ("县民政局、其他单位", ["县民政局", "其他单位"]),
    ("县民政局、直属单位", ["县民政局", "直属单位"]),
    ("县民政局、街道办事处", ["县民政局", "街道办事处"]),
    ("县民政局、决策事项承办单位", ["县民政局", "决策事项承办单位"]),
    ("市场监督管理局、财政局", ["市场监督管理局", "财政局"]),
    ("县农业局(畜牧办)", ["县农业局（畜牧办）"]),
]
SPLITS = [
    ("省财政厅省国税局省地税局", ["省财政厅", "省国税局", "省地税局"]),
    ("县财政局\n县教育局", ["县财政局", "县教育局"]),
    ("县财政局 县教育局", ["县财政局", "县教育局"]),
    ("县财政局以及县教育局", ["县财政局", "县教育局"]),
    ("县发展和改革局", ["县发展和改革局"]),
    ("县人力资源和社会保障局", ["县人力资源和社会保障局"]),
    ("县城市管理和综合执法局", ["县城市管理和综合执法局"]),
    ("县水利和湖泊局", ["县水利和湖泊局"]),
    ("县农业局（畜牧办、农机办）", ["县农业局（畜牧办、农机办）"]),
]


@pytest.mark.parametrize(("words", "names"), [*ELISION, *SPLITS])
def test_names_and_their_level(words: str, names: list[str]) -> None:
    reading = read_owners(Passage.of(words, Span()), heading=None, year=2022)
    assert [owner.name for owner in reading.owners] == names


ROLES = [
    ("县财政局牵头", None, ["县财政局/lead"]),
    ("县财政局主办", None, ["县财政局/lead"]),
    ("主要责任单位：县财政局", None, ["县财政局/lead"]),
    ("县财政局", "牵头单位", ["县财政局/lead"]),
    ("县财政局配合", None, ["县财政局/support"]),
    ("县财政局协助", None, ["县财政局/support"]),
    ("县财政局协办", None, ["县财政局/support"]),
    ("县财政局协同", None, ["县财政局/support"]),
    ("县财政局参与", None, ["县财政局/support"]),
    ("县财政局会同县教育局", None, ["县财政局/lead", "县教育局/support"]),
    ("县财政局联合县教育局", None, ["县财政局/lead", "县教育局/support"]),
    ("县财政局监督", None, ["县财政局/supervise"]),
    ("县财政局监管", None, ["县财政局/supervise"]),
    ("县财政局指导", None, ["县财政局/supervise"]),
    ("县财政局督办", None, ["县财政局/supervise"]),
    ("县财政局考核", None, ["县财政局/supervise"]),
    ("县财政局", None, ["县财政局/responsible"]),
    ("县财政局", "责任单位", ["县财政局/responsible"]),
    ("县财政局", "牵头落实单位", ["县财政局/responsible"]),
    ("县财政局", "配合/责任单位", ["县财政局/responsible"]),
    # Role words bind to the enumeration that they close.
    (
        "县府办；县财政局、教育局牵头，县司法局按职责分工落实",
        None,
        ["县府办/responsible", "县财政局/lead", "县教育局/lead", "县司法局/responsible"],
    ),
    # A word of its own goes before the heading.
    ("县财政局配合", "牵头单位", ["县财政局/support"]),
    ("县财政局（牵头）、教育局", "责任单位", ["县财政局/lead", "县教育局/responsible"]),
    # Manner phrases are no part of a name.
    ("县财政局按职责分工落实", None, ["县财政局/responsible"]),
    ("县财政局负责", None, ["县财政局/responsible"]),
    ("县财政局落实", None, ["县财政局/responsible"]),
    ("县财政局等部门", None, ["县财政局/responsible"]),
    ("县财政局等有关部门和单位", None, ["县财政局/responsible"]),
    ("县财政局会同有关部门", None, ["县财政局/lead"]),
    ("财政部等和各省级人民政府", None, ["财政部/responsible", "各省级人民政府/responsible"]),
    # One Owner for each (name, role).
    ("县财政局、县财政局", None, ["县财政局/responsible"]),
    ("县财政局牵头，县财政局配合", None, ["县财政局/lead", "县财政局/support"]),
    # Near misses: role words inside names.
    ("县考核办", None, ["县考核办/responsible"]),
    ("区政协办", None, ["区政协办/responsible"]),
    ("县工商业联合会", None, ["县工商业联合会/responsible"]),
    ("市场监督管理局", None, ["市场监督管理局/responsible"]),
    ("县政府督查室", None, ["县政府督查室/responsible"]),
]


@pytest.mark.parametrize(("words", "heading", "expected"), ROLES)
def test_roles_and_their_reach(words: str, heading: str | None, expected: list[str]) -> None:
    reading = read_owners(Passage.of(words, Span()), heading=heading, year=2022)
    assert [f"{owner.name}/{owner.role}" for owner in reading.owners] == expected


FIELDS = [
    ("县人社局", "县人力资源和社会保障局", "human-resources", "county", "unit", None),
    ("省财政厅", "省财政厅", "finance", "province", "unit", None),
    ("市教育局", "市教育局", "education", "prefecture", "unit", None),
    ("财政部", "财政部", "finance", "national", "unit", None),
    ("规划科", "规划科", "planning", "internal", "unit", None),
    ("各镇人民政府", "各镇人民政府", None, "township", "group", "all_townships"),
    ("县直各单位", "县直各单位", None, "county", "group", "own_departments"),
    ("各科室", "各科室", None, "internal", "group", "internal_sections"),
    ("决策事项承办单位", "决策事项承办单位", None, None, "group", "other"),
    ("各区人民政府", "各区人民政府", None, "county", "group", "all_subordinate_governments"),
    ("县直其他单位", "县直其他单位", None, "county", "group", "other_departments"),
    ("县直有关单位", "县直有关单位", None, "county", "group", "relevant_departments"),
    ("县重点办", "县重点办", None, "county", "unit", None),
]


@pytest.mark.parametrize(("name", "canonical", "system", "level", "kind", "scope"), FIELDS)
def test_what_is_known_of_a_unit(
    name: str,
    canonical: str,
    system: str | None,
    level: str | None,
    kind: str,
    scope: str | None,
) -> None:
    [owner] = read_owners(Passage.of(name, Span()), heading=None, year=2022).owners
    assert (owner.canonical, owner.system, owner.level) == (canonical, system, level)
    assert (owner.kind, owner.scope) == (kind, scope)


PROSE = [
    ("由县财政局牵头，县教育局配合，制定办法。", ["县财政局/lead", "县教育局/support"]),
    ("制定办法（责任单位：县财政局）。", ["县财政局/responsible"]),
    # A unit that is merely the subject is none, nor is one inside a description.
    ("各镇要切实加强领导。", []),
    ("县财政局要制定办法。", []),
    ("建立由农业农村部牵头的协调机制。", []),
]


@pytest.mark.parametrize(("words", "expected"), PROSE)
def test_prose_counts_by_a_role_word_of_its_own(words: str, expected: list[str]) -> None:
    reading = read_prose_owners(Passage.of(words, Span()), year=2022)
    assert [f"{owner.name}/{owner.role}" for owner in reading.owners] == expected


CONVENTIONS = [
    ("县财政局、教育局（排在第一位的部门为牵头部门，下同）", True, ["lead", "responsible"]),
    ("县财政局、教育局（排在第一位的部门为牵头部门）", False, ["lead", "responsible"]),
]


@pytest.mark.parametrize(("words", "lasts", "roles"), CONVENTIONS)
def test_a_sentence_may_set_a_convention(words: str, lasts: bool, roles: list[str]) -> None:
    reading = read_owners(Passage.of(words, Span()), heading=None, year=2022)
    assert [owner.role for owner in reading.owners] == roles
    assert (reading.convention is not None) == lasts


def test_owners_for_what_follows_are_kept_apart() -> None:
    words = "县财政局（以下均需各片区配合落实，不再列出）"
    reading = read_owners(Passage.of(words, Span()), heading=None, year=2022)
    assert reading.convention is not None
    assert [(o.name, o.role) for o in reading.convention.joined] == [("各片区", "support")]


def test_a_misprint_is_kept_with_a_remark_and_has_no_full_form() -> None:
    reading = read_owners(Passage.of("区市市场监管局", Span()), heading=None, year=2022)
    [owner] = reading.owners
    assert (owner.name, owner.canonical) == ("区市市场监管局", "区市市场监管局")
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["ZW403"]
