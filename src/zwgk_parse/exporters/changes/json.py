"""Comparison → the Changes as JSON: follows schemas/changes.schema.json, and can be applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.findings.json import write_json

if TYPE_CHECKING:
    from zwgk_parse.exporters.changes.comparison import Comparison
    from zwgk_parse.messages.language import Language


def write(comparison: Comparison, stream: TextIO, language: Language) -> None:  # noqa: ARG001
    """Write the changes; those that are not told are left out, the edits are whole."""
    write_json(comparison.changes.model_dump(mode="json"), stream)
