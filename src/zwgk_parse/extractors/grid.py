"""Table → grid: every place of every row filled in, merged cells shown as covered places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.passage import Passage
from zwgk_parse.vocabulary.headings import field_of_heading, is_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.document.model import Row, Table

_SEARCHED = 4
_WORD = 8


class Place(NamedTuple):
    """One place of the grid.

    `covered`: a cell from above spans it, as the file states; it shows that cell's words. `beside`:
    the cell to its left spans it; it counts as empty, but a heading holds for it as well. `cut` and
    `flows` as in Cell.
    """

    paragraphs: tuple[Passage, ...] = ()
    covered: bool = False
    beside: bool = False
    header: bool = False
    whole_row: bool = False
    doubtful: bool = False
    cut: bool = False
    flows: bool = False

    @property
    def text(self) -> Passage:
        """The paragraphs one after another."""
        return Passage.join(self.paragraphs)

    @property
    def own(self) -> bool:
        """Whether words are printed here and not in a place that this one is merged with."""
        return bool(self) and not self.covered

    def __bool__(self) -> bool:
        return bool(self.paragraphs) and not self.beside


GridRow = tuple[Place, ...]


class Grid(NamedTuple):
    """A table's body under its headings; `headings` is empty where none are printed."""

    headings: tuple[str, ...]
    rows: tuple[GridRow, ...]
    before: tuple[GridRow, ...]
    spans_known: bool
    # All words of the header, those above the lowest heading of a column among them.
    header: tuple[str, ...] = ()
    page: int | None = None


def lay_out(table: Table) -> Grid:
    """The grid of `table`, its header told from its body."""
    rows = _places(table)
    found = _header(rows)
    if found is None:
        return Grid((), tuple(rows), (), table.spans_known, page=table.page)
    first, after = found
    headings = _headings(rows[first:after])
    body = [row for row in rows[after:] if not _repeats(row, headings)]
    words = dict.fromkeys(text for row in rows[first:after] for text in _texts(row) if text)
    before = tuple(rows[:first])
    return Grid(headings, tuple(body), before, table.spans_known, tuple(words), table.page)


def _places(table: Table) -> list[GridRow]:
    width = max([table.width, *(c.column + c.colspan for row in table.rows for c in row.cells)])
    hanging: dict[int, tuple[Place, int]] = {}
    return [_places_of(row, width, hanging) for row in table.rows]


def _places_of(row: Row, width: int, hanging: dict[int, tuple[Place, int]]) -> GridRow:
    """One row's places; `hanging` are the cells from above that reach into it."""
    places = [Place()] * width
    for column, (place, left) in list(hanging.items()):
        places[column] = place._replace(covered=True)
        if left > 1:
            hanging[column] = (place, left - 1)
        else:
            del hanging[column]
    for cell in row.cells:
        whole = cell.colspan >= width > 1
        for column in range(cell.column, min(cell.column + cell.colspan, width)):
            beside = column != cell.column
            places[column] = Place(
                cell.paragraphs,
                beside=beside,
                header=cell.header,
                whole_row=whole,
                doubtful=cell.doubtful,
                cut=cell.cut,
                flows=cell.flows,
            )
            if cell.rowspan > 1:
                hanging[column] = (places[column], cell.rowspan - 1)
    return tuple(places)


def _texts(row: Sequence[Place]) -> list[str]:
    return [place.text.tidy().text for place in row]


def _header(rows: Sequence[GridRow]) -> tuple[int, int] | None:
    """The rows that the header takes: (first, after the last)."""
    for first, row in enumerate(rows[:_SEARCHED]):
        if not is_header(_texts(row)) and not all(place.header for place in row):
            continue
        after = first + 1
        while after < len(rows) and (
            is_header(_texts(rows[after])) or all(p.header for p in rows[after])
        ):
            if _texts(rows[after]) == _texts(row):
                break
            after += 1
        return first, after
    return (0, 1) if rows and _heads_one(_texts(rows[0])) else None


def _heads_one(texts: Sequence[str]) -> bool:
    """Whether a first row is a header of which only the owner or deadline heading is known."""
    filled = [text for text in texts if text]
    stated = any(field_of_heading(text) in ("owners", "deadline") for text in filled)
    return stated and len(filled) >= 3 and all(_is_word(text) for text in filled)


def _is_word(text: str) -> bool:
    return len(text) <= _WORD and not any(sign.isdigit() or sign in "。；，、" for sign in text)


def _headings(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """One heading a column: the lowest that is printed over it."""
    headings = []
    for column in range(len(rows[0])):
        texts = [row[column].text.tidy().text for row in rows]
        known = [text for text in texts if field_of_heading(text) is not None]
        printed = [text for text in texts if text]
        headings.append((known or printed or [""])[-1])
    return tuple(headings)


def _repeats(row: GridRow, headings: Sequence[str]) -> bool:
    """Whether a row is the header again, as after a page end."""
    texts = _texts(row)
    filled = [(text, heading) for text, heading in zip(texts, headings, strict=False) if text]
    return len(filled) >= 2 and all(text == heading for text, heading in filled)
