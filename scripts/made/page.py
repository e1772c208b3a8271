"""A Sheet as a web page for printing: the layout of GB/T 9704, and a table in a given style."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scripts.made.sheet import Cell, Line, Sheet

_PAGE = """
@page { size: A4 %(turn)s; margin: 37mm 26mm 35mm 28mm }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt %(font)s } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt %(font)s } }
body { margin: 0; font: 16pt/28pt %(font)s; text-align: justify }
p { margin: 0 }
p.title { font-size: 22pt; line-height: 34pt; text-align: center; margin: 0 0 24pt }
p.number { text-align: center; margin-bottom: 24pt }
p.text, p.heading { text-indent: 2em }
p.heading { font-weight: bold }
p.signature { text-align: right; padding-right: 4em }
p.annex { break-before: page }
p.annex:first-child { break-before: auto }
table { width: 100%%; border-collapse: collapse; font-size: 12pt; line-height: 18pt;
  margin-bottom: 18pt }
td, th { padding: 3pt 5pt; vertical-align: middle; text-align: left; border: 0.75pt solid black }
th { text-align: center; font-weight: normal }
"""
SONG = '"AR PL UMing CN", "Noto Serif CJK SC", serif'
NOTO = '"Noto Sans CJK SC", sans-serif'
_NO_LINES = "td, th { border: 0; padding: 4pt 12pt; vertical-align: top; text-align: left }"


class Style(NamedTuple):
    """How a page is printed: rules after the common ones; `merged` as in Sheet.unmerged."""

    css: str = ""
    turn: str = ""
    font: str = SONG
    merged: bool = True


# Rows are cut by page ends wherever a style does not say otherwise, as Chromium does of itself.
STYLES: dict[str, Style] = {
    "solid": Style(),
    "dotted": Style("td, th { border: 1pt dotted black }"),
    "dashed": Style("td, th { border: 0.75pt dashed black }"),
    "double": Style("td, th { border: 3pt double black }"),
    "rowlines": Style(
        "td, th { border: 0; border-bottom: 0.75pt solid black; padding: 4pt 8pt } "
        "thead th { border-top: 1.5pt solid black }"
    ),
    "dottedrows": Style("td, th { border: 0; border-bottom: 1pt dotted black; padding: 4pt 8pt }"),
    "threelines": Style(
        _NO_LINES + " thead th { border-top: 1.5pt solid; border-bottom: 0.75pt solid } "
        "tbody { border-bottom: 1.5pt solid }",
        merged=False,
    ),
    "nosides": Style("tr > :first-child { border-left: 0 } tr > :last-child { border-right: 0 }"),
    "none": Style(_NO_LINES, merged=False),
    "nonewhole": Style(_NO_LINES + " tr { break-inside: avoid }", merged=False),
    "fillhead": Style("th { background: #1f4e79; color: white; font-weight: bold }"),
    "zebra": Style("td { border: 0 } th, tr:nth-child(even) td { background: #dde6f0 }"),
    "zebralines": Style("tbody tr:nth-child(odd) td { background: #eeeeee }", merged=False),
    "landscape": Style(turn="landscape"),
    "headonce": Style("thead { display: table-row-group }"),
    "whole": Style("tr { break-inside: avoid }", merged=False),
    "unmerged": Style(merged=False),
    "noto": Style(font=NOTO),
}
PLAIN = ("solid", "noto")


def page_of(sheet: Sheet, style: Style) -> str:
    """The web page of `sheet` in `style`."""
    chosen = sheet if style.merged else sheet.unmerged()
    parts = [_PAGE % {"turn": style.turn, "font": style.font}, style.css]
    body = [_line(line) for line in chosen.before]
    if chosen.rows:
        body += [_table(chosen)]
    body += [_line(line) for line in chosen.after]
    return (
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{sheet.name}</title><style>{''.join(parts)}</style></head>"
        f"<body>\n{chr(10).join(body)}\n</body></html>\n"
    )


def _line(line: Line) -> str:
    return f'<p class="{line.kind}">{escape(line.text)}</p>'


def _table(sheet: Sheet) -> str:
    widths = "".join(f'<col style="width:{100 * share:.1f}%">' for share in sheet.shares)
    header = "".join(f"<th>{escape(words)}</th>" for words in sheet.header)
    rows = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in sheet.rows)
    return (
        f"<table><colgroup>{widths}</colgroup>\n<thead><tr>{header}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table>"
    )


def _cell(cell: Cell) -> str:
    if not cell.rowspan:
        return ""
    span = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return f"<td{span}>{escape(cell.text)}</td>"
