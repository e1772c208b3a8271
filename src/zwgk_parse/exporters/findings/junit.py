"""Report → JUnit XML: a suite a file, in it a case a code, as GitLab and Jenkins show it best."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TextIO

from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.characters import xml_text
from zwgk_parse.exporters.findings.words import paged, reason
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.findings import Failure, Finding, Report
    from zwgk_parse.messages.language import Language

CLEAN = "zwgk validate"


class _Case(NamedTuple):
    """A test case and how it ended: `failure`, `error`, `skipped` or, when it passed, nothing."""

    name: str
    ended: str = ""
    message: str = ""
    kind: str = ""
    text: str = ""
    said: str = ""


def write(report: Report, stream: TextIO, language: Language) -> None:
    """Write a suite for every file: errors and warnings fail, infos pass and are printed.

    What the baseline accepts is skipped, a file without a finding has one case that passes, one
    that could not be read one with an error.
    """
    suites = _suites(report, language)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(f"<testsuites {_attributes(name=CLEAN)} {_counts(suites.values())}>\n")
    for file, cases in suites.items():
        stream.writelines(_suite(file, cases))
    stream.write("</testsuites>\n")


def _suites(report: Report, language: Language) -> dict[str, list[_Case]]:
    """The cases of every file."""
    found: dict[str, dict[str, list[Finding]]] = {file: {} for file in report.read}
    for finding in report.findings:
        codes = found.setdefault(finding.place.file, {})
        codes.setdefault(finding.diagnostic.code, []).append(finding)
    suites = {
        file: [_case(same, language) for same in codes.values()] or [_Case(CLEAN)]
        for file, codes in found.items()
    }
    for failure in report.failures:
        suites.setdefault(failure.file, []).append(_unread(failure, language))
    # A file without a suite is taken for a broken one.
    return suites or {CLEAN: [_Case(CLEAN)]}


def _case(findings: list[Finding], language: Language) -> _Case:
    """The case of the findings of one code in one file."""
    first = findings[0].diagnostic
    name = f"{first.code} {first.name}"
    open_ones = [finding for finding in findings if finding.accepted is None]
    grave = [one for one in open_ones if one.diagnostic.severity is not Severity.INFO]
    if not open_ones:
        reasons = dict.fromkeys(finding.accepted or "" for finding in findings)
        words = phrase("report-accepted", language, reason="; ".join(reasons))
        return _Case(name, "skipped", words)
    infos = "\n".join(_line(one, language) for one in open_ones if one not in grave)
    if not grave:
        return _Case(name, said=infos)
    lines = [_line(finding, language) for finding in grave]
    kind = max(grave, key=lambda one: one.diagnostic.severity is Severity.ERROR)
    message = lines[0] if len(lines) == 1 else f"{lines[0]} (+{len(lines) - 1})"
    severity = kind.diagnostic.severity.value
    return _Case(name, "failure", message, severity, "\n".join(lines), infos)


def _line(finding: Finding, language: Language) -> str:
    place = finding.place
    position = f"{place.file}:{place.line}" if place.line else place.file
    return f"{position}: {paged(finding, language)}"


def _unread(failure: Failure, language: Language) -> _Case:
    title = phrase("report-not-read", language)
    return _Case(CLEAN, "error", f"{title}: {reason(failure)}", "not-read")


def _suite(file: str, cases: list[_Case]) -> Iterator[str]:
    yield f"  <testsuite {_attributes(name=file)} {_counts([cases])}>\n"
    # Jenkins takes what stands before the last dot for a package.
    place = _attributes(classname=file.replace(".", "_"), file=file)
    for case in cases:
        yield f"    <testcase {_attributes(name=case.name)} {place}>\n"
        yield from _ending(case)
        yield "    </testcase>\n"
    yield "  </testsuite>\n"


def _ending(case: _Case) -> Iterator[str]:
    if case.ended == "skipped":
        yield f"      <skipped {_attributes(message=case.message)}/>\n"
    elif case.ended:
        attributes = _attributes(message=case.message, type=case.kind)
        yield f"      <{case.ended} {attributes}>{_text(case.text)}</{case.ended}>\n"
    if case.said:
        yield f"      <system-out>{_text(case.said)}</system-out>\n"


def _counts(suites: Iterable[list[_Case]]) -> str:
    ended = Counter(case.ended for case in chain.from_iterable(suites))
    return _attributes(
        tests=str(ended.total()),
        failures=str(ended["failure"]),
        errors=str(ended["error"]),
        skipped=str(ended["skipped"]),
    )


def _attributes(**attributes: str) -> str:
    return " ".join(f'{name}="{_attribute(value)}"' for name, value in attributes.items())


def _attribute(text: str) -> str:
    """`text` for an attribute, whose line breaks and tabs would otherwise become blanks."""
    marked = _text(text).replace("\n", "&#10;")
    return marked.replace("\t", "&#9;")


def _text(text: str) -> str:
    return escape(xml_text(text)).replace("\r", "&#13;")
