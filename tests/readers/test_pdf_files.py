"""The tiny PDFs are what they are meant to be: pdfium opens them and finds the words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "公开财政预算决算信息。"
TABLES: dict[str, Callable[[], bytes]] = {
    "ruled": files.ruled,
    "no line": partial(files.ruled, None),
    "double": partial(files.ruled, files.double),
    "hairlines": partial(files.merged, files.hairline),
    "dashed": partial(files.ruled, files.dashed),
    "merged": files.merged,
    "row lines": files.row_lines,
    "form": files.in_form,
    "rotated 90": partial(changes.rotated, 90),
    "rotated 180": partial(changes.rotated, 180),
    "rotated 270": partial(changes.rotated, 270),
    "paragraphs": files.tables_and_paragraphs,
    "partly pictures": files.partly_pictures,
    "shifted": changes.shifted,
    "cropped": changes.cropped,
    "user unit": changes.user_unit,
    "encrypted": changes.encrypted,
    "damaged": changes.damaged_xref,
}
OTHERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "beside": (files.side_by_side, "6月底"),
    "cut, closed": (partial(files.cut_row, closed=True), "公开财政预算、"),
    "cut, open": (partial(files.cut_row, closed=False), "公开财政预算、"),
    "superscripts": (files.superscripts, "株，见说明"),
    "heads": (files.running_heads, "县人民政府公报"),
    "footnote": (files.footnote, "负面清单"),
    "stamp": (files.stamped, "2022年4月28日"),
    "radicals": (changes.radicals_map, "⼯作"),
    "private": (changes.private_map, "\ue001\ue002"),
}


def text_of(data: bytes, password: str | None = None) -> str:
    """The text of all pages, as pdfium gives it."""
    file = pypdfium2.PdfDocument(data, password=password)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_a_table_has_its_words(make: Callable[[], bytes]) -> None:
    assert WORDS in text_of(make())
    assert make() == make()


@pytest.mark.parametrize(("make", "words"), OTHERS.values(), ids=OTHERS)
def test_a_page_has_its_words(make: Callable[[], bytes], words: str) -> None:
    assert words in text_of(make())
    assert make() == make()


@pytest.mark.parametrize("make", [changes.no_map, files.picture_only])
def test_nothing_tells_the_words(make: Callable[[], bytes]) -> None:
    assert not any("\u4e00" <= character <= "\u9fff" for character in text_of(make()))


def test_a_password_is_needed() -> None:
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        text_of(changes.encrypted("geheim"))
    assert WORDS in text_of(changes.encrypted("geheim"), "geheim")


@pytest.mark.parametrize(
    ("angle", "size"), [(90, (842, 595)), (180, (595, 842)), (270, (842, 595))]
)
def test_a_turned_page_is_shown_upright(angle: int, size: tuple[int, int]) -> None:
    file = pypdfium2.PdfDocument(changes.rotated(angle))
    assert file[0].get_size() == size
    file.close()


def test_a_loop_of_pages_ends() -> None:
    with pypdfium2.PdfDocument(changes.page_tree_loop()) as file:
        assert len(file) <= 1
