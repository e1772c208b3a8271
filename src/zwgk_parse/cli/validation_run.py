"""The run of `zwgk validate` over its files: each is read under the guard, what fails is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse import __version__
from zwgk_parse.cli.reading import read_guarded
from zwgk_parse.cli.streams import complain
from zwgk_parse.errors import UnsupportedFormatError, ZwgkError
from zwgk_parse.messages.texts import error_sentence, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.cli.reports import Target
    from zwgk_parse.findings import Failure, Finding, Report
    from zwgk_parse.readers.options import Options
    from zwgk_parse.settings.validation import Validation, Wish
    from zwgk_parse.validation.baseline import Scope
    from zwgk_parse.validation.inputs import Input
    from zwgk_parse.validation.rules import Rules
    from zwgk_parse.validation.run import Checked


class Named(NamedTuple):
    """What the command line says of a file: its attachments, the name of standard input."""

    attachments: tuple[Path, ...]
    stdin: str


class Run:
    """Reads one file after another, and keeps what was found and what could not be read."""

    def __init__(
        self,
        ctx: click.Context,
        settings: Validation,
        wish: Wish,
        reading: Reading,
        named: Named,
    ) -> None:
        self._ctx, self._settings, self._wish = ctx, settings, wish
        self._reading, self._named = reading, named
        self._rules: dict[str, Rules] = {}
        self._kinds: list[Rules] = []
        self._read: list[str] = []
        self._skipped: list[str] = []
        self._failures: list[Failure] = []
        self._findings: list[Finding] = []
        self._plans: list[str] = []
        self._tasks = 0

    def take(self, paths: Iterable[str]) -> None:
        """Read and check every file that `paths` stand for."""
        from zwgk_parse.settings.validation import matches
        from zwgk_parse.validation.inputs import files_in

        settings = self._settings
        for file in files_in(paths, lambda path: matches(path, settings.exclude, settings.folder)):
            self._take(file)
        if not self._rules:
            complain(phrase("no-file", self._ctx.obj))

    def report(self) -> Report:
        """Everything so far."""
        from zwgk_parse.findings import Report

        return Report(
            tuple(self._findings),
            tuple(self._failures),
            tuple(self._skipped),
            read=tuple(self._read),
            plans=len(self._plans),
            tasks=self._tasks,
            version=__version__,
        )

    @property
    def scope(self) -> Scope:
        """What was looked at, and for what."""
        from zwgk_parse.validation.baseline import Scope

        codes = frozenset().union(*(rules.codes for rules in self._rules.values()))
        return Scope(frozenset(self._read), frozenset(self._plans), codes, _is_gone)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the command fail: it is not accepted, and grave enough."""
        if finding.accepted is not None:
            return False
        return self._rules[finding.place.file].fails(finding.diagnostic.severity)

    def _take(self, file: Input) -> None:
        from zwgk_parse.opening import unreadable
        from zwgk_parse.validation.inputs import FileKind, named_like

        kind = named_like(file.file) if file.searched else FileKind.DOCUMENT
        if file.trouble:
            self._failed(file, unreadable(file.file, file.trouble))
        elif kind is FileKind.OTHER:
            self._skipped.append(file.file)
        else:
            self._read_one(file, may_be_other=file.searched and kind is FileKind.DOCUMENT)

    def _read_one(self, file: Input, *, may_be_other: bool) -> None:
        """Read and check a file; one that `may_be_other` than a plan is passed over if it is."""
        try:
            checked = self._checked(file)
        except ZwgkError as error:
            if may_be_other and isinstance(error, UnsupportedFormatError):
                self._skipped.append(file.file)
            else:
                self._failed(file, error)
            return
        if may_be_other and not checked.is_plan:
            self._skipped.append(file.file)
            return
        for failure in checked.failures:
            self._failed(file, failure)
        if checked.plans or checked.findings or not checked.failures:
            self._read.append(self._name(file))
        self._findings += checked.findings
        self._plans += checked.plans
        self._tasks += checked.tasks

    def _failed(self, file: Input, error: ZwgkError) -> None:
        from zwgk_parse.findings import Failure

        self._failures.append(Failure(self._name(file), error_sentence(error, self._ctx.obj)))

    def _name(self, file: Input) -> str:
        return self._named.stdin if file.file == "-" else file.file

    def _checked(self, file: Input) -> Checked:
        from zwgk_parse.cli.files import opened_source
        from zwgk_parse.pipeline import examine, fetch
        from zwgk_parse.plan.texts import SNIFFED, is_stored
        from zwgk_parse.validation.rules import rules
        from zwgk_parse.validation.run import findings_of

        name = self._name(file)
        asked = rules((*self._settings.wishes_for(name), self._wish))
        # The same rules once: thousands of files would each hold their own set of codes.
        if asked not in self._kinds:
            self._kinds.append(asked)
        self._rules[name] = asked = self._kinds[self._kinds.index(asked)]
        files = [fetch(opened_source(file.file)), *map(fetch, self._named.attachments)]
        if file.file == "-":
            files[0].name = name
        join = self._reading.join

        def check(options: Options) -> Checked:
            plans = examine(files, asked.codes, join=join, options=options)
            return findings_of(name, plans, asked)

        options = self._reading.options
        if is_stored(bytes(files[0].getbuffer()[:SNIFFED])):
            # What reads JSON needs no guard: its size is limited, and nothing in it is unpacked.
            return check(options)
        return read_guarded(self._ctx, options, files, check)


def _is_gone(file: str) -> bool:
    return not Path(file).exists()


def tell_failures(ctx: click.Context, report: Report, wanted: Iterable[Target]) -> None:
    """Say which files could not be read, unless a text on standard output does."""
    if any(target.path is None and target.format == "text" for target in wanted):
        return
    for failure in report.failures:
        complain(phrase("error", ctx.obj, sentence=failure.sentence))
