"""Every row of documents.toml claims its examples and leaves its near misses."""

from __future__ import annotations

import re
from typing import Any

import pytest

from zwgk_parse.vocabulary import documents as words_of


def cases(table: str, key: str) -> list[tuple[str, str]]:
    rows: list[dict[str, Any]] = words_of.rows(table)
    return [(row["value"], text) for row in rows for text in row[key]]


@pytest.mark.parametrize(("value", "title"), cases("doc_type", "examples"))
def test_doc_type(value: str, title: str) -> None:
    assert words_of.doc_type(title) == value


@pytest.mark.parametrize(("value", "title"), cases("doc_type", "misses"))
def test_doc_type_misses(value: str, title: str) -> None:
    assert words_of.doc_type(title) != value


@pytest.mark.parametrize(("value", "name"), cases("issuer_kind", "examples"))
def test_issuer_kind(value: str, name: str) -> None:
    assert words_of.issuer_kind(name) == value


@pytest.mark.parametrize(("value", "name"), cases("issuer_kind", "misses"))
def test_issuer_kind_misses(value: str, name: str) -> None:
    assert words_of.issuer_kind(name) != value


@pytest.mark.parametrize(("value", "text"), cases("disclosure", "examples"))
def test_disclosure(value: str, text: str) -> None:
    assert words_of.disclosure_value(text) == value


@pytest.mark.parametrize(("value", "text"), cases("disclosure", "misses"))
def test_disclosure_misses(value: str, text: str) -> None:
    assert words_of.disclosure_value(text) != value


def test_other_kinds() -> None:
    assert words_of.doc_type("甲") == "other"
    assert words_of.issuer_kind("甲市") == "other"
    assert words_of.disclosure_value("此件发至县级") is None


def test_two_prints_of_a_title_fold_alike() -> None:
    assert words_of.fold("《甲市（试行） 方案》") == words_of.fold("甲市(试行)方案")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("索 引 号：", "index_number"),
        ("【发文字号】", "document_number"),
        ("阅读人次", "none"),
        ("甲", None),
    ],
)
def test_labels(label: str, field: str | None) -> None:
    assert words_of.label_field(label) == field


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("甲市人民政府办公室", True),
        ("国家发展改革委 财政部", True),
        ("国务院办公厅关于甲的部", False),
        ("附件一览处", False),
        ("甲市2022年办", False),
    ],
)
def test_units(text: str, unit: bool) -> None:
    assert words_of.is_unit(text) is unit


def test_titles() -> None:
    assert words_of.is_title("甲方案（试行）")
    assert words_of.is_title("《甲方案》")
    assert words_of.is_title("主要任务")
    assert not words_of.is_title("主要任务", strong=True)


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("甲市关于印发乙工作方案的通知", "乙工作方案"),
        ("甲市印发《关于〈丙〉的方案》的通知", "关于〈丙〉的方案"),
        ("甲市关于转发《乙要点》的通知", "乙要点"),
        ("甲市关于印发《乙要点的通知", None),
        ("甲市关于加强乙事的通知", None),
    ],
)
def test_what_a_notice_hands_over(title: str, plan: str | None) -> None:
    place = words_of.handed_over(title)
    assert (title[slice(*place)] if place else None) == plan


@pytest.mark.parametrize(
    ("text", "handed"),
    [
        ("现印发给你们，请执行。", True),
        ("现将《甲方案》印发给你们", True),
        ("现将有关事项通知如下：", False),
    ],
)
def test_sentences_that_hand_over(text: str, handed: bool) -> None:
    assert words_of.hands_over(text) is handed


@pytest.mark.parametrize(
    ("pattern", "text", "whole"),
    [
        (words_of.NUMBER, "国办发〔2018〕117号", True),
        (words_of.NUMBER, "甲政办（2022）7号", True),
        (words_of.NUMBER, "行动计划（2022）", False),
        (words_of.DAY, "二〇二二年四月二十八日", True),
        (words_of.DAY, "2022.4.28", True),
        (words_of.DAY, "2022年4月", False),
    ],
)
def test_shapes(pattern: str, text: str, whole: bool) -> None:
    assert bool(re.fullmatch(pattern, text)) is whole
