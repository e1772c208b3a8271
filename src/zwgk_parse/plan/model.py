"""The plan contract, version 1.1.0, as models: what `zwgk parse` writes and all else reads."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from zwgk_parse.diagnostics import Diagnostic  # noqa: TC001
from zwgk_parse.patterns import lazy
from zwgk_parse.source import Span  # noqa: TC001

SCHEMA_VERSION: Final = "1.1.0"

Role = Literal["lead", "support", "supervise", "responsible"]
Level = Literal["national", "province", "prefecture", "county", "township", "village", "internal"]
Scope = Literal[
    "all_townships",
    "all_subordinate_governments",
    "own_departments",
    "other_departments",
    "relevant_departments",
    "internal_sections",
    "other",
]
DocType = Literal["key_points", "division", "implementation", "opinions", "notice", "other"]
IssuerKind = Literal[
    "state_council", "government", "general_office", "department", "zone", "party", "other"
]
RegionLevel = Literal["national", "province", "prefecture", "county", "township", "zone"]
DisclosureValue = Literal["proactive", "on_request", "withheld", "partial"]
Relation = Literal["implements", "forwards", "based_on", "repeals", "mentions"]
DeadlineKind = Literal["date", "window", "recurring", "relative", "ongoing"]
Comparator = Literal[">=", "<=", "="]
Origin = Literal["column", "bracket", "text", "notice"]
PersonRole = Literal["leader", "person", "contact", "supervisor"]
AttachmentState = Literal["included", "separate", "missing"]


_DAY = lazy("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(value: Any) -> Any:
    """The day that text names; pydantic alone would also take text that counts seconds."""
    if not isinstance(value, str):
        return value
    if not _DAY.fullmatch(value):
        raise ValueError("no day")
    return dt.date.fromisoformat(value)


Day = Annotated[dt.date, BeforeValidator(_day)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, allow_inf_nan=False)


class DocumentNumber(_Model):
    """发文字号 (GB/T 9704-2012, 7.2.5): parts that cannot be told apart for certain are null."""

    raw: str
    code: str | None = None
    year: int | None = None
    number: int | None = None


class Region(_Model):
    """The place a plan is for; `code` is its GB/T 2260 code in the plan's year."""

    name: str
    code: str | None = None
    level: RegionLevel


class Disclosure(_Model):
    """公开方式."""

    raw: str
    value: DisclosureValue


class Catalog(_Model):
    """What a page or form states of the document."""

    index_number: str | None = None
    topic: str | None = None
    category: str | None = None
    publisher: str | None = None
    validity: str | None = None
    summary: str | None = None


class Citation(_Model):
    """A document cited."""

    title: str | None
    document_number: DocumentNumber | None = None
    relation: Relation = "mentions"
    task: str | None = None


class After(_Model):
    """What a relative deadline counts from, and how long; `duration` is ISO 8601."""

    event: str | None = None
    duration: str
    working_days: bool = False


class Deadline(_Model):
    """When something is due; `raw` is the phrase as printed."""

    kind: DeadlineKind
    raw: str
    due: Day | None = None
    start: Day | None = None
    due_alternatives: tuple[Day, ...] = ()
    rrule: str | None = None
    times: int | None = None
    after: After | None = None
    origin: Origin = "text"
    year_inferred: bool = False
    provenance: tuple[Span, ...] = ()


class Target(_Model):
    """A quantified demand in a task's text: `measure` is to be `comparator` `value` `unit`.

    `raw` is the quantity as printed, with the words that bind it; `measure` the words that it is
    about, null where its clause names nothing. 达到 and a bare count are `=`.
    """

    raw: str
    measure: str | None
    comparator: Comparator
    value: int | float
    unit: str
    provenance: tuple[Span, ...] = ()


class Reporting(_Model):
    """A demand that binds the whole plan."""

    deadline: Deadline
    what: str
    recipient: str | None = None


class Attachment(_Model):
    """A document attached to the plan's notice."""

    label: str | None
    title: str | None
    href: str | None = None
    state: AttachmentState


class Preamble(_Model):
    """A paragraph that belongs to no task."""

    text: str
    section: str | None = None
    provenance: tuple[Span, ...] = ()


class Section(_Model):
    """A heading; `level` 1 is the outermost."""

    id: str
    parent: str | None = None
    level: int
    label: str | None = None
    title: str


class Owner(_Model):
    """A unit, or an open set of units, that a task is given to, in one role."""

    name: str
    raw: str
    canonical: str
    system: str | None = None
    level: Level | None = None
    role: Role = "responsible"
    role_raw: str | None = None
    kind: Literal["unit", "group"] = "unit"
    scope: Scope | None = None
    provenance: tuple[Span, ...] = ()


class Person(_Model):
    """A person named for a task."""

    name: str
    role: PersonRole
    phone: str | None = None


class Column(_Model):
    """A cell of a task's row that is no field of the contract."""

    heading: str
    text: str


class Task(_Model):
    """A leaf of the plan's numbering, or a row, or a paragraph that names an owner."""

    id: str
    number: int | None = None
    label: str | None = None
    section: str | None = None
    text: str
    owners: tuple[Owner, ...] = ()
    owners_raw: str | None = None
    deadlines: tuple[Deadline, ...] = ()
    deadline_raw: str | None = None
    due: Day | None = None
    targets: tuple[Target, ...] = ()
    people: tuple[Person, ...] = ()
    columns: tuple[Column, ...] = ()
    inherited: tuple[str, ...] = ()
    provenance: tuple[Span, ...] = ()


class SourceFile(_Model):
    """A file that was read; `sha256` is of its bytes."""

    name: str
    media_type: str
    sha256: str
    pages: int | None = None
    reader: str
    extractor: str | None = None


class Plan(_Model):
    """A published work plan: its facts, sections and tasks."""

    schema_version: Literal["1.1.0"] = SCHEMA_VERSION
    id: str
    title: str | None = None
    notice_title: str | None = None
    doc_type: DocType = "other"
    document_number: DocumentNumber | None = None
    issuer: str | None = None
    issuer_kind: IssuerKind | None = None
    issued_on: Day | None = None
    printed_on: Day | None = None
    published_on: Day | None = None
    year: int | None = None
    region: Region | None = None
    disclosure: Disclosure | None = None
    catalog: Catalog = Catalog()
    addressees: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    reporting: tuple[Reporting, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    preamble: tuple[Preamble, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    generator: str = ""
