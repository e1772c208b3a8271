"""Report → workflow commands that GitHub shows as annotations of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.characters import one_line
from zwgk_parse.exporters.findings.words import listed, paged, reason, summary
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.findings import Finding, Report
    from zwgk_parse.messages.language import Language

_COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY_ESCAPES = _ESCAPES | {":": "%3A", ",": "%2C"}


def write(report: Report, stream: TextIO, language: Language) -> None:
    """Write a command a finding that is not accepted and a file not read; then the counts."""
    stream.writelines(f"{line}\n" for line in _lines(report, language))


def _lines(report: Report, language: Language) -> Iterator[str]:
    for finding in listed(report):
        yield _command(finding, language)
    for failure in report.failures:
        title = phrase("report-not-read", language)
        words = _escaped(reason(failure), _ESCAPES)
        yield f"::error {_properties(file=failure.file, title=title)}::{words}"
    if report.left_out:
        yield f"::notice::{phrase('report-more', language, count=report.left_out)}"
    if not report.brief:
        yield from map(one_line, report.notes)
        yield summary(report, language)


def _command(finding: Finding, language: Language) -> str:
    diagnostic, place = finding.diagnostic, finding.place
    title = f"{diagnostic.code} {diagnostic.name}"
    line = str(place.line) if place.line else None
    words = _escaped(paged(finding, language), _ESCAPES)
    properties = _properties(file=place.file, line=line, title=title)
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{words}"


def _properties(**properties: str | None) -> str:
    return ",".join(
        f"{name}={_escaped(value, _PROPERTY_ESCAPES)}"
        for name, value in properties.items()
        if value is not None
    )


def _escaped(text: str, escapes: dict[str, str]) -> str:
    """`text` with GitHub's escapes; characters that steer a terminal are shown as such."""
    return one_line("".join(escapes.get(character, character) for character in text))
