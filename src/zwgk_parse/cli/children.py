"""Plans of many files, one after the other: paths go in, plans come out as they are asked for.

What cannot be read is told on standard error and does not keep the others from being read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from zwgk_parse.cli.reading import read_guarded
from zwgk_parse.cli.streams import complain
from zwgk_parse.errors import PlanFileError, UnsupportedFormatError, ZwgkError
from zwgk_parse.messages.texts import error_sentence, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click

    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.pipeline import StoredPlan
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.validation.inputs import Input


class Children:
    """Reads files and folders; `failed` tells afterwards whether something could not be read."""

    def __init__(self, ctx: click.Context, reading: Reading) -> None:
        self._ctx, self._reading = ctx, reading
        self.failed = False
        self.count = 0

    def plans(self, paths: Iterable[str]) -> Iterator[tuple[str, Plan]]:
        """Every plan that `paths` stand for, and where it was found (`plans.jsonl:3`)."""
        from zwgk_parse.validation.inputs import files_in, may_hold_a_plan

        for file in files_in(paths, lambda _: False):
            if file.searched and not may_hold_a_plan(file.file):
                continue
            try:
                for name, plan in self._plans(file):
                    self.count += 1
                    yield name, plan
            except UnsupportedFormatError as error:
                if not file.searched:
                    self._fail(error)
            except ZwgkError as error:
                self._fail(error)

    def _plans(self, file: Input) -> Iterator[tuple[str, Plan]]:
        from zwgk_parse.pipeline import stored_plans

        stream = _peeked(file.file)
        if stream is None:
            yield file.file, self._document(file.file)
            return
        for stored in stored_plans(stream, name=file.file, options=self._reading.options):
            if stored.plan is None:
                self._fail(_failure(stored, file.file))
            else:
                yield _named(file.file, stored), stored.plan

    def _document(self, file: str) -> Plan:
        from zwgk_parse.cli.files import opened_source
        from zwgk_parse.pipeline import fetch, load

        join = self._reading.join
        fetched = fetch(opened_source(file))
        return read_guarded(
            self._ctx,
            self._reading.options,
            [fetched],
            lambda options: load(fetched, join=join, options=options),
        ).value

    def _fail(self, error: ZwgkError) -> None:
        self.failed = True
        said = error_sentence(error, self._ctx.obj)
        complain(phrase("error", self._ctx.obj, sentence=said))


def _peeked(file: str) -> Path | BinaryIO | None:
    """What to read stored plans from; None where the file holds none."""
    from zwgk_parse.plan.texts import SNIFFED, is_list, is_stored

    if file == "-":
        return sys.stdin.buffer
    try:
        with Path(file).open("rb") as stream:
            head = stream.read(SNIFFED)
    except OSError:
        return None  # whoever reads the document says why
    return Path(file) if is_stored(head) or is_list(head) else None


def _named(file: str, stored: StoredPlan) -> str:
    """The file, with the line where it holds a plan a line."""
    return f"{file}:{stored.line}" if file.lower().endswith((".jsonl", ".ndjson")) else file


def _failure(stored: StoredPlan, file: str) -> ZwgkError:
    if stored.failure is not None:
        return stored.failure
    data = stored.diagnostics[0].data
    said = f"at {data['pointer']}: expected {data['expected']}, found {data['found']}"
    return PlanFileError(f"{file}:{stored.line}", said)
