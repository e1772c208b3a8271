"""Programs that print: Chromium for web pages, LibreOffice for Word files.

In goes a file, out comes a PDF; both need the program and a Chinese font, and say so when missing.
The dates and ids that differ from run to run are set to fixed ones of the same length.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
)  # fmt: skip
_OFFICE = ("soffice", "libreoffice")
_DATE = re.compile(rb"(?<=\(D:)\d{14}(?=[Z+\-)])")
_ZONE = re.compile(rb"(?<=\(D:\d{14})[+-]\d\d'\d\d(?=')")
_ID = re.compile(rb"/(?:ID|DocChecksum)\s*\[?[\s/<0-9A-Fa-f>]+")
_HEX = re.compile(rb"(?<=[</])[0-9A-Fa-f]{32}\b|(?<=<)[0-9A-Fa-f]{32,}(?=>)")
_LONGEST = 300


class MissingError(Exception):
    """A program that is not installed."""


def print_page(page: str, target: Path) -> None:
    """Write the PDF that Chromium prints of `page` to `target`."""
    program = _program(_CHROMIUM)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, encoding="utf-8")
        command = [program, *_QUIET, f"--user-data-dir={folder}/profile"]
        _run([*command, f"--print-to-pdf={target}", source.as_uri()])
    _settle(target)


def print_word(sources: Sequence[Path], folder: Path) -> None:
    """Write the PDFs that LibreOffice prints of Word files into `folder`, under their names."""
    program = _program(_OFFICE)
    with tempfile.TemporaryDirectory() as profile:
        command = [program, "--headless", f"-env:UserInstallation=file://{profile}"]
        command += ["--convert-to", "pdf", "--outdir", str(folder)]
        _run([*command, *map(str, sources)])
    for source in sources:
        _settle(folder / f"{source.stem}.pdf")


def _program(names: Sequence[str]) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise MissingError(f"{names[0]} is not installed")
    return found


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST)


def _settle(path: Path) -> None:
    """Set dates and ids in the PDF at `path` to fixed ones; no byte moves."""
    data = _DATE.sub(b"20220101000000", path.read_bytes())
    data = _ZONE.sub(b"+00'00", data)
    data = _ID.sub(lambda entry: _HEX.sub(lambda run: b"0" * len(run[0]), entry[0]), data)
    path.write_bytes(data)
