"""The options for accepted findings: the baseline that is used, or the one that is written."""

from __future__ import annotations

import datetime as dt
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from zwgk_parse.cli.own_units import WrongSettingsError
from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zwgk_parse.findings import Report
    from zwgk_parse.validation.baseline import Baseline, Entry, Scope, Settled

F = TypeVar("F", bound="Callable[..., Any]")

_OPTIONS = (
    click.option(
        "--baseline",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="The accepted findings; others alone fail.",
    ),
    click.option(
        "--write-baseline",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Accept what is found: write it to FILE, or add it to what stands there.",
    ),
    click.option("--reason", metavar="TEXT", default="", help="Why it is accepted."),
    click.option("--approved-by", metavar="NAME", default="", help="Who accepts it."),
    click.option(
        "--expires",
        metavar="DATE",
        type=click.DateTime(("%Y-%m-%d",)),
        help="The last day on which it is accepted (2027-06-30).",
    ),
)


class Acceptance(NamedTuple):
    """What the options say of accepted findings."""

    used: Path | None
    written: Path | None
    reason: str
    approved_by: str
    expires: dt.date | None

    def settled(self, ctx: click.Context, report: Report, scope: Scope, own: Path | None) -> Report:
        """`report` with the accepted findings marked; `own` is the baseline of the settings.

        A baseline that is wrong ends the command with 2.
        """
        from zwgk_parse.validation.baseline import settle

        path = self.used or own
        if path is None or self.written is not None:
            return report
        found = settle(_read(ctx, path), report.findings, scope, _today())
        return report._replace(findings=found.findings, notes=tuple(_notes(ctx, found)))

    def write(self, ctx: click.Context, report: Report, scope: Scope) -> None:
        """Write the findings of `report` to the baseline, beside what stays of it."""
        from zwgk_parse.cli.files import written
        from zwgk_parse.validation.baseline import Approval, Baseline, baseline_text, extended

        if self.written is None:
            return
        old = _read(ctx, self.written) if self.written.exists() else Baseline()
        approval = Approval(self.reason, self.approved_by, self.expires, ctx.obj)
        new = extended(old, report.findings, scope, approval, _today())
        with written(self.written) as stream:
            stream.write(baseline_text(new))
        expired = sum(entry.expired(_today()) for entry in new.findings)
        lacking = sum(not entry.explained for entry in new.findings)
        count = len(new.findings) - expired
        complain(phrase("baseline-written", ctx.obj, file=self.written, count=count))
        if expired:
            complain(phrase("baseline-still-expired", ctx.obj, count=expired))
        if lacking:
            complain(phrase("baseline-unexplained", ctx.obj, count=lacking))


def acceptance_options(command: F) -> F:
    """Give a command these options; it gets them as the one argument `acceptance`."""

    @wraps(command)
    def with_acceptance(*args: Any, **given: Any) -> Any:
        expires = given.pop("expires")
        acceptance = Acceptance(
            given.pop("baseline"),
            given.pop("write_baseline"),
            given.pop("reason"),
            given.pop("approved_by"),
            expires.date() if expires else None,
        )
        return command(*args, acceptance=acceptance, **given)

    wrapped: Any = with_acceptance
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def _today() -> dt.date:
    return dt.datetime.now().date()  # noqa: DTZ005  the day where the reader is


def _read(ctx: click.Context, path: Path) -> Baseline:
    from zwgk_parse.errors import SettingsError
    from zwgk_parse.messages.texts import error_sentence
    from zwgk_parse.validation.baseline import read_baseline

    try:
        return read_baseline(path)
    except SettingsError as error:
        raise WrongSettingsError(error_sentence(error, ctx.obj)) from error


def _notes(ctx: click.Context, found: Settled) -> Iterable[str]:
    """A line for each entry that is stale or expired, and one for those without a reason."""
    for key, entries in (("baseline-stale", found.stale), ("baseline-expired", found.expired)):
        for entry in entries:
            yield phrase(key, ctx.obj, **_words(entry))
    lacking = sum(not entry.explained for entry in found.used)
    if lacking:
        yield phrase("baseline-unexplained", ctx.obj, count=lacking)


def _words(entry: Entry) -> dict[str, object]:
    return {
        "code": entry.code,
        "file": entry.file,
        "task": f" {entry.number}" if entry.number else "",
        "expires": entry.expires,
    }
