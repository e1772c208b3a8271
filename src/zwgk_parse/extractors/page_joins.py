"""Whether a row goes on with the row before it, which a page end cut, and for what reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label

if TYPE_CHECKING:
    from zwgk_parse.extractors.grid import GridRow
    from zwgk_parse.extractors.layout import Layout

_CLOSED = "。；;！!？?…”）)】〕"


def is_unfinished(text: str) -> bool:
    """Whether `text` ends within a sentence."""
    return bool(text) and not text.rstrip().endswith(tuple(_CLOSED))


def join_reasons(
    before: str, row: GridRow, layout: Layout, *, new_page: str, cut: bool = False
) -> list[str]:
    """Why `row` goes on with the row whose requirement reads `before`; empty if it does not.

    A row with a number of its own never goes on with another. Where nothing is numbered, only a
    page end can cut a row, and only a sentence shows that it did, or a cell that no line closes
    (`cut`). `new_page`: what shows that the row stands on the next page of the table, if it does.
    """
    text = row[layout.task].text.text
    if _is_numbered(row, layout, text):
        return []
    unfinished = is_unfinished(before) and (layout.counts or bool(new_page and layout.sentences))
    if text and not (unfinished or cut) and not _second_paragraph(row, layout, new_page=new_page):
        return []
    if not text and not _goes_on(row, layout):
        return []
    reasons = ["no number begins"] if layout.counts else []
    reasons += [new_page] if new_page else []
    reasons += ["the sentence before is unfinished"] if text and unfinished else []
    return reasons + ([] if text else ["only a cell goes on"])


def _second_paragraph(row: GridRow, layout: Layout, *, new_page: str) -> bool:
    """Whether a row without a number is the next paragraph of a task that is numbered."""
    return layout.counts and bool(new_page) and not _has_owners(row, layout)


def _is_numbered(row: GridRow, layout: Layout, text: str) -> bool:
    if layout.number is not None and row[layout.number].own:
        return True
    return read_label(text) is not None


def _has_owners(row: GridRow, layout: Layout) -> bool:
    return any(row[column].own for column in layout.owners)


def _goes_on(row: GridRow, layout: Layout) -> bool:
    """Whether a row without a requirement only adds to cells of the row before it."""
    adding = (*layout.owners, *layout.deadlines, *layout.others, *layout.people)
    return any(row[column].own for column in adding)
