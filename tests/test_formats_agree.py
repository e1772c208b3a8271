"""One document in several formats gives one plan, and nothing that stands on a page is lost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests import corpus
from tests.readers import pdf_files
from zwgk_parse.document.passage import clean
from zwgk_parse.document.sources import passages
from zwgk_parse.pipeline import parse
from zwgk_parse.readers import read
from zwgk_parse.readers.options import Limits
from zwgk_parse.readers.pdf.pdfium import PdfFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RENDITIONS = [
    path
    for path in corpus.files("renditions/*", "bench/*")
    if path.suffix != ".html" and ".scan." not in path.name
]
# Its characters are pdfplumber's: what pdfium gives for them is not what stands there.
UNNAMED = "notounicode"
PDFS = [path for path in corpus.files("renditions/*.pdf", "edge/*.pdf") if UNNAMED not in path.name]


class Task(NamedTuple):
    """What must be the same in every format."""

    number: int | None
    text: str
    owners: frozenset[tuple[str, str]]
    due: str


def tasks(path: Path) -> list[Task]:
    """The tasks of a file, white space aside."""
    return [
        Task(
            task.number,
            "".join(task.text.split()),
            frozenset((owner.name, owner.role) for owner in task.owners),
            str(task.due),
        )
        for task in parse(path).value.tasks
    ]


@corpus.needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize("path", RENDITIONS, ids=lambda path: path.name)
def test_as_the_web_page_of_the_same_document(path: Path) -> None:
    page = path.with_name(path.name.partition(".")[0] + ".html")
    found, wanted = tasks(path), tasks(page)
    assert len(found) == len(wanted)
    assert [pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1]] == []


def lost(data: bytes, name: str) -> Counter[str]:
    """The characters of a PDF that are neither in the document nor in its furniture."""
    document = read(data, name).value
    file = PdfFile(data, name, None, Limits())
    stands = Counter("".join(clean(page.text) for page in file))
    file.close()
    kept = Counter("".join(str(p) for p in (*passages(document), *document.furniture)))
    missing = stands - kept
    return Counter({sign: count for sign, count in missing.items() if not sign.isspace()})


@corpus.needs_corpus
@pytest.mark.parametrize("path", [p for p in PDFS if "scan" not in p.name], ids=lambda p: p.name)
def test_no_character_is_lost(path: Path) -> None:
    assert lost(path.read_bytes(), path.name) == Counter()


@pytest.mark.parametrize(
    "make",
    [
        pdf_files.footnote,
        pdf_files.stamped,
        pdf_files.superscripts,
        pdf_files.running_heads,
        pdf_files.side_by_side,
        pdf_files.tables_and_paragraphs,
        pdf_files.merged,
        pdf_files.row_lines,
        pdf_files.in_form,
    ],
)
def test_no_character_of_a_small_file_is_lost(make: Callable[[], bytes]) -> None:
    assert lost(make(), "small.pdf") == Counter()
