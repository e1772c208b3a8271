"""The JSON Schemas of plans and changes: made from the models; older ones as published."""

from __future__ import annotations

import json
import sys
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from pydantic.json_schema import GenerateJsonSchema

from zwgk_parse.plan.changes import CHANGES_VERSION, Changes
from zwgk_parse.plan.model import SCHEMA_VERSION, Plan
from zwgk_parse.plan.traces import TRACE_VERSION, Lineage, Siblings, TraceReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


# Every day from the year 1 to 9999, and nothing else: for validators that do not look at `format`.
_DAY = (
    r"^(?!0000)(?:"
    r"[0-9]{4}-(?:"
    r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|"
    r"(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
    r"02-(?:0[1-9]|1[0-9]|2[0-8]))|"
    r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$"
)
# What a double can hold: JSON has larger numbers, which most programs read as infinite.
_LARGEST = sys.float_info.max


class Untitled(GenerateJsonSchema):
    """Without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(
        self,
        schema: core_schema.CoreSchema | core_schema.ModelField | Any,  # noqa: ARG002
    ) -> bool:
        return False


class _Ours(Untitled):
    """With all that holds of days and numbers."""

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        # A `$` may stand before a line end in some programs; the length keeps that out.
        return super().date_schema(schema) | {"pattern": _DAY, "maxLength": 10}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return super().float_schema(schema) | {"minimum": -_LARGEST, "maximum": _LARGEST}


def plan_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 that accepts what `Plan` accepts."""
    schema = Plan.model_json_schema(mode="validation", schema_generator=_Ours)
    head = {"$schema": DIALECT, "$id": f"urn:zwgk:plan:{SCHEMA_VERSION}", "title": "Plan"}
    return head | schema


def changes_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of changes: what `zwgk diff` writes, and what people may write."""

    schema = Changes.model_json_schema(mode="validation", schema_generator=Untitled)
    head = {"$schema": DIALECT, "$id": f"urn:zwgk:changes:{CHANGES_VERSION}", "title": "Changes"}
    return head | schema


def trace_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of a TraceReport; a line of `-f jsonl` is its `$defs/Trace`."""
    return _of_traces(TraceReport, "trace", "Trace report")


def siblings_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of Siblings."""
    return _of_traces(Siblings, "siblings", "Siblings")


def lineage_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of a Lineage."""
    return _of_traces(Lineage, "lineage", "Lineage")


def _of_traces(model: type[BaseModel], name: str, title: str) -> dict[str, Any]:
    schema = model.model_json_schema(mode="serialization", schema_generator=_Ours)
    head = {"$schema": DIALECT, "$id": f"urn:zwgk:{name}:{TRACE_VERSION}", "title": title}
    return head | schema | {"title": title}


def _published(version: str) -> dict[str, Any]:
    """The schema of an older version, which never changes."""
    name = f"plan-{version}.schema.json"
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))


# Every version that was ever published, by its number; the newest is the one `zwgk parse` writes.
SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "1.0.0": partial(_published, "1.0.0"),
    SCHEMA_VERSION: plan_schema,
}
