"""Lineage → an SVG picture: plans as boxes from the top down, lines between them.

It is XML of its own, without scripts, styles from elsewhere or fonts that must be fetched.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple, TextIO

from zwgk_parse.exporters.characters import one_line, xml_text
from zwgk_parse.exporters.traces.branches import branches
from zwgk_parse.exporters.traces.tree import edge_words
from zwgk_parse.messages.texts import phrase
from zwgk_parse.messages.widths import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.exporters.traces.branches import Branch
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.traces import Descent, KnownPlan, Lineage

_WIDTH, _LINE, _PADDING = 260, 18, 10
_ACROSS, _DOWN, _EDGE = 40, 64, 36
# Columns of a terminal that a box takes in one line; a Chinese character is two.
_COLUMNS, _MOST_LINES = 34, 4
_FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"


class _Box(NamedTuple):
    plan: KnownPlan
    lines: tuple[str, ...]
    x: int
    y: int

    @property
    def height(self) -> int:
        return _height(self.lines)

    @property
    def middle(self) -> int:
        return self.x + _WIDTH // 2


def write(lineage: Lineage, stream: TextIO, language: Language) -> None:
    """Write the picture; plans that are not held have a dashed edge."""
    stream.writelines(f"{line}\n" for line in _picture(lineage, language))


def _picture(lineage: Lineage, language: Language) -> Iterator[str]:
    boxes = _placed(lineage, language)
    width = max((box.x + _WIDTH for box in boxes.values()), default=_WIDTH) + _EDGE
    height = max((box.y + box.height for box in boxes.values()), default=_LINE) + _EDGE
    title = phrase("lineage-title", language)
    spoken = "zh-CN" if language == "zh" else "en"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" xml:lang="{spoken}"'
        f' font-family="{_FONTS}" font-size="13">'
    )
    yield f"<title>{_shown(title)}</title>"
    yield f'<rect width="{width}" height="{height}" fill="#fff"/>'
    for descent in lineage.descents:
        yield from _line(descent, boxes[descent.parent], boxes[descent.child], language)
    for box in boxes.values():
        yield from _drawn(box)
    yield "</svg>"


def _placed(lineage: Lineage, language: Language) -> dict[str, _Box]:
    """Each plan's box: its row by its depth, its place in the row under its first parent."""
    shown: list[Branch] = []
    depths: dict[str, int] = {}
    for branch in branches(lineage):
        if branch.plan.id not in depths:
            shown.append(branch)
        depths[branch.plan.id] = max(depths.get(branch.plan.id, 0), branch.depth)
    depths = _deepened(lineage, depths)
    lines = {branch.plan.id: tuple(_words(branch.plan, language)) for branch in shown}
    tops = _tops(depths, lines)
    columns_of: dict[str, int] = {}
    free = 0
    taken: dict[int, int] = {}
    for branch in shown:
        depth = depths[branch.plan.id]
        free = max(taken.get(row, 0) for row in range(depth, max(depths.values()) + 1))
        columns_of[branch.plan.id] = free
        taken[depth] = free + 1
    return {
        branch.plan.id: _Box(
            branch.plan,
            lines[branch.plan.id],
            _EDGE + columns_of[branch.plan.id] * (_WIDTH + _ACROSS),
            tops[depths[branch.plan.id]],
        )
        for branch in shown
    }


def _deepened(lineage: Lineage, depths: dict[str, int]) -> dict[str, int]:
    """The depths, every plan below all of its parents; those in a ring stay where they are."""
    found = dict(depths)
    for _ in lineage.plans:
        changed = False
        for one in lineage.descents:
            if not one.cycle and found[one.child] <= found[one.parent]:
                found[one.child] = found[one.parent] + 1
                changed = True
        if not changed:
            break
    return found


def _tops(depths: dict[str, int], lines: dict[str, tuple[str, ...]]) -> dict[int, int]:
    """Where each row begins, by the highest box of the rows above it."""
    tops: dict[int, int] = {}
    at = _EDGE
    for depth in range(max(depths.values(), default=0) + 1):
        tops[depth] = at
        highest = max(
            (_height(lines[id_]) for id_, row in depths.items() if row == depth), default=0
        )
        at += highest + _DOWN
    return tops


def _words(plan: KnownPlan, language: Language) -> Iterator[str]:
    """What stands in a box: the number, the title in a few lines, what is known beside."""
    if plan.document_number:
        yield plan.document_number
    title = wrap(plan.title or plan.id, _COLUMNS)
    yield from title[:_MOST_LINES]
    if len(title) > _MOST_LINES:
        yield "…"
    if not plan.held:
        yield f"({phrase('lineage-not-held', language)})"
    elif plan.tasks is not None:
        yield f"({phrase('lineage-tasks', language, count=plan.tasks)})"


def _height(lines: tuple[str, ...]) -> int:
    return len(lines) * _LINE + 2 * _PADDING


def _line(descent: Descent, upper: _Box, lower: _Box, language: Language) -> Iterator[str]:
    """A line down from box to box; one past other boxes goes round them on the left."""
    dashes = ' stroke-dasharray="5 4"' if descent.remote or descent.by == "level" else ""
    colour = "#b3261e" if descent.cycle else "#667"
    words = _shown(edge_words(descent, language))
    path = _round(upper, lower) if descent.remote else _down(upper, lower)
    yield f'<g><title>{words}</title><path d="{path}" fill="none" stroke="{colour}"{dashes}/>'
    if not descent.remote:
        place = f'x="{lower.middle + 6}" y="{lower.y - 8}"'
        yield f'<text {place} font-size="11" fill="{colour}">{words}</text>'
    yield "</g>"


def _down(upper: _Box, lower: _Box) -> str:
    x1, y1, x2, y2 = upper.middle, upper.y + upper.height, lower.middle, lower.y
    bend = (y1 + y2) // 2
    return f"M{x1} {y1} C{x1} {bend} {x2} {bend} {x2} {y2}"


def _round(upper: _Box, lower: _Box) -> str:
    y1, y2 = (box.y + box.height // 2 for box in (upper, lower))
    left = min(upper.x, lower.x) - _EDGE
    return f"M{upper.x} {y1} C{left} {y1} {left} {y2} {lower.x} {y2}"


def _drawn(box: _Box) -> Iterator[str]:
    dashes = "" if box.plan.held else ' stroke-dasharray="5 4"'
    fill = "#eef4fb" if box.plan.held else "#f7f7f7"
    yield f"<g><title>{_shown(_full(box.plan))}</title>"
    yield (
        f'<rect x="{box.x}" y="{box.y}" width="{_WIDTH}" height="{box.height}" rx="6"'
        f' fill="{fill}" stroke="#1f5fa8"{dashes}/>'
    )
    for row, text in enumerate(box.lines):
        y = box.y + _PADDING + (row + 1) * _LINE - 5
        yield f'<text x="{box.x + _PADDING}" y="{y}" fill="#111">{_shown(text)}</text>'
    yield "</g>"


def _full(plan: KnownPlan) -> str:
    return " ".join(filter(None, (plan.document_number, plan.title, *plan.files))) or plan.id


def _shown(text: str) -> str:
    """`text` with nothing in it that XML could take for its own."""
    return escape(xml_text(one_line(text)))
