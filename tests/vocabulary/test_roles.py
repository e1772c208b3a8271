"""Headings, labels, brackets and cells that state owners, and their look-alikes."""

from __future__ import annotations

import pytest

from zwgk_parse.vocabulary.roles import (
    labelled_fields,
    looks_like_owners,
    owner_brackets,
    role_of_heading,
)
from zwgk_parse.vocabulary.unit_clauses import clauses

HEADINGS = {
    "牵头单位": "lead",
    "主要责任单位": "lead",
    "第一责任单位": "lead",
    "主办部门": "lead",
    "牵头": "lead",
    "配合单位": "support",
    "参与单位": "support",
    "协办处室": "support",
    "指导部门": "supervise",
    "监督指导单位": "supervise",
    "责任单位": "responsible",
    "责　任　单　位": "responsible",
    "责 任 单 位：": "responsible",
    "【责任单位】": "responsible",
    "责任科室": "responsible",
    "科室": "responsible",
    "责任处室": "responsible",
    "牵头落实单位": "responsible",
    "配合/责任单位": "responsible",
    "牵头（责任）单位": "responsible",
    "牵头单位和配合单位": "responsible",
    "责任单位（牵头单位列第一）": "responsible",
    "责任单位及责任人": "responsible",
    "承办科（室）": "responsible",
    "市级责任单位": "responsible",
    "相关责任单位": "responsible",
    "责任分工": "responsible",
}


@pytest.mark.parametrize(("heading", "role"), HEADINGS.items())
def test_a_heading_of_owners_gives_a_role(heading: str, role: str) -> None:
    assert role_of_heading(heading) == role


@pytest.mark.parametrize(
    "heading",
    [
        "责任人",
        "牵头领导",
        "责任领导",
        "责任单位属性",
        "责任程度",
        "考核方式",
        "工作任务",
        "任务",
        "整改措施",
        "主要职责",
        "完成时限",
        "单位",
        "检查",
        "",
        "序号",
        "区税务局责任单位",
        "负责人",
    ],
)
def test_other_headings_give_none(heading: str) -> None:
    assert role_of_heading(heading) is None


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("责任单位：区税务局配合单位：区财金局", ["责任单位=区税务局", "配合单位=区财金局"]),
        (
            "牵头单位：A；责任单位：B、C。时限：6月底前",
            ["牵头单位=A", "责任单位=B、C", "时限=6月底前"],
        ),
        ("配合单位：区财金局2.贯彻落实", ["配合单位=区财金局"]),
        ("责任单位：县府办（二）做好", ["责任单位=县府办"]),
        ("【责任单位】县府办 【完成时限】6月底前", ["责任单位=县府办", "完成时限=6月底前"]),
        ("〔牵头单位〕：县府办", ["牵头单位=县府办"]),
        ("牵头单位：县府办；责任人：张三；电话：1", ["牵头单位=县府办"]),
        ("做好。责 任 单 位：县府办，时间：年底前", ["责任单位=县府办", "时间=年底前"]),
        ("县财政局 完成时限：6月底前", ["完成时限=6月底前"]),
        ("（牵头：县府办；配合：各镇）", ["牵头=县府办", "配合=各镇）"]),
        ("责任单位：", ["责任单位="]),
        ("工作目标：一网通办；热线：12345", []),
        ("要密切配合：各镇", []),
        ("没有标签", []),
    ],
)
def test_labelled_fields_are_told_apart(text: str, fields: list[str]) -> None:
    found = labelled_fields(text)
    assert [f"{label}={text[start:end]}" for label, _, start, end in found] == fields


def test_a_label_is_placed_where_it_is_printed() -> None:
    text = "公开。【责任单位】县府办"
    assert labelled_fields(text) == [("责任单位", 3, 9, 12)]


@pytest.mark.parametrize(
    "text",
    [
        "（责任单位：县政府办公室）",
        "(责任单位:县直各部门(单位)，各乡镇(街道)、县经济开发区)",
        "（责任单位：区发改局、区教育局)",
        "（区综合执法局（区安监局）牵头，区公安局、交通与建设局等按职责分工负责，2018年3月底前完成）",
        "（县府办牵头，各镇配合）",
        "（财政部负责）",
        "（人力资源社会保障部、财政部负责。列第一位者为牵头单位，下同）",
        "（生态环境部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）",
        "（宣传部区、综合执法局（区安监局）牵头，区管委会办公室等按职责分工负责）",
        "【县府办、县司法局】",
        "〔县财政局〕",
        "[县财政局]",
        "（县司法局、各镇)",
        "（责任单位：县直各部门（单位",
        "（县府办牵头，各镇配合",
        "（时限：6月底前；责任单位：县府办）",
    ],
)
def test_brackets_that_state_owners_are_found(text: str) -> None:
    before = "做好信息公开（试行）。"
    assert owner_brackets(before + text) == [(len(before), len(before + text))]


@pytest.mark.parametrize(
    "text",
    [
        "（试行）",
        "村（居）民",
        "（含技工院校）",
        "（国发〔2018〕1号）",
        "（主要做法、工作成效、存在问题及下一步措施等）",
        "县（市、区）",
        "报区政府办公室（政务信息股）",
        "区委宣传部（网信办）牵头",
        "（六）",
        "()",
        "（完成时限：6月底前）",
        "（持续推进）",
        "县财政局（审计局）要做好",
        "（由失业保险基金列支）",
        "（一网通办、一网监管）",
        "（以下简称《条例》）",
        "（各地按实际落实",
        "[1]",
        "（县府办）负责",
        "（",
        "）（",
    ],
)
def test_ordinary_brackets_are_none(text: str) -> None:
    assert owner_brackets(text) == []


def test_a_bracket_around_an_owner_bracket_does_not_hide_it() -> None:
    text = "（一是加强管理；（责任单位：县府办）二是做好公开的指导工作）"
    assert [text[start:end] for start, end in owner_brackets("（未完" + text)] != []


OWNER_CELLS = [
    "县府办牵头，各镇人民政府；县直各",
    "办公室、各科室",
    "区政数局",
    "规划科、基建科",
    "县直各单位",
    "各镇人民政府； 县直各单位按职能 分工落实",
    "责任单位：县府办",
    "单位",
    "县府办（牵头）、县司法局",
    "决策事项承办单位",
    "各镇人民政府、直属各单位。区发改局、区审计局按照职责分工强化监管",
    "县司法局牵头，各镇配合，6月底前完成",
]


@pytest.mark.parametrize("text", OWNER_CELLS)
def test_an_owner_cell_looks_like_one(text: str) -> None:
    assert looks_like_owners(text)


@pytest.mark.parametrize(
    "text",
    [
        "做好财政信息公开",
        "一、优化政务公开工作基础",
        "(二)优化政策咨询服务。",
        "完善政务公开平台建设",
        "加强政务公开工作指导监督",
        "持续推进",
        "2022年底前",
        "各级各部门要加强内部协调",
        "政府门户网站",
        "责任单位",
        "牵头落实单位",
        "",
        "、",
        "一网通办",
        "工作大局",
        "发布机构：县政府办公室",
        "各镇人民政府，县直各部门：",
        "国务院关于促进综合保税区",
        "医务人员",
        "县司法局要做好规范性文件监督工作。",
        "推进基层政务公开标准化规范化",
        "落实《政府信息公开条例》",
        "县" * 2000,
    ],
)
def test_other_cells_do_not(text: str) -> None:
    assert not looks_like_owners(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A局；B局、C局牵头，D局按职责分工落实", ["A局 -", "B局、C局 lead", "D局 -"]),
        ("A局牵头、B局配合", ["A局 lead", "B局 support"]),
        ("A局，B局配合", ["A局 support", "B局 support"]),
        ("各镇，县司法局牵头", ["各镇 -", "县司法局 lead"]),
        ("A局会同B局、C局，D局负责", ["A局 lead", "B局、C局 support", "D局 -"]),
        ("由A处牵头，联合B处", ["A处 lead", "B处 support"]),
        ("县财政局负责资金保障，县教育局负责组织实施", ["县财政局 -", "县教育局 -"]),
        ("各社会组织参与", ["各社会组织 support"]),
        ("A局按照职责分工强化监管", ["A局 supervise"]),
        ("县府办为牵头单位，各镇为配合单位", ["县府办 lead", "各镇 support"]),
        ("各牵头单位负责", ["各牵头单位 -"]),
        ("做好会同工作的A局负责", ["做好会同工作的A局 -"]),
    ],
)
def test_a_role_word_binds_to_what_it_closes(text: str, parts: list[str]) -> None:
    assert [f"{text[c.start : c.end]} {c.role or '-'}" for c in clauses(text)] == parts
