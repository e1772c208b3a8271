"""The Word files of tests/golden/docx, each made of a few lines; run this to write them anew."""

from __future__ import annotations

from pathlib import Path

from tests.wordfile import (
    abstract,
    cell,
    level,
    num,
    pack,
    para,
    part,
    row,
    run,
    table,
    word_parts,
)

FOLDER = Path(__file__).parent / "golden" / "docx"
_TIGHT = '<w:suff w:val="nothing"/>'
_RESTART, _CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_HEADER = "<w:tblHeader/>"
_LISTS = (
    abstract(
        1,
        level(0, "chineseCountingThousand", "%1、", f'<w:pStyle w:val="1"/>{_TIGHT}'),
        level(1, "chineseCountingThousand", "（%2）", f'<w:pStyle w:val="2"/>{_TIGHT}'),
    )
    + abstract(2, level(0, "decimal", "%1."))
    + num(1, 1)
    + num(2, 2)
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="heading {one}"/><w:pPr>'
    f'<w:numPr><w:ilvl w:val="{one - 1}"/><w:numId w:val="1"/></w:numPr>'
    f'<w:outlineLvl w:val="{one - 1}"/></w:pPr></w:style>'
    for one in (1, 2)
)


def _deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def _automatic_numbers() -> dict[str, str | bytes]:
    body = (
        para("青禾县2024年政务公开工作要点")
        + para("深化重点领域公开", style="1")
        + para(
            "财政信息公开。推进预决算公开。（县财政局牵头，各镇配合，6月底前完成）",
            style="2",
        )
        + para("民生信息公开。公开养老服务信息。（县民政局负责，长期坚持）", style="2")
        + para("强化保障", style="1")
        + para("加强培训。组织业务培训不少于2次。（县政府办公室负责，12月底前完成）", style="2")
    )
    return word_parts(body, styles=_STYLES, numbering=_LISTS)


def _numbers_in_cells() -> dict[str, str | bytes]:
    def line(section: str, task: str, owners: str, due: str) -> str:
        first = cell(section, properties=_RESTART) if section else cell(properties=_CONTINUE)
        return row(first, cell(para(number=(2, 0))), task, owners, due)

    body = para("青禾县2024年政务公开工作任务分解表") + table(
        row("类别", "序号", "工作任务", "责任单位", "完成时限", properties=_HEADER),
        line("重点领域", "公开预决算。", "县财政局", "6月底前"),
        line("", "公开养老服务信息。", "县民政局、医保局", "持续推进"),
        line("工作保障", "组织业务培训。", "县政府办公室", "2024年12月底前"),
    )
    return word_parts(body, numbering=_LISTS)


def _tracked_changes() -> dict[str, str | bytes]:
    due = para(more=_deleted("6月底前") + f"<w:ins>{run('9月底前')}</w:ins>")
    note = para("县民政局", more=run("（待确认）", "<w:vanish/>"))
    body = para("青禾县2024年政务公开工作任务分解表") + table(
        row("序号", "工作任务", "责任单位", "完成时限"),
        row("1", "公开预决算。", "县财政局", cell(due)),
        row("2", "公开拟取消的事项。", "县司法局", "年底前", properties="<w:del/>"),
        row("2", "公开养老服务信息。", cell(note), "持续推进"),
    )
    return word_parts(body)


def _letterhead() -> dict[str, str | bytes]:
    head = "<w:txbxContent>" + para("青禾县人民政府办公室文件") + "</w:txbxContent>"
    drawing = f"<w:r><w:pict><v:shape><v:textbox>{head}</v:textbox></v:shape></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = (
        para(more=drawing)
        + table(row("青府办〔2024〕5号", "签发人：王某某"), properties="")
        + para("青禾县2024年政务公开工作要点")
        + para("各镇人民政府，县直各单位：")
        + para("一、公开预决算。（县财政局负责，6月底前完成）", more=note)
        + para("二、公开养老服务信息。（县民政局负责，长期坚持）")
        + para("青禾县人民政府办公室")
        + para("2024年3月1日")
        + '<w:sectPr><w:footerReference r:id="rId7"/></w:sectPr>'
    )
    note_text = f'<w:footnote w:id="1">{para("指2023年度部门决算。")}</w:footnote>'
    return word_parts(
        body,
        extra={
            "word/footer1.xml": part("ftr", para("— 1 —")),
            "word/footnotes.xml": part("footnotes", note_text),
        },
        links=(("rId7", "footer", "footer1.xml"), ("rId8", "footnotes", "footnotes.xml")),
    )


CASES = {
    "automatic-numbers": _automatic_numbers,
    "letterhead": _letterhead,
    "numbers-in-cells": _numbers_in_cells,
    "tracked-changes": _tracked_changes,
}


def main() -> None:
    """Writes the input of every case."""
    for name, make in CASES.items():
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "input.docx").write_bytes(pack(make()))


if __name__ == "__main__":
    main()
