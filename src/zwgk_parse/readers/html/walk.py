"""The element tree → lines and grids in reading order, and the links to documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING

from lxml import etree

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import clean
from zwgk_parse.errors import LimitExceededError
from zwgk_parse.readers.html import elements
from zwgk_parse.readers.html.flow import Item, Line, Node, Target, collapse
from zwgk_parse.readers.html.lines import BREAK, paragraphs
from zwgk_parse.readers.html.nest import Nest
from zwgk_parse.readers.links import is_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

MAX_DEPTH = 500
_WRAP = re.compile(r"[ \t\r\n\f]+")
_LINE_END = re.compile(r"\r\n?|\n")
# A picture's own file name says nothing of what it links to.
_PICTURE = re.compile(r"\.(?:gif|png|jpe?g|bmp|svg)$", re.IGNORECASE)
_NO_LABELS = repeat("")


@dataclass(frozen=True, slots=True)
class Walked:
    """A page, walked: what it shows, and the documents that it links to."""

    items: list[Item]
    targets: list[Target]


@dataclass(slots=True)
class _Link:
    href: str
    node: Node
    title: str
    picture: str = ""
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element between its start and its end; what it sets holds for the elements in it."""

    node: Node
    block: Node
    level: int | None = None
    pre: bool = False
    thead: bool = False
    link: _Link | None = None
    labels: Iterator[str] = _NO_LABELS
    closes: int = 0


def walk(root: _Element, name: str) -> Walked:
    """Everything that a browser shows of the page.

    Raises LimitExceededError for elements nested too deeply.
    """
    walker = _Walker()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            if walker.start(element):
                continue
            events.skip_subtree()
        else:
            walker.end(None if element is root else element.tail)
        if len(walker.open) > MAX_DEPTH:
            reason = f"its elements are nested more than {MAX_DEPTH} levels deep"
            raise LimitExceededError(name, reason, "cut the page down to the plan")
    return Walked(walker.nest.items, walker.targets)


class _Walker:
    """Collects words until a block element begins or ends, then makes lines of them."""

    def __init__(self) -> None:
        top = Node("")
        self.open = [_Open(top, top)]
        self.nest = Nest()
        self.targets: list[Target] = []
        self.words: list[str] = []
        self.linked = 0
        self.attached = False
        self.label = ""

    def start(self, element: _Element) -> bool:
        """Opens the element; False if nothing in it is shown."""
        outer, tag = self.open[-1], elements.tag_of(element)
        if elements.is_hidden(element, tag):
            self.open.append(_Open(outer.node.child(tag), outer.block))
            return False
        is_block = elements.is_block(element, tag)
        if is_block:
            self._flush()
        node = outer.node.child(tag, furniture=is_block and elements.is_furniture(element, tag))
        here = _Open(
            node,
            node if is_block else outer.block,
            level=elements.heading_level(tag) or outer.level,
            pre=outer.pre or tag in elements.PREFORMATTED,
            thead=(outer.thead and tag not in elements.CELLS) or tag == "thead",
            link=outer.link,
        )
        self.open.append(here)
        self._open_kind(element, here, outer)
        self._text(element.text)
        return True

    def _open_kind(self, element: _Element, here: _Open, outer: _Open) -> None:
        """What only some kinds of elements do."""
        tag = here.node.tag
        if tag in elements.TABLES:
            here.closes = self.nest.start(element, here.node, thead=outer.thead)
        elif tag == "br":
            self.words.append(BREAK)
        elif tag == "a":
            self._open_link(element, here)
        elif tag == "img" and here.link is not None:
            alt = element.get("alt") or ""
            here.link.picture = "" if _PICTURE.search(alt) else alt
        elif tag == "ol":
            here.labels = elements.list_labels(element)
        elif tag == "li":
            self.label = next(outer.labels, "")

    def _open_link(self, element: _Element, here: _Open) -> None:
        href = (element.get("href") or "").strip()
        in_page = href.startswith("#") and len(href) > 1
        if href and not in_page:
            here.link = _Link(href, here.block, element.get("title") or "")

    def end(self, tail: str | None) -> None:
        """Closes the innermost element; `tail` are the words behind it."""
        here = self.open[-1]
        if here.block is here.node:
            self._flush()
        self.open.pop()
        if here.link is not self.open[-1].link and here.link is not None:
            self._end_link(here.link)
        for _ in range(here.closes):
            self.nest.end()
        if here.node.tag == "li":
            self.label = ""
        self._text(tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        here = self.open[-1]
        text = _LINE_END.sub(BREAK, text) if here.pre else _WRAP.sub(" ", text)
        self.words.append(text)
        if here.link is None:
            return
        here.link.texts.append(text)
        if is_file(here.link.href):
            self.attached = True
        else:
            self.linked += len("".join(text.split()))

    def _flush(self) -> None:
        """Ends the paragraph; it stands in the innermost block element."""
        if not self.words:
            return
        here, text = self.open[-1], "".join(self.words)
        found = paragraphs(text, in_cell=self.nest.in_cell)
        if found and self.label:
            found[0] = found[0] if read_label(found[0][:60]) else self.label + found[0]
            self.label = ""
        share = self.linked / max(1, sum(len(paragraph) for paragraph in found))
        self.nest.add(
            [
                Line(paragraph, here.block, here.level, int(len(paragraph) * share), self.attached)
                for paragraph in found
            ]
        )
        self.words, self.linked, self.attached = [], 0, False

    def _end_link(self, link: _Link) -> None:
        text = collapse(clean("".join(link.texts)))
        named = text or collapse(clean(link.title or link.picture))
        # A link that shows no name counts in the text only: a page's icons are no attachments.
        if not named and any(node.furniture for node in link.node.chain()):
            return
        if not (is_file(link.href) or named.startswith("附件") or is_file(named)):
            return
        if link.href.lower().startswith(("javascript:", "mailto:")):
            return
        self.targets.append(Target(named, link.href, link.node))
        self.linked = max(0, self.linked - len("".join(text.split())))
        self.attached = self.attached or bool(self.words)
