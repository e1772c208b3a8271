"""Figures as CSV and as JSON: names of fields are English, all values of all tables are told."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from zwgk_parse.study.labels import value_label
from zwgk_parse.study.spreadsheet import csv_text

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.figures import Figures, Table

_HEAD = ("by", "value", "label", "unit", "count", "share", "beside", "beside_unit")
_DIGITS = 6


def as_csv(figures: Figures, language: Language) -> str:
    """A line for each value of each table; `label` is in `language`."""
    rows = (
        (
            table.kind.name,
            row.value or "",
            value_label(row, table, language),
            table.kind.unit,
            str(row.number),
            f"{table.share(row):.{_DIGITS}f}",
            str(row.beside),
            table.kind.beside,
        )
        for table in figures.tables
        for row in table.rows
    )
    return csv_text(chain([_HEAD], rows))


def as_json(figures: Figures, language: Language) -> str:
    """What was counted, then the tables by the name of their kind."""
    counted = {
        "files": figures.files,
        "plans": figures.plans,
        "same_plans_left_out": figures.same,
        "tasks": figures.tasks,
        "findings": figures.findings,
    }
    tables = {table.kind.name: _table(table, language) for table in figures.tables}
    data = {"counted": counted, "tables": tables}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _table(table: Table, language: Language) -> dict[str, Any]:
    kind = table.kind
    return {
        "unit": kind.unit,
        "total": table.total,
        "values": table.distinct,
        "rows": [
            {
                "value": row.value,
                "label": value_label(row, table, language),
                kind.unit: row.number,
                "share": round(table.share(row), _DIGITS),
                kind.beside: row.beside,
            }
            for row in table.rows
        ],
    }
