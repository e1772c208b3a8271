"""Sheets: what stands in them, and that ticks come back from whatever saved them."""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.study.made import due, entry, owner, plan, task
from zwgk_parse.errors import DamagedFileError, MissingExtraError, SheetError
from zwgk_parse.exporters.characters import xml_text
from zwgk_parse.plan.model import After, Deadline
from zwgk_parse.source import CellPlace, Span
from zwgk_parse.study.passages import Printed
from zwgk_parse.study.sampling import Drawn
from zwgk_parse.study.sheet import FIELDS, Sheet, place, sheet
from zwgk_parse.study.sheet_files import as_csv, as_xlsx
from zwgk_parse.study.sources import Found
from zwgk_parse.study.ticked import ticked

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language

EVIL = '=HYPERLINK("http://x","y")'
TASKS = (
    task(1, EVIL, owners=(owner("县财政局", role="lead"), owner("县审计局", role="support"))),
    task(2, "二", deadlines=(due("2022-12-31"), Deadline(kind="ongoing", raw="持续推进"))),
    task(3, "三", deadline_raw="春节前"),
)


def _sheet(language: Language = "zh") -> Sheet:
    of = entry("通知/一.txt", plan("a", *TASKS, digest="0f"))
    passages = (Printed(EVIL, "前", "后"), Printed("二\n…\n三"), None)
    found = (
        Found(Drawn(of, "0f", one, f"0f:{one.id}"), passage, None if passage else "gone")
        for one, passage in zip(TASKS, passages, strict=True)
    )
    return sheet(found, language)


def _ticked_csv(ticks: list[tuple[str, str, str]], language: Language = "zh") -> str:
    rows = list(csv.reader(io.StringIO(as_csv(_sheet(language)).decode("utf-8-sig"), newline="")))
    at = FIELDS.index("text-right")
    for row, some in zip(rows[1:], ticks, strict=True):
        row[at : at + 3] = some
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


GIVEN = [("1", "0", ""), ("对", "错", "√"), ("", "", "")]
READ = [(True, False, None), (True, False, True), (None, None, None)]


def _ticks(data: bytes) -> list[tuple[bool | None, ...]]:
    return [tuple(row.ticks.values()) for row in ticked(data, "sheet.csv")]


def test_what_stands_in_a_row() -> None:
    made = _sheet()
    row = dict(zip(made.head, made.rows[1], strict=True))
    assert row == {
        "序号": "2",
        "文件": "通知/一.txt",
        "位置": "第 2 行",
        "前文": "",
        "原文": "二\n…\n三",
        "后文": "",
        "任务": "2. 二",
        "责任单位": "",
        "到期日": "",
        "备注": "",
        "标识": "0f:t2",
        "时限": "2022-12-31 → 2022-12-31\n持续推进 → 长期任务",
        "任务对否": "",
        "责任单位对否": "",
        "时限对否": "",
    }
    assert made.column("owners", made.rows[0]) == "牵头单位 县财政局；配合单位 县审计局"
    assert made.column("deadlines", made.rows[2]) == "春节前"
    assert "已不在原处" in made.column("printed", made.rows[2])


def test_readings_of_deadlines() -> None:
    after = After(event="印发", duration="P20D", working_days=True)
    one = task(
        1,
        deadlines=(
            Deadline(kind="recurring", raw="每季度", rrule="FREQ=MONTHLY;INTERVAL=3", times=2),
            Deadline(kind="relative", raw="印发后20个工作日", after=after),
        ),
    )
    found = Found(Drawn(entry("a", plan("a", one)), "0", one, "0:t1"), Printed("甲"))
    made = sheet([found], "en")
    assert made.column("deadlines", made.rows[0]).split("\n") == [
        "每季度 → FREQ=MONTHLY;INTERVAL=3 × 2",
        "印发后20个工作日 → P20D 印发 working days",
    ]


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ((Span(line=3, end_line=5), Span(line=7, end_line=7)), "lines 3–7"),
        ((Span(line=3, end_line=3),), "line 3"),
        (
            (
                Span(page=2, bbox=(0, 0, 1, 1), cell=CellPlace(table=1, row=4, column=2)),
                Span(page=3, bbox=(0, 0, 1, 1), cell=CellPlace(table=2, row=1, column=2)),
            ),
            "pages 2–3, table 1, row 4, table 2, row 1",
        ),
        ((Span(path="/html/body/p[3]"),), "/html/body/p[3]"),
        ((), ""),
    ],
)
def test_places(spans: tuple[Span, ...], words: str) -> None:
    assert place(spans, "en") == words


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_ticks_come_back_however_they_were_saved(
    language: Language, encoding: str, delimiter: str
) -> None:
    rows = list(csv.reader(io.StringIO(_ticked_csv(GIVEN, language), newline="")))
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    assert _ticks(stream.getvalue().encode(encoding)) == READ


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        *(("1", "0"), ("y", "n"), ("Y", "N"), ("yes", "No"), ("是", "否"), ("对", "错")),
        *(("✓", "✗"), ("√", "×"), ("TRUE", "False"), (" １ ", "０"), ("✔", "✘")),
    ],
)
def test_words_for_right_and_wrong(right: str, wrong: str) -> None:
    data = _ticked_csv([(right, wrong, "")] * 3).encode()
    assert _ticks(data) == [(True, False, None)] * 3


@pytest.mark.parametrize("words", ["x", "2", "?", "不确定", "1.5", "10", "-1"])
def test_what_is_no_tick_is_refused_with_its_place(words: str) -> None:
    data = _ticked_csv([("1", "1", "1"), ("1", words, "1"), ("", "", "")]).encode()
    with pytest.raises(SheetError, match=rf"row 3, column L: “{re.escape(words)}”"):
        ticked(data, "sheet.csv")


def test_a_task_that_comes_twice_is_refused() -> None:
    lines = _ticked_csv(GIVEN).splitlines(keepends=True)
    with pytest.raises(SheetError, match="stands in another"):
        ticked("".join([*lines, lines[-1]]).encode(), "sheet.csv")


def test_columns_may_stand_elsewhere_but_must_be_there() -> None:
    data = "标识,备注,时限对否,任务对否,责任单位对否\na:t1,x,1,0,1\n\n".encode()
    assert _ticks(data) == [(False, True, True)]
    with pytest.raises(SheetError, match="no column is headed 时限对否 or Deadlines right"):
        ticked("标识,任务对否,责任单位对否\n".encode(), "sheet.csv")
    with pytest.raises(SheetError, match="no column"):
        ticked(b"", "sheet.csv")


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", b"\xff\xfe\x00", b"\x81"])
def test_what_is_no_sheet(data: bytes) -> None:
    with pytest.raises(DamagedFileError):
        ticked(data, "sheet.xlsx")


def test_csv_has_no_formula() -> None:
    text = as_csv(_sheet()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1][FIELDS.index("printed")] == f"'{EVIL}"
    assert all(cell[:1] not in tuple("=+-@") for row in rows for cell in row)


def test_a_workbook_has_text_alone_and_the_same_bytes_each_time() -> None:
    data = as_xlsx(_sheet())
    assert data == as_xlsx(_sheet())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
        links = [name for name in archive.namelist() if "rels" in name and "sheet" in name]
    assert "<f>" not in page
    assert links == []
    assert page.count("<dataValidation ") == 3
    assert '<pane xSplit="1" ySplit="1"' in page
    assert re.search(r'<col min="15" max="15"[^>]* hidden="1"', page)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [*map(str, rows[0])] == list(_sheet().head)
    assert [tuple(map(str, row)) for row in rows[1:]] == list(_sheet().rows)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(st.characters(exclude_characters="\r"), max_size=30), min_size=1))
def test_all_words_come_back_from_a_workbook(words: list[str]) -> None:
    rows = tuple(tuple(one for _ in FIELDS) for one in words)
    data = as_xlsx(_sheet()._replace(rows=rows))
    page = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    read = [str(row[0]) for row in page.to_python(skip_empty_area=False)[1:]]
    read += [""] * (len(words) - len(read))
    assert read == [xml_text(one) for one in words]


def test_a_very_long_text_still_fits_a_cell() -> None:
    one = task(1, "长" * 50_000)
    made = sheet([Found(Drawn(entry("a", plan("a", one)), "0", one, "0:t1"), None, "gone")], "zh")
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(made))).get_sheet_by_index(0)
    cell = str(book.to_python()[1][FIELDS.index("task")])
    assert (len(cell), cell[-1]) == (32_001, "…")


def test_ticks_come_back_from_a_workbook_with_numbers_and_booleans() -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Task right?", "Owners right?", "Deadlines right?", "Key"])
        page.write_row(1, 0, [1, False, "是", "a:t1"])
        page.write_row(2, 0, [0.0, True, None, "a:t2"])
    assert _ticks(stream.getvalue()) == [(True, False, True), (False, True, None)]


@pytest.mark.parametrize("module", ["xlsxwriter", "python_calamine"])
def test_a_workbook_needs_the_extra(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = as_xlsx(_sheet())
    monkeypatch.setitem(sys.modules, module, None)
    work = partial(as_xlsx, _sheet()) if module == "xlsxwriter" else partial(ticked, data, "a.xlsx")
    with pytest.raises(MissingExtraError, match=r"zwgk-parse\[xlsx\]"):
        work()
