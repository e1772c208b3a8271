"""Report → SARIF 2.1.0, the form that code scanning takes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.characters import whole
from zwgk_parse.exporters.findings.json import write_json
from zwgk_parse.exporters.findings.rules import Rule, rules
from zwgk_parse.exporters.findings.words import paged, reason, task_words
from zwgk_parse.messages.texts import phrase
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.findings import Finding, Place, Report
    from zwgk_parse.messages.language import Language

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
_DRIVE = lazy(r"[A-Za-z]:/")
_MARKDOWN = lazy(r"([\\`*_\[\]<>#|])")


def write(report: Report, stream: TextIO, language: Language) -> None:
    """Write one run: every finding is a result, the accepted ones are suppressed."""
    run = _run(report, language)
    write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, stream)


def uri(file: str) -> str:
    """The path `file` as a URI: relative as it is, absolute with `file://`.

    The bytes of a name that is not UTF-8 are kept.
    """
    try:
        path = quote(file.removeprefix("./").encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        path = quote(whole(file))
    if file.startswith("/"):
        return f"file://{path}"
    return f"file:///{file[0]}:{path[4:]}" if _DRIVE.match(file) else path


def _run(report: Report, language: Language) -> dict[str, Any]:
    known = rules(report, language)
    tongue = "zh-CN" if language == "zh" else "en-US"
    driver = {"name": "zwgk", "language": tongue, "rules": [_rule(rule) for rule in known]}
    if report.version:
        driver |= {"version": report.version, "semanticVersion": report.version}
    return {
        "tool": {"driver": driver},
        "language": tongue,
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": list(_notifications(report, language)),
            }
        ],
        "results": _results(report, {rule.code: row for row, rule in enumerate(known)}, language),
    }


def _rule(rule: Rule) -> dict[str, Any]:
    plain = "\n\n".join(f"{title}: {words}" for title, words in rule.parts)
    marked = "\n\n".join(f"**{title}** {_marked(words)}" for title, words in rule.parts)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": plain or rule.summary, "markdown": marked or _marked(rule.summary)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _marked(words: str) -> str:
    """`words` for Markdown, where they mean themselves."""
    return _MARKDOWN.sub(r"\\\1", words)


def _results(report: Report, places: dict[str, int], language: Language) -> list[dict[str, Any]]:
    seen: Counter[str] = Counter()
    accepted = any(finding.accepted is not None for finding in report.findings)
    results = []
    for finding in report.findings:
        fingerprint = finding.identity.fingerprint
        seen[fingerprint] += 1
        result = _result(finding, places[finding.diagnostic.code], language)
        # GitHub's upload would take the hash of the line for its own fingerprint, in a PDF that of
        # the first one: all findings of a rule in a file would be one alert.
        result["partialFingerprints"] = {
            "zwgk/v1": fingerprint,
            "primaryLocationLineHash": f"{fingerprint[:16]}:{seen[fingerprint]}",
        }
        if accepted:
            result["suppressions"] = _suppressions(finding)
        results.append(result)
    return results


def _result(finding: Finding, index: int, language: Language) -> dict[str, Any]:
    diagnostic, place = finding.diagnostic, finding.place
    words = {"page": place.page, "document": place.document, "title": finding.title}
    words["task"] = diagnostic.task
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": whole(paged(finding, language))},
        "locations": [_location(finding)],
        "properties": {key: whole(str(value)) for key, value in words.items() if value}
        | ({"page": place.page} if place.page else {}),
    }


def _location(finding: Finding) -> dict[str, Any]:
    physical = _physical(finding.place)
    logical = list(_logical(finding))
    return {"physicalLocation": physical} | ({"logicalLocations": logical} if logical else {})


def _physical(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}}
    if place.line:
        found["region"] = {"startLine": place.line}
    return found


def _logical(finding: Finding) -> Iterator[dict[str, str]]:
    if finding.diagnostic.task:
        yield {
            "name": whole(task_words(finding)),
            "fullyQualifiedName": whole(f"{finding.identity.plan}/{finding.diagnostic.task}"),
            "kind": "task",
        }
    if finding.place.pointer is not None:
        pointer = whole(finding.place.pointer)
        yield {"name": pointer.rpartition("/")[2], "fullyQualifiedName": pointer, "kind": "value"}


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    if finding.accepted is None:
        return []
    return [{"kind": "external", "justification": whole(finding.accepted)}]


def _notifications(report: Report, language: Language) -> Iterator[dict[str, Any]]:
    for failure in report.failures:
        yield _notification("error", failure.file, reason(failure))
    for file in report.skipped:
        yield _notification("note", file, phrase("report-skipped", language))
    for note in report.notes:
        yield {"level": "note", "message": {"text": whole(note)}}


def _notification(level: str, file: str, words: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(file)}}}
    return {"level": level, "message": {"text": whole(words)}, "locations": [place]}
