"""How tasks are counted: once each plan, once for each owner."""

from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.study.made import Folder, entry, folder, guan, plan, task, yang
from zwgk_parse.study import counting
from zwgk_parse.study.counting import count
from zwgk_parse.study.distinct import Distinct
from zwgk_parse.study.figures import KINDS
from zwgk_parse.study.figures_text import as_csv, as_json
from zwgk_parse.vocabulary.system_names import system_name

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.figures import Table

BOTH = folder(a=guan(), b=yang(), c=None)


def _table(kind: str, of: Folder = BOTH, top: int | None = None) -> Table:
    (table,) = count(of, [KINDS[kind]], top=top).tables
    return table


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("year", [("2021", 1, 1), ("2022", 3, 1)]),
        ("region", [("371525", 3, 1), ("441721", 1, 1)]),
        ("owner", [("县财政局", 3, 2), ("县审计局", 1, 1), (None, 1, 1)]),
        ("system", [("finance", 3, 2), ("audit", 1, 1), (None, 1, 1)]),
        ("month", [("2022-06", 1, 1), ("2022-12", 1, 1), (None, 3, 2)]),
        ("finding", [("ZW301", 2, 1)]),
        ("doc-type", [("division", 1, 3), ("key_points", 1, 1)]),
        ("state", [("ok", 2, 4), ("unreadable", 1, 0)]),
    ],
)
def test_what_is_counted(kind: str, rows: list[tuple[str | None, int, int]]) -> None:
    table = _table(kind)
    assert [(row.value, row.number, row.beside) for row in table.rows] == rows
    assert table.left_out == 0


def test_shares_are_of_all_tasks_and_may_add_up_to_more() -> None:
    table = _table("owner")
    assert table.total == 4
    assert [table.share(row) for row in table.rows] == [0.75, 0.25, 0.25]


def test_the_most_frequent_are_told_and_the_others_counted() -> None:
    table = _table("month", top=1)
    assert [row.value for row in table.rows] == ["2022-06", None]
    assert (table.distinct, table.left_out) == (2, 1)
    assert [row.value for row in _table("year", top=1).rows] == ["2022"]


def test_the_same_plan_in_several_files_counts_once() -> None:
    again = guan().model_copy(update={"sources": plan("other").sources})
    both = folder(z=again, a=guan(), b=yang())
    once = count(both, [KINDS["year"]])
    assert (once.files, once.plans, once.tasks, once.same) == (3, 2, 4, 1)
    each = count(both, [KINDS["year"]], all_files=True)
    assert (each.files, each.plans, each.tasks, each.same) == (3, 3, 7, None)


def test_other_words_under_the_same_id_are_another_plan() -> None:
    one, other = plan("a", task(1, "甲"), id="x"), plan("b", task(1, "乙"), id="x")
    assert count(folder(a=one, b=other), [KINDS["year"]]).plans == 2


def test_what_was_skipped_counts_as_what_it_is() -> None:
    skipped = entry("a", guan(), state="skipped-unchanged", earlier="ok-with-findings")
    table = _table("state", Folder(((skipped, guan()),)))
    assert [row.value for row in table.rows] == ["ok-with-findings"]


def test_more_values_than_are_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = count(BOTH, [*KINDS.values()])
    monkeypatch.setattr(counting, "_MANY", 1)
    assert count(BOTH, [*KINDS.values()]) == whole


def test_nothing_to_count() -> None:
    figures = count(folder(a=None), [KINDS["year"], KINDS["state"]])
    assert (figures.plans, figures.tasks, figures.tables[0].rows) == (0, 0, ())


@pytest.mark.parametrize(("language", "label"), [("zh", "财政"), ("en", "finance")])
def test_csv_has_a_line_a_value_for_excel(language: Language, label: str) -> None:
    text = as_csv(count(BOTH, [KINDS["system"], KINDS["year"]]), language)
    assert text.startswith("\ufeffby,value,label,unit,count,share,beside,beside_unit\r\n")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [(row["by"], row["value"], row["count"]) for row in rows] == [
        *(("system", "finance", "3"), ("system", "audit", "1"), ("system", "", "1")),
        *(("year", "2021", "1"), ("year", "2022", "3")),
    ]
    assert (rows[0]["label"], rows[0]["share"], rows[0]["beside"]) == (label, "0.750000", "2")


def test_json_has_the_same() -> None:
    data = json.loads(as_json(count(BOTH, [KINDS["finding"]]), "en"))
    assert data["counted"] == {
        "files": 3,
        "plans": 2,
        "same_plans_left_out": 0,
        "tasks": 4,
        "findings": 2,
    }
    row = {"value": "ZW301", "label": "ZW301 row-joined", "findings": 2, "share": 1.0, "plans": 1}
    assert data["tables"]["finding"]["rows"] == [row]


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("finance", "财政"),
        ("party-office", "党委办公室"),
        ("development-zone", "管理委员会"),
        ("local-history", "史志办"),
        ("of-mine", None),
    ],
)
def test_what_a_system_is_called(system: str, name: str | None) -> None:
    assert system_name(system) == name


def test_a_plan_that_came_while_it_was_counted_stands_for_itself() -> None:
    late = entry("b", yang())
    with closing(Distinct([entry("a", guan())])) as distinct:
        assert distinct.stands(late)
        assert distinct.stands(entry("a", guan()))
        assert not distinct.stands(entry("c", guan()))


def test_plans_without_tasks_are_the_same_only_in_the_same_file() -> None:
    one, other = plan("a", id="x"), plan("b", id="x")
    assert count(folder(a=one, b=other), [KINDS["doc-type"]]).plans == 2
    assert count(folder(a=one, b=one), [KINDS["doc-type"]]).plans == 1
