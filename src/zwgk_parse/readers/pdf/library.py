"""pdfium as a whole: it reads without the fonts of this machine, and draws with them.

For a font that a file names and does not hold, pdfium takes one of the machine: boxes then depend
on what is installed, and where no Chinese font is, characters are lost. The same file is to give
the same plan everywhere, so that for reading every such font is one in which all Chinese characters
are the same box (`box.ttf`, made by `scripts/make_box_font.py`).
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from threading import RLock
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

# pdfium keeps state of its own and serves one caller at a time.
LOCK = RLock()
# A list of folders without any in it.
_NO_FOLDERS = (ctypes.POINTER(ctypes.c_char) * 1)()
# What pdfium calls the character sets of Japanese, Korean, Chinese (GB 2312 and Big5).
_CHARSETS = (128, 129, 134, 136)
# The box font, as pdfium is to call it.
_BOX = 1


def start() -> None:
    """Begin pdfium, unless that was done before: whoever begins it first settles the fonts."""
    if _State.begun:
        return
    _begin(_NO_FOLDERS)
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(_boxes()))
    _State.begun = True


@contextmanager
def with_fonts() -> Iterator[None]:
    """A stretch in which pdfium draws with the fonts of this machine.

    No file may be open when it begins, nor when it ends.
    """
    with LOCK:
        _end()
        _begin(None)
        try:
            yield
        finally:
            _end()
            start()


class _State:
    """Whether pdfium was begun as it is to be for reading."""

    begun = False


def _begin(folders: Any) -> None:
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=folders)
    pdfium.FPDF_InitLibraryWithConfig(ctypes.byref(config))


def _end() -> None:
    pdfium.FPDF_DestroyLibrary()
    _State.begun = False


@cache
def _boxes() -> Any:
    """What tells pdfium of fonts (FPDF_SYSFONTINFO): the box font for Chinese, and no other."""
    font = files("zwgk_parse.readers.pdf").joinpath("box.ttf").read_bytes()

    def chosen(*asked: Any) -> int | None:
        return _BOX if asked[3] in _CHARSETS else None

    def data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
        if table:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    answers = {"MapFont": chosen, "GetFontData": data, "GetFontCharset": lambda *_: 134}
    types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    info = pdfium.FPDF_SYSFONTINFO(version=1)
    for name in list(types)[1:]:
        setattr(info, name, types[name](answers.get(name, _nothing)))
    return info


def _nothing(*_: Any) -> Any:
    """The answer to all else that is asked: 0, or no pointer."""
    return 0
