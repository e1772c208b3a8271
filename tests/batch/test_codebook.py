"""The codebook names every word that a column can hold, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest

from tests.batch.made import batch
from zwgk_parse.batch import entry
from zwgk_parse.batch.tables.codebook import Kind, columns, names
from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages import table
from zwgk_parse.plan import model

ROOT = Path(__file__).parents[2]
BOOK = table("codebook")
ELSEWHERE = {
    "State": entry.WRITTEN,
    "OwnerKind": get_args(model.Owner.model_fields["kind"].annotation),
    "Severity": tuple(Severity),
}


@pytest.mark.parametrize("name", BOOK["values"])
def test_the_words_of_a_column_are_those_of_the_models(name: str) -> None:
    known: Any = ELSEWHERE.get(name) or get_args(getattr(model, name))
    assert set(BOOK["values"][name]) == set(known)


def test_all_is_said_in_both_languages_and_used() -> None:
    told = [*BOOK["types"].values(), *BOOK["tables"].values()]
    told += [word for words in BOOK["values"].values() for word in words.values()]
    assert all(row["en"].strip() and row["zh"].strip() for row in told)
    every = [column for name in names() for column in columns(name)]
    assert all(column.en.endswith(".") and column.zh.endswith("。") for column in every)
    assert {column.values for column in every if column.values} == set(BOOK["values"])
    assert {column.type for column in every} == set(BOOK["types"]) == set(get_args(Kind))
    assert list(BOOK["columns"]) == list(names())


@pytest.mark.parametrize("name", names())
def test_no_column_stands_twice(name: str) -> None:
    called = [column.name for column in columns(name)]
    assert len(set(called)) == len(called)


@pytest.mark.parametrize("name", ["codebook.md", "codebook.zh-CN.md"])
def test_the_queries_of_the_page_give_rows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    queries = re.findall(r"```sql\n(.+?)```", text, flags=re.DOTALL)
    assert len(queries) == 2
    monkeypatch.chdir(tmp_path)
    batch(tmp_path / "out", ROOT / "samples", form="parquet")
    with duckdb.connect() as database:
        (system, tasks), *_ = database.execute(queries[0]).fetchall()
        ((share,),) = database.execute(queries[1]).fetchall()
    assert isinstance(system, str)
    assert tasks > 1
    assert 0 < share < 1
