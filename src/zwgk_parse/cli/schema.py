"""`zwgk schema`: the JSON Schema of what `zwgk parse` writes."""

from __future__ import annotations

import json

import click

from zwgk_parse.messages.texts import phrase


@click.command()
@click.option("--version", metavar="VERSION", help="The version of the schema.")
@click.pass_context
def schema(ctx: click.Context, version: str | None) -> None:
    """Print the JSON Schema of a plan.

    It is JSON Schema 2020-12, the same as schemas/plan.schema.json.

    \b
    Example:
      zwgk schema > plan.schema.json
    """
    from zwgk_parse.plan.model import SCHEMA_VERSION
    from zwgk_parse.plan.schema import SCHEMAS

    chosen = SCHEMAS.get(version or SCHEMA_VERSION)
    if chosen is None:
        known = ", ".join(SCHEMAS)
        raise click.UsageError(phrase("unknown-schema", ctx.obj, version=version, known=known), ctx)
    click.echo(json.dumps(chosen(), ensure_ascii=False, indent=2))
