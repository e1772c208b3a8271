"""Paragraphs → a tree of numbered items: what hangs below what is told by the order of styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.fields import split_fields, starts_with_fields
from zwgk_parse.vocabulary.roles import looks_like_owners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.document.model import Paragraph
    from zwgk_parse.document.numbering import Label

_ENDED = "。；;！!？?：:…"
_HEADING = 40
# The usual nesting (GB/T 9704-2012, 7.3.3); documents deviate, so it only decides in doubt.
_RANK = {
    "chapter": 0,
    "article": 1,
    "han": 2,
    "han-bracket": 3,
    "arabic": 4,
    "arabic-bracket": 5,
    "circled": 6,
    "shi": 7,
}


@dataclass(slots=True)
class Node:
    """An item: its label (None for an unnumbered heading), its paragraphs, the items below it."""

    label: Label | None
    printed: Passage
    paragraphs: list[Passage]
    heading: bool = False
    children: list[Node] = field(default_factory=list)

    @property
    def numbered(self) -> Passage:
        """The label as printed, with its place."""
        return self.printed.slice(0, self.label.end) if self.label is not None else Passage()

    @property
    def style(self) -> str:
        """The style of the label; unnumbered headings stand above all."""
        return self.label.style if self.label is not None else "heading"


@dataclass(slots=True)
class Tree:
    """What a run of paragraphs holds: paragraphs before the first item, and the items."""

    lead: list[Passage] = field(default_factory=list)
    roots: list[Node] = field(default_factory=list)

    def leaves(self) -> list[Node]:
        """The items that have none below them, in order."""
        return [node for node in self.nodes() if not node.children]

    def nodes(self) -> list[Node]:
        """All items, each before those below it."""
        found, waiting = [], list(reversed(self.roots))
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(reversed(node.children))
        return found


def grow(paragraphs: Sequence[Paragraph]) -> Tree:
    """The tree of the items in `paragraphs`."""
    tree = Tree()
    stack: list[Node] = []
    counts_by_shi = _counts_by_shi(paragraphs)
    for position, paragraph in enumerate(paragraphs):
        text = paragraph.text
        label = read_label(text.text)
        if label is not None and label.style == "shi" and not counts_by_shi:
            label = None
        if label is not None or _is_heading(paragraphs, position):
            rest = text.slice(label.end).strip() if label is not None else text
            node = Node(label, text, [rest] if rest else [], heading=label is None)
            _hang(tree, stack, node)
        elif stack:
            stack[-1].paragraphs.append(text)
        else:
            tree.lead.append(text)
    return tree


def _counts_by_shi(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether 一是, 二是 … number items: each closes with owners, or nothing else is numbered."""
    labels = [(read_label(p.text.text), p.text) for p in paragraphs]
    items = [text for label, text in labels if label is not None and label.style == "shi"]
    others = any(label is not None and label.style != "shi" for label, _ in labels)
    return not others or all(split_fields(text).owners for text in items) or _head_shi(labels)


def _head_shi(labels: Sequence[tuple[Label | None, Passage]]) -> bool:
    """Whether 一是 stands right below a title each time it begins a count."""
    for (above, title), (label, _) in pairwise(labels):
        if label is None or label.style != "shi" or (above is not None and above.style == "shi"):
            continue
        if above is None or len(title) > _HEADING or title.text.endswith(tuple(_ENDED)):
            return False
    return labels[0][0] is None or labels[0][0].style != "shi"


def _is_heading(paragraphs: Sequence[Paragraph], position: int) -> bool:
    """Whether an unnumbered paragraph heads the numbered ones behind it.

    Either the format says so (a heading level), or it is a unit's name alone.
    """
    paragraph = paragraphs[position]
    text = paragraph.text.text
    if len(text) > _HEADING or text.endswith(tuple(_ENDED)) or starts_with_fields(paragraph.text):
        return False
    if text.count("）") > text.count("（"):
        return False
    following = paragraphs[position + 1 : position + 2]
    numbered = any(read_label(after.text.text) is not None for after in following)
    return numbered and (paragraph.level is not None or looks_like_owners(text))


def _hang(tree: Tree, stack: list[Node], node: Node) -> None:
    """Put `node` below the item that it belongs to; `stack` is the way down to it."""
    while stack and not _is_below(node, stack):
        stack.pop()
    (stack[-1].children if stack else tree.roots).append(node)
    stack.append(node)


def _is_below(node: Node, stack: Sequence[Node]) -> bool:
    """Whether `node` hangs below the innermost item of `stack`."""
    if node.label is None:
        return False
    top = stack[-1]
    if any(above.style == node.style for above in stack):
        return False
    if top.label is None:
        return True
    deeper = _RANK[node.label.style] > _RANK[top.label.style]
    return deeper or (node.label.number == 1 and _is_title(top))


def _is_title(node: Node) -> bool:
    return len(node.paragraphs) == 1 and not split_fields(node.paragraphs[0]).owners
