"""What a check of files comes to: Findings and Failures of files go in a Report, for people and CI.

A Finding is a Diagnostic with the file it was made in and the identity it is known by again: the
same fault in the same task has the same identity after the file was renumbered, moved or worded
otherwise by a newer version of the check.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic, Severity

# What a retyped text may differ in and still be the same: white space, punctuation, full width.
_NOT_WORDS = lazy(r"[\W_]+")
_LINE = lazy(r":(?P<line>\d{1,12})(?=[:：])")


class Identity(NamedTuple):
    """What a finding is known by: its code, its plan's id, its task, and what in the task it is of.

    `number` is the task's id (`t18`), `text` the fingerprint of its words; both are empty for a
    finding of the whole plan. `subject` tells several findings of one check in one task apart.
    """

    code: str
    plan: str
    number: str = ""
    text: str = ""
    subject: str = ""

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits that stay the same as long as the finding does."""
        words = "\n".join((self.code, self.plan, self.text or self.number, self.subject))
        return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@lru_cache(maxsize=1024)
def text_fingerprint(text: str) -> str:
    """16 hexadecimal digits of the words of `text`, whatever its punctuation and white space."""
    words = _NOT_WORDS.sub("", text)
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Place(NamedTuple):
    """Where in `file` a finding is; what is not known, or does not apply, is None.

    `file` is the path as it was given (`-` for standard input), with slashes. `page` and `line`
    count from 1; of a stored plan, `line` is that of the task in the JSON, `pointer` its JSON
    pointer (RFC 6901), and `document` the name of the file that the plan was read from. In an
    attachment of `file`, `document` is its name; `page` is always a page of the `document`, where
    there is one.
    """

    file: str
    page: int | None = None
    line: int | None = None
    pointer: str | None = None
    document: str | None = None

    @property
    def attached(self) -> str | None:
        """The name of the attachment that the finding is in, None where it is in `file` itself."""
        return self.document if self.line is None else None


class Numbered(NamedTuple):
    """What tells a task from the others of its plan, as it is printed.

    `label` is its number (`（三）`), `above` the labels of the sections that it takes to know it by
    (nothing where numbers run on), `repeat` says which of several of the same number it is, and
    `order` which of all tasks.
    """

    label: str | None = None
    above: str = ""
    repeat: int = 1
    order: int | None = None


class Finding(NamedTuple):
    """One fault, or one remark of the parser, in one file.

    `diagnostic.severity` is the severity after the settings. `accepted` is the reason given in the
    baseline, None for a finding that is not in it. `title` is the plan's title, `label` the number
    of the task as it is printed, `numbered` what it takes to find the task by it.
    """

    diagnostic: Diagnostic
    place: Place
    identity: Identity
    title: str | None = None
    accepted: str | None = None
    label: str | None = None
    numbered: Numbered | None = None


class Failure(NamedTuple):
    """A file, or a line of it, that could not be read: the sentence that says why.

    The sentence is in the reader's language and may begin with the file's name and line.
    """

    file: str
    sentence: str

    @property
    def line(self) -> int | None:
        """The line of the plan that could not be read, None where it is the whole file."""
        match = _LINE.match(self._unnamed)
        return int(match["line"]) if match else None

    @property
    def reason(self) -> str:
        """Why it was not read, without name and line."""
        match = _LINE.match(self._unnamed)
        return self._unnamed[match.end() if match else 0 :].lstrip(":： ")

    @property
    def _unnamed(self) -> str:
        """The sentence without the file's name: what reads a file may know it by its last part."""
        names = (self.file, PurePath(self.file).name)
        for name in names:
            if name and self.sentence.startswith((f"{name}:", f"{name}：")):
                return self.sentence.removeprefix(name)
        return self.sentence


class Report(NamedTuple):
    """Everything that one run of `zwgk validate` found.

    `findings` are in the order of the files, and in a file in the order of the plan; those that
    --max-findings cuts off are in `rest`. `skipped` names files in folders that are no kind of
    document, `read` those that were read, also those without a finding. `notes` are sentences on
    the baseline, in the reader's language. `brief` asks for the findings and failures alone.
    """

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    plans: int = 0
    tasks: int = 0
    rest: tuple[Finding, ...] = ()
    brief: bool = False
    version: str = ""

    @property
    def files(self) -> int:
        """How many files were to be read."""
        return len({*self.read, *(failure.file for failure in self.failures)})

    @property
    def left_out(self) -> int:
        """How many findings --max-findings cut off."""
        return len(self.rest)

    @property
    def accepted(self) -> int:
        """How many findings the baseline accepts."""
        return sum(one.accepted is not None for one in (*self.findings, *self.rest))

    def count(self, severity: Severity) -> int:
        """How many findings of that severity are not accepted, also of those left out."""
        return sum(
            one.accepted is None and one.diagnostic.severity is severity
            for one in (*self.findings, *self.rest)
        )
