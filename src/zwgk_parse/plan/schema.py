"""The published JSON Schema of a plan, generated from the models and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from zwgk_parse.plan.model import SCHEMA_VERSION, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Untitled(GenerateJsonSchema):
    """Without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(
        self,
        schema: core_schema.CoreSchema | core_schema.ModelField | Any,  # noqa: ARG002
    ) -> bool:
        return False


def plan_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 that accepts what `Plan` accepts."""
    schema = Plan.model_json_schema(mode="validation", schema_generator=_Untitled)
    head = {"$schema": DIALECT, "$id": f"urn:zwgk:plan:{SCHEMA_VERSION}", "title": "Plan"}
    return head | schema


# Every version that was ever published, by its number; the newest is the one `zwgk parse` writes.
SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {SCHEMA_VERSION: plan_schema}
