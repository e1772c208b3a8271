"""Where words stand in a file: what goes in is a reader's position, what comes out is a Span."""

from pydantic import BaseModel, ConfigDict


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

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: int = 0
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    line: int | None = None
    end_line: int | None = None
    path: str | None = None
    cell: CellPlace | None = None
