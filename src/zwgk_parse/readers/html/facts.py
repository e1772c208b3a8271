"""What a page states of the document: lines and tables of labels and values → Said.

Labels are those of words.toml: some are printed on pages only, others in documents as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zwgk_parse.readers.html.flow import Grid, Line, Said, lines_of
from zwgk_parse.readers.html.words import words

if TYPE_CHECKING:
    from zwgk_parse.readers.html.flow import Box, Item, Node

PAGE_LABELS = words("labels", "page")
LABELS = PAGE_LABELS | words("labels", "shared")
_LONGEST_FIRST = sorted(LABELS | words("labels", "counters"), key=len, reverse=True)
_ANY = "|".join(r"\s*".join(label) for label in _LONGEST_FIRST)
_LABEL = re.compile(rf"[【\[]\s*({_ANY})\s*[】\]]\s*[:：]?|[【\[]?\s*({_ANY})\s*[:：]")
_WHOLE = re.compile(r"[【\[]?\s*(\S(?:.{0,14}?\S)??)\s*[】\]]?\s*([:：]?)\s*")
_DAY = re.compile(
    r"(\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)[\s|｜]*"
)
# Buttons that follow a value without a label of their own.
_BUTTONS = re.compile(r"[\s【\[|｜]+(?:打\s*印|收\s*藏|关\s*闭|分\s*享|大\s*中\s*小).*$")
_REMNANTS = " |｜【[（(·;；,，\u3000"
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Pair:
    """A label (without spaces), its value, and both as printed."""

    label: str
    value: str
    printed: str = ""


def read_pairs(text: str) -> list[Pair]:
    """The labels and values that `text` consists of; none if it does not begin with a label.

    `发布时间:2023-05-08 10:19 信息来源:盐亭县 阅读人次:` gives three; a day in front is a 发布时间.
    """
    if len(text) > _LONGEST:
        return []
    day = _DAY.match(text)
    start = day.end() if day else 0
    found = list(_LABEL.finditer(text, start))
    if not found or found[0].start() != start:
        return []
    pairs = [Pair("发布时间", day[1], day[1])] if day else []
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True):
        value = _BUTTONS.sub("", text[match.end() : end]).strip().rstrip(_REMNANTS)
        pairs.append(Pair(_tidy(match[1] or match[2]), value, text[match.start() : end].strip()))
    return pairs if any(pair.label in LABELS for pair in pairs) else []


def take(items: list[Item]) -> tuple[list[Said], list[Item], list[Line]]:
    """What is stated, the items without it, and the words beside it (labels without a value)."""
    said: list[Said] = []
    rest: list[Item] = []
    beside: list[Line] = []
    for run in _runs(items):
        pairs = [pair for _, found in run for pair in found]
        if not _is_statement(pairs, len(run)):
            rest += [item for taken, _ in run for item in taken]
            continue
        for taken, found in run:
            node = taken[-1].node
            for pair in found:
                if pair.value and pair.label in LABELS:
                    said.append(Said(pair.label, pair.value, node))
                else:
                    beside.append(Line(pair.printed, node))
    return said, rest, beside


Entry = tuple[list["Item"], list[Pair]]


def _runs(items: list[Item]) -> list[list[Entry]]:
    """The items in runs: neighbours that state something together, all others alone."""
    runs: list[list[Entry]] = []
    index = 0
    while index < len(items):
        entry = _entry(items, index)
        if entry[1] and runs and runs[-1][-1][1]:
            runs[-1].append(entry)
        else:
            runs.append([entry])
        index += len(entry[0])
    return runs


def _entry(items: list[Item], index: int) -> Entry:
    """The item at `index` with the pairs it states; a label's line takes the value's line along."""
    item = items[index]
    if isinstance(item, Grid):
        return [item], _table_pairs(item)
    pairs = read_pairs(item.text)
    label = _label_alone(item)
    if label is None or index + 1 == len(items):
        return [item], pairs
    value = items[index + 1]
    if isinstance(value, Line) and _beside(item.node, value.node) and not _is_label(value):
        return [item, value], [Pair(label, value.text)]
    return [item], pairs


def _label_alone(line: Line) -> str | None:
    """The label that is all of the line: with a colon, or in a `<dt>` without one."""
    match = _WHOLE.fullmatch(line.text)
    if match is None or not (match[2] or line.node.tag in ("dt", "th")):
        return None
    label = _tidy(match[1])
    return label if label in LABELS else None


def _is_label(line: Line) -> bool:
    return _label_alone(line) is not None or bool(read_pairs(line.text))


def _beside(left: Node, right: Node) -> bool:
    """Whether the two elements are a pair, with nothing else in the element that holds them."""
    parent = left.parent
    if left is right or left.tag == "p" or parent is None or right.parent is not parent:
        return False
    return (left.tag, right.tag) == ("dt", "dd") or sum(parent.counts.values()) == 2


def _is_statement(pairs: list[Pair], entries: int) -> bool:
    """Whether the pairs are the page's and not the document's own words."""
    filled = [pair.label for pair in pairs if pair.value]
    if not filled:
        return any(pair.label in PAGE_LABELS for pair in pairs)
    return len(pairs) > 1 or entries > 1 or filled[0] in PAGE_LABELS


def _table_pairs(grid: Grid) -> list[Pair]:
    """The pairs of a table that consists of labels and values; none for any other table."""
    pairs: list[Pair] = []
    for row in grid.rows:
        found = _row_pairs([text for text in map(_text, row) if text])
        if found is None:
            return []
        pairs += found
    return pairs if any(pair.value for pair in pairs) or len(pairs) == 1 else []


def _row_pairs(texts: list[str]) -> list[Pair] | None:
    pairs: list[Pair] = []
    position = 0
    while position < len(texts):
        found = read_pairs(texts[position])
        label = _tidy(texts[position].strip("【】[]:： "))
        if found and found[0].value:
            pairs += found
        elif label not in LABELS:
            return None
        elif position + 1 < len(texts) and _tidy(texts[position + 1].strip(":： ")) not in LABELS:
            pairs.append(Pair(label, texts[position + 1]))
            position += 1
        else:
            pairs.append(Pair(label, "", texts[position]))
        position += 1
    return pairs


def _text(box: Box) -> str:
    return "".join(line.text for line in lines_of(box.items))


def _tidy(label: str) -> str:
    return "".join(label.split())
