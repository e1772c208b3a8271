"""Findings that somebody has accepted: a file of them and new findings go in, which are new out.

An entry is known by what it is of (its code, the plan or the file, the task's number and words),
not by its message or line: a plan that is numbered anew, or a check that words its finding
otherwise, needs no new approval.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  pydantic reads the annotations when the models are built
import json
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from zwgk_parse.errors import SettingsError
from zwgk_parse.messages import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from zwgk_parse.findings import Finding
    from zwgk_parse.messages.language import Language

VERSION: Final = "1.0.0"


class Entry(BaseModel):
    """One accepted finding.

    `title` is the plan's: where its id has changed (its document number was mended), the same file
    and title show that it is the same plan. `number` (the task's id) and `text` (the fingerprint of
    its words) are empty for a finding of the whole plan. `says` is the finding in words, for who
    reads the file. `reason` and `approved_by` are for people to fill in; after the day `expires`
    the finding counts again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern=r"^ZW\d{3}$")
    plan: str
    file: str
    title: str | None = None
    number: str = ""
    text: str = ""
    subject: str = ""
    says: str = ""
    reason: str = ""
    approved_by: str = ""
    expires: dt.date | None = None

    @property
    def explained(self) -> bool:
        """Whether somebody has said why it is accepted, and who."""
        return bool(self.reason and self.approved_by)

    def expired(self, today: dt.date) -> bool:
        """Whether its day is over."""
        return self.expires is not None and self.expires < today


class Baseline(BaseModel):
    """Every accepted finding."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal["1.0.0"] = VERSION
    findings: tuple[Entry, ...] = ()


class Settled(NamedTuple):
    """The findings, those that are accepted marked, and the entries that there is a word to say of.

    `stale` entries are of files that were read and of findings that are no more; `expired` ones
    still have their finding, which counts as new.
    """

    findings: tuple[Finding, ...]
    used: tuple[Entry, ...] = ()
    stale: tuple[Entry, ...] = ()
    expired: tuple[Entry, ...] = ()


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises SettingsError for a file that cannot be read or that is no baseline.
    """
    from pydantic import ValidationError

    try:
        return Baseline.model_validate_json(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except OSError as error:
        raise SettingsError(str(path), f"it cannot be read ({error.strerror})") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise SettingsError(str(path), _wrong(first["type"], first["loc"])) from error


def _wrong(kind: str, way: tuple[int | str, ...]) -> str:
    """What is wrong with a baseline at the end of `way`."""
    if not way:
        return "it is no baseline that zwgk wrote"
    place = "/" + "/".join(map(str, way[:-1]))
    if kind == "extra_forbidden":
        return f"{place}: unknown key {way[-1]}"
    if kind == "missing":
        return f"{place}: {way[-1]} is missing"
    if way == ("version",):
        return "it is a baseline of another version; install the zwgk that wrote it"
    return f"{place}: {way[-1]} has the wrong kind of value"


def settle(baseline: Baseline, findings: Sequence[Finding], read: Scope, today: dt.date) -> Settled:
    """`findings` with those marked that `baseline` accepts on the day `today`.

    An entry is of a finding with the same code, subject and words of the task, in the same plan or
    the same file; the number decides only between tasks of the same words.
    """
    pairs = _pairs(baseline.findings, findings)
    expired = tuple(entry for entry in pairs.values() if entry.expired(today))
    marked = tuple(
        finding._replace(accepted=pairs[place].reason)
        if place in pairs and not pairs[place].expired(today)
        else finding
        for place, finding in enumerate(findings)
    )
    used = set(map(id, pairs.values()))
    stale = [one for one in baseline.findings if id(one) not in used and read.holds(one)]
    in_force = tuple({id(e): e for e in pairs.values() if not e.expired(today)}.values())
    return Settled(marked, in_force, tuple(stale), tuple(dict.fromkeys(expired)))


class Scope(NamedTuple):
    """What a run has looked at: only an entry of it can be stale.

    `files` are those that were read, `plans` those that were found in them, wherever they lay
    before: `gone` says whether a file of before is no longer there.
    """

    files: frozenset[str]
    plans: frozenset[str]
    codes: frozenset[str]
    gone: Callable[[str], bool] = lambda _: False

    def holds(self, entry: Entry) -> bool:
        """Whether the run would have found the entry's finding."""
        moved = entry.plan in self.plans and self.gone(entry.file)
        return entry.code in self.codes and (entry.file in self.files or moved)


def _pairs(entries: Iterable[Entry], findings: Sequence[Finding]) -> dict[int, Entry]:
    """The entry of each finding (by its place) that has one; exact numbers go first."""
    pairs: dict[int, Entry] = {}
    known: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        for where in _wheres(entry.plan, entry.file, entry.title):
            known.setdefault((entry.code, where, entry.text, entry.subject), []).append(entry)
    for exact in (True, False):
        taken = set(map(id, pairs.values()))
        for place, finding in enumerate(findings):
            if place in pairs:
                continue
            for entry in _candidates(known, finding):
                same = entry.number == finding.identity.number
                if same if exact else entry.text and id(entry) not in taken:
                    pairs[place] = entry
                    taken |= set() if exact else {id(entry)}
                    break
    return pairs


def _wheres(plan: str, file: str, title: str | None) -> Iterator[str]:
    """What shows that two findings are of one plan: its id, or its file and its title."""
    if plan:
        yield plan
    if title or not plan:
        yield f"{file}\n{title or ''}"


def _candidates(known: dict[tuple[str, ...], list[Entry]], finding: Finding) -> list[Entry]:
    code, plan, _, text, subject = finding.identity
    wheres = _wheres(plan, finding.place.file, finding.title)
    keys = ((code, where, text, subject) for where in wheres)
    return [entry for key in keys for entry in known.get(key, ())]


def extended(
    old: Baseline, findings: Iterable[Finding], read: Scope, approval: Approval, today: dt.date
) -> Baseline:
    """The baseline in which all `findings` stand.

    Entries of before stay if they are still of a finding, or of what was not looked at; new ones
    get the words of `approval`, and so do those that were expired or not explained.
    """
    every = tuple(findings)
    pairs = _pairs(old.findings, every)
    kept = set(map(id, pairs.values()))
    entries = [
        approval.renewed(one, today) if id(one) in kept else one
        for one in old.findings
        if id(one) in kept or not read.holds(one)
    ]
    entries += [approval.of(finding) for place, finding in enumerate(every) if place not in pairs]
    return Baseline(findings=tuple(dict.fromkeys(entries)))


class Approval(NamedTuple):
    """Who accepts findings, why, and until when; `language` is that of who reads the file."""

    reason: str = ""
    approved_by: str = ""
    expires: dt.date | None = None
    language: Language = "en"

    def renewed(self, entry: Entry, today: dt.date) -> Entry:
        """`entry` as this approval has it, where it was expired or lacked its reason or name."""
        if entry.explained and not entry.expired(today):
            return entry
        given = bool(self.reason or self.approved_by or self.expires)
        return entry.model_copy(
            update={
                "reason": self.reason or entry.reason,
                "approved_by": self.approved_by or entry.approved_by,
                "expires": self.expires if given else entry.expires,
            }
        )

    def of(self, finding: Finding) -> Entry:
        """The entry that accepts `finding`."""
        identity = finding.identity
        return Entry(
            code=identity.code,
            plan=identity.plan,
            file=finding.place.file,
            title=finding.title,
            number=identity.number,
            text=identity.text,
            subject=identity.subject,
            says=sentence(finding.diagnostic, self.language),
            reason=self.reason,
            approved_by=self.approved_by,
            expires=self.expires,
        )


def baseline_text(baseline: Baseline) -> str:
    """The baseline as JSON, one field a line."""
    return json.dumps(baseline.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
