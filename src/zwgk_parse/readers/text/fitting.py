"""Cells that stand one a line → the rows of a table, by what the cells hold.

In go the lines below a header and its headings, out come rows; none where some line fits no
column. Four ways of writing are told apart (`Mode`):
- `blank`: every cell has its line, an empty or covered cell an empty one (a word processor's text);
- `chain`: bars join the cells of a row; merged cells are left out;
- `closed`: a bar stands behind every cell, at row ends as well (a browser's text);
- `plain`: neither; then no cell may be missing, for nothing would show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.vocabulary.deadlines import looks_like_deadline
from zwgk_parse.vocabulary.headings import field_of_heading
from zwgk_parse.vocabulary.roles import looks_like_owners

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zwgk_parse.readers.text.dealing import Group
    from zwgk_parse.readers.text.lines import Line

Mode = Literal["blank", "chain", "closed", "plain"]

_ENDED = ("。", "；", "！", "？", "”", ";")
_HEADING = 60
_NEEDED = ("owners", "deadline", "number")
_AGAIN, _MISSING, _LEFT_OUT = -0.5, -1.0, -0.1
_SECTION_STYLES = ("chapter", "han", "han-bracket")


class _Path(NamedTuple):
    """One way to deal the lines so far: its worth, the place of each line, and where it stands.

    `open` tells that the last line had words, so that the next may be a paragraph of its cell.
    """

    worth: float
    places: tuple[tuple[int, int], ...]
    row: int
    open: bool


def by_content(lines: Sequence[Line], headings: Sequence[str], mode: Mode) -> list[list[Group]]:
    """Rows of cells (each its lines), every line in a column that it fits; else none."""
    kinds = _kinds(headings, lines)
    if "text" not in kinds:
        return []
    path = _best(lines, kinds, mode)
    words = [line for line in lines if line.form == "words"]
    return _rows(words, path, len(kinds)) if path is not None else []


def fits(rows: Sequence[Sequence[Group]], headings: Sequence[str]) -> bool:
    """Whether rows dealt out otherwise have owners under owner headings and so on.

    A row with a cell more than there are headings has its number in the first. One cell in ten
    may be of a wording that is not known.
    """
    kinds = [field_of_heading(heading) or "other" for heading in headings]
    checked = [
        _fit("".join(line.text.strip() for line in group), kind) >= 0
        for row in rows
        if len(row) in (len(kinds), len(kinds) + 1)
        for group, kind in zip(row[len(row) - len(kinds) :], kinds, strict=True)
        if group and kind in ("owners", "deadline")
    ]
    return bool(checked) and sum(checked) >= 0.9 * len(checked)


def _kinds(headings: Sequence[str], lines: Sequence[Line]) -> list[str]:
    """What each column holds; of the text columns the last has the requirement.

    A column above it is known by the style of its labels, where there are as many styles.
    """
    kinds: list[str] = [field_of_heading(heading) or "other" for heading in headings]
    above = [at for at, kind in enumerate(kinds) if kind == "text"][:-1]
    labels = (read_label(line.text) for line in lines if line.form == "words")
    styles = dict.fromkeys(
        label.style for label in labels if label is not None and label.style in _SECTION_STYLES
    )
    for at in above:
        kinds[at] = "above"
    if len(styles) == len(above):
        for at, style in zip(above, styles, strict=True):
            kinds[at] = style
    return kinds


def _best(lines: Sequence[Line], kinds: Sequence[str], mode: Mode) -> _Path | None:
    """The best way to deal `lines`; None where a line fits nowhere."""
    last = len(kinds) - 1
    paths: dict[int, _Path] = {last: _Path(0.0, (), -1, open=False)}
    barred = False
    for line in lines:
        if line.form == "words":
            paths = _place(line, kinds, paths, mode, barred=barred)
            barred = False
        elif line.form == "bar":
            barred = True
        elif mode == "blank":
            paths = dict(_passed(column, path, last) for column, path in paths.items())
    ends = [
        path for column, path in paths.items() if _left_out(kinds[column + 1 :], mode) is not None
    ]
    return max(ends, key=lambda path: path.worth, default=None)


def _passed(column: int, path: _Path, last: int) -> tuple[int, _Path]:
    """The path behind an empty cell."""
    if column < last:
        return column + 1, path._replace(open=False)
    return 0, path._replace(row=path.row + 1, open=False)


def _place(
    line: Line, kinds: Sequence[str], paths: dict[int, _Path], mode: Mode, *, barred: bool
) -> dict[int, _Path]:
    """The best path that puts `line` into each column."""
    found: dict[int, _Path] = {}
    text = line.text.strip()
    for column, kind in enumerate(kinds):
        fit = _fit(text, kind)
        if fit < 0:
            continue
        for before, path in paths.items():
            for step, row in _steps(path, before, column, kinds, mode, barred=barred):
                worth = path.worth + step + fit
                if column not in found or worth > found[column].worth:
                    places = (*path.places, (row, column))
                    found[column] = _Path(worth, places, row, open=True)
    return found


def _steps(
    path: _Path, before: int, column: int, kinds: Sequence[str], mode: Mode, *, barred: bool
) -> Iterator[tuple[float, int]]:
    """The cost and the row of each way from column `before` to `column`."""
    # Several numbered paragraphs in a row may be one cell or several: nothing tells in `plain`.
    repeats = mode != "plain" or kinds[column] != "text"
    if not barred and path.open and column == before and repeats:
        yield _AGAIN, path.row
    apart = barred or mode in ("blank", "plain") or not path.places
    cost = _left_out(kinds[before + 1 : column], mode)
    if column > before and apart and cost is not None:
        yield cost, path.row
    tail, head = _left_out(kinds[before + 1 :], mode), _left_out(kinds[:column], mode)
    new_row = not barred if mode == "chain" else barred or mode != "closed" or not path.places
    wraps = column <= before or mode == "chain"
    if new_row and wraps and tail is not None and head is not None:
        yield tail + head, path.row + 1


def _left_out(kinds: Sequence[str], mode: Mode) -> float | None:
    """What it costs to leave out cells of these kinds; None where that cannot be."""
    if kinds and (mode == "blank" or "text" in kinds):
        return None
    needed = sum(kind in _NEEDED for kind in kinds)
    if needed and mode == "plain":
        return None
    return _MISSING * needed + _LEFT_OUT * (len(kinds) - needed)


def _fit(text: str, kind: str) -> float:
    """How well a line suits a column of `kind`; below 0 if it cannot stand there."""
    test = _TESTS.get(kind)
    if test is not None:
        return 2.0 if test(text) else -1.0
    if any(test(text) for test in _TESTS.values()):
        return 0.0 if kind == "other" else -1.0
    label = read_label(text)
    sectional = label is not None and label.style in _SECTION_STYLES
    short = len(text) <= _HEADING
    if kind == "text":
        return _fit_text(text, counted=label is not None and not sectional, heading=sectional)
    if kind in _SECTION_STYLES:
        return 2.0 if label is not None and label.style == kind else -1.0
    if kind in ("above", "section"):
        return 0.5 if (label is None or sectional) and short else -1.0
    return 0.1


def _fit_text(text: str, *, counted: bool, heading: bool) -> float:
    """How well a line suits the column of the requirements."""
    ended = text.endswith(_ENDED)
    if heading and not ended and len(text) <= _HEADING:
        return -1.0
    return 2.0 if counted else 1.0 if ended else 0.2


def _is_number(text: str) -> bool:
    return text.strip(".．、").isdecimal()


_TESTS: dict[str, Callable[[str], bool]] = {
    "owners": looks_like_owners,
    "deadline": looks_like_deadline,
    "number": _is_number,
}


def _rows(lines: Sequence[Line], path: _Path, width: int) -> list[list[Group]]:
    rows: list[list[Group]] = [[[] for _ in range(width)] for _ in range(path.row + 1)]
    for line, (row, column) in zip(lines, path.places, strict=True):
        rows[row][column].append(line)
    return [row for row in rows if any(row)]
