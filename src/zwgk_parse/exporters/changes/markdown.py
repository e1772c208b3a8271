"""Comparison → Markdown for a pull request or an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.changes.comparison import entries, title_of
from zwgk_parse.exporters.changes.sentences import counts, duties, heading, label, told
from zwgk_parse.exporters.changes.texts import sides, tasks_told
from zwgk_parse.exporters.characters import markdown_text as shown
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.exporters.changes.comparison import Comparison, Entry
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change, Words

# Elements, since ** and ~~ beside Chinese punctuation are not always taken for marks.
_ELEMENTS = {"old": "del", "new": "ins"}


def write(comparison: Comparison, stream: TextIO, language: Language) -> None:
    """Write a heading a task and a point a change."""
    stream.writelines(f"{line}\n" for line in _lines(comparison, language))


def _lines(comparison: Comparison, language: Language) -> Iterator[str]:
    names = {"old": title_of(comparison.old), "new": title_of(comparison.new)}
    found = entries(comparison)
    yield f"## {shown(phrase('changes-title', language, **names))}"
    yield ""
    yield shown(counts(comparison, found, language) if found else phrase("changes-none", language))
    for entry in found:
        yield ""
        yield f"### {shown(heading(entry, language))}"
        yield ""
        for change in entry.changes:
            yield from _change(change, entry, language)
    if comparison.hidden:
        yield ""
        yield shown(phrase("changes-hidden", language, count=comparison.hidden))


def _change(change: Change, entry: Entry, language: Language) -> Iterator[str]:
    kind, what = f"<b>{shown(label(change, language))}</b>", shown(told(change, language))
    texts = tuple(sides(change, entry))
    words = what or (marked(texts[0].words) if len(texts) == 1 else "")
    yield f"- {phrase('change-line', language, kind=kind, what=words)}" if words else f"- {kind}"
    if what or len(texts) > 1:
        yield from (f"  - {marked(one.words)}" for one in texts)
    for task in tasks_told(change, texts):
        yield f"  - {shown(duties(task, language))}"


def marked(words: tuple[Words, ...]) -> str:
    """Words of both sides, those of one of them as deleted or inserted."""
    return "".join(_element(_ELEMENTS.get(one.side), shown(one.text)) for one in words)


def _element(name: str | None, text: str) -> str:
    return f"<{name}>{text}</{name}>" if name else text
