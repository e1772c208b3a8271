"""Report → one HTML page that loads nothing, prints well and can be read without scripts."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.findings.characters import one_line
from zwgk_parse.exporters.findings.rules import Rule, rules
from zwgk_parse.exporters.findings.words import (
    listed,
    page_words,
    said,
    severity_word,
    summary,
    task_words,
)
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.findings import Failure, Finding, Place, Report
    from zwgk_parse.messages.language import Language

_COLUMNS = ("report-place", "report-code", "report-severity", "report-task", "report-finding")


def write(report: Report, stream: TextIO, language: Language) -> None:
    """Write the findings by file, those accepted apart, and what the checks mean, folded."""
    stream.writelines(f"{line}\n" for line in _page(report, language))


def _page(report: Report, language: Language) -> Iterator[str]:
    yield from _head(language)
    yield f"<h1>{_words('report-title', language)}</h1>"
    yield f"<p>{_shown(summary(report, language))}</p>"
    yield from (f"<p>{_shown(note)}</p>" for note in report.notes)
    shown = listed(report)
    yield from _form(shown, language) if shown else ()
    if not (shown or report.failures):
        yield f"<p>{_words('report-none', language)}</p>"
    for row, (file, findings) in enumerate(groupby(shown, lambda one: one.place.file)):
        yield from _file(row, file, tuple(findings), language)
    if report.left_out:
        yield f"<p>{_words('report-more', language, count=report.left_out)}</p>"
    yield from _rest(report, language)
    if shown:
        yield f"<script>{_asset('page.js')}</script>"
    yield "</body>\n</html>"


def _head(language: Language) -> Iterator[str]:
    script = b64encode(sha256(_asset("page.js").encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{script}'"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>'
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_words('report-title', language)}</title>"
    yield f"<style>\n{_asset('page.css')}</style>\n</head>\n<body>"


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _form(shown: Sequence[Finding], language: Language) -> Iterator[str]:
    """What to filter by; without a script it stays hidden."""
    yield '<form id="filter" autocomplete="off" hidden>'
    for severity in reversed(Severity):
        box = f'<input type="checkbox" name="severity" value="{severity.value}" checked>'
        count = sum(one.diagnostic.severity is severity for one in shown)
        yield f"<label>{box} {severity_word(severity, language)} ({count})</label>"
    codes = {one.diagnostic.code: f"{one.diagnostic.code} {one.diagnostic.name}" for one in shown}
    names = [file for file, _ in groupby(one.place.file for one in shown)]
    yield from _choice("code", sorted(codes.items()), language)
    yield from _choice("file", [(str(row), file) for row, file in enumerate(names)], language)
    yield f'<span role="status">{_words("report-shown", language)}<b id="shown"></b></span>'
    yield "</form>"


def _choice(name: str, options: Iterable[tuple[str, str]], language: Language) -> Iterator[str]:
    yield f'<label>{_words(f"report-{name}", language)} <select name="{name}">'
    yield f'<option value="">{_words("report-all", language)}</option>'
    for value, words in options:
        yield f'<option value="{_shown(value)}">{_shown(words)}</option>'
    yield "</select></label>"


def _file(row: int, file: str, findings: Sequence[Finding], language: Language) -> Iterator[str]:
    yield f'<section data-file="{row}">'
    yield f"<h2>{_shown(file)}</h2>"
    for title in dict.fromkeys(finding.title for finding in findings if finding.title):
        yield f'<p class="title">{_shown(title)}</p>'
    yield from _table(_COLUMNS, (_row(finding, language) for finding in findings), language)
    yield "</section>"


def _table(
    headings: Iterable[str], rows: Iterable[str], language: Language, kind: str = "findings"
) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{_words(key, language)}</th>' for key in headings)
    yield f'<table class="{kind}">\n<thead><tr>{cells}</tr></thead>\n<tbody>'
    yield from rows
    yield "</tbody>\n</table>"


def _row(finding: Finding, language: Language) -> str:
    code, severity = _shown(finding.diagnostic.code), finding.diagnostic.severity
    return (
        f'<tr data-code="{code}" data-severity="{severity.value}">'
        f"<td>{_shown(_position(finding.place, language))}</td>"
        f'<td><a href="#{code}">{code}</a></td>'
        f'<td class="{severity.value}">{severity_word(severity, language)}</td>'
        f'<td class="task">{_shown(task_words(finding, language))}</td>'
        f"<td>{_shown(said(finding, language))}</td></tr>"
    )


def _position(place: Place, language: Language) -> str:
    if place.line:
        return phrase("report-line", language, line=place.line)
    return page_words(place, language)


def _rest(report: Report, language: Language) -> Iterator[str]:
    """Files not read, files skipped, accepted findings, and what the checks mean."""
    unread = [
        f"<b>{_shown(one.file)}</b> {_shown(_reason(one, language))}" for one in report.failures
    ]
    yield from _list("report-not-read", unread, language)
    yield from _list("report-skipped-title", map(_shown, report.skipped), language)
    accepted = [_accepted(one, language) for one in report.findings if one.accepted is not None]
    if accepted:
        yield f"<h2>{_words('report-accepted-title', language)}</h2>"
        headings = ("report-file", *_COLUMNS[:1], _COLUMNS[1], "report-finding", "report-reason")
        yield from _table(headings, accepted, language, "accepted")
    known = rules(report, language)
    if known:
        yield f"<h2>{_words('report-rules', language)}</h2>"
    for rule in known:
        yield from _rule(rule)


def _reason(failure: Failure, language: Language) -> str:
    if failure.line is None:
        return failure.reason
    return f"{phrase('report-line', language, line=failure.line)}: {failure.reason}"


def _list(heading: str, entries: Iterable[str], language: Language) -> Iterator[str]:
    items = [f"<li>{entry}</li>" for entry in entries]
    if items:
        yield f"<h2>{_words(heading, language)}</h2>\n<ul>"
        yield from items
        yield "</ul>"


def _accepted(finding: Finding, language: Language) -> str:
    code = _shown(finding.diagnostic.code)
    cells = (
        _shown(finding.place.file),
        _shown(_position(finding.place, language)),
        f'<a href="#{code}">{code}</a>',
        _shown(said(finding, language)),
        _shown(finding.accepted or ""),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _rule(rule: Rule) -> Iterator[str]:
    code = _shown(rule.code)
    yield f'<details id="{code}"><summary><b>{code}</b> {_shown(rule.name)}: {_shown(rule.summary)}'
    yield "</summary><dl>"
    for title, words in rule.parts:
        yield f"<dt>{_shown(title)}</dt><dd>{_shown(words)}</dd>"
    yield "</dl></details>"


def _words(key: str, language: Language, **data: object) -> str:
    return _shown(phrase(key, language, **data))


def _shown(text: str) -> str:
    """`text` with nothing in it that HTML could take for its own."""
    return escape(one_line(text))
