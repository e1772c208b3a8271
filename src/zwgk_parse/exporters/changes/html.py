"""Comparison → one HTML page that loads nothing, with a filter by kind of change and by owner."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TextIO, get_args

from zwgk_parse.exporters.changes.comparison import entries, title_of
from zwgk_parse.exporters.changes.sentences import (
    counts,
    duties,
    heading,
    kind_words,
    label,
    told,
)
from zwgk_parse.exporters.changes.texts import sides, tasks_told
from zwgk_parse.exporters.page import box, choice, form, page, shown, words
from zwgk_parse.messages.texts import phrase
from zwgk_parse.plan.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.exporters.changes.comparison import Comparison, Entry
    from zwgk_parse.exporters.changes.texts import Sides
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change, Words

_ELEMENTS = {"old": "del", "new": "ins"}


def write(comparison: Comparison, stream: TextIO, language: Language) -> None:
    """Write the changes task by task, old and new texts side by side."""
    names = {"old": title_of(comparison.old), "new": title_of(comparison.new)}
    title = phrase("changes-title", language, **names)
    body = _body(comparison, title, language)
    lines = page(phrase("changes-of", language, title=title), "changes/changes.css", body, language)
    stream.writelines(f"{line}\n" for line in lines)


def _body(comparison: Comparison, title: str, language: Language) -> Iterator[str]:
    found = entries(comparison)
    yield f"<h1>{shown(title)}</h1>"
    said = counts(comparison, found, language) if found else phrase("changes-none", language)
    yield f"<p>{shown(said)}</p>"
    if comparison.hidden:
        yield f"<p>{words('changes-hidden', language, count=comparison.hidden)}</p>"
    owners = {name: str(at) for at, name in enumerate(_owners(found))}
    yield from form(_controls(found, owners, language), language) if found else ()
    for entry in found:
        yield from _entry(entry, owners, language)


def _owners(found: Sequence[Entry]) -> list[str]:
    return sorted({name for entry in found for name in entry.owners})


def _controls(found: Sequence[Entry], owners: dict[str, str], language: Language) -> Iterator[str]:
    kinds = Counter(change.kind for entry in found for change in entry.changes)
    for kind in get_args(Kind):
        if kinds[kind]:
            yield box("kind", kind, f"{kind_words(kind, language)} ({kinds[kind]})")
    if owners:
        options = [(value, name) for name, value in owners.items()]
        yield from choice("owner", phrase("changes-owner", language), options, language)


def _entry(entry: Entry, owners: dict[str, str], language: Language) -> Iterator[str]:
    own = " ".join(owners[name] for name in entry.owners)
    yield "<section data-group>"
    yield f"<h2>{shown(heading(entry, language))}</h2>\n<ul>"
    for change in entry.changes:
        yield f'<li data-row data-kind="{change.kind}" data-owner="{own}">'
        yield from _change(change, entry, language)
        yield "</li>"
    yield "</ul>\n</section>"


def _change(change: Change, entry: Entry, language: Language) -> Iterator[str]:
    kind, what = f"<b>{shown(label(change, language))}</b>", shown(told(change, language))
    line = phrase("change-line", language, kind=kind, what=what) if what else kind
    yield f"<p>{line}</p>"
    texts = tuple(sides(change, entry))
    for one in texts:
        yield from _texts(one, language)
    for task in tasks_told(change, texts):
        yield f'<p class="duties">{shown(duties(task, language))}</p>'


def _texts(texts: Sides, language: Language) -> Iterator[str]:
    """Old and new beside each other; the one text, where the other side has none."""
    yield '<div class="texts">'
    for name, part in (("old", texts.left), ("new", texts.right)):
        if part:
            about = words(f"changes-{name}", language)
            yield f'<p class="{name}" title="{about}">{marked(part)}</p>'
    yield "</div>"


def marked(part: tuple[Words, ...]) -> str:
    """Words of both sides or of one, those that the other has not as deleted or inserted."""
    return "".join(_element(_ELEMENTS.get(one.side), shown(one.text)) for one in part)


def _element(name: str | None, text: str) -> str:
    return f"<{name}>{text}</{name}>" if name else text
