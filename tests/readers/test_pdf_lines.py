"""Characters → runs → lines, and which lines make a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zwgk_parse.readers.pdf.lines import Line, cut_run, find_runs, set_lines
from zwgk_parse.readers.pdf.page import Page
from zwgk_parse.readers.pdf.wrap import Measure, is_centred, is_full, joined, needed, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 10.0
# Words, the left end and the top of their line, and how wide a character is.
Words = tuple[str, float, float] | tuple[str, float, float, float]


def page_of(*words: Words) -> Page:
    """A page with the given words, a piece of pdfium's text each."""
    text, lefts, tops, rights, bottoms = "", list[float](), list[float](), list[float](), []
    for piece, x, y, *size in words:
        width = size[0] if size else SIZE
        for at, character in enumerate(piece):
            text += character
            lefts.append(x + at * width)
            rights.append(x + (at + 1) * width)
            tops.append(y)
            bottoms.append(y + width)
        text += "\r\n"
        lefts += [0.0, 0.0]
        tops += [0.0, 0.0]
        rights += [0.0, 0.0]
        bottoms += [0.0, 0.0]
    return Page(1, 595, 842, text, lefts, tops, rights, bottoms, [], [], [], [])


def lines_of(*words: Words) -> list[Line]:
    """The lines of a page with the given words."""
    page = page_of(*words)
    return set_lines(page, find_runs(page))


LINES: dict[str, tuple[list[Words], list[str]]] = {
    "one": ([("公开信息", 0, 0)], ["公开信息"]),
    "two": ([("公开", 0, 0), ("信息", 0, 20)], ["公开", "信息"]),
    "in the order of the page": ([("下", 0, 40), ("上", 0, 0)], ["上", "下"]),
    "side by side": ([("右", 10, 0), ("左", 0, 0)], ["左右"]),
    "apart": ([("左", 0, 0), ("右", 50, 0)], ["左 右"]),
    "raised": ([("500m", 0, 0), ("2", 40, -1, 6.0), ("，", 46, 0)], ["500m2，"]),
    "a low character": ([("第", 0, 0), ("一", 10, 4, 5.0), ("章", 20, 0)], ["第一章"]),
    "interleaved": ([("甲丙", 0, 0, 10.0), ("乙", 8, 0)], ["甲乙丙"]),
    "padding": ([("　　公开  ", 0, 0)], ["公开"]),
    "radicals": ([("⼯作", 0, 0)], ["工作"]),
    "unseen characters": ([("公\u200b开", 0, 0)], ["公开"]),
}


@pytest.mark.parametrize(("words", "expected"), LINES.values(), ids=LINES)
def test_lines(words: list[Words], expected: list[str]) -> None:
    found = lines_of(*words)
    assert [line.text for line in found] == expected
    for line in found:
        assert len(line.glyphs.lefts) == len(line.glyphs.rights) == len(line.text)


def test_characters_that_nobody_sees_make_no_line() -> None:
    assert [line.text for line in lines_of(("公开", 0, 0), ("\u00ad", 0, 20))] == ["公开"]


def test_a_wide_gap_parts_runs() -> None:
    page = page_of(("甲 乙", 0, 0, 10.0))
    assert len(find_runs(page)) == 2
    assert len(find_runs(page_of(("甲乙", 0, 0)))) == 1


def test_words_know_where_they_stand() -> None:
    (line,) = lines_of(("　公开信息", 100, 50))
    passage = line.passage()
    assert (passage.text, passage.spans[0].bbox) == ("公开信息", (110, 50, 150, 60))
    assert passage.slice(1, 3).spans[0].bbox == (120, 50, 140, 60)


CUTS: dict[str, tuple[str, list[float], list[str]]] = {
    "nowhere": ("公开信息", [], ["公开信息"]),
    "between": ("公开信息", [20.0], ["公开", "信息"]),
    "through a character": ("公开信息", [16.0], ["公开", "信息"]),
    "twice": ("公开信息", [10.0, 30.0], ["公", "开信", "息"]),
    "a sign hangs over": ("公开，信息", [20.0], ["公开，", "信息"]),
}


@pytest.mark.parametrize(("words", "edges", "expected"), CUTS.values(), ids=CUTS)
def test_runs_are_cut_at_upright_lines(words: str, edges: list[float], expected: list[str]) -> None:
    page = page_of((words, 0, 0))
    (run,) = find_runs(page)
    assert [page.text[piece.start : piece.end] for piece in cut_run(page, run, edges)] == expected


MEASURE = Measure(0.0, 100.0)
FULL = "公开信息公开信息公开"
PARAGRAPHS: dict[str, tuple[Sequence[Words], list[str]]] = {
    "a full line goes on": ([(FULL, 0, 0), ("信息", 0, 20)], [f"{FULL}信息"]),
    "a short one does not": ([("公开信息。", 0, 0), ("信息", 0, 20)], ["公开信息。", "信息"]),
    "an indent begins one": ([(FULL, 0, 0), ("信息", 20, 20)], [FULL, "信息"]),
    "the first may be indented": ([(FULL[:8], 20, 0), ("信息", 0, 20)], [f"{FULL[:8]}信息"]),
    "a word that had no room": (
        [(FULL[:7], 0, 0), ("12345热线", 0, 20)],
        [f"{FULL[:7]}12345热线"],
    ),
    "a sign that may not begin a line": (
        [(FULL[:9], 0, 0), ("息”。", 0, 20)],
        [f"{FULL[:9]}息”。"],
    ),
    "Latin words": ([("公开信息open", 0, 0, 12.0), ("data", 0, 20)], ["公开信息open data"]),
    "three lines": ([(FULL, 0, 0), (FULL, 0, 20), ("。", 0, 40)], [f"{FULL}{FULL}。"]),
}


@pytest.mark.parametrize(("words", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_lines_make_paragraphs(words: Sequence[Words], expected: list[str]) -> None:
    found = wrap(lines_of(*words), MEASURE)
    assert [joined(paragraph).text for paragraph in found] == expected


@pytest.mark.parametrize(
    ("words", "room"), [("公开", 10), ("公。", 20), ("“公", 20), ("2022年", 40), ("《公》。", 40)]
)
def test_the_room_that_a_first_word_takes(words: str, room: float) -> None:
    (line,) = lines_of((words, 0, 0))
    assert needed(line) == pytest.approx(room)


@pytest.mark.parametrize(
    ("words", "left", "centred", "full"),
    [
        ("公开", 40, True, False),
        ("公开", 0, False, False),
        (FULL, 0, False, True),
        ("公", 45, True, False),
    ],
)
def test_where_a_line_stands(words: str, left: float, *, centred: bool, full: bool) -> None:
    (line,) = lines_of((words, left, 0))
    assert is_centred(line, MEASURE) is centred
    assert is_full(line, MEASURE) is full
