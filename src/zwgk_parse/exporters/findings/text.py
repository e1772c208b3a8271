"""Report → lines for people, editors and grep: `plan.pdf:3: ZW101 error t18: …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.characters import one_line
from zwgk_parse.exporters.findings.words import (
    by_code,
    listed,
    reason,
    said,
    severity_word,
    summary,
    task_words,
)
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.findings import Finding, Place, Report
    from zwgk_parse.messages.language import Language


def write(report: Report, stream: TextIO, language: Language) -> None:
    """Write a line a finding that is not accepted, a line a file not read, and the counts.

    After the file's name stands the line, of a paged file the page, where it is known. Of a brief
    report only findings and failures are told.
    """
    stream.writelines(f"{one_line(line)}\n" for line in _lines(report, language))


def write_statistics(report: Report, stream: TextIO, language: Language) -> None:
    """Write how often each code occurs, the most frequent first, and the counts."""
    stream.writelines(
        f"{count:6} {code} {severity_word(severity, language)} {name}\n"
        for count, code, name, severity in by_code(report)
    )
    if not report.brief:
        stream.write(f"{summary(report, language)}\n")


def _lines(report: Report, language: Language) -> Iterator[str]:
    for finding in listed(report):
        yield _line(finding, language)
    for failure in report.failures:
        yield f"{failure.file}: {phrase('report-not-read', language)}: {reason(failure)}"
    if report.brief:
        return
    yield from report.notes
    for file in report.skipped:
        yield f"{file}: {phrase('report-skipped', language)}"
    yield summary(report, language)


def _line(finding: Finding, language: Language) -> str:
    diagnostic = finding.diagnostic
    severity = severity_word(diagnostic.severity, language)
    words = (diagnostic.code, severity, task_words(finding))
    return f"{_place(finding.place)}: {' '.join(filter(None, words))}: {said(finding, language)}"


def _place(place: Place) -> str:
    position = place.line or place.page
    return place.file if position is None else f"{place.file}:{position}"
