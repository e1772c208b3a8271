"""What every format says of a Report in the reader's language: sentences, places, counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages import sentence
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.findings import Failure, Finding, Report
    from zwgk_parse.messages.language import Language

_SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "warning", Severity.ERROR: "severity-error"}


def said(finding: Finding, language: Language) -> str:
    """What the finding says."""
    return sentence(finding.diagnostic, language)


def paged(finding: Finding, language: Language) -> str:
    """What the finding says, after its task and page: for formats that have no place for these."""
    place = finding.place
    page = phrase("report-page", language, page=place.page) if place.page else ""
    before = ", ".join(filter(None, (task_words(finding), page)))
    return f"{before}: {said(finding, language)}" if before else said(finding, language)


def severity_word(severity: Severity, language: Language) -> str:
    """The severity as a word."""
    return phrase(_SEVERITIES[severity], language)


def task_words(finding: Finding) -> str:
    """The task's id and its number as printed (`t18 （五）`), nothing for one of the whole plan.

    A number that the id repeats is not said twice.
    """
    task = finding.diagnostic.task or ""
    label = " ".join((finding.label or "").split())
    return task if not label or f"t{label.rstrip('.．、')}" == task else f"{task} {label}".strip()


def listed(report: Report) -> tuple[Finding, ...]:
    """The findings that are not accepted."""
    return tuple(finding for finding in report.findings if finding.accepted is None)


def reason(failure: Failure) -> str:
    """Why the file was not read, without its name, which the sentence may begin with."""
    return failure.sentence.removeprefix(failure.file).lstrip(":： ")


def counts(report: Report) -> dict[str, int]:
    """How many of everything, by name."""
    return {
        "files": report.files,
        "plans": report.plans,
        "tasks": report.tasks,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "accepted": report.accepted,
        "left_out": report.left_out,
        "skipped": len(report.skipped),
        "not_read": len(report.failures),
    }


def summary(report: Report, language: Language) -> str:
    """A line with the counts."""
    return phrase("report-counts", language, **counts(report))


def by_code(report: Report) -> list[tuple[int, str, str, Severity]]:
    """How often each code occurs, also among those left out: the most frequent first."""
    found = Counter(
        (finding.diagnostic.code, finding.diagnostic.name, finding.diagnostic.severity)
        for finding in (*report.findings, *report.rest)
        if finding.accepted is None
    )
    return sorted(
        ((count, *code) for code, count in found.items()), key=lambda row: (-row[0], row[1])
    )
