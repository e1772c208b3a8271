"""The run of `zwgk validate` over its files: each is read under the guard, what fails is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse import __version__
from zwgk_parse.cli.reading import read_guarded
from zwgk_parse.cli.streams import complain
from zwgk_parse.errors import UnsupportedFormatError, ZwgkError
from zwgk_parse.messages.texts import error_sentence, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import click

    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.cli.reports import Target
    from zwgk_parse.findings import Finding, Report
    from zwgk_parse.settings.validation import Validation, Wish
    from zwgk_parse.validation.baseline import Scope
    from zwgk_parse.validation.inputs import Input
    from zwgk_parse.validation.rules import Rules
    from zwgk_parse.validation.run import Checked


class Named(NamedTuple):
    """What the command line says of its one file: its attachments, and the name of standard input."""

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
        from zwgk_parse.findings import Report

        self._ctx, self._settings, self._wish = ctx, settings, wish
        self._reading, self._named = reading, named
        self._rules: dict[str, Rules] = {}
        self._plans: set[str] = set()
        self._report = Report((), version=__version__)
        self._findings: list[Finding] = []

    def take(self, paths: Iterable[str]) -> None:
        """Read and check every file that `paths` stand for."""
        from zwgk_parse.settings.validation import matches
        from zwgk_parse.validation.inputs import files_in

        settings = self._settings
        for file in files_in(
            paths, lambda path: matches(path, settings.exclude, settings.folder)
        ):
            self._take(file)
        if not self._rules:
            complain(phrase("no-file", self._ctx.obj))

    def report(self) -> Report:
        """Everything so far."""
        return self._report._replace(findings=tuple(self._findings))

    @property
    def scope(self) -> Scope:
        """What was looked at, and for what."""
        from zwgk_parse.validation.baseline import Scope

        codes = frozenset().union(*(rules.codes for rules in self._rules.values()))
        return Scope(frozenset(self._rules), frozenset(self._plans), codes)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the command fail: it is not accepted, and grave enough."""
        if finding.accepted is not None:
            return False
        return self._rules[finding.place.file].fails(finding.diagnostic.severity)

    def _take(self, file: Input) -> None:
        report = self._report
        try:
            checked = self._checked(file)
        except UnsupportedFormatError as error:
            if not file.searched:
                self._failed(file, error)
                return
            self._report = report._replace(skipped=(*report.skipped, file.file))
        except ZwgkError as error:
            self._failed(file, error)
        else:
            self._findings += checked.findings
            self._plans |= set(checked.plans)
            self._report = report._replace(
                files=report.files + 1,
                plans=report.plans + len(checked.plans),
                tasks=report.tasks + checked.tasks,
            )

    def _failed(self, file: Input, error: ZwgkError) -> None:
        from zwgk_parse.findings import Failure

        failure = Failure(file.file, error_sentence(error, self._ctx.obj))
        report = self._report
        self._report = report._replace(
            failures=(*report.failures, failure), files=report.files + 1
        )

    def _checked(self, file: Input) -> Checked:
        from zwgk_parse.cli.files import opened_source
        from zwgk_parse.pipeline import examine, fetch
        from zwgk_parse.validation.rules import rules
        from zwgk_parse.validation.run import findings_of

        name = self._named.stdin if file.file == "-" else file.file
        asked = rules((*self._settings.wishes_for(name), self._wish))
        self._rules[name] = asked
        files = [fetch(opened_source(file.file)), *map(fetch, self._named.attachments)]
        if file.file == "-":
            files[0].name = name
        join = self._reading.join
        return read_guarded(
            self._ctx,
            self._reading.options,
            files,
            lambda options: findings_of(
                name, examine(files, asked.codes, join=join, options=options), asked
            ),
        )


def tell_failures(ctx: click.Context, report: Report, wanted: Iterable[Target]) -> None:
    """Say which files could not be read, unless a text on standard output does."""
    if any(target.path is None and target.format == "text" for target in wanted):
        return
    for failure in report.failures:
        complain(phrase("error", ctx.obj, sentence=failure.sentence))
