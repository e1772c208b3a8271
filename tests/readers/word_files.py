"""Small Word files made by python-docx for tests; functions that give bytes."""

from __future__ import annotations

from io import BytesIO

from docx import Document

HEAD = ("序号", "工作任务", "责任单位", "完成时限")
TASKS = (
    ("1", "制定年度公开工作要点。", "县府办", "2022年6月底前"),
    ("2", "公开财政预算决算信息。", "县财政局牵头，县税务局配合", "持续推进"),
    ("3", "做好政策解读工作。", "县司法局", "每季度"),
)


def task_table() -> bytes:
    """A title, a paragraph, and a table of tasks with an owner cell merged over two rows."""
    word = Document()
    word.add_heading("某某县2022年政务公开工作要点分工方案", level=1)
    word.add_paragraph("为做好政务公开工作，现制定如下分工方案。")
    table = word.add_table(1 + len(TASKS), len(HEAD))
    for row, words in zip(table.rows, (HEAD, *TASKS), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    target = BytesIO()
    word.save(target)
    return target.getvalue()
