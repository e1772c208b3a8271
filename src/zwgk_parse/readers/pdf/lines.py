"""Characters → runs (as the file sets them) → lines of words, each of which knows its place.

A run is a stretch of characters side by side; the runs that stand at one height in one place (a
cell, or the page outside of tables) are one line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter, sub
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.glyphs import Glyphs, Strip
from zwgk_parse.document.passage import Passage, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.readers.pdf.page import Page
    from zwgk_parse.source import CellPlace

# Control characters are as white as spaces.
_BLANKS = "".join(map(chr, range(33))) + "\u3000"
_BLANK = re.compile(f"[{re.escape(_BLANKS)}]")
# Shares of a character's height.
_GAP = 0.9
_BACK = 0.6
_SHIFT = 0.45
_WORD_GAP = 0.6
_EDGE = 0.2
# Signs that may stand beyond the margin, even in the next cell (GB/T 15834-2011, 5.1.10).
HANGING = frozenset("，。、；：？！）》」』”’〉】〕,.;:?!)]}")


class Run(NamedTuple):
    """The characters `start` to `end` of a page, with the box around them."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


class Line(NamedTuple):
    """Words at one height. `glyphs` has one entry for each character of `text`."""

    text: str
    glyphs: Glyphs
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its characters' boxes."""
        return self.bottom - self.top

    def passage(self, cell: CellPlace | None = None) -> Passage:
        """The line as words that know where they stand."""
        text, glyphs = self.text, self.glyphs
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        if left >= right:
            return Passage()
        return Passage(text[left:right], ((0, Strip(glyphs, left, cell)),))


_left, _top = attrgetter("left"), attrgetter("top")
_right, _bottom = attrgetter("right"), attrgetter("bottom")


def find_runs(page: Page) -> list[Run]:
    """The runs of a page in the file's order; white space at either end is left out."""
    runs: list[Run] = []
    start = 0
    for piece in page.text.replace("\n", "\r").split("\r"):
        first, last = len(piece) - len(piece.lstrip(_BLANKS)), len(piece.rstrip(_BLANKS))
        if first < last:
            places = start + first, start + last
            if _BLANK.search(piece, first, last) or not _is_one(page, *places):
                _split(page, *places, runs)
            else:
                runs.append(_run(page, *places))
        start += len(piece) + 1
    return runs


def _is_one(page: Page, start: int, end: int) -> bool:
    """Whether the characters start:end surely stand side by side, as `_split` tells it."""
    if end - start == 1:
        return True
    bottoms = page.bottoms[start:end]
    height = bottoms[0] - page.tops[start] or 1.0
    if max(bottoms) - min(bottoms) >= _SHIFT * height:
        return False
    gaps: list[float] = list(map(sub, page.lefts[start + 1 : end], page.rights[start : end - 1]))
    return max(gaps) <= _GAP * height and min(gaps) >= -_BACK * height


def _split(page: Page, start: int, end: int, runs: list[Run]) -> None:
    """Cut the characters start:end where one does not stand beside the one before it."""
    lefts, rights, bottoms, tops = page.lefts, page.rights, page.bottoms, page.tops
    text = page.text
    shown = [at for at in range(start, end) if text[at] not in _BLANKS]
    first = before = shown[0]
    height = bottoms[first] - tops[first] or 1.0
    for at in shown[1:]:
        gap = lefts[at] - rights[before]
        shift = bottoms[at] - bottoms[before]
        if (
            gap > _GAP * height
            or gap < -_BACK * height
            or (not -_SHIFT * height < shift < _SHIFT * height and not _beside(page, at, before))
        ):
            runs.append(_run(page, first, before + 1))
            first = at
            height = bottoms[first] - tops[first] or 1.0
        before = at
    runs.append(_run(page, first, before + 1))


def _beside(page: Page, one: int, other: int) -> bool:
    """Whether two characters stand at one height: some fonts give 一 a box as low as its stroke."""
    middle = (page.tops[one] + page.bottoms[one]) / 2
    if page.tops[other] < middle < page.bottoms[other]:
        return True
    middle = (page.tops[other] + page.bottoms[other]) / 2
    return page.tops[one] < middle < page.bottoms[one]


def _run(page: Page, start: int, end: int) -> Run:
    tops, bottoms = page.tops[start:end], page.bottoms[start:end]
    top, bottom = min(tops), max(bottoms)
    if max(tops) >= bottom:  # A space without a box of its own, as pdfium adds them.
        shown = [at for at in range(end - start) if bottoms[at] > tops[at]]
        top = min((tops[at] for at in shown), default=top)
        bottom = max((bottoms[at] for at in shown), default=bottom)
    return Run(start, end, page.lefts[start], top, page.rights[end - 1], bottom)


def cut_run(page: Page, run: Run, edges: Sequence[float]) -> Iterator[Run]:
    """The pieces of a run between upright lines, told by the middle of each character.

    A sign that hangs over the line belongs to the words before it.
    """
    start = run.start
    passed: int | None = None
    for at in range(run.start, run.end):
        if page.text[at] <= " ":
            continue
        middle = (page.lefts[at] + page.rights[at]) / 2
        column: int | None = sum(edge < middle for edge in edges)
        if passed is not None and column != passed:
            end = at + 1 if _hangs(page, at) else at
            yield _run(page, start, end)
            start = end
            column = None if end > at else column
        passed = column
    if start < run.end:
        yield _run(page, start, run.end)


def _hangs(page: Page, at: int) -> bool:
    """Whether a sign stands right behind the character before it."""
    height = page.bottoms[at] - page.tops[at]
    beside = abs(page.lefts[at] - page.rights[at - 1]) < height / 4
    return page.text[at] in HANGING and beside


def set_lines(page: Page, runs: Iterable[Run]) -> list[Line]:
    """The lines that runs make, from top to bottom; runs of one height stand side by side."""
    lines: list[list[Run]] = []
    top = bottom = -1.0
    for run in sorted(runs, key=_middle):
        if lines and is_level(run, top, bottom):
            lines[-1].append(run)
            if run.bottom - run.top > bottom - top:
                top, bottom = run.top, run.bottom
        else:
            lines.append([run])
            top, bottom = run.top, run.bottom
    found = (_line(page, line) for line in lines)
    return [line for line in found if line.text]


def _middle(run: Run) -> float:
    return run.top + run.bottom


def is_level(run: Run, top: float, bottom: float) -> bool:
    """Whether a run stands on the line between `top` and `bottom`."""
    margin = _EDGE * min(bottom - top, run.bottom - run.top)
    middle = (run.top + run.bottom) / 2
    if top + margin < middle < bottom - margin:
        return True
    return run.top + margin < (top + bottom) / 2 < run.bottom - margin


def _line(page: Page, runs: list[Run]) -> Line:
    if len(runs) == 1:
        start, end, left, top, right, bottom = runs[0]
        text, lefts, rights = page.text[start:end], page.lefts[start:end], page.rights[start:end]
    else:
        text, lefts, rights = _side_by_side(page, runs)
        left, right = min(map(_left, runs)), max(map(_right, runs))
        top, bottom = min(map(_top, runs)), max(map(_bottom, runs))
    text, lefts, rights = _cleaned(text, lefts, rights)
    glyphs = Glyphs.of(page.number, top, bottom, lefts, rights)
    return Line(text, glyphs, left, top, right, bottom)


def _side_by_side(page: Page, runs: list[Run]) -> tuple[str, list[float], list[float]]:
    """The runs of a line from left to right, with a space where they stand apart."""
    runs.sort(key=_left)
    if any(after.left < before.right - 1 for before, after in pairwise(runs)):
        return _interleaved(page, runs)
    text, lefts, rights = "", list[float](), list[float]()
    for run in runs:
        if rights and run.left - rights[-1] > _WORD_GAP * (run.bottom - run.top):
            text += " "
            lefts.append(rights[-1])
            rights.append(rights[-1])
        text += page.text[run.start : run.end]
        lefts += page.lefts[run.start : run.end]
        rights += page.rights[run.start : run.end]
    return text, lefts, rights


def _interleaved(page: Page, runs: list[Run]) -> tuple[str, list[float], list[float]]:
    """The characters of runs that reach into each other, each at its place."""
    every = (at for run in runs for at in range(run.start, run.end))
    places = sorted(every, key=page.lefts.__getitem__)
    text = "".join(page.text[at] for at in places)
    return text, [page.lefts[at] for at in places], [page.rights[at] for at in places]


def _cleaned(
    text: str, lefts: list[float], rights: list[float]
) -> tuple[str, list[float], list[float]]:
    """The cleaned text, with a place for each of its characters."""
    tidy = clean(text)
    if len(tidy) == len(text):
        return tidy, lefts, rights
    pieces = [(clean(character), at) for at, character in enumerate(text)]
    tidy = "".join(piece for piece, _ in pieces)
    kept = [at for piece, at in pieces for _ in piece]
    return tidy, [lefts[at] for at in kept], [rights[at] for at in kept]
