"""Comparison → the ids of the tasks that were touched, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.changes.comparison import entries
from zwgk_parse.exporters.characters import one_line

if TYPE_CHECKING:
    from zwgk_parse.exporters.changes.comparison import Comparison
    from zwgk_parse.messages.language import Language

_NONE = "-"


def write(comparison: Comparison, stream: TextIO, language: Language) -> None:  # noqa: ARG001
    """Write `t12 → t13` for each task touched; several ids are joined by commas, `-` is none."""
    for entry in entries(comparison):
        if not entry.of_plan:
            old, new = (",".join(ids) or _NONE for ids in (entry.old_ids, entry.new_ids))
            stream.write(one_line(f"{old} → {new}") + "\n")
