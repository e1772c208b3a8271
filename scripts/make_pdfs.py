"""Make PDFs from the samples in the styles that published files have.

    python -m scripts.make_pdfs FOLDER [--producer chromium] [--style rowlines] [SAMPLE...]

Each is named <sample>.<producer>-<style>.pdf, so that the answers for the sample hold for it. A
producer that is not installed is left out with a word. Samples without a table are made once for
each font: a border makes no difference to them.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scripts.made import page, printing, typeset, word
from scripts.made.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
Job = tuple[Sheet, str]


class Producer(NamedTuple):
    """A program that makes PDFs: its styles, those for samples without a table, and its work."""

    styles: Collection[str]
    plain: Collection[str]
    make: Callable[[Iterable[Job], Path], None]


def by_chromium(jobs: Iterable[Job], folder: Path) -> None:
    """Web pages, printed."""
    for sheet, style in jobs:
        made = page.page_of(sheet, page.STYLES[style])
        printing.print_page(made, folder / f"{sheet.name}.chromium-{style}.pdf")


def by_libreoffice(jobs: Iterable[Job], folder: Path) -> None:
    """Word files, printed in one go, since the program takes long to start."""
    with tempfile.TemporaryDirectory() as drafts:
        sources = []
        for sheet, style in jobs:
            source = Path(drafts, f"{sheet.name}.libreoffice-{style}.docx")
            word.write_word(sheet, word.STYLES[style], source)
            sources.append(source)
        printing.print_word(sources, folder)


def by_reportlab(jobs: Iterable[Job], folder: Path) -> None:
    """Text and lines drawn by a library, as reporting programs do."""
    for sheet, style in jobs:
        target = folder / f"{sheet.name}.reportlab-{style}.pdf"
        typeset.write_typeset(sheet, typeset.STYLES[style], target)


PRODUCERS = {
    "chromium": Producer(page.STYLES, page.PLAIN, by_chromium),
    "libreoffice": Producer(word.STYLES, word.PLAIN, by_libreoffice),
    "reportlab": Producer(typeset.STYLES, typeset.PLAIN, by_reportlab),
}


def jobs_for(producer: Producer, sheets: Iterable[Sheet], wanted: str | None) -> list[Job]:
    """Which sheet is to be made in which style."""
    return [
        (sheet, style)
        for sheet in sheets
        for style in (producer.styles if sheet.rows else producer.plain)
        if wanted in (None, style)
    ]


def main() -> None:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the PDFs go")
    parser.add_argument("samples", nargs="*", type=Path, default=sorted(SAMPLES.glob("*.txt")))
    parser.add_argument("--producer", choices=PRODUCERS, help="this one only")
    parser.add_argument("--style", help="this one only")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    sheets = [sheet_of(path) for path in chosen.samples]
    for name, producer in PRODUCERS.items():
        if chosen.producer not in (None, name):
            continue
        jobs = jobs_for(producer, sheets, chosen.style)
        try:
            producer.make(jobs, chosen.folder)
        except printing.MissingError as missing:
            print(f"{name}: left out, {missing}")
        else:
            print(f"{name}: {len(jobs)} files")


if __name__ == "__main__":
    main()
