"""What a batch tells while it runs, on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.tally import Tally
    from zwgk_parse.messages.language import Language


class Plain:
    """Tells what is odd, in lines, and nothing else."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language

    def resumes(self, entries: int) -> None:
        """A run that did not end goes on."""
        complain(phrase("batch-resumes", self._language, count=entries))

    def damaged(self, line: int) -> None:
        """A line of the ledger cannot be read."""
        complain(phrase("batch-damaged", self._language, line=line))

    def unused(self, rows: int, first: str) -> None:
        """Rows of the manifest belong to no input."""
        complain(phrase("batch-unused", self._language, count=rows, path=first))

    def listed(self, inputs: int) -> None:
        """So many inputs were found so far."""

    def began(self, inputs: int) -> None:
        """All inputs were found."""

    def ended(self, entry: Entry, tally: Tally) -> None:
        """An input ended."""

    def assembles(self) -> None:
        """The plans are put together."""
