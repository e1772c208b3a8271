"""The output folder of a batch, opened for a command that reads it; what is amiss is told."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from zwgk_parse.batch.reading import OutFolder
from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.messages.language import Language


@contextmanager
def out_folder(folder: str, language: Language) -> Iterator[OutFolder]:
    """The folder; once it is read, a line tells of lines and plans that could not be.

    Raises ReadError where no batch has written to it.
    """
    lines: set[int] = set()
    plans: dict[str, None] = {}

    def missing(entry: Entry) -> None:
        if len(plans) < _MOST:
            plans[entry.output or entry.path] = None

    out = OutFolder(folder, damaged=lines.add, missing=missing)
    if out.record().how != "finished":
        complain(phrase("study-unfinished", language, folder=folder))
    yield out
    for line in sorted(lines):
        complain(phrase("study-damaged", language, line=line))
    for plan in plans:
        complain(phrase("study-missing", language, plan=plan))


# So many are told by name.
_MOST = 20
