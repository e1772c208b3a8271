"""The text of a page → its element tree, within limits; and what its head states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from zwgk_parse.document.passage import clean
from zwgk_parse.errors import DamagedFileError, LimitExceededError
from zwgk_parse.readers.html.flow import Node, Said, collapse
from zwgk_parse.readers.html.words import section

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_CHARACTERS = 100_000_000
MAX_TAGS = 1_000_000
_REMEDY = "cut the page down to the plan"

# Text after these end tags is still shown by browsers, but the parser would stop there. Editors
# paste whole documents into a page, so that the first </html> may stand in its middle.
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


def parse(text: str, name: str) -> _Element | None:
    """The root element of the page, None if the page is empty.

    Raises LimitExceededError for a page with too many characters, tags or levels, DamagedFileError
    where the parser gives up.
    """
    if len(text) > MAX_CHARACTERS:
        raise LimitExceededError(name, f"more than {MAX_CHARACTERS:,} characters", _REMEDY)
    if text.count("<") > MAX_TAGS:
        raise LimitExceededError(name, f"more than {MAX_TAGS:,} tags", _REMEDY)
    source = _ENDS.sub("", text).replace("\0", "").encode("utf-8", errors="replace")
    # huge_tree: an embedded picture may be one attribute of more than 10 MB. HTML has no entities
    # of its own that could expand, and the limits above bound the tree.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root: _Element | None = etree.fromstring(source, parser) if source.strip() else None
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(name, f"its markup is broken: {error}", "fetch it again") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LimitExceededError(name, "its elements are nested too deeply", _REMEDY)
    return root


def page_title(root: _Element) -> str:
    """The words of `<title>`."""
    title = next(root.iter("title"), None)
    return collapse(clean("".join(map(str, title.itertext())))) if title is not None else ""


def base_href(root: _Element) -> str:
    """The address in `<base href>`, or nothing."""
    return next((base.get("href", "") for base in root.iter("base")), "").strip()


def meta_facts(root: _Element) -> list[Said]:
    """What `<meta name="ArticleTitle">` and its like state, in the labels used in print."""
    head = Node("head", Node("html"))
    head.parent.counts["head"] = 1  # type: ignore[union-attr]
    labels: dict[str, str] = section("meta")
    stated = []
    for meta in root.iter("meta"):
        node = head.child("meta")
        label = labels.get((meta.get("name") or "").strip().lower())
        value = collapse(clean(meta.get("content") or ""))
        if label is not None and value:
            stated.append(Said(label, value, node))
    return stated
