"""What each column of a task table holds, by its heading and by what stands in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.deadlines import looks_like_deadline
from zwgk_parse.vocabulary.headings import PEOPLE, field_of_heading
from zwgk_parse.vocabulary.roles import looks_like_owners

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zwgk_parse.extractors.grid import Grid, GridRow

_NUMBER = lazy(r"\s*[（(]?\d{1,4}[）)]?\s*[.．、]?\s*")
_MOST = 0.5
_NEARLY = 0.7
_PROSE = 12
_CLOSED = ("。", "；", "！", "？", "”", "）", ";", ".")


class Layout(NamedTuple):
    """Column numbers (from 0) by what they hold; `task` is the column that counts the tasks.

    `sections` stand from the outermost inwards, `texts` are the columns whose cells are joined to
    the requirement, in printed order; `counter` numbers the sections right of it; `styles` is
    the label style usual in a column; `sentences`: most requirements end with a closing sign, so
    one that does not is unfinished.
    """

    headings: tuple[str, ...]
    number: int | None
    sections: tuple[int, ...]
    texts: tuple[int, ...]
    task: int
    owners: tuple[int, ...]
    deadlines: tuple[int, ...]
    people: tuple[int, ...]
    others: tuple[int, ...]
    styles: tuple[str | None, ...]
    sentences: bool
    counter: int | None = None

    @property
    def counts(self) -> bool:
        """Whether this table's tasks are numbered at all."""
        return self.number is not None or self.styles[self.task] is not None


def find_layout(grid: Grid) -> Layout | None:
    """The layout of a task table; None where the table is none (no owner or deadline column)."""
    width = max((len(row) for row in grid.rows), default=0)
    if not width or not grid.rows:
        return None
    headings = tuple(grid.headings[c] if c < len(grid.headings) else "" for c in range(width))
    body = [row for row in grid.rows if sum(place.own for place in row) > 1]
    fields = _fields(headings, body, width)
    owners = _having(fields, "owners")
    deadlines = _having(fields, "deadline")
    if not owners and not deadlines:
        return None
    texts = _having(fields, "text") or _longest(body, fields, width)
    if not texts:
        return None
    number = next(iter(_having(fields, "number")), None)
    styles = tuple(_style(body, column) for column in range(width))
    task, above, joined = _task_column(body, texts, number, styles)
    sections = tuple(sorted({*_having(fields, "section"), *above} - {*joined}))
    people = tuple(c for c in range(width) if fields[c] in PEOPLE)
    counter = number if _counts_sections(body, number, task, sections) else None
    number = None if counter is not None else number
    known = {*owners, *deadlines, *people, *sections, *joined, number, counter}
    return Layout(
        headings=headings,
        number=number,
        sections=sections,
        texts=joined,
        task=task,
        owners=owners,
        deadlines=deadlines,
        people=people,
        others=tuple(c for c in range(width) if c not in known),
        styles=styles,
        sentences=_share(_cells(body, task), _is_closed) > _MOST,
        counter=counter,
    )


def _counts_sections(
    body: Sequence[GridRow], number: int | None, task: int, sections: Sequence[int]
) -> bool:
    """Whether the number column counts the sections beside it, each of which holds several rows."""
    if number is None or number + 1 not in sections:
        return False
    rows = [(row[number].own, row[number + 1].own) for row in body]
    fewer = sum(own for own, _ in rows) < len(_cells(body, task)) * _NEARLY
    return fewer and all(own == beside for own, beside in rows)


def _having(fields: Sequence[str | None], wanted: str) -> tuple[int, ...]:
    return tuple(column for column, field in enumerate(fields) if field == wanted)


def _fields(headings: Sequence[str], body: Sequence[GridRow], width: int) -> list[str | None]:
    """The field of each column: by its heading; where no heading is printed, by its cells."""
    fields: list[str | None] = [field_of_heading(heading) for heading in headings]
    for column in range(width):
        if headings[column]:
            continue
        fields[column] = _field_of_cells(_cells(body, column))
    if "owners" not in fields:
        fields = [field or _owners_by_cells(body, at) for at, field in enumerate(fields)]
    # One heading over two cells: the first of them holds the bare numbers.
    for column in range(width - 1):
        same = headings[column] and headings[column] == headings[column + 1]
        if same and fields[column] == "text" and _share(_cells(body, column), _is_number) > _MOST:
            fields[column] = "number"
    return fields


def _owners_by_cells(body: Sequence[GridRow], column: int) -> str | None:
    """Whether a column whose heading is unknown (`单位`) holds nothing but owners."""
    cells = _cells(body, column)
    return "owners" if cells and all(map(looks_like_owners, cells)) else None


def _field_of_cells(cells: Sequence[str]) -> str | None:
    if not cells:
        return None
    for field, test in (
        ("number", _is_number),
        ("deadline", looks_like_deadline),
        ("owners", looks_like_owners),
    ):
        if _share(cells, test) > _MOST:
            return field
    return "text" if sum(map(len, cells)) / len(cells) > _PROSE else None


def _cells(body: Sequence[GridRow], column: int) -> list[str]:
    """The texts printed in a column, empty and covered places left out."""
    return [row[column].text.text for row in body if row[column].own]


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_closed(text: str) -> bool:
    return text.rstrip().endswith(_CLOSED)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _longest(body: Sequence[GridRow], fields: Sequence[str | None], width: int) -> tuple[int, ...]:
    """Where no heading names the requirement: the column that holds the most words."""
    lengths = {
        column: sum(map(len, _cells(body, column)))
        for column in range(width)
        if fields[column] is None
    }
    best = max(lengths, key=lambda column: lengths[column], default=None)
    return (best,) if best is not None and lengths[best] else ()


def _style(body: Sequence[GridRow], column: int) -> str | None:
    """The label style that most of a column's cells begin with."""
    cells = _cells(body, column)
    labels = [read_label(cell) for cell in cells]
    styles = Counter(label.style for label in labels if label is not None)
    if not styles:
        return None
    style, count = styles.most_common(1)[0]
    return style if count >= len(cells) * _MOST else None


def _task_column(
    body: Sequence[GridRow], texts: Sequence[int], number: int | None, styles: Sequence[str | None]
) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """The column that counts the tasks, the columns above it, the columns that make the text.

    A column that stands for several rows, or stands left of the column with the tasks' numbers,
    is above it.
    """
    filled = {column: len(_cells(body, column)) for column in texts}
    most = max(filled.values())
    labelled = [c for c in texts if styles[c] is not None and filled[c] >= most * _NEARLY]
    if labelled:
        task = labelled[-1]
        return task, tuple(c for c in texts if c < task), tuple(c for c in texts if c >= task)
    above = {column for column in texts if filled[column] < most}
    if number is not None and len(_cells(body, number)) >= most:
        above |= {column for column in texts if column < number}
    joined = tuple(column for column in texts if column not in above) or (texts[-1],)
    return joined[-1], tuple(sorted(above - {*joined})), joined
