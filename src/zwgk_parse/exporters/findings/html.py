"""Report → one HTML page that loads nothing, prints well and can be read without scripts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.findings.rules import Rule, rules
from zwgk_parse.exporters.findings.words import (
    listed,
    reason,
    said,
    severity_word,
    summary,
    task_words,
)
from zwgk_parse.exporters.page import box, choice, form, page, shown, words
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.findings import Finding, Place, Report
    from zwgk_parse.messages.language import Language

_COLUMNS = ("report-place", "report-code", "report-severity", "report-task", "report-finding")


def write(report: Report, stream: TextIO, language: Language) -> None:
    """Write the findings by file, those accepted apart, and what the checks mean, folded."""
    title = phrase("report-title", language)
    lines = page(title, "findings/findings.css", _body(report, language), language)
    stream.writelines(f"{line}\n" for line in lines)


def _body(report: Report, language: Language) -> Iterator[str]:
    yield f"<h1>{words('report-title', language)}</h1>"
    yield f"<p>{shown(summary(report, language))}</p>"
    yield from (f"<p>{shown(note)}</p>" for note in report.notes)
    findings = listed(report)
    yield from form(_controls(findings, language), language) if findings else ()
    if not (findings or report.failures):
        yield f"<p>{words('report-none', language)}</p>"
    for row, (file, some) in enumerate(groupby(findings, lambda one: one.place.file)):
        yield from _file(row, file, tuple(some), language)
    if report.left_out:
        yield f"<p>{words('report-more', language, count=report.left_out)}</p>"
    yield from _rest(report, language)


def _controls(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    for severity in reversed(Severity):
        count = sum(one.diagnostic.severity is severity for one in findings)
        label = f"{severity_word(severity, language)} ({count})"
        yield box("severity", severity.value, label)
    codes = {
        one.diagnostic.code: f"{one.diagnostic.code} {one.diagnostic.name}" for one in findings
    }
    names = [file for file, _ in groupby(one.place.file for one in findings)]
    yield from choice("code", phrase("report-code", language), sorted(codes.items()), language)
    numbered = [(str(row), file) for row, file in enumerate(names)]
    yield from choice("file", phrase("report-file", language), numbered, language)


def _file(row: int, file: str, findings: Sequence[Finding], language: Language) -> Iterator[str]:
    yield "<section data-group>"
    yield f"<h2>{shown(file)}</h2>"
    for title in dict.fromkeys(finding.title for finding in findings if finding.title):
        yield f'<p class="title">{shown(title)}</p>'
    yield from _table(_COLUMNS, (_row(row, finding, language) for finding in findings), language)
    yield "</section>"


def _table(
    headings: Iterable[str], rows: Iterable[str], language: Language, kind: str = "findings"
) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{words(key, language)}</th>' for key in headings)
    yield f'<table class="{kind}">\n<thead><tr>{cells}</tr></thead>\n<tbody>'
    yield from rows
    yield "</tbody>\n</table>"


def _row(file: int, finding: Finding, language: Language) -> str:
    code, severity = shown(finding.diagnostic.code), finding.diagnostic.severity
    return (
        f'<tr data-row data-file="{file}" data-code="{code}" data-severity="{severity.value}">'
        f"<td>{shown(_position(finding.place, language))}</td>"
        f'<td><a href="#{code}">{code}</a></td>'
        f'<td class="{severity.value}">{severity_word(severity, language)}</td>'
        f'<td class="task">{shown(task_words(finding))}</td>'
        f"<td>{shown(said(finding, language))}</td></tr>"
    )


def _position(place: Place, language: Language) -> str:
    if place.line:
        return phrase("report-line", language, line=place.line)
    return phrase("report-page", language, page=place.page) if place.page else ""


def _rest(report: Report, language: Language) -> Iterator[str]:
    """Files not read, files skipped, accepted findings, and what the checks mean."""
    unread = [f"<b>{shown(one.file)}</b> {shown(reason(one))}" for one in report.failures]
    yield from _list("report-not-read", unread, language)
    yield from _list("report-skipped-title", map(shown, report.skipped), language)
    accepted = [_accepted(one, language) for one in report.findings if one.accepted is not None]
    if accepted:
        yield f"<h2>{words('report-accepted-title', language)}</h2>"
        headings = ("report-file", *_COLUMNS[:1], _COLUMNS[1], "report-finding", "report-reason")
        yield from _table(headings, accepted, language, "accepted")
    known = rules(report, language)
    if known:
        yield f"<h2>{words('report-rules', language)}</h2>"
    for rule in known:
        yield from _rule(rule)


def _list(heading: str, entries: Iterable[str], language: Language) -> Iterator[str]:
    items = [f"<li>{entry}</li>" for entry in entries]
    if items:
        yield f"<h2>{words(heading, language)}</h2>\n<ul>"
        yield from items
        yield "</ul>"


def _accepted(finding: Finding, language: Language) -> str:
    code = shown(finding.diagnostic.code)
    cells = (
        shown(finding.place.file),
        shown(_position(finding.place, language)),
        f'<a href="#{code}">{code}</a>',
        shown(said(finding, language)),
        shown(finding.accepted or ""),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _rule(rule: Rule) -> Iterator[str]:
    code = shown(rule.code)
    yield f'<details id="{code}"><summary><b>{code}</b> {shown(rule.name)}: {shown(rule.summary)}'
    yield "</summary><dl>"
    for title, text in rule.parts:
        yield f"<dt>{shown(title)}</dt><dd>{shown(text)}</dd>"
    yield "</dl></details>"
