"""Comparison → lines for people: plain in a file or pipe, in styles and by width on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.changes.comparison import entries, title_of
from zwgk_parse.exporters.changes.segments import Segment, beside, text_of, wrapped
from zwgk_parse.exporters.changes.sentences import counts, duties, heading, label, told
from zwgk_parse.exporters.changes.texts import sides, tasks_told
from zwgk_parse.exporters.characters import one_line
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.exporters.changes.comparison import Comparison, Entry
    from zwgk_parse.exporters.changes.segments import Line, Style
    from zwgk_parse.exporters.changes.texts import Sides
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change, Words

# From so many columns on, old and new stand side by side.
SIDE_BY_SIDE = 100
_INDENT = 2
_MARKS = {"old": ("[-", "-]"), "new": ("{+", "+}"), "both": ("", "")}
_STYLES: dict[str, Style] = {"old": "old", "new": "new", "both": "plain"}


def write(comparison: Comparison, stream: TextIO, language: Language) -> None:
    """Write the changes task by task, a line each, however long; words marked as git marks them."""
    stream.writelines(f"{text_of(line)}\n" for line in lines(comparison, language))


def lines(comparison: Comparison, language: Language, width: int | None = None) -> Iterator[Line]:
    """The lines for a terminal of `width` columns; None is for what has no width.

    Nothing where there is nothing to tell. What was `[-dropped-]` and `{+put in+}` is marked in
    the text itself, since colours do not reach everybody.
    """
    found = entries(comparison)
    if found:
        names = {"old": title_of(comparison.old), "new": title_of(comparison.new)}
        yield from wrapped(_line(phrase("changes-title", language, **names), "title"), width)
        yield from wrapped(_line(counts(comparison, found, language), "faint"), width)
    for entry in found:
        yield ()
        yield from wrapped(_line(heading(entry, language), "heading"), width, _INDENT)
        for change in entry.changes:
            yield from _change(change, entry, language, width)
    if comparison.hidden:
        yield from (((),) if found else ())
        said = phrase("changes-hidden", language, count=comparison.hidden)
        yield from wrapped(_line(said, "faint"), width)


def _change(change: Change, entry: Entry, language: Language, width: int | None) -> Iterator[Line]:
    texts = tuple(sides(change, entry))
    kind, what = label(change, language), told(change, language)
    said: Line = (Segment(one_line(what)),) if what else ()
    rest = texts
    if len(texts) == 1 and not said and not _is_wide(width):
        said, rest = marked(texts[0].words), ()
    colon = (Segment(phrase("change-colon", language)),) if said else ()
    line = (Segment(" " * _INDENT), Segment(one_line(kind), "kind"), *colon, *said)
    yield from wrapped(line, width, 2 * _INDENT)
    for one in rest:
        yield from _texts(one, width)
    for task in tasks_told(change, texts):
        duty = (Segment(" " * 2 * _INDENT), Segment(one_line(duties(task, language)), "faint"))
        yield from wrapped(duty, width, 2 * _INDENT)


def _texts(texts: Sides, width: int | None) -> Iterator[Line]:
    indent = 2 * _INDENT
    if width is not None and _is_wide(width):
        yield from beside(marked(texts.left), marked(texts.right), width, indent)
    else:
        yield from wrapped((Segment(" " * indent), *marked(texts.words)), width, indent)


def _is_wide(width: int | None) -> bool:
    return width is not None and width >= SIDE_BY_SIDE


def marked(words: tuple[Words, ...]) -> Line:
    """Words of both sides, those of one of them marked and in a style."""
    return tuple(
        Segment(one_line(one.text).join(_MARKS[one.side]), _STYLES[one.side]) for one in words
    )


def _line(text: str, style: Style) -> Line:
    return (Segment(one_line(text), style),)
