"""A web page → Document: its main content; what surrounds it as furniture, what it states as facts.

The page is walked once (`walk`) into lines and grids; layout tables are opened (`tables`), stated
facts taken out (`facts`), the document told from the page around it (`content`).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from zwgk_parse.diagnostics import Result
from zwgk_parse.document.model import Document, Fact, Link, Paragraph
from zwgk_parse.document.passage import Passage
from zwgk_parse.readers.decoding import decode
from zwgk_parse.readers.options import DEFAULTS
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from zwgk_parse.document.model import Block
    from zwgk_parse.readers.html.flow import Item, Node, Said, Target
    from zwgk_parse.readers.options import Options

MEDIA_TYPE = "text/html"
READER = "html"
_SITE = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s|--)\s*")


def read(data: bytes, name: str, options: Options = DEFAULTS) -> Result[Document]:
    """The page's paragraphs and tables in reading order; links are resolved against
    `options.base_url`.

    Navigation and the like go to `furniture`, the page's own catalogue of the document to `facts`;
    what a browser does not show is left out. Raises LimitExceededError for a page that is too
    large or too deep, and what `decode` raises.
    """
    # lxml takes longer to load than the rest of the package.
    from zwgk_parse.readers.html import markup

    text, said = decode(data, name)
    root = markup.parse(text, name)
    document = _empty(data, name) if root is None else _read(root, data, name, options.base_url)
    return Result(document, said)


def _empty(data: bytes, name: str) -> Document:
    return Document(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest(), READER, ())


def _read(root: _Element, data: bytes, name: str, base_url: str | None) -> Document:
    from zwgk_parse.readers.html import content, facts, markup, tables, walk

    walked = walk.walk(root, name)
    stated, items, beside = facts.take(list(tables.unwrap(walked.items)))
    meta = markup.meta_facts(root)
    title = markup.page_title(root)
    titles = [one.value for one in (*stated, *meta) if one.label == "标题"]
    kept, rest = content.choose(items, [*titles, title, _SITE.split(title)[0]])
    base = _resolved(base_url or "", markup.base_href(root))
    return Document(
        name,
        MEDIA_TYPE,
        hashlib.sha256(data).hexdigest(),
        READER,
        tuple(_blocks(kept, name)),
        furniture=_furniture(title, [*rest, *beside]),
        facts=_facts([*stated, *meta]),
        links=tuple(_link(target, base) for target in content.linked(walked.targets, kept)),
    )


def _blocks(items: list[Item], name: str) -> Iterator[Block]:
    from zwgk_parse.readers.html import flow, joins, tables

    number = 0
    for piece in joins.joined(items):
        if isinstance(piece, flow.Grid):
            number += 1
            yield tables.build(piece, number, name)
        else:
            words = [_passage(line.text, line.node) for line in piece]
            yield Paragraph(Passage.join(words) if words[1:] else words[0], piece[0].level)


def _furniture(title: str, items: list[Item]) -> tuple[Passage, ...]:
    from zwgk_parse.readers.html import flow

    head = (Passage.of(title, Span(path="/html/head/title")),) if title else ()
    return (*head, *(_passage(line.text, line.node) for line in flow.lines_of(items)))


def _facts(stated: list[Said]) -> tuple[Fact, ...]:
    """The facts in order; one that the page repeats in the same words stands once."""
    once = {(one.label, one.value): one for one in reversed(stated)}
    return tuple(Fact(one.label, _passage(one.value, one.node)) for one in reversed(once.values()))


def _passage(text: str, node: Node) -> Passage:
    return Passage.of(text, Span(path=node.path))


def _link(target: Target, base: str) -> Link:
    return Link(target.text, _resolved(base, target.href), Span(path=target.node.path))


def _resolved(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:  # an address such as http://[ that is none
        return href
