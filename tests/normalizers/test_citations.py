"""Citations: what counts as a document cited, and what it is to the plan."""

from __future__ import annotations

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.citations import read_citations
from zwgk_parse.source import Span
from zwgk_parse.vocabulary.documents import rows


def cite(*texts: str, own: tuple[str, ...] = (), number: str | None = None) -> list[str]:
    """Each citation as `relation title number`."""
    passages = [(Passage.of(text, Span(line=1)), None) for text in texts]
    return [
        " ".join(
            part
            for part in (c.relation, c.title, c.document_number and c.document_number.raw)
            if part
        )
        for c in read_citations(passages, own_titles=own, own_number=number)
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(row["value"], text) for row in rows("relation") for text in row["examples"]],
)
def test_relations(value: str, text: str) -> None:
    assert {line.split()[0] for line in cite(text)} == {value}


@pytest.mark.parametrize(
    ("value", "text"), [(row["value"], text) for row in rows("relation") for text in row["misses"]]
)
def test_relation_misses(value: str, text: str) -> None:
    assert value not in {line.split()[0] for line in cite(text)}


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "为贯彻落实《甲通知》（粤府办〔2021〕17 号）和《乙通知》（肇府办函〔2021〕79号），"
            "制定了《丙方案》。",
            [
                "implements 甲通知 粤府办〔2021〕17号",
                "implements 乙通知 肇府办函〔2021〕79号",
                "mentions 丙方案",
            ],
        ),
        ("自即日起，《甲办法》、《乙办法》同时废止。", ["repeals 甲办法", "repeals 乙办法"]),
        (
            "按照《关于印发〈甲目录〉的通知》（闽安委〔2016〕7号）的要求",
            ["based_on 关于印发〈甲目录〉的通知 闽安委〔2016〕7号"],
        ),
        ("按照《关于印发《甲目录》的通知》要求", ["based_on 关于印发《甲目录》的通知"]),
        (
            "落实《甲方案》（以下简称《方案》），推进乙事。《方案》另有规定的从其规定。",
            ["implements 甲方案"],
        ),
        ("《政务公开工作交流》刊物", []),
        ("根据国办发〔2019〕14号文件精神", ["based_on 国办发〔2019〕14号"]),
        ("见行动计划（2021）和GB 50180", []),
        ("按国办发〔2019号文件办理", []),
        (
            "《未闭合的标题，见《甲方案》。按照《乙方案》办理。",
            ["mentions 甲方案", "based_on 乙方案"],
        ),
        ("《" + "甲" * 300 + "》", []),
        ("》多余的括号《甲方案》（试行）", ["mentions 甲方案"]),
        ("《甲《乙方案》》和《丙方案》", ["mentions 甲《乙方案》", "mentions 丙方案"]),
    ],
)
def test_what_is_cited(text: str, cited: list[str]) -> None:
    assert cite(text) == cited


def test_the_plan_itself_is_not_cited() -> None:
    text = (
        "《2022 年甲要点》已经同意，《2022年甲要点的通知》（甲政〔2022〕7号）印发。"
        "见甲政〔2022〕7号。"
    )
    assert cite(text, own=("2022年甲要点", ""), number="甲政〔2022〕7号") == []


def test_each_document_once_and_with_its_number() -> None:
    texts = ("见《甲方案》。", "又见《甲方案》（甲政〔2022〕7号）。", "再见《甲方案》。")
    assert cite(*texts) == ["mentions 甲方案 甲政〔2022〕7号"]


def test_each_task_cites_for_itself() -> None:
    passages = [
        (Passage.of("落实《甲方案》。", Span()), None),
        (Passage.of("落实《甲方案》。", Span()), "t1"),
    ]
    assert [citation.task for citation in read_citations(passages)] == [None, "t1"]
