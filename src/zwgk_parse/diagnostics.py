"""The one channel for remarks: a Diagnostic says what was repaired or could not be settled."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, JsonValue

from zwgk_parse.source import Span

T = TypeVar("T")


class Severity(StrEnum):
    """How much a remark matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Diagnostic(BaseModel):
    """One remark on one place of a document.

    `message` is English; the command line shows it in the reader's language from `code` and
    `data`. `task` is the id of the task concerned, or null.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    severity: Severity
    message: str
    data: dict[str, JsonValue] = {}
    task: str | None = None
    provenance: tuple[Span, ...] = ()

    def __str__(self) -> str:
        place = f" {self.task}" if self.task else ""
        return f"{self.code} {self.severity.value}{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """A value and what was said on the way to it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
