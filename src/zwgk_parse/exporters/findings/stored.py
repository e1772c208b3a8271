"""The JSON form of a Report, as models: what `-f json` writes and schemas/ describes."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.findings.words import counts, said, task_words
from zwgk_parse.findings import Failure, Finding, Report
from zwgk_parse.plan.schema import DIALECT, Untitled
from zwgk_parse.source import Span

FINDINGS_VERSION: Literal["1.0.0"] = "1.0.0"


class _Model(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class StoredCounts(_Model):
    """How many of everything; `errors`, `warnings` and `infos` are without the accepted ones."""

    files: int
    plans: int
    tasks: int
    errors: int
    warnings: int
    infos: int
    accepted: int
    left_out: int
    skipped: int
    not_read: int


class StoredPlace(_Model):
    """Where in `file`: page and line count from 1; `pointer` is a JSON pointer in a stored plan."""

    file: str
    page: int | None
    line: int | None
    pointer: str | None
    document: str | None


class StoredIdentity(_Model):
    """What the finding is known by again; `fingerprint` is made from it."""

    code: str
    plan: str
    number: str
    text: str
    subject: str


class Sentence(_Model):
    """What the finding says in English and in Chinese."""

    en: str
    zh: str


class StoredFinding(_Model):
    """One finding; `accepted` is the reason in the baseline, null for one that is not in it.

    `task` is the task's id, `named` how people find it: by its number as printed.
    """

    code: str
    name: str
    severity: Severity
    sentence: Sentence
    task: str | None
    named: Sentence | None
    label: str | None
    title: str | None
    place: StoredPlace
    fingerprint: str
    identity: StoredIdentity
    accepted: str | None
    data: dict[str, JsonValue]
    provenance: tuple[Span, ...]


class StoredFailure(_Model):
    """A file that could not be read, and why, in the language of the run."""

    file: str
    line: int | None
    reason: str


class StoredReport(_Model):
    """Everything that one run of `zwgk validate` found; `notes` are sentences on the baseline."""

    schema_version: Literal["1.0.0"]
    version: str
    files: tuple[str, ...]
    counts: StoredCounts
    findings: tuple[StoredFinding, ...]
    failures: tuple[StoredFailure, ...]
    skipped: tuple[str, ...]
    notes: tuple[str, ...]


def stored(report: Report) -> StoredReport:
    """The report in its stored form."""
    return StoredReport(
        schema_version=FINDINGS_VERSION,
        version=report.version,
        files=report.read,
        counts=StoredCounts(**counts(report)),
        findings=tuple(map(_finding, report.findings)),
        failures=tuple(map(_failure, report.failures)),
        skipped=report.skipped,
        notes=report.notes,
    )


def findings_schema() -> dict[str, Any]:
    """The JSON Schema 2020-12 of a stored report."""
    schema = StoredReport.model_json_schema(mode="serialization", schema_generator=Untitled)
    head = {"$schema": DIALECT, "$id": f"urn:zwgk:findings:{FINDINGS_VERSION}"}
    return head | schema | {"title": "Findings"}


def _finding(finding: Finding) -> StoredFinding:
    diagnostic = finding.diagnostic
    return StoredFinding(
        code=diagnostic.code,
        name=diagnostic.name,
        severity=diagnostic.severity,
        sentence=Sentence(en=said(finding, "en"), zh=said(finding, "zh")),
        task=diagnostic.task,
        named=_named(finding),
        label=finding.label,
        title=finding.title,
        place=StoredPlace(**finding.place._asdict()),
        fingerprint=finding.identity.fingerprint,
        identity=StoredIdentity(**finding.identity._asdict()),
        accepted=finding.accepted,
        data=diagnostic.data,
        provenance=diagnostic.provenance,
    )


def _named(finding: Finding) -> Sentence | None:
    if finding.diagnostic.task is None:
        return None
    return Sentence(en=task_words(finding, "en"), zh=task_words(finding, "zh"))


def _failure(failure: Failure) -> StoredFailure:
    return StoredFailure(file=failure.file, line=failure.line, reason=failure.reason)
