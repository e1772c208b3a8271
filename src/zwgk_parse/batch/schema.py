"""The JSON Schemas of what a batch writes beside plans: ledger, summary, same plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zwgk_parse.batch.entry import Entry
from zwgk_parse.batch.tables.same import SamePlans
from zwgk_parse.batch.tally import Summary
from zwgk_parse.plan.schema import DIALECT, Untitled

if TYPE_CHECKING:
    from pydantic import BaseModel

VERSION = "1.0.0"


def ledger_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of a line of `ledger.jsonl`."""
    return _schema(Entry, "ledger", "Ledger entry")


def summary_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of `summary.json`."""
    return _schema(Summary, "summary", "Batch summary")


def same_plans_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of a line of `same-plans.jsonl`."""
    return _schema(SamePlans, "same-plans", "Same plans")


def _schema(model: type[BaseModel], name: str, title: str) -> dict[str, Any]:
    schema = model.model_json_schema(mode="serialization", schema_generator=Untitled)
    head = {"$schema": DIALECT, "$id": f"urn:zwgk:{name}:{VERSION}", "title": title}
    return head | schema | {"title": title}
