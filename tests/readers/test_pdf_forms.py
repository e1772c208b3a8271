"""What is counted before a PDF is opened: packed streams, and forms that show one another."""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING

import pytest

from scripts.fuzzing.bombs import forms_in_forms
from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.errors import LimitExceededError
from zwgk_parse.readers.pdf.forms import Drawn, most_drawn
from zwgk_parse.readers.pdf.unpacking import refuse_bombs

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 1 << 24
_NAMES = b"/Resources << /XObject << /X %d 0 R >> >>"


def form(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """A form XObject."""
    if packed:
        content, entries = zlib.compress(content), entries + b" /Filter /FlateDecode"
    return changes.stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + entries)


def file_of(page: bytes, *forms: bytes, resources: bytes = _NAMES % 5) -> bytes:
    """A file of one page, whose content is `page`; its forms are the objects 5, 6 and so on."""
    return changes.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
            + resources
            + b">>",
            changes.stream(page),
            *forms,
        ]
    )


LINE = b"0 0 m 9 9 l S "
NEXT = _NAMES % 6
PACK = changes.stream(
    zlib.compress(b"9 0 << /XObject << /X 6 0 R >> >>"),
    b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
)
FILES: dict[str, tuple[Callable[[], bytes], Drawn]] = {
    "no form": (files.ruled, Drawn(0, 0)),
    "not shown": (partial(file_of, b"", form(LINE)), Drawn(1, 2)),
    "shown once": (partial(file_of, b"/X Do", form(LINE)), Drawn(1, 2)),
    "shown thrice": (partial(file_of, b"/X Do /X Do\n/X Do", form(LINE * 4)), Drawn(3, 15)),
    "packed": (partial(file_of, b"/X Do", form(LINE * 4, packed=True)), Drawn(1, 5)),
    "two deep": (
        partial(file_of, b"/X Do " * 10, form(b"/X Do " * 10, NEXT), form(LINE)),
        Drawn(110, 310),
    ),
    "itself": (partial(file_of, b"/X Do", form(b"/X Do " * 10, _NAMES % 5)), Drawn(1, 11)),
    "an octet in a name": (partial(file_of, b"/#58 Do " * 3, form(LINE)), Drawn(3, 6)),
    "a comment between": (partial(file_of, b"/X % shown\n Do", form(LINE)), Drawn(1, 2)),
    "resources elsewhere": (
        partial(
            file_of,
            b"/X Do",
            form(b"/X Do " * 5, b"/Resources 7 0 R"),
            form(LINE),
            b"<< /XObject 8 0 R >>",
            b"<< /X 6 0 R >>",
        ),
        Drawn(6, 16),
    ),
    "resources in a stream": (
        partial(file_of, b"/X Do", form(b"/X Do " * 5, b"/Resources 9 0 R"), form(LINE), PACK),
        Drawn(6, 16),
    ),
    "the page's resources": (
        partial(
            file_of,
            b"/X Do",
            form(b"/Y Do " * 4),
            form(LINE),
            resources=b"/Resources << /XObject << /X 5 0 R /Y 6 0 R >> >>",
        ),
        Drawn(5, 13),
    ),
    "packed with what is not known": (
        partial(file_of, b"/X Do", form(LINE, b"/Filter /LZWDecode")),
        Drawn(1, 1),
    ),
    "packed and broken": (partial(file_of, b"/X Do", form(LINE, b"/Filter /Fl")), Drawn(1, 1)),
}


@pytest.mark.parametrize(("make", "drawn"), FILES.values(), ids=FILES)
def test_what_the_worst_stream_draws(make: Callable[[], bytes], drawn: Drawn) -> None:
    assert most_drawn(make(), 1000, MOST) == drawn


def test_forms_in_a_ring_are_followed_as_deep_as_pdfium_goes() -> None:
    ring = file_of(b"/X Do", form(b"/X Do", NEXT), form(b"/X Do", _NAMES % 5))
    assert most_drawn(ring, 1000, MOST).forms <= 42
    doubled = file_of(b"/X Do", form(b"/X Do " * 2, NEXT), form(b"/X Do", _NAMES % 5))
    assert most_drawn(doubled, 1000, MOST).forms > 1000


@pytest.mark.parametrize(
    "data",
    [
        b"/Subtype /Form 1 0 obj" * 1000,
        b"/Subtype /Form" + b"1 0 obj << stream\n" * 2000,
        b"1 0 obj /Subtype /Form /XObject <<" + b"/XObject <<" * 5000,
        b"1 0 obj /Subtype /Form stream\n" + b"/A%" * 20_000,
        b"1 0 obj /Type /ObjStm /First 9 stream\n1 2 x 4 5 6 endstream /Subtype /Form",
        b"1 0 obj /Type /ObjStm stream\n1 2 3 endstream /Subtype /Form",
    ],
)
def test_broken_files_are_counted_as_well(data: bytes) -> None:
    assert most_drawn(data, 1000, MOST).forms <= 1


def test_bombs_are_refused_before_anything_is_made_of_them() -> None:
    with pytest.raises(LimitExceededError, match="would draw more than 200,000 objects"):
        refuse_bombs(forms_in_forms(), "bomb.pdf", 1 << 29)


def test_many_objects_in_a_form_that_is_shown_often() -> None:
    data = file_of(b"/X Do " * 100, form(LINE * 300))
    refuse_bombs(data, "fine.pdf", MOST)
    with pytest.raises(LimitExceededError, match="would draw more than 1,000 objects"):
        refuse_bombs(data, "much.pdf", MOST, 1000)


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_to_little_is_let_through(times: int) -> None:
    content = b" " * 10_000
    for _ in range(times):
        content = zlib.compress(content)
    filters = b"/Filter [" + b"/FlateDecode " * times + b"]"
    data = changes.assembled([changes.stream(content, filters)])
    refuse_bombs(data, "fine.pdf", 20_000)
    with pytest.raises(LimitExceededError):
        refuse_bombs(data, "much.pdf", 5_000)


@pytest.mark.parametrize("content", [b"nonsense", zlib.compress(b" " * 90_000)[:-20]])
def test_a_stream_that_cannot_be_unpacked_is_none_of_its_business(content: bytes) -> None:
    data = changes.assembled([changes.stream(content * 20, b"/Filter /FlateDecode")])
    refuse_bombs(data, "broken.pdf", 200_000)
