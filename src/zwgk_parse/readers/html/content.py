"""Which of a page's lines and tables are the document, by structure: where its text is densest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.html.flow import Grid, Line, lines_of, weigh
from zwgk_parse.readers.html.furniture import (
    is_footer,
    is_furniture,
    is_near_footer,
    is_related,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.readers.html.flow import Item, Node, Target


class Sign(IntEnum):
    """How much an item looks like part of a document."""

    NONE = 0  # navigation, buttons, footers
    WEAK = 1  # a few words somewhere
    FAIR = 2  # a paragraph by its element
    STRONG = 3  # a sentence, a numbered item, a table of text


# The share of the text that the main element must hold, and the share below which an element that
# calls itself navigation or footer is believed.
_MAIN = 0.75
_BELIEVED = 0.3
_SENTENCE = re.compile("[。；！？]")
_MARKED = re.compile(r"附件|附表|[^\s]{1,20}〔\d{4}〕\s*\d+\s*号|[（(]此件")
_DATE = re.compile(r"[\d〇○零一二三四五六七八九]{4}\s?年\s?\S{1,2}\s?月\s?\S{1,3}\s?日")
_TITLE = re.compile(
    r"关于.{4,80}的(?:通知|通告|公告|函|意见|批复|决定|报告)$|(?:工作要点|分工方案|工作方案|实施方案|行动计划|任务分解表)$"
)
_NEAR = 5
_LIST = 3
_LEAST = 6
_HEAD = 60
_HEAD_LINES = 10
_SHORT_TITLE = 8


@dataclass(frozen=True, slots=True)
class _Judged:
    """An item, the elements around it (innermost first), how it looks, its unlinked characters."""

    item: Item
    chain: list[Node]
    sign: Sign
    weight: int


def choose(items: list[Item], titles: list[str]) -> tuple[list[Item], list[Item]]:
    """The document's items, and the rest (navigation, buttons, footers), both in order.

    `titles` are the document's titles as far as the page states them.
    """
    judged = _judge(items, {_plain(title) for title in titles})
    named = _named(judged)
    # A fragment has nothing around it: all of it is the document.
    framed = named or any(one.sign is Sign.NONE for one in judged)
    core = _core([one for one in judged if named.isdisjoint(one.chain)]) if framed else None
    kept = [_is_kept(one, core, named) for one in judged]
    kept = _with_neighbours(judged, kept, named)
    kept = _without_footers(judged, kept, core)
    kept = _without_repeats(judged, kept)
    content = [one.item for one, keep in zip(judged, kept, strict=True) if keep]
    return content, [one.item for one, keep in zip(judged, kept, strict=True) if not keep]


def _judge(items: list[Item], titles: set[str]) -> list[_Judged]:
    listed = _listed(items)
    judged: list[_Judged] = []
    for item in items:
        if isinstance(item, Grid):
            sign = _sign_of_table(item)
        else:
            sign = Sign.NONE if item in listed else _sign_of_line(item, titles)
        weight = sum(weigh(line.text) - line.linked for line in lines_of([item]))
        judged.append(_Judged(item, item.node.chain(), sign, max(0, weight)))
    return judged


def _listed(items: list[Item]) -> set[Line]:
    """The lines of lists of links: several on end, or those behind a heading such as 相关链接."""
    listed: set[Line] = set()
    run: list[Line] = []
    related = False
    for item in (*items, None):
        if isinstance(item, Line) and _is_linked(item) and not _is_numbered(item.text):
            run.append(item)
            continue
        if related or len(run) >= _LIST:
            listed.update(run)
        related, run = isinstance(item, Line) and is_related(item.text), []
    return listed


def _sign_of_line(line: Line, titles: set[str]) -> Sign:
    text, count = line.text, weigh(line.text[:400])
    if line.attached:
        return Sign.STRONG
    if is_furniture(text):
        return Sign.NONE
    is_paragraph = line.node.tag == "p" or line.level is not None
    if _is_linked(line):
        return Sign.WEAK if is_paragraph else Sign.NONE
    sentence = count >= 12 and _SENTENCE.search(text)
    if _DATE.fullmatch(text):
        return Sign.STRONG
    if sentence or _MARKED.match(text) or (count >= 4 and _is_numbered(text)):
        return Sign.STRONG
    if count >= _LEAST and (_plain(text) in titles or _TITLE.search(text[-100:])):
        return Sign.STRONG
    return Sign.FAIR if is_paragraph and count else Sign.WEAK


def _sign_of_table(grid: Grid) -> Sign:
    lines = lines_of([grid])
    size = sum(len(line.text) for line in lines)
    if any(line.attached for line in lines):
        return Sign.STRONG
    if sum(line.linked for line in lines) * 2 > size:
        return Sign.NONE
    return Sign.STRONG if sum(weigh(line.text) for line in lines) >= 20 else Sign.WEAK


def _is_linked(line: Line) -> bool:
    return line.linked * 2 > len(line.text)


def _plain(text: str) -> str:
    return "".join(text.split())


def _weights(judged: list[_Judged], least: Sign) -> Counter[Node]:
    """For each element, the characters of the items in it that look like `least` or better."""
    weights: Counter[Node] = Counter()
    for one in judged:
        if one.sign >= least and one.weight:
            weights.update(dict.fromkeys(one.chain, one.weight))
    return weights


def _named(judged: list[_Judged]) -> set[Node]:
    """The elements that call themselves navigation or footer, and hold little of the page."""
    weights = _weights(judged, Sign.WEAK)
    total = max(weights.values(), default=0)
    named = {node for one in judged for node in one.chain if node.furniture}
    return {node for node in named if weights[node] <= total * _BELIEVED}


def _core(judged: list[_Judged]) -> Node | None:
    """The innermost element around items that has most of the text, and paragraphs of it."""
    weights = _weights(judged, Sign.FAIR)
    fair = [one for one in judged if one.sign >= Sign.FAIR]
    lines = Counter(node for one in fair if isinstance(one.item, Line) for node in one.chain)
    own = {one.item.node for one in judged if isinstance(one.item, Grid)}
    total = max(weights.values(), default=0)
    main = [node for node in weights if weights[node] >= total * _MAIN and node not in own]
    # Elements that each hold three quarters stand one inside the other. One with a table alone, or
    # one long paragraph, has the title beside it.
    for least in (2, 1, 0):
        enough = [node for node in main if lines[node] >= least]
        if enough:
            return max(enough, key=lambda node: len(node.chain()))
    return None


def _is_kept(one: _Judged, core: Node | None, named: set[Node]) -> bool:
    if one.sign is Sign.NONE:
        return False
    is_named = not named.isdisjoint(one.chain)
    if core is None or core in one.chain:
        return not is_named or one.sign is Sign.STRONG
    if one.sign is Sign.STRONG:
        return not is_named or isinstance(one.item, Grid) or _is_numbered(one.item.text)
    return False


def _is_numbered(text: str) -> bool:
    return read_label(text[:_HEAD]) is not None


def _with_neighbours(judged: list[_Judged], kept: list[bool], named: set[Node]) -> list[bool]:
    """Keeps as well the paragraphs that follow on one another up to a kept item, on either side.

    Before one, so are words in other elements: a title, the issuer above a date.
    """
    wider = list(kept)
    forwards = [(index, index - 1) for index in range(1, len(judged))]
    backwards = [(before, index) for index, before in reversed(forwards)]
    for index, neighbour in (*forwards, *backwards):
        one = judged[index]
        titled = neighbour > index and (one.weight >= _LEAST or _is_dated(judged[neighbour].item))
        if wider[neighbour] and one.sign >= (Sign.WEAK if titled else Sign.FAIR):
            wider[index] = wider[index] or named.isdisjoint(one.chain)
    return wider


def _is_dated(item: Item) -> bool:
    return isinstance(item, Line) and _DATE.fullmatch(item.text) is not None


def _without_footers(judged: list[_Judged], kept: list[bool], core: Node | None) -> list[bool]:
    """Drops the lines near a footer that say who runs the site; none inside the main element."""
    texts = [one.item.text if isinstance(one.item, Line) else "" for one in judged]
    footers = [index for index, text in enumerate(texts) if is_footer(text)]
    trimmed = list(kept)
    for footer in footers:
        for index in range(max(0, footer - _NEAR), min(len(texts), footer + _NEAR + 1)):
            apart = core in judged[index].chain and core not in judged[footer].chain
            if is_near_footer(texts[index]) and not apart:
                trimmed[index] = False
    return trimmed


def _without_repeats(judged: list[_Judged], kept: list[bool]) -> list[bool]:
    """Drops the page's own title where the document begins with the same, in an element apart."""
    trimmed = list(kept)
    places = [index for index, keep in enumerate(kept) if keep][:_HEAD_LINES]
    head = [(index, line) for index in places if isinstance(line := judged[index].item, Line)]
    for position, (index, line) in enumerate(head):
        below = [
            text for _, text in head[position + 1 :] if text.node.parent is not line.node.parent
        ]
        if weigh(line.text) > _SHORT_TITLE and _plain(line.text) in _joins(below):
            trimmed[index] = False
    return trimmed


def _joins(lines: list[Line]) -> set[str]:
    """The words of every run of neighbouring lines."""
    return {
        _plain("".join(line.text for line in lines[start:end]))
        for start in range(len(lines))
        for end in range(start + 1, len(lines) + 1)
    }


def linked(targets: Iterable[Target], kept: Sequence[Item]) -> Iterator[Target]:
    """The links of the page that bear a name, and those without one that stand in the content."""
    paths = [line.node.path.split("/") for line in lines_of(list(kept))]
    shared = list(takewhile(lambda steps: len(set(steps)) == 1, zip(*paths, strict=False)))
    inside = [steps[0] for steps in shared]
    for target in targets:
        if target.text or (paths and target.node.path.split("/")[: len(inside)] == inside):
            yield target
