"""Figures as a picture: a panel of bars for each table, in the reader's language."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from zwgk_parse.errors import MissingExtraError
from zwgk_parse.messages.texts import phrase
from zwgk_parse.messages.widths import cut
from zwgk_parse.study.labels import (
    counted_label,
    kind_label,
    left_out_label,
    several_label,
    unit_label,
    value_label,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.figures import Figures, Table
    from zwgk_parse.study.fonts import Fonts

_DOTS = 150
# Inches: a panel's width, what a bar takes, and what head and foot of a panel and the page take.
_WIDTH, _BAR, _AROUND, _HEAD = 8.4, 0.3, 1.0, 1.35
_LEAST = 4
# Columns of a terminal, two for a Chinese character.
_LABEL = 34
_COLOURS = {"tasks": "#2f6f9f", "plans": "#3d8b6e", "findings": "#b5652b", "files": "#6b5b95"}
_NONE, _TEXT, _FAINT, _GRID = "#b9bec5", "#1f2933", "#66707c", "#e4e7eb"


def chart(figures: Figures, language: Language) -> bytes:
    """A PNG of all tables; the same figures give the same bytes with the same fonts.

    Raises MissingExtraError without the extra `chart`, MissingFontError where what is to be drawn
    has Chinese and no font with Chinese is installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("a chart", extra="chart") from error

    panels = [_Panel(table, language) for table in figures.tables]
    said = (counted_label(figures, language), several_label(figures, language))
    head = (phrase("stats-title", language), *said)
    fonts = _fonts([*head, *(text for panel in panels for text in panel.texts)])
    columns = min(len(panels), 2)
    lines = [panels[at : at + columns] for at in range(0, len(panels), columns)]
    heights = [max(panel.height for panel in line) for line in lines]
    with mpl.rc_context({"font.family": list(fonts.families), "axes.unicode_minus": False}):
        size = (_WIDTH * columns, sum(heights) + _HEAD)
        page = Figure(figsize=size, facecolor="white")
        _write_head(page, head, fonts, size)
        top = size[1] - _HEAD
        for line, height in zip(lines, heights, strict=True):
            for column, panel in enumerate(line):
                _draw(page, panel, fonts, (column * _WIDTH, top), size)
            top -= height
        stream = io.BytesIO()
        FigureCanvasAgg(page)
        page.savefig(stream, format="png", dpi=_DOTS, metadata={"Software": None})
    return stream.getvalue()


class _Panel:
    """The texts and lengths of the bars of one table."""

    def __init__(self, table: Table, language: Language) -> None:
        unit = table.kind.unit
        self.title = kind_label(table, language)
        share = phrase(f"stats-share-{unit}", language)
        told = (unit_label(unit, language), share, left_out_label(table, language))
        self.note = " · ".join(filter(None, told))
        self.labels = [cut(value_label(row, table, language), _LABEL) for row in table.rows]
        self.counts = [row.number for row in table.rows]
        self.ends = [f"{row.number:,}  {table.share(row):.1%}" for row in table.rows]
        colour = _COLOURS[unit]
        self.colours = [_NONE if row.value is None else colour for row in table.rows]
        self.height = _AROUND + _BAR * max(len(self.labels), _LEAST)

    @property
    def texts(self) -> list[str]:
        """All that is written in the panel."""
        return [self.title, self.note, *self.labels]


def _fonts(texts: list[str]) -> Fonts:
    from zwgk_parse.study.fonts import chinese_fonts, plain_fonts

    has_chinese = any(one > "\u2e7f" for text in texts for one in text)
    return chinese_fonts() if has_chinese else plain_fonts()


def _write_head(page: Any, head: Sequence[str], fonts: Fonts, size: tuple[float, float]) -> None:
    title, *said = map(fonts.drawable, head)
    left = 0.35 / size[0]
    page.text(left, 1 - 0.28 / size[1], title, size=19, color=_TEXT, va="top")
    for line, words in enumerate(said):
        top = 1 - (0.74 + 0.24 * line) / size[1]
        page.text(left, top, words, size=10.5 - line, color=_FAINT, va="top")


def _draw(
    page: Any,
    panel: _Panel,
    fonts: Fonts,
    at: tuple[float, float],
    size: tuple[float, float],
) -> None:
    """Draw a panel: `at` is its left and its top from below, in inches."""
    left, top = at
    bars = max(len(panel.labels), 1) * _BAR
    box = (left + 2.75, top - 0.72 - bars, _WIDTH - 4.25, bars)
    axes = page.add_axes((box[0] / size[0], box[1] / size[1], box[2] / size[0], box[3] / size[1]))
    place = (left + 0.35) / size[0]
    page.text(place, (top - 0.15) / size[1], fonts.drawable(panel.title), size=13.5, va="top")
    note = fonts.drawable(panel.note)
    page.text(place, (top - 0.47) / size[1], note, size=9, color=_FAINT, va="top")
    rows = range(len(panel.labels))
    axes.barh(rows, panel.counts, height=0.7, color=panel.colours)
    axes.set_xlim(0, max(panel.counts, default=0) or 1)
    axes.set_ylim(len(panel.labels) - 0.5, -0.5)
    axes.set_yticks(rows, [fonts.drawable(label) for label in panel.labels], size=10, color=_TEXT)
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.spines["left"].set(visible=True, color=_GRID)
    for row, (count, end) in enumerate(zip(panel.counts, panel.ends, strict=True)):
        axes.annotate(
            end,
            (count, row),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            size=9.5,
            color=_FAINT,
        )
