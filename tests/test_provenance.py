"""The words under a value's boxes are the value, and the element at its path holds it.

The boxes are looked at with pdfplumber, so that what pdfium says of a page is not asked twice. A
Passage of a document or of a raw plan stands for every value made of it: task, number, owner,
deadline, column, person, section, fact.
"""

from __future__ import annotations

import logging
import re
import zipfile
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import lxml.html
import pdfplumber
import pytest
from lxml import etree

from tests import pdfcases
from tests.corpus import CORPUS
from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.document.passage import Passage, clean
from zwgk_parse.extractors import extract
from zwgk_parse.pipeline import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from zwgk_parse.pipeline import Parsed
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.source import Span

_WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
PRINTED = [
    *sorted(CORPUS.glob("renditions/*.libreoffice.pdf")),
    *sorted(CORPUS.glob("renditions/*.chromium.pdf")),
    *sorted(CORPUS.glob("edge/*.pdf")),
]
WRITTEN = [*sorted(CORPUS.glob("renditions/*.docx")), *sorted(CORPUS.glob("renditions/*.html"))]
# A label and its value are put together with a colon that may not be printed.
_COMPOSED = ".facts.catalog"
MADE: dict[str, Callable[[], bytes]] = {
    **{name.replace("-", " "): make for name, make in pdfcases.CASES.items()},
    "merged": files.merged,
    "row lines": files.row_lines,
    "no line": lambda: files.ruled(None),
    "form": files.in_form,
    "tables and paragraphs": files.tables_and_paragraphs,
    "beside": files.side_by_side,
    "cut": lambda: files.cut_row(closed=False),
    "running heads": files.running_heads,
    "footnote": files.footnote,
    "stamped": files.stamped,
    "shifted": changes.shifted,
    "cropped": changes.cropped,
    "rotated 90": lambda: changes.rotated(90),
    "rotated 180": lambda: changes.rotated(180),
    "rotated 270": lambda: changes.rotated(270),
    "radicals": changes.radicals_map,
}
_NAMELESS = re.compile(r"\(cid:\d+\)")
Value = tuple[str, str, tuple["Span", ...]]


class Underneath:
    """What stands in boxes on a PDF's pages."""

    def __init__(self, data: bytes) -> None:
        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        self._file = pdfplumber.open(BytesIO(data))
        self._pages: dict[int, list[tuple[float, float, str]]] = {}

    def words(self, spans: Sequence[Span]) -> str:
        """The characters whose middle lies in the boxes, box by box, from left to right."""
        return squeezed("".join("".join(self._in(span)) for span in spans))

    def _in(self, span: Span) -> Iterator[str]:
        assert span.page is not None
        assert span.bbox is not None
        left, top, right, bottom = span.bbox
        for x, y, text in self._characters(span.page):
            if left <= x <= right and top <= y <= bottom:
                yield text

    def _characters(self, number: int) -> list[tuple[float, float, str]]:
        if number not in self._pages:
            page = self._file.pages[number - 1]
            left, top = page.cropbox[:2]
            self._pages[number] = sorted(
                ((c["x0"] + c["x1"]) / 2 - left, (c["top"] + c["bottom"]) / 2 - top, shown)
                for c in page.chars
                for shown in [_NAMELESS.sub("\ufffd", c["text"])]
            )
        return self._pages[number]


def squeezed(text: str) -> str:
    """`text` without white space, radicals folded."""
    return "".join(clean(text).split())


def values_of(plan: Plan) -> Iterator[Value]:
    """Every value of a plan that says where it stands."""
    for task in plan.tasks:
        yield f"{task.id} text", task.text, task.provenance
        for owner in task.owners:
            yield f"{task.id} owner", owner.raw, owner.provenance
        for deadline in task.deadlines:
            yield f"{task.id} deadline", deadline.raw, deadline.provenance
        for target in task.targets:
            yield f"{task.id} target", target.raw, target.provenance
    for paragraph in plan.preamble:
        yield "preamble", paragraph.text, paragraph.provenance


def passages_of(found: Any, name: str = "") -> Iterator[Value]:
    """Every Passage within named tuples, with the names that lead to it."""
    if isinstance(found, Passage):
        yield name, found.text, found.spans
    elif isinstance(found, tuple):
        names = getattr(found, "_fields", range(len(found)))
        for one, inner in zip(names, found, strict=True):
            yield from passages_of(inner, f"{name}.{one}")


@lru_cache(maxsize=1)
def displaced(data: bytes, name: str) -> list[tuple[str, str, str]]:
    """The values of a file under whose boxes other words stand, and these words."""
    parsed = parse_document(BytesIO(data), name=name)
    under = Underneath(data)
    raw = extract(parsed.documents)
    values = [*values_of(parsed.plan), *passages_of(parsed.documents), *passages_of(raw)]
    assert any(text for _, text, _ in values)
    said = (
        (name, squeezed(text), under.words(spans))
        for name, text, spans in values
        if not name.startswith(_COMPOSED)
    )
    return [(name, text, words) for name, text, words in said if text != words]


def unheld(parsed: Parsed, held: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """The values that the elements at their paths do not hold, and what these hold."""
    said = (
        (name, squeezed(text), squeezed("".join(held(span.path or "") for span in spans)))
        for name, text, spans in values_of(parsed.plan)
    )
    return [(name, text, words) for name, text, words in said if text not in words]


@pytest.mark.parametrize("name", MADE)
def test_the_words_under_the_boxes_of_a_made_file(name: str) -> None:
    assert displaced(MADE[name](), "made.pdf") == []


@pytest.mark.slow
@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_the_words_under_the_boxes_of_every_rendition(path: Path) -> None:
    assert displaced(path.read_bytes(), path.name) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_the_element_at_a_path_holds_the_value(path: Path) -> None:
    held = _word_elements(path) if path.suffix == ".docx" else _page_elements(path)
    assert unheld(parse_document(path), held) == []


def _page_elements(path: Path) -> Callable[[str], str]:
    tree = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8"))
    return lambda place: "".join(one.text_content() for one in tree.xpath(place))


def _word_elements(path: Path) -> Callable[[str], str]:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))

    def held(place: str) -> str:
        steps = place.lstrip("/").replace("/", "/w:")
        found: Any = root.xpath(f"w:{steps}", namespaces=_WORD)
        return "".join("".join(one.itertext()) for one in found)

    return held
