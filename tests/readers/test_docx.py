"""The body of a Word file: what Word shows, in order, each with its place; the rest is said."""

from __future__ import annotations

import re

import pytest

from tests.wordfile import cell, pack, para, part, row, run, table, word, word_parts
from zwgk_parse.document.model import Document, Paragraph, Table
from zwgk_parse.readers import docx

BREAK, TAB, PAGE = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
VANISH = "<w:vanish/>"
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def read(body: str, **parts: str) -> Document:
    return docx.read(word(body, **parts), "plan.docx").value  # type: ignore[arg-type]


def texts(body: str, **parts: str) -> list[str]:
    """The words of each paragraph; those of a table's cells parted by bars."""
    found = []
    for block in read(body, **parts).blocks:
        if isinstance(block, Paragraph):
            found.append(block.text.text)
        else:
            found += ["|".join(one.text.text for one in line.cells) for line in block.rows]
    return found


def said(body: str, **parts: str) -> dict[str, dict[str, object]]:
    result = docx.read(word(body, **parts), "plan.docx")  # type: ignore[arg-type]
    return {one.code: dict(one.data) for one in result.diagnostics}


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def box(content: str) -> str:
    return f"<w:txbxContent>{content}</w:txbxContent>"


def test_paragraphs_and_tables_in_order() -> None:
    body = para("一、甲") + table(row("序号", "任务"), row("1", "公开")) + para("二、乙")
    assert texts(body) == ["一、甲", "序号|任务", "1|公开", "二、乙"]


def test_places() -> None:
    body = para() + para("一、甲") + table(row("序号", "任务"), row("1", cell("公开", "乙")))
    paragraph, grid = read(body).blocks
    assert isinstance(paragraph, Paragraph)
    assert [span.path for span in paragraph.text.spans] == ["/body/p[2]"]
    assert isinstance(grid, Table)
    (first, second) = grid.rows[1].cells[1].text.spans
    assert (first.path, second.path) == (
        "/body/tbl[1]/tr[2]/tc[2]/p[1]",
        "/body/tbl[1]/tr[2]/tc[2]/p[2]",
    )
    assert first.cell is not None
    assert (first.cell.table, first.cell.row, first.cell.column) == (1, 2, 2)


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="text"><w:basedOn w:val="1"/>
<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>
<w:style w:type="paragraph" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="quiet"><w:rPr><w:vanish/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("style", "properties", "level"),
    [
        ("1", "", 1),
        ("own", "", 1),
        ("text", "", None),
        ("a", "", None),
        ("", "", None),
        ("unknown", "", None),
        ("round", "", None),
        ("", '<w:outlineLvl w:val="2"/>', 3),
        ("1", '<w:outlineLvl w:val="9"/>', None),
        ("1", '<w:outlineLvl w:val="x"/>', 1),
    ],
)
def test_a_heading_is_one_by_its_outline_level(
    style: str, properties: str, level: int | None
) -> None:
    (block,) = read(para("总体要求", style=style, properties=properties), styles=STYLES).blocks
    assert isinstance(block, Paragraph)
    assert block.level == level


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (run("甲") + TAB + run("乙"), ["甲 乙"]),
        (run("政务公开") + BREAK + run("工作要点"), ["政务公开工作要点"]),
        (run("完成。") + BREAK + run("二、乙"), ["完成。", "二、乙"]),
        (run("2022年3月1日") + PAGE + run("附件"), ["2022年3月1日", "附件"]),
        (run("甲") + "<w:r><w:noBreakHyphen/></w:r>" + run("乙"), ["甲-乙"]),
        (run("甲") + "<w:r><w:softHyphen/></w:r>" + run("乙"), ["甲乙"]),
        ("<w:smartTag>" + run("甲") + "</w:smartTag>", ["甲"]),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("甲") + "</w:sdtContent></w:sdt>", ["甲"]),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", ["x=1"]),
        (
            "<w:r><w:ruby><w:rt>" + run("jiǎ") + "</w:rt><w:rubyBase>" + run("甲")
            + "</w:rubyBase></w:ruby></w:r>",
            ["甲"],
        ),
        ("<w:r><w:lastRenderedPageBreak/><w:t>甲\u200b乙</w:t></w:r>", ["甲乙"]),
    ],
)  # fmt: skip
def test_what_stands_in_a_paragraph(inner: str, words: list[str]) -> None:
    assert texts(para(more=inner)) == words


def test_content_controls_are_opened() -> None:
    body = f"<w:sdt><w:sdtContent>{para('甲')}</w:sdtContent></w:sdt>" + table(
        f"<w:sdt><w:sdtContent>{row('序号', '任务')}</w:sdtContent></w:sdt>",
        f"<w:tr><w:sdt><w:sdtContent>{cell('1')}</w:sdtContent></w:sdt>{cell('乙')}</w:tr>",
    )
    assert texts(body) == ["甲", "序号|任务", "1|乙"]


# Fields


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (BEGIN + instruction("REF a") + SEPARATE + run("甲") + END, "甲"),
        ('<w:fldSimple w:instr="DATE">' + run("2022年") + "</w:fldSimple>", "2022年"),
        (
            BEGIN + instruction("IF ") + BEGIN + instruction("REF b") + SEPARATE + run("没有")
            + END + SEPARATE + run("甲") + END,
            "甲",
        ),
        (run("甲") + BEGIN + instruction("XE 乙") + END, "甲"),
        (BEGIN + instruction(r" eq \o\ac(○,1) ") + END + run("甲"), "①甲"),
        (BEGIN + instruction(r"EQ \o\ac(○,密)") + END + run("甲"), "密甲"),
        (BEGIN + instruction('SYMBOL 254 \\f "Wingdings"') + END, "☑"),
        (END + run("甲") + SEPARATE, "甲"),
    ],
)  # fmt: skip
def test_a_field_shows_its_result(inner: str, words: str) -> None:
    assert texts(para(more=inner)) == [words]


def test_a_field_without_end_hides_no_more_than_its_paragraph() -> None:
    assert texts(para("甲", more=BEGIN + instruction("REF a")) + para("乙")) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("code", "field"), [("ZW006", r"EQ \f(1,2)"), ("ZW008", "AUTONUM"), ("ZW008", "LISTNUM")]
)
def test_a_field_that_only_word_can_draw_is_said(code: str, field: str) -> None:
    assert code in said(para("甲", more=BEGIN + instruction(field) + END))


def test_a_form_field_shows_whether_it_is_ticked() -> None:
    def ticked(box: str) -> str:
        data = f"<w:ffData><w:checkBox>{box}</w:checkBox></w:ffData>"
        begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        return begin + instruction("FORMCHECKBOX") + END

    body = ticked("<w:checked/>") + ticked('<w:default w:val="1"/>') + ticked("")
    assert texts(para(more=body)) == ["☒☒☐"]


def test_a_table_of_contents_is_furniture() -> None:
    body = (
        para(more=BEGIN + instruction('TOC \\o "1-3"') + SEPARATE + run("一、甲\t1"))
        + para("二、乙\t2")
        + para(more=END)
        + para("一、甲")
    )
    document = read(body)
    assert [str(block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        "一、甲"
    ]
    assert [str(passage) for passage in document.furniture] == ["一、甲 1", "二、乙 2"]


# Tracked changes

INS, DEL = ("<w:ins>{}</w:ins>".format, "<w:del>{}</w:del>".format)


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


MARK_DELETED = "<w:rPr><w:del/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "words", "counts"),
    [
        (para("于", more=deleted("6月") + INS(run("9月")) + run("完成")), ["于9月完成"], (1, 1)),
        (
            para(more=f"<w:moveFrom>{run('甲')}</w:moveFrom>" + run("乙"))
            + para(more=f"<w:moveTo>{run('甲')}</w:moveTo>"),
            ["乙", "甲"],
            (1, 1),
        ),
        (para("甲", properties=MARK_DELETED) + para("乙"), ["甲乙"], None),
        (para(more=deleted("甲"), properties=MARK_DELETED) + para("乙"), ["乙"], (0, 1)),
        (para("甲", properties=MARK_DELETED), ["甲"], None),
        (
            para("甲", properties=MARK_DELETED) + table(row("一", "二")) + para("乙"),
            ["甲", "一|二", "乙"],
            None,
        ),
        (
            table(row("序号", "任务"), row("1", "甲", properties="<w:del/>"), row("1", "乙")),
            ["序号|任务", "1|乙"],
            (0, 1),
        ),
        (
            table(row("序号", "任务"), row("1", cell("甲", properties="<w:cellDel/>"), "乙")),
            ["序号|任务", "1|乙"],
            (0, 1),
        ),
        (
            table(row("序号", "任务"), row("1", "乙", properties="<w:ins/>")),
            ["序号|任务", "1|乙"],
            (1, 0),
        ),
    ],
)  # fmt: skip
def test_tracked_changes_are_accepted_and_said(
    body: str, words: list[str], counts: tuple[int, int] | None
) -> None:
    assert texts(body) == words
    change = {"inserted": counts[0], "deleted": counts[1]} if counts else None
    assert said(body).get("ZW004") == change


def test_what_is_deleted_has_no_number() -> None:
    body = para("甲", number=(1, 0)) + para(
        more=deleted("乙"), number=(1, 0), properties=MARK_DELETED
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    found = texts(body + para("丙", number=(1, 0)), numbering=numbering)
    assert found == ["1. 甲", "2. 丙"]


# What is not shown


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (para("甲", more=run("乙丙", VANISH)), ["甲"]),
        (para("甲", more=run("乙丙", '<w:vanish w:val="0"/>')), ["甲乙丙"]),
        (para("甲", more=run("乙丙", '<w:rStyle w:val="quiet"/>')), ["甲"]),
        (para("甲") + para("乙丙", style="secret"), ["甲"]),
        (
            para("甲") + para(style="secret", more=run("乙丙", '<w:vanish w:val="false"/>')),
            ["甲", "乙丙"],
        ),
        (para("总体要求。", properties=f"<w:rPr>{VANISH}</w:rPr>") + para("甲"), ["总体要求。甲"]),
    ],
)
def test_hidden_text_is_left_out_and_said(body: str, words: list[str]) -> None:
    assert texts(body, styles=STYLES) == words
    hidden = said(body, styles=STYLES).get("ZW007")
    if "乙丙" not in "".join(words) and "乙丙" in body:
        assert hidden == {"reason": "hidden characters", "count": 2}


def test_comments_pictures_and_objects_are_said() -> None:
    blip = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'
    ole = '<w:r><w:object><v:imagedata/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    body = (
        para("甲", more='<w:r><w:commentReference w:id="0"/></w:r>')
        + para("乙", more=blip + blip)
        + para("丙", more=ole)
        + '<w:altChunk r:id="rId8"/>'
    )
    result = docx.read(word(body), "plan.docx")
    found = [(one.code, one.data.get("reason"), one.data["count"]) for one in result.diagnostics]
    assert found == [
        ("ZW006", "embedded objects", 1),
        ("ZW006", "inserted files", 1),
        ("ZW007", "comments", 1),
        ("ZW009", None, 2),
    ]
    assert result.diagnostics[-1].provenance[0].path == "/body/p[2]"


# Symbols


def sym(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (sym("Wingdings", "F0FE"), "☑"),
        (sym("Wingdings", "F0A8"), "□"),
        (sym("Wingdings 2", "F052"), "☑"),
        (sym("Wingdings 2", "F0A3"), "□"),
        (sym("Wingdings", "F081"), "①"),
        (sym("Wingdings", "FC"), "✓"),
        (sym("MS Gothic", "2611"), "☑"),
        (sym("Symbol", "F0B3"), "≥"),
        (run("R", '<w:rFonts w:ascii="Wingdings 2"/>'), "☑"),
        (run("\uf0fe", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "☑"),
        (run("甲\uf052乙", '<w:rFonts w:ascii="Wingdings 2"/>'), "甲☑乙"),
    ],
)
def test_symbols_become_characters(inner: str, words: str) -> None:
    assert texts(para(more=inner)) == [words]
    assert said(para(more=inner)) == {}


@pytest.mark.parametrize(
    ("inner", "symbol"),
    [
        (sym("Wingdings", "F0CE"), "Wingdings F0CE"),
        (sym("方正符号", "F041"), "方正符号 F041"),
        (sym("", "nothing"), "? 0000"),
        (sym("MS Gothic", "D800"), "MS Gothic D800"),
        (run("\uf041"), "? F041"),
    ],
)
def test_a_symbol_that_is_not_known_is_said(inner: str, symbol: str) -> None:
    assert texts(para("甲", more=inner)) == ["甲\ufffd"]
    assert said(para("甲", more=inner))["ZW005"] == {"symbol": symbol, "count": 1}


# Text boxes


@pytest.mark.parametrize(
    "drawing",
    [
        "<w:r><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></w:r>",
        "<w:r><w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict></w:r>",
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{0}</w:drawing>'
            "</mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:drawing>没有</w:drawing>'
            "</mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
    ],
)
def test_a_text_box_stands_behind_its_paragraph_once(drawing: str) -> None:
    inner = box(para("框中甲") + para("框中乙"))
    blocks = read(para("甲", more=drawing.format(inner) + run("乙")) + para("丙")).blocks
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    assert [str(one.text) for one in paragraphs] == ["甲乙", "框中甲", "框中乙", "丙"]
    assert paragraphs[2].text.spans[0].path == "/body/p[1]/txbx[1]/p[2]"


def test_word_art_and_symbols_of_emoji() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="某县人民政府文件"/></v:shape></w:pict></w:r>'
    emoji = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice>'
        "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(para(more=art) + para("甲", more=emoji)) == ["某县人民政府文件", "甲☺"]


def test_a_text_box_in_a_cell_belongs_to_the_cell() -> None:
    drawn = f"<w:r><w:drawing>{box(para('框'))}</w:drawing></w:r>"
    body = table(row("序号", "任务"), row("1", cell(para("甲", more=drawn))))
    assert texts(body) == ["序号|任务", "1|甲框"]


# Furniture


def test_headers_footers_and_notes_are_furniture() -> None:
    section = (
        '<w:sectPr><w:headerReference r:id="rId7"/><w:footerReference r:id="rId8"/></w:sectPr>'
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    made = word(
        para("一、甲", more=note) + section,
        extra={
            "word/header1.xml": part("hdr", para("某县人民政府文件")),
            "word/footer1.xml": part("ftr", para("— 1 —")),
            "word/footnotes.xml": part(
                "footnotes",
                f'<w:footnote w:id="0">{para("分隔")}</w:footnote>'
                f'<w:footnote w:id="2">{para("指上一年度。")}</w:footnote>',
            ),
        },
        links=(
            ("rId7", "header", "header1.xml"),
            ("rId8", "footer", "footer1.xml"),
            ("rId9", "footnotes", "footnotes.xml"),
        ),
    )
    document = docx.read(made, "plan.docx").value
    assert [str(block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        "一、甲"
    ]
    assert [(str(one), one.spans[0].path) for one in document.furniture] == [
        ("某县人民政府文件", "/header1/p[1]"),
        ("— 1 —", "/footer1/p[1]"),
        ("指上一年度。", "/footnotes/footnote[@id='2']/p[1]"),
    ]


def test_links_to_documents_are_kept_and_not_followed() -> None:
    def link(name: str, text: str) -> str:
        return f'<w:hyperlink r:id="{name}">{run(text)}</w:hyperlink>'

    made = word(
        para("见", more=link("rId7", "任务分解表") + link("rId8", "政府网站")),
        links=(
            ("rId7", "hyperlink", "http://example.gov.cn/fj/1.docx"),
            ("rId8", "hyperlink", "http://example.gov.cn/"),
        ),
    )
    document = docx.read(made, "plan.docx").value
    assert [str(block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        "见任务分解表政府网站"
    ]
    assert [(one.text, one.href, one.span.path) for one in document.links] == [
        ("任务分解表", "http://example.gov.cn/fj/1.docx", "/body/p[1]")
    ]


def test_strict_names_are_read() -> None:
    made = word_parts(para("一、甲") + table(row("序号", "任务"), row("1", "乙")))
    old = re.compile(r"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/")
    strict = {
        name: old.sub(r"http://purl.oclc.org/ooxml/\1/", str(content))
        for name, content in made.items()
    }
    assert len(docx.read(pack(strict), "plan.docx").value.blocks) == 2
