"""The JSON Schemas of a plan: the newest made from the models, older ones as published."""

from __future__ import annotations

import json
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from pydantic.json_schema import GenerateJsonSchema

from zwgk_parse.plan.model import SCHEMA_VERSION, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Untitled(GenerateJsonSchema):
    """Without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(
        self,
        schema: core_schema.CoreSchema | core_schema.ModelField | Any,  # noqa: ARG002
    ) -> bool:
        return False


def plan_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 that accepts what `Plan` accepts."""
    schema = Plan.model_json_schema(mode="validation", schema_generator=Untitled)
    head = {"$schema": DIALECT, "$id": f"urn:zwgk:plan:{SCHEMA_VERSION}", "title": "Plan"}
    return head | schema


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
