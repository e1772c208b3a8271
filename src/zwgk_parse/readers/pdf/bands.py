"""Runs of words by height: the bands of a page, and the columns that a row of headings begins."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.pdf.lines import is_level
from zwgk_parse.vocabulary.headings import field_of_heading, is_header

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.readers.pdf.lines import Run
    from zwgk_parse.readers.pdf.page import Page

_HIGHEST = 4  # lines of words in a header
_FEWEST = 2  # columns of a table


class Band(NamedTuple):
    """What stands at one height, from left to right."""

    runs: tuple[Run, ...]
    top: float
    bottom: float


class Gutter(NamedTuple):
    """The white space between two columns, from where one ends to where the next begins."""

    left: float
    right: float


class Columns(NamedTuple):
    """The columns of a table: its left and right sides, and the gutters between them.

    `ruled`: lines part its rows.
    """

    left: float
    gutters: tuple[Gutter, ...]
    right: float
    ruled: bool = False


def find_bands(runs: Iterable[Run]) -> list[Band]:
    """The runs grouped by height, from top to bottom."""
    bands: list[list[Run]] = []
    top = bottom = -1.0
    for run in sorted(runs, key=lambda run: run.top + run.bottom):
        if bands and is_level(run, top, bottom):
            bands[-1].append(run)
            top, bottom = min(top, run.top), max(bottom, run.bottom)
        else:
            bands.append([run])
            top, bottom = run.top, run.bottom
    return [
        Band(
            tuple(sorted(band, key=lambda run: run.left)),
            min(run.top for run in band),
            max(run.bottom for run in band),
        )
        for band in bands
    ]


def find_header(page: Page, bands: Sequence[Band], at: int) -> tuple[int, list[Gutter]] | None:
    """The band behind a header that begins at band `at`, and the gutters between its headings."""
    best: tuple[int, int, list[list[Run]]] | None = None
    height = bands[at].runs[0].bottom - bands[at].runs[0].top
    for end in range(at + 1, min(at + _HIGHEST, len(bands)) + 1):
        if not all(_is_as_high(run, height) for run in bands[end - 1].runs):
            break
        columns = _columns(run for band in bands[at:end] for run in band.runs)
        words = [_words(page, column) for column in columns]
        if len(columns) < _FEWEST or not is_header(words):
            continue
        known = sum(field_of_heading(word) is not None for word in words)
        if best is None or known > best[0]:
            best = known, end, columns
    if best is None:
        return None
    _, end, columns = best
    sides = [(min(r.left for r in c), max(r.right for r in c)) for c in columns]
    gutters = [Gutter(before[1], after[0]) for before, after in pairwise(sides)]
    return end, gutters


def _is_as_high(run: Run, height: float) -> bool:
    """Whether a run is set in letters of about the given height: headings are, titles are not."""
    return abs(run.bottom - run.top - height) < 0.3 * height


def _columns(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that stand over one another, from left to right."""
    columns: list[list[Run]] = []
    right = float("-inf")
    for run in sorted(runs, key=lambda run: run.left):
        if columns and run.left < right:
            columns[-1].append(run)
        else:
            columns.append([run])
        right = max(right, run.right) if run is not columns[-1][0] else run.right
    return columns


def _words(page: Page, column: Iterable[Run]) -> str:
    ordered = sorted(column, key=lambda run: (run.top, run.left))
    return "".join("".join(page.text[run.start : run.end].split()) for run in ordered)


def narrowed(gutters: Sequence[Gutter], band: Band) -> tuple[Gutter, ...] | None:
    """The gutters less what a band's words take of them; None where a word reaches over one."""
    kept = list(gutters)
    for run in band.runs:
        for number, gutter in enumerate(kept):
            if run.right <= gutter.left or run.left >= gutter.right:
                continue
            if run.left < gutter.left and run.right > gutter.right:
                return None
            if run.left < gutter.left:
                kept[number] = gutter._replace(left=run.right)
            else:
                kept[number] = gutter._replace(right=run.left)
    return tuple(kept)


def column_of(run: Run, gutters: Sequence[Gutter]) -> int:
    """The column that a run stands in."""
    middle = (run.left + run.right) / 2
    return sum((gutter.left + gutter.right) / 2 < middle for gutter in gutters)
