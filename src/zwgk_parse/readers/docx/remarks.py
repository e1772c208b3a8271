"""What the walk could not read or left out, counted → diagnostics ZW004 to ZW009."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.messages import remark
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic

_PLACES = 20
_INSERTED, _DELETED = "insertions", "deletions"
HIDDEN, COMMENTS = "hidden characters", "comments"
OBJECTS, CHARTS, EQUATIONS = "embedded objects", "charts or diagrams", "drawn equations"
OUTSIDE, PICTURES = "inserted files", "pictures"
_CODES = {
    HIDDEN: "ZW007", COMMENTS: "ZW007", OBJECTS: "ZW006", CHARTS: "ZW006", EQUATIONS: "ZW006",
    OUTSIDE: "ZW006", PICTURES: "ZW009",
}  # fmt: skip


class Remarks:
    """How often what was met, and where first."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}
        self._places: dict[tuple[str, str], dict[str, None]] = {}

    def note(self, what: str, path: str, count: int = 1) -> None:
        """Counts something that was left out."""
        self._count((what, ""), path, count)

    def changed(self, path: str, *, kept: bool) -> None:
        """Counts a tracked change: an insertion is kept, a deletion is left out."""
        self._count((_INSERTED if kept else _DELETED, ""), path)

    def symbol(self, font: str, code: int, path: str) -> None:
        """Counts a character of a symbol font that is not known."""
        self._count(("ZW005", f"{font or '?'} {code:04X}"), path)

    def number(self, name: str, path: str) -> None:
        """Counts an automatic number whose format is not known."""
        self._count(("ZW008", name), path)

    def count(self, what: str) -> int:
        """How often `what` was left out."""
        return self._counts.get((what, ""), 0)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """One diagnostic for each kind of thing, by code."""
        said = [*self._tracked(), *(self._said(key) for key in self._counts if key[0] not in _BOTH)]
        return tuple(sorted(said, key=lambda one: one.code))

    def _count(self, key: tuple[str, str], path: str, count: int = 1) -> None:
        self._counts[key] = self._counts.get(key, 0) + count
        places = self._places.setdefault(key, {})
        if len(places) < _PLACES:
            places[path] = None

    def _spans(self, *keys: tuple[str, str]) -> list[Span]:
        return [Span(path=path) for key in keys for path in self._places.get(key, ())]

    def _tracked(self) -> list[Diagnostic]:
        counts = {name: self.count(name) for name in _BOTH}
        if not any(counts.values()):
            return []
        spans = self._spans(*((name, "") for name in _BOTH))
        return [
            remark("ZW004", spans, inserted=counts[_INSERTED], deleted=counts[_DELETED]),
        ]

    def _said(self, key: tuple[str, str]) -> Diagnostic:
        what, detail = key
        count, spans = self._counts[key], self._spans(key)
        if what == "ZW005":
            return remark(what, spans, count=count, symbol=detail)
        if what == "ZW008":
            return remark(what, spans, count=count, format=detail)
        if what == PICTURES:
            return remark(_CODES[what], spans, count=count)
        return remark(_CODES[what], spans, count=count, reason=what)


_BOTH = (_INSERTED, _DELETED)
