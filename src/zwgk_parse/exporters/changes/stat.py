"""Comparison → how many changes of each kind there are, in the order of the kinds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TextIO, get_args

from zwgk_parse.exporters.changes.sentences import kind_words
from zwgk_parse.messages.texts import phrase
from zwgk_parse.plan.changes import Kind

if TYPE_CHECKING:
    from zwgk_parse.exporters.changes.comparison import Comparison
    from zwgk_parse.messages.language import Language


def write(comparison: Comparison, stream: TextIO, language: Language) -> None:
    """Write a line a kind: its count, its id, its name; then the total."""
    found = Counter(change.kind for change in comparison.changes.changes)
    rows = [(found[kind], kind) for kind in get_args(Kind) if found[kind]]
    stream.writelines(f"{count:6} {kind}  {kind_words(kind, language)}\n" for count, kind in rows)
    stream.write(f"{found.total():6} {phrase('changes-total', language)}\n")
    if comparison.hidden:
        stream.write(f"{phrase('changes-hidden', language, count=comparison.hidden)}\n")
