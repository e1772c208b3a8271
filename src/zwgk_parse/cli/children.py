"""Plans of many files, one after the other: paths go in, plans come out as they are asked for.

What cannot be read is told on standard error and does not keep the others from being read.
"""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from zwgk_parse.cli.reading import read_guarded
from zwgk_parse.cli.streams import complain
from zwgk_parse.errors import UnsupportedFormatError, ZwgkError
from zwgk_parse.messages.texts import error_sentence, phrase
from zwgk_parse.plan.texts import SNIFFED, is_list, is_stored
from zwgk_parse.tracing.reading import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click

    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.plan.model import Plan

_LINES = (".jsonl", ".ndjson")


class Children:
    """Reads files and folders; `failed` tells afterwards whether something could not be read."""

    def __init__(self, ctx: click.Context, reading: Reading) -> None:
        self._ctx, self._reading = ctx, reading
        self._searched: set[str] = set()
        self.failed = False

    def files(self, paths: Iterable[str]) -> Iterator[str]:
        """The files that `paths` stand for; of folders those that may hold a plan."""
        from zwgk_parse.validation.inputs import FileKind, files_in, named_like

        for file in files_in(paths, lambda _: False):
            if file.searched:
                self._searched.add(file.file)
            if not file.searched or named_like(file.file) is not FileKind.OTHER:
                yield file.file

    def plans(self, paths: Iterable[str]) -> Iterator[tuple[str, Plan]]:
        """Every plan that `paths` stand for, and where it was found (`plans.jsonl:3`)."""
        for file in self.files(paths):
            yield from self.of(file)

    def of(self, file: str) -> Iterator[tuple[str, Plan]]:
        """Every plan in the file, and where it was found."""
        with self.told(file):
            source, stored = _opened(file)
            found = self._stored(source, file) if stored else [(file, self._document(source))]
            for name, plan in found:
                if file in self._searched and _says_nothing(plan):
                    complain(phrase("no-plan", self._ctx.obj, file=name))
                else:
                    yield name, plan

    @contextmanager
    def told(self, file: str = "") -> Iterator[None]:
        """A stretch in which what cannot be read is told, but for what else a folder holds."""
        try:
            yield
        except ZwgkError as error:
            if not (isinstance(error, UnsupportedFormatError) and file in self._searched):
                self.fail(error_sentence(error, self._ctx.obj))

    def fail(self, sentence: str) -> None:
        """Tell why something could not be read."""
        self.failed = True
        complain(phrase("error", self._ctx.obj, sentence=sentence))

    def _stored(self, source: Path | BinaryIO, file: str) -> Iterator[tuple[str, Plan]]:
        from zwgk_parse.pipeline import stored_plans

        for stored in stored_plans(source, name=file, options=self._reading.options):
            name = f"{file}:{stored.line}" if is_one_a_line(file) else file
            with self.told(file):
                yield name, plan_of(stored, name)

    def _document(self, source: Path | BinaryIO) -> Plan:
        from zwgk_parse.pipeline import fetch, load

        join = self._reading.join
        fetched = fetch(source)
        return read_guarded(
            self._ctx,
            self._reading.options,
            [fetched],
            lambda options: load(fetched, join=join, options=options),
        ).value


def _says_nothing(plan: Plan) -> bool:
    """Whether the plan says neither whose it is nor what it comes down from: a page of notes."""
    from zwgk_parse.diff.citing import citations_up

    named = plan.issuer or plan.document_number or plan.region
    return not named and not any(citations_up(plan))


def is_one_a_line(file: str) -> bool:
    """Whether the file's name says that it has a plan a line."""
    return file.lower().endswith(_LINES)


def _opened(file: str) -> tuple[Path | BinaryIO, bool]:
    """What to read from, and whether it holds stored plans."""
    if file == "-":
        stream = sys.stdin.buffer
        peeking = stream if isinstance(stream, io.BufferedReader) else _buffered(stream)
        return peeking, _holds_plans(peeking.peek(SNIFFED))
    try:
        with Path(file).open("rb") as found:
            return Path(file), _holds_plans(found.read(SNIFFED))
    except OSError:
        return Path(file), False  # whoever reads the document says why


def _buffered(stream: Any) -> io.BufferedReader:
    return io.BufferedReader(stream)


def _holds_plans(head: bytes) -> bool:
    return is_stored(head) or is_list(head)
