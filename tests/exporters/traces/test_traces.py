"""Traces, siblings and lineages in every format: complete, well formed, and as published."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.diff.family import family, sample
from tests.exporters.pages import Page, check_it_loads_nothing
from zwgk_parse.diff.lineage import lineage
from zwgk_parse.diff.siblings import siblings
from zwgk_parse.diff.trace import Parent
from zwgk_parse.exporters.traces import LINEAGE, SIBLINGS, TRACING, format_of
from zwgk_parse.exporters.traces.tracing import Tracing
from zwgk_parse.plan.traced import Traced, summary
from zwgk_parse.plan.traces import Descent, KnownPlan, Lineage, Siblings, Trace, TraceReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.exporters.conftest import Open, View
    from zwgk_parse.messages.language import Language

SCHEMAS = Path(__file__).parents[3] / "schemas"
NAMES = ("city", "department", "province")
SVG = "{http://www.w3.org/2000/svg}"
NASTY = '<script>alert(1)</script> & "x" | # \x1b[31m\u202e'


def _tracing(*names: str, copies: int = 1) -> Tracing:
    above = Parent(family("province"))
    found = [above.trace(family(name), f"{name}.txt") for name in names for _ in range(copies)]
    return Tracing(above.key, above.tasks, [Traced(one, summary(one)) for one in found])


def _written(tracing: Tracing, name: str, language: Language = "en") -> str:
    stream = io.StringIO()
    format_of(TRACING, name).write(tracing, stream, language)
    return stream.getvalue()


def _tree() -> Lineage:
    return lineage((f"{name}.txt", family(name)) for name in NAMES)


def _drawn(found: Lineage, name: str, language: Language = "en") -> str:
    stream = io.StringIO()
    format_of(LINEAGE, name).write(found, stream, language)
    return stream.getvalue()


def _shared(name: str, language: Language = "en", *, via: bool = True) -> str:
    parent = family("province") if via else None
    stream = io.StringIO()
    found = siblings(family("city"), family("department"), parent)
    format_of(SIBLINGS, name).write(found, stream, language)
    return stream.getvalue()


def _schema(name: str) -> Any:
    text = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def test_a_table_has_a_row_for_each_task_and_a_column_for_each_child() -> None:
    text = _written(_tracing("city", "department"), "text")
    assert "covers 7 of 8 tasks addressed to it (88%)" in text
    rows = {line.split()[0]: line for line in text.splitlines() if line.startswith("t")}
    assert list(rows) == [f"t{number}" for number in range(1, 13)]
    assert rows["t4"].endswith("split t5, t6    not addressed")
    assert rows["t12"].endswith("not addressed   missing")


def test_of_one_child_the_text_says_what_was_altered() -> None:
    text = _written(_tracing("city"), "text", "zh")
    assert "时限提前：由“9月底前”提前到“6月底前”" in text
    assert "应承接 8 项，已承接 7 项（88%）" in text
    assert "自有任务\n  t8  8 办好“瓯江议事厅”" in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("text", "：[-县直-]{+市县两级政府+}部门要结合"),
        ("markdown", "：<del>县直</del><ins>市县两级政府</ins>部门要结合"),
        ("html", "：<del>县直</del><ins>市县两级政府</ins>部门要结合"),
    ],
)
def test_a_rewording_is_told_word_by_word(name: str, words: str) -> None:
    above = Parent(sample("yangxi-2022"))
    trace = above.traced(sample("jiangmen-jtj-2022"))
    assert words in _written(Tracing(above.key, above.tasks, [trace]), name, "zh")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("text", ("adapted t45 (10%?)", "(%?): so little", "t46 → t45 (one task? 10% alike)")),
        ("markdown", ("adapted t45 (10%?)", "(%?): so little", "t45 (one task? 10% alike)")),
        ("html", ("t45 (one task? 10% alike)",)),
    ],
)
def test_tasks_that_are_hardly_alike_are_told_as_doubtful(name: str, told: tuple[str]) -> None:
    above = Parent(sample("dinghu-2021"))
    trace = above.traced(sample("yangxi-2022"))
    text = _written(Tracing(above.key, above.tasks, [trace]), name)
    plain = text.replace("\\", "")
    assert [words for words in told if words not in plain] == []
    assert "?" not in _written(_tracing("city", "department"), "text")


def test_many_children_are_told_in_counts() -> None:
    text = _written(_tracing("city", copies=9), "text")
    assert text.count("covers 7 of 8") == 9
    assert "[1]" not in text


@pytest.mark.parametrize("name", ["markdown", "html"])
@pytest.mark.parametrize("copies", [1, 9])
def test_every_child_is_told(name: str, copies: int) -> None:
    text = _written(_tracing("city", copies=copies), name, "zh")
    assert text.count("丽水市2024年政务公开工作要点分工方案") >= copies
    assert ("未承接" in text) is True


def test_a_document_follows_the_published_schema() -> None:
    text = _written(_tracing("city", "department"), "json")
    Draft202012Validator(_schema("trace")).validate(json.loads(text))
    report = TraceReport.model_validate_json(text)
    assert [one.file for one in report.children] == ["city.txt", "department.txt"]
    assert len(report.tasks) == 12


def test_a_line_a_trace_follows_it_as_well() -> None:
    schema = _schema("trace")
    validator = Draft202012Validator({"$ref": "#/$defs/Trace", "$defs": schema["$defs"]})
    lines = _written(_tracing("city", "department"), "jsonl").splitlines()
    assert len(lines) == 2
    for line in lines:
        validator.validate(json.loads(line))
        assert Trace.model_validate_json(line).parent.id == family("province").id


def test_lines_are_written_as_the_traces_come() -> None:
    tracing, stream = _tracing("city"), io.StringIO()
    seen: list[int] = []

    def children() -> Any:
        for one in tracing.children:
            yield one
            seen.append(stream.getvalue().count("\n"))
            yield one

    format_of(TRACING, "jsonl").write(tracing._replace(children=children()), stream, "en")
    assert seen == [1]


@pytest.mark.parametrize(
    ("name", "text"),
    [("lineage", lambda: _drawn(_tree(), "json")), ("siblings", lambda: _shared("json"))],
)
def test_siblings_and_lineages_follow_their_schemas(name: str, text: Callable[[], str]) -> None:
    found = text()
    Draft202012Validator(_schema(name)).validate(json.loads(found))
    model = Lineage if name == "lineage" else Siblings
    assert model.model_validate_json(found)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_is_well_formed_and_loads_nothing(language: Language) -> None:
    page = Page(_written(_tracing("city", "department"), "html", language))
    assert not page.open
    check_it_loads_nothing(page)
    rows = [one for one in page.attributes("tr") if "data-row" in one]
    assert len(rows) == 24


def _left(view: View) -> list[tuple[str | None, str | None]]:
    """Status and child of the rows that are shown; the page counts as many."""
    rows = "tr[data-row]"
    statuses, children = view.values(rows, "data-status"), view.values(rows, "data-child")
    assert view.page.locator("#shown").inner_text() == str(len(statuses))
    return list(zip(statuses, children, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_clicking_filters_the_page_by_status_and_by_child(opened: Open, language: Language) -> None:
    tracing = _tracing("city", "department")
    view = opened(_written(tracing, "html", language))
    every = _left(view)
    assert len(every) == 24
    statuses = {status for status, _ in every}
    boxes = view.page.locator("form input[type=checkbox]")
    assert {box.get_attribute("value") for box in boxes.all()} == statuses
    missing = view.page.locator('input[value="missing"]')
    missing.click()
    rest = [one for one in every if one[0] != "missing"]
    assert _left(view) == rest
    assert len(rest) < len(every)
    child = view.page.get_by_role("combobox")
    child.select_option(index=2)
    assert _left(view) == [one for one in rest if one[1] == "1"]
    missing.click()
    assert _left(view) == [one for one in every if one[1] == "1"]
    child.select_option(index=0)
    assert _left(view) == every


@pytest.mark.slow
def test_a_page_of_real_plans_is_filtered(opened: Open) -> None:
    above = Parent(sample("yangxi-2022"))
    children = [above.traced(sample(name)) for name in ("jiangmen-jtj-2022", "dinghu-2021")]
    view = opened(_written(Tracing(above.key, above.tasks, children), "html", "zh"))
    every = _left(view)
    assert len(every) == 2 * len(above.tasks)
    view.page.locator('input[value="adapted"]').click()
    assert _left(view) == [one for one in every if one[0] != "adapted"]


@pytest.mark.slow
def test_without_any_status_the_page_shows_no_task(opened: Open) -> None:
    view = opened(_written(_tracing("city", "department"), "html"))
    for box in view.page.locator("form input[type=checkbox]").all():
        box.click()
    assert _left(view) == []
    assert not view.page.locator("tbody:visible").count()
    assert view.page.locator("h1").is_visible()


@pytest.mark.slow
def test_of_many_children_the_page_has_counts_and_nothing_to_click(opened: Open) -> None:
    view = opened(_written(_tracing("city", copies=9), "html"))
    assert view.page.locator("ol li:visible").count() == 9
    assert not view.page.locator("form").count()


@pytest.mark.slow
def test_a_script_in_a_task_does_not_run(opened: Open) -> None:
    tracing = _tracing("city", "department")
    tasks = tuple(task.model_copy(update={"words": NASTY}) for task in tracing.tasks)
    view = opened(_written(tracing._replace(tasks=tasks), "html"))
    assert view.page.locator("script").count() == 1
    assert len(_left(view)) == 24


def test_siblings_are_told_with_the_task_of_their_parent() -> None:
    lines = _shared("text").splitlines()
    assert "First  Second  Likeness to the parent  Task of the parent" in lines
    assert any(line.split()[:4] == ["t7", "t2", "100%", "t11"] for line in lines)
    assert "浙江省交通运输厅2024年政务公开工作要点分工方案的其他任务" in _shared("text", "zh")
    alone = _shared("text", "zh", via=False)
    assert "仅浙江省交通运输厅2024年政务公开工作要点分工方案有" in alone
    assert "through" not in _shared("text", via=False)
    rows = [line for line in _shared("markdown").splitlines() if line.startswith("|")]
    assert all(row.count("|") == 5 for row in rows)
    assert len(rows) == 3


def test_the_tree_names_plans_under_their_parents() -> None:
    lines = _drawn(_tree(), "text").splitlines()
    assert lines[0].startswith("浙政办发〔2024〕901号")
    assert lines[1].startswith("├── 丽政办发〔2024〕902号")
    assert "7/8 (88%)" in lines[1]
    assert "implements 2/3 (67%)" in lines[2]


def _plan(id_: str, **more: Any) -> KnownPlan:
    return KnownPlan(id=id_, **{"held": False, **more})


TWISTED = Lineage(
    plans=(
        _plan("top"),
        _plan("left"),
        _plan("right", title=NASTY),
        _plan("low", files=("a", "b")),
    ),
    descents=(
        Descent(child="left", parent="top", relation="forwards", by="level"),
        Descent(child="low", parent="left", relation="implements", by="title"),
        Descent(child="low", parent="right", relation="implements", by="title"),
        Descent(child="low", parent="top", relation="implements", by="title", remote=True),
        Descent(child="right", parent="low", relation="implements", by="title", cycle=True),
    ),
)


def test_a_tree_ends_whatever_cites_whatever() -> None:
    text = _drawn(TWISTED, "text")
    assert "by its level only" in text
    assert "also implements: top" in text
    assert "each cite the other" in text
    assert "in 2 files: a, b" in text
    assert _drawn(Lineage(plans=(_plan("top"),)), "text", "zh").startswith(
        "没有方案写明贯彻落实或转发其他方案，"
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("found", [TWISTED, Lineage(), Lineage(plans=(_plan("alone"),))])
def test_the_picture_is_xml_that_loads_nothing(found: Lineage, language: Language) -> None:
    root = ET.fromstring(_drawn(found, "svg", language))  # noqa: S314  our own
    assert root.tag == f"{SVG}svg"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "rect", "path", "g", "text"),
    }
    assert all("href" not in key for element in root.iter() for key in element.attrib)


def test_the_picture_has_a_box_a_plan_and_none_upon_another() -> None:
    root = ET.fromstring(_drawn(_tree(), "svg"))  # noqa: S314
    boxes = [
        tuple(int(box.attrib[key]) for key in ("x", "y", "width", "height"))
        for box in root.findall(f"{SVG}g/{SVG}rect")
    ]
    assert len(boxes) == 3
    for at, (x, y, width, height) in enumerate(boxes):
        for left, top, *_ in boxes[at + 1 :]:
            assert abs(left - x) >= width or abs(top - y) >= height
    assert "浙政办发〔2024〕901号" in "".join(root.itertext())


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_browser_shows_the_picture(opened: Open, language: Language) -> None:
    view = opened(_drawn(_tree(), "svg", language), suffix=".svg")
    said = "贯彻落实 7/8" if language == "zh" else "implements 7/8"
    words = view.page.locator("text").filter(has_text=said)
    assert words.count() == 1
    assert words.is_visible()


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_what_a_plan_says_steers_no_reader(name: str) -> None:
    tracing = _tracing("city")
    tasks = tuple(task.model_copy(update={"words": NASTY}) for task in tracing.tasks)
    text = _written(tracing._replace(tasks=tasks), name)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert name == "text" or "<script>alert" not in text
