"""Where words stand in a file: what goes in is a reader's position, what comes out is a Span."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Iterable


class CellPlace(BaseModel):
    """A table cell: the table's number in its file, the row and the column, each from 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: int
    row: int
    column: int


class Span(BaseModel):
    """A place in one source file.

    Text sources set `line` and `end_line` (from 1). Paged sources set `page` (from 1) and `bbox`
    (left, top, right, bottom in points, origin at the page's top left). HTML and Word set `path`,
    an element path. `cell` is set for words in a table.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    source: int = 0
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    line: int | None = None
    end_line: int | None = None
    path: str | None = None
    cell: CellPlace | None = None


_PLACED = {"table", "row", "column"}
# A set: who copies a model with a change copies this first, and adds to it.
_BOXED = {"source", "page", "bbox", "cell"}
_set = object.__setattr__
_Place = TypeVar("_Place", bound=BaseModel)


def in_table(table: int, row: int, column: int) -> CellPlace:
    """A table cell, of values that need no check."""
    place = CellPlace.__new__(CellPlace)
    _set(place, "table", table)
    _set(place, "row", row)
    _set(place, "column", column)
    return _finished(place, _PLACED)


def boxed(
    source: int, page: int, bbox: tuple[float, float, float, float], cell: CellPlace | None
) -> Span:
    """A place on a page, of values that need no check: a long plan has tens of thousands.

    It takes a third of the time and of the memory that the model takes for itself.
    """
    span = Span.__new__(Span)
    _set(span, "source", source)
    _set(span, "page", page)
    _set(span, "bbox", bbox)
    _set(span, "line", None)
    _set(span, "end_line", None)
    _set(span, "path", None)
    _set(span, "cell", cell)
    return _finished(span, _BOXED)


def _finished(model: _Place, given: set[str]) -> _Place:
    _set(model, "__pydantic_fields_set__", given)
    _set(model, "__pydantic_extra__", None)
    _set(model, "__pydantic_private__", None)
    return model


def meets(span: Span, others: Iterable[Span]) -> bool:
    """Whether `span` is one of the others, or overlaps one on its page."""
    return any(span == other or _overlap(span, other) for other in others)


def _overlap(one: Span, other: Span) -> bool:
    if one.bbox is None or other.bbox is None:
        return False
    if (one.source, one.page) != (other.source, other.page):
        return False
    left, top, right, bottom = one.bbox
    other_left, other_top, other_right, other_bottom = other.bbox
    across = min(right, other_right) > max(left, other_left)
    return across and min(bottom, other_bottom) > max(top, other_top)
