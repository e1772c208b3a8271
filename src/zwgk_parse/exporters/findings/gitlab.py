"""Report → GitLab's Code Quality report."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TextIO

from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.characters import one_line, whole
from zwgk_parse.exporters.findings.json import write_json
from zwgk_parse.exporters.findings.words import listed, paged, reason
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.findings import Failure, Finding, Report
    from zwgk_parse.messages.language import Language

_SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "minor", Severity.ERROR: "major"}


def write(report: Report, stream: TextIO, language: Language) -> None:
    """Write an entry a finding that is not accepted and a file that was not read."""
    entries = [_entry(finding, language) for finding in listed(report)]
    entries += [_unread(failure, language) for failure in report.failures]
    write_json(_distinct(entries), stream)


def _entry(finding: Finding, language: Language) -> dict[str, Any]:
    diagnostic, place = finding.diagnostic, finding.place
    return {
        "description": one_line(paged(finding, language)),
        "check_name": f"{diagnostic.code} {diagnostic.name}",
        "fingerprint": finding.identity.fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        # A line is asked for; a page is in the description.
        "location": {"path": _path(place.file), "lines": {"begin": place.line or 1}},
    }


def _unread(failure: Failure, language: Language) -> dict[str, Any]:
    named = sha256(failure.file.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return {
        "description": one_line(f"{phrase('report-not-read', language)}: {reason(failure)}"),
        "check_name": "not-read",
        "fingerprint": named,
        "severity": "blocker",
        "location": {"path": _path(failure.file), "lines": {"begin": 1}},
    }


def _path(file: str) -> str:
    return whole(file.removeprefix("./"))


def _distinct(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries, no two with one fingerprint: GitLab would show only one of them.

    The same plan may lie in several files.
    """
    seen: Counter[str] = Counter()
    for entry in entries:
        known = entry["fingerprint"]
        seen[known] += 1
        if seen[known] > 1:
            again = f"{known}:{seen[known]}".encode()
            entry["fingerprint"] = sha256(again).hexdigest()[:32]
    return entries
