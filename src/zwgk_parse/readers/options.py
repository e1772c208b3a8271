"""How a file is to be read: what a caller may choose, and what no file may exceed."""

from __future__ import annotations

from typing import Literal, NamedTuple

PdfEngine = Literal["auto", "pdfium", "pdfplumber"]
MIB = 1024 * 1024


class Limits(NamedTuple):
    """What a file may take before it is refused with LimitExceededError.

    `bytes`: of the file; `unpacked`: bytes of what is packed in it; `pages`; `objects`: on one
    page, or paragraphs, rows and cells of a whole file that has none; `seconds`: for one page, or
    for a whole file that has none; `memory`: bytes that the process may grow by while it reads.
    """

    bytes: int = 64 * MIB
    unpacked: int = 512 * MIB
    pages: int = 5_000
    objects: int = 200_000
    seconds: float = 30.0
    memory: int = 2048 * MIB


class Options(NamedTuple):
    """A caller's choices; each reader looks at those that concern it.

    `base_url` resolves the links of a web page; `password` opens an encrypted file; `pdf_engine`
    says who reads PDFs (auto: pdfium, and pdfplumber where that fails).
    """

    base_url: str | None = None
    password: str | None = None
    pdf_engine: PdfEngine = "auto"
    limits: Limits = Limits()


DEFAULTS = Options()
