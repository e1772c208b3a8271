"""What is printed where a task was found: a task and its document in, the passage out.

The passage is whole paragraphs and whole rows of tables, with the cells that reach into the row
from above: who judges must also see what was not found. Owners and deadlines that stand elsewhere
(in the notice, say) follow. A little of what stands before and after is given as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.model import Paragraph
from zwgk_parse.document.passage import Passage
from zwgk_parse.source import meets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.document.model import Cell, Document, Table
    from zwgk_parse.plan.model import Task
    from zwgk_parse.source import Span

_AROUND = 80
# A cell of a spreadsheet holds 32,767 characters; nobody reads as many.
_LONGEST = 4000
_CELLS = " ｜ "
_BETWEEN = "\n…\n"


class Printed(NamedTuple):
    """What stands in the source: the passage, and a little of what is before and after it."""

    text: str
    before: str = ""
    after: str = ""


class _Unit(NamedTuple):
    """A paragraph, or a row of a table: the passages in it, in order."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return _CELLS.join(passage.text.strip() for passage in self.passages if passage.text)

    def stands_at(self, spans: Sequence[Span]) -> bool:
        """Whether any of it is at one of `spans`."""
        return any(_meets(passage, spans) for passage in self.passages)


def printed(task: Task, document: Document) -> Printed | None:
    """The passage of `task` in the document that it was read from; None where none is there."""
    units = tuple(_units(document))
    own = [at for at, unit in enumerate(units) if unit.stands_at(task.provenance)]
    if not own:
        return None
    text = "".join(_joined(units, own))
    for passage in _elsewhere(task, units, own):
        text += _BETWEEN + passage.text.strip()
    before = units[own[0] - 1].text if own[0] else ""
    after = units[own[-1] + 1].text if own[-1] + 1 < len(units) else ""
    return Printed(_cut(text), _tail(before), _head(after))


def _joined(units: Sequence[_Unit], own: Sequence[int]) -> Iterator[str]:
    """The texts of the units; what was left out between two of them is shown."""
    for place, at in enumerate(own):
        if place:
            yield "\n" if at == own[place - 1] + 1 else _BETWEEN
        yield units[at].text


def _elsewhere(task: Task, units: Sequence[_Unit], own: Sequence[int]) -> Iterator[Passage]:
    """Where owners and deadlines stand, if not in the units of the task itself."""
    found = [span for owner in task.owners for span in owner.provenance]
    found += [span for deadline in task.deadlines for span in deadline.provenance]
    inside = set(own)
    shown = {id(passage) for at in own for passage in units[at].passages}
    for at, unit in enumerate(units):
        for passage in () if at in inside else unit.passages:
            if id(passage) not in shown and _meets(passage, found):
                shown.add(id(passage))
                yield passage


def _units(document: Document) -> Iterator[_Unit]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield _Unit((block.text,))
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[_Unit]:
    """The rows, each with the cells of rows above that reach into it, from left to right."""
    reaching: list[tuple[int, int, Passage]] = []
    for number, row in enumerate(table.rows):
        begun = [(number + cell.rowspan, cell.column, _text(cell)) for cell in row.cells]
        reaching = [one for one in reaching if one[0] > number] + begun
        yield _Unit(tuple(text for _, _, text in sorted(reaching, key=lambda one: one[1])))


def _text(cell: Cell) -> Passage:
    """The paragraphs of a cell, a line each."""
    return Passage.join(cell.paragraphs, "\n")


def _meets(passage: Passage, spans: Sequence[Span]) -> bool:
    return any(meets(span, spans) or _shares_lines(span, spans) for span in passage.spans)


def _shares_lines(span: Span, others: Iterable[Span]) -> bool:
    """Whether `span` has a line of a text in common with one of `others`, in the same cell."""
    if span.line is None:
        return False
    end = span.end_line or span.line
    return any(
        other.line is not None
        and (other.source, other.cell) == (span.source, span.cell)
        and other.line <= end
        and span.line <= (other.end_line or other.line)
        for other in others
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else "…" + text[-_AROUND:]


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND] + "…"
