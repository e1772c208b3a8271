"""Automatic numbers: computed from lists and styles as Word shows them."""

from __future__ import annotations

import pytest

from tests.wordfile import abstract, cell, level, num, para, row, table, word
from zwgk_parse.document.model import Paragraph
from zwgk_parse.document.sources import passages
from zwgk_parse.readers import docx
from zwgk_parse.readers.docx.formats import show


def labels(
    numbers: list[tuple[int, int]], numbering: str, styles: str = "", style: str = ""
) -> list[str]:
    """The paragraphs that these (list, level) give, each of the word 甲."""
    body = "".join(para("甲", number=one, style=style) for one in numbers)
    document = docx.read(word(body, numbering=numbering, styles=styles), "a.docx").value
    return [str(block.text) for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {12: "１２"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九"},
        ),
        (
            "chineseCountingThousand",
            {10: "十", 20: "二十", 100: "一百", 101: "一百零一", 110: "一百一十", 1005: "一千零五"},
        ),
        ("taiwaneseCounting", {10: "十", 12: "十二"}),
        ("japaneseCounting", {1: "一", 10: "十", 21: "二十一", 100: "百", 111: "百十一"}),
        ("ideographDigital", {1: "一", 10: "一〇", 21: "二一"}),
        ("taiwaneseDigital", {10: "一○"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 102: "壹佰零贰"}),
        ("ideographLegalTraditional", {3: "參"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerLetter", {1: "a", 27: "aa", 99999: "99999"}),
        ("upperRoman", {1: "I", 4: "IV", 1994: "MCMXCIV"}),
        ("lowerRoman", {9: "ix", 40000: "40000"}),
        ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}),
        ("numberInDash", {3: "- 3 -"}),
        ("hex", {10: "A"}),
        ("custom 001, 002, 003, ...", {1: "001", 12: "012"}),
        ("chineseCountingThousand", {0: "0", 10_000: "10000"}),
        ("japaneseCounting", {10_000: "10000"}),
    ],
)
def test_formats(name: str, shown: dict[int, str]) -> None:
    assert {number: show(number, name) for number in shown} == shown


THREE = abstract(
    1,
    level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
    level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>'),
    level(2, "decimal", "%3."),
)


@pytest.mark.parametrize(
    ("numbers", "numbering", "shown"),
    [
        (
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
            THREE + num(1, 1),
            ["一、甲", "（一）甲", "（二）甲", "1. 甲", "二、甲", "（一）甲", "1. 甲"],
        ),
        # Two lists of one abstract list go on counting …
        ([(1, 0), (2, 0)], THREE + num(1, 1) + num(2, 1), ["一、甲", "二、甲"]),
        # … unless the second says where it starts, which it does once.
        (
            [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
            THREE
            + num(1, 1)
            + num(
                2,
                1,
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
            ),
            ["一、甲", "二、甲", "一、甲", "二、甲", "三、甲"],
        ),
        # A level of its own in place of the abstract list's.
        (
            [(1, 0), (1, 1)],
            THREE
            + num(
                1,
                1,
                f'<w:lvlOverride w:ilvl="1">{level(1, "decimalEnclosedCircle", "%2")}'
                "</w:lvlOverride>",
            ),
            ["一、甲", "① 甲"],
        ),
        # Outer numbers in an inner one, and all of them decimal by w:isLgl.
        (
            [(1, 0), (1, 1), (1, 1)],
            abstract(
                1,
                level(0, "chineseCounting", "第%1章"),
                level(1, "decimal", "%1.%2", "<w:isLgl/>"),
            )
            + num(1, 1),
            ["第一章 甲", "1.1 甲", "1.2 甲"],
        ),
        # w:lvlRestart: 0 never, 1 only after the outermost level.
        (
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            abstract(
                1,
                level(0, "decimal", "%1"),
                level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'),
                level(2, "decimal", "(%3)", '<w:lvlRestart w:val="1"/>'),
            )
            + num(1, 1),
            ["1 甲", "1) 甲", "(1) 甲", "2) 甲", "(2) 甲", "2 甲", "(1) 甲"],
        ),
        # A level that was left out counts as used once.
        (
            [(1, 1), (1, 0), (1, 1)],
            abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 1),
            ["1.1 甲", "2 甲", "2.1 甲"],
        ),
        # Bullets are left out, words without a number are not; level 0 may start elsewhere.
        ([(1, 0)], abstract(1, level(0, "bullet", "●")) + num(1, 1), ["甲"]),
        ([(1, 0)], abstract(1, level(0, "none", "附件")) + num(1, 1), ["附件 甲"]),
        (
            [(1, 0)],
            abstract(1, level(0, "decimal", "%1.").replace('start w:val="1"', 'start w:val="7"'))
            + num(1, 1),
            ["7. 甲"],
        ),
        # A number that is hidden itself counts, unseen.
        (
            [(1, 0)],
            abstract(1, level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>")) + num(1, 1),
            ["甲"],
        ),
        # What does not exist numbers nothing.
        ([(0, 0), (9, 0), (1, 8)], THREE + num(1, 1) + num(2, 9), ["甲", "甲", "甲"]),
        # The format of Word 2010 on, and what older versions show.
        (
            [(1, 0), (2, 0)],
            abstract(
                1,
                '<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14">'
                '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
                '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
                '<w:lvlText w:val="%1."/></w:lvl>',
            )
            + abstract(2, '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>')
            + num(1, 1)
            + num(2, 2),
            ["001. 甲", "1. 甲"],
        ),
    ],
)
def test_lists(numbers: list[tuple[int, int]], numbering: str, shown: list[str]) -> None:
    assert labels(numbers, numbering) == shown


def style(name: str, said: str = "", base: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{based}<w:pPr>{said}</w:pPr></w:style>'


IN_LIST = '<w:numPr><w:numId w:val="1"/></w:numPr>'
HEADINGS = (
    abstract(
        1,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/><w:suff w:val="nothing"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/><w:suff w:val="nothing"/>'),
    )
    + num(1, 1)
    + num(2, 1)
)  # fmt: skip
STYLED = (
    style("h1", IN_LIST)
    + style("h2", IN_LIST, base="h1")
    + style("mine", base="h2")
    + style("off", '<w:numPr><w:numId w:val="0"/></w:numPr>', base="h1")
    + style("deep", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', base="h1")
)


def test_styles_number() -> None:
    body = "".join(para("甲", style=name) for name in ("h1", "h2", "mine", "off", "h1", "deep"))
    body += para("甲", style="h1", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    body += para("甲", style="h1", properties='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    made = word(body, numbering=HEADINGS, styles=STYLED)
    blocks = docx.read(made, "a.docx").value.blocks
    assert [str(block.text) for block in blocks if isinstance(block, Paragraph)] == [
        "一、甲", "（一）甲", "（二）甲", "甲", "二、甲", "（一）甲", "甲", "（二）甲",
    ]  # fmt: skip


def test_a_list_that_is_kept_in_a_numbering_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="list"/></w:abstractNum>'
        + THREE.replace("</w:abstractNum>", '<w:styleLink w:val="list"/></w:abstractNum>')
        + num(1, 1)
        + num(7, 5)
    )
    styles = style("list", IN_LIST, kind="numbering")
    assert labels([(7, 0), (7, 1)], linked, styles) == ["一、甲", "（一）甲"]
    assert labels([(7, 0)], linked) == ["甲"]


def test_numbers_in_cells_run_on_through_the_rows() -> None:
    body = table(
        row("序号", "任务"),
        *(row(cell(para(number=(1, 2))), cell(para("甲", number=(2, 0)))) for _ in range(3)),
    )
    numbering = THREE + abstract(2, level(0, "decimal", "（%1）")) + num(1, 1) + num(2, 2)
    document = docx.read(word(body, numbering=numbering), "a.docx").value
    assert [str(passage) for passage in passages(document)] == [
        "序号", "任务", "1.", "（1） 甲", "2.", "（2） 甲", "3.", "（3） 甲",
    ]  # fmt: skip


def test_a_format_that_is_not_known_stands_in_decimal_and_is_said() -> None:
    numbering = abstract(1, level(0, "hebrew1", "%1.")) + num(1, 1)
    result = docx.read(word(para("甲", number=(1, 0)), numbering=numbering), "a.docx")
    (block,) = result.value.blocks
    assert isinstance(block, Paragraph)
    assert str(block.text) == "1. 甲"
    (said,) = result.diagnostics
    assert (said.code, said.data) == ("ZW008", {"count": 1, "format": "hebrew1"})


def test_a_default_style_may_number_every_paragraph() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a">'
        f"<w:pPr>{IN_LIST}</w:pPr></w:style>"
    )
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    made = word("<w:p/>" + para("甲"), styles=styles, numbering=numbering)
    blocks = docx.read(made, "a.docx").value.blocks
    assert [str(block.text) for block in blocks if isinstance(block, Paragraph)] == ["1.", "2. 甲"]
