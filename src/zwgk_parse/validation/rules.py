"""What is told of a file and what fails: Wishes of all places go in, Rules come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks import OFF_CODES
from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.settings.validation import Wish

ORDER = {severity: place for place, severity in enumerate(Severity)}
# Remarks of the parser that say less of the same than a check does: where one of the checks has
# found something in the same task, the remark is not told.
SUPERSEDED = {
    "ZW401": ("ZW209", "ZW228"),
    "ZW403": ("ZW101", "ZW218", "ZW228"),
    "ZW404": ("ZW226",),
}
# This one says in general what these checks look into, with more care: it is told where they are
# not run.
_COVERED = {"ZW305": frozenset(("ZW201", "ZW203", "ZW204", "ZW205"))}


class Rules(NamedTuple):
    """What is told of a file: the codes, their severities, the least told and the least failing."""

    codes: frozenset[str]
    severities: Mapping[str, Severity] = {}
    least: Severity = Severity.INFO
    fail_on: Severity = Severity.ERROR

    def told(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those of the diagnostics that are told, with the severity that they are given."""
        known = [one for one in diagnostics if one.code in self.codes]
        found = {(one.code, task) for one in known for task in _tasks(one)}
        for one in known:
            covered = one.code in _COVERED and _COVERED[one.code] <= self.codes
            better = SUPERSEDED.get(one.code, ())
            if covered or any((code, one.task) in found for code in better):
                continue
            severity = self.severities.get(one.code, one.severity)
            if ORDER[severity] < ORDER[self.least]:
                continue
            same = severity is one.severity
            yield one if same else one.model_copy(update={"severity": severity})

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of that severity fails."""
        return ORDER[severity] >= ORDER[self.fail_on]


def _tasks(diagnostic: Diagnostic) -> tuple[str | None, ...]:
    """The tasks that a diagnostic is of: its own, and those that its data lists."""
    others = diagnostic.data.get("tasks")
    return (diagnostic.task, *map(str, others if isinstance(others, list) else ()))


def rules(wishes: Iterable[Wish]) -> Rules:
    """The rules that follow from `wishes`, of which the later go before the earlier.

    Codes that one place leaves out stay out, whatever another selects.
    """
    codes = frozenset(catalogue()) - OFF_CODES
    ignored: frozenset[str] = frozenset()
    found = Rules(codes)
    for wish in wishes:
        codes = codes if wish.select is None else wish.select
        ignored |= wish.ignore
        given = {code: Severity(level) for code, level in wish.severity.items()}
        found = found._replace(
            severities={**found.severities, **given},
            least=Severity(wish.least) if wish.least else found.least,
            fail_on=Severity(wish.fail_on) if wish.fail_on else found.fail_on,
        )
    return found._replace(codes=codes - ignored)
