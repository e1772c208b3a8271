"""What an element is to a reader of the page: shown or not, a block or not, its numbers.

In goes one lxml element, out comes one fact about it; nothing here looks at other elements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.readers.html.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

SKIPPED = words("elements", "skipped")
BLOCKS = words("elements", "blocks")
FURNITURE_TAGS = words("elements", "furniture")
FURNITURE_NAMES = words("elements", "furniture_names")
SECTIONS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})
TABLES = SECTIONS | CELLS | {"tr", "table"}
PREFORMATTED = frozenset({"pre", "textarea", "listing", "xmp"})
_WORD = re.compile(r"[A-Z]?[a-z]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*(?:all|screen)"
)
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|table|list-item)\b")
_BORDER = re.compile(r"border[\w-]*\s*:\s*[^;]*\b(?:solid|double|dashed|dotted)\b")
_DIGITS = re.compile(r"\s*\+?(\d{1,9})")
MAX_COLSPAN = 200
MAX_ROWSPAN = 65534


def tag_of(element: _Element) -> str:
    """The element's name in lower case."""
    tag = element.tag
    return tag.lower()[:40] if isinstance(tag, str) else ""


def is_hidden(element: _Element, tag: str) -> bool:
    """Whether a browser shows nothing of the element, or what it shows is no text of the page."""
    if tag in SKIPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style.lower()) is not None


def is_block(element: _Element, tag: str) -> bool:
    """Whether the element begins and ends a paragraph."""
    if tag in BLOCKS:
        return True
    style = element.get("style")
    return style is not None and _AS_BLOCK.search(style.lower()) is not None


def is_furniture(element: _Element, tag: str) -> bool:
    """Whether the element's tag, role or name says that it belongs to the page."""
    if tag in FURNITURE_TAGS or element.get("role") in ("navigation", "search", "contentinfo"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = {word.lower() for word in _WORD.findall(names[:200])}
    return not words.isdisjoint(FURNITURE_NAMES)


def heading_level(tag: str) -> int | None:
    """1 for h1 up to 6 for h6."""
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else None


def is_bordered(element: _Element) -> bool:
    """Whether a table draws lines, as tables of data do and layout tables do not."""
    border = element.get("border")
    if border is not None:
        return border.strip() not in ("", "0")
    names = (element.get("class") or "").lower()
    style = (element.get("style") or "").lower()
    return "msotablegrid" in names or "mso-border" in style or bool(_BORDER.search(style))


def spans(element: _Element) -> tuple[int, int]:
    """The cell's rowspan and colspan; a rowspan of 0 goes to the section's end."""
    down = _number(element.get("rowspan"))
    return (MAX_ROWSPAN if down == 0 else min(down, MAX_ROWSPAN)), min(
        max(_number(element.get("colspan")), 1), MAX_COLSPAN
    )


def is_header_cell(tag: str, element: _Element) -> bool:
    """Whether the cell heads a column: `<th>` that does not say that it heads a row."""
    return tag == "th" and (element.get("scope") or "").lower() not in ("row", "rowgroup")


def _number(value: str | None) -> int:
    match = _DIGITS.match(value or "")
    return int(match[1]) if match else 1


def list_labels(element: _Element) -> Iterator[str]:
    """The numbers that a browser prints before the items of an `<ol>`; nothing for other kinds."""
    kind = element.get("type") or "1"
    style = (element.get("style") or "").replace(" ", "").lower()
    if kind != "1" or "list-style" in style:
        return
    number = _number(element.get("start"))
    while True:
        yield f"{number}. "
        number += 1
