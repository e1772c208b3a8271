"""Single phrases and what they mean: lines go in, answers come out, and rows of a table."""

from __future__ import annotations

import sys
import unicodedata
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from rich.cells import cell_len, set_cell_size

from zwgk_parse.cli.streams import printable
from zwgk_parse.document.passage import Passage
from zwgk_parse.errors import LimitExceededError, ReadError
from zwgk_parse.messages import sentence
from zwgk_parse.messages.texts import phrase
from zwgk_parse.normalizers.deadlines import read_deadlines
from zwgk_parse.normalizers.owners import read_owners
from zwgk_parse.source import Span
from zwgk_parse.vocabulary.deadlines import Plain, find_phrases
from zwgk_parse.vocabulary.units import members
from zwgk_parse.vocabulary.workdays import last_day, require_calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zwgk_parse.cli.normalize import Asked
    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.model import Deadline, Owner

__all__ = ["Answer", "answers", "lines_of", "require_calendar", "table"]

LONGEST_LINE = 100_000
_WIDTHS = {"deadlines": (28, 38, 24), "owners": (28, 30, 16, 16)}
_HEADS = {
    "deadlines": ("words", "reading", "rule"),
    "owners": ("words", "unit", "role", "role-word", "system"),
}


class Answer(NamedTuple):
    """What one phrase means: the object to write, the rows of a table, what was doubtful."""

    data: dict[str, Any]
    rows: tuple[tuple[str, ...], ...]
    diagnostics: tuple[Diagnostic, ...]


def lines_of(source: str) -> Iterator[tuple[int, str]]:
    """The lines of a file or of standard input (`-`), numbered from 1, one at a time.

    Raises ReadError for what is no UTF-8 text, LimitExceededError for a line that is too long.
    """
    with _opened(source) as stream:
        number = 0
        while line := stream.readline(4 * LONGEST_LINE + 1):
            number += 1
            if len(line) > 4 * LONGEST_LINE:
                reason = f"more than {LONGEST_LINE} characters"
                raise LimitExceededError(source, reason, "split it into smaller files")
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                reason = "its text is in no encoding that could be recognised"
                raise ReadError(source, reason, "save it as UTF-8") from error
            yield number, unicodedata.normalize("NFC", text.rstrip("\r\n"))


def _opened(source: str) -> Any:
    if source == "-":
        stream: BinaryIO = sys.stdin.buffer
        return nullcontext(stream)
    try:
        return Path(source).open("rb")
    except FileNotFoundError as error:
        raise ReadError(source, "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(source, f"it cannot be read ({reason})") from error


def answers(kind: str, asked: Asked, *, members: bool) -> Callable[[int, str], Answer]:
    """What answers a phrase of `kind`; with `members`, open sets are resolved."""
    if kind == "deadlines":
        return lambda number, text: _deadlines(number, text, asked)
    return lambda number, text: _owners(number, text, asked, resolved=members)


def _deadlines(number: int, text: str, asked: Asked) -> Answer:
    words = Passage.of(text, Span(line=number))
    origin: Any = asked.origin or "column"
    result = read_deadlines(words, year=asked.year, origin=origin)
    data = _object(text, "deadlines", result.value, result.diagnostics)
    if asked.begin is not None:
        for dump, deadline in zip(data["deadlines"], result.value, strict=True):
            dump["due_if_from"] = _counted(deadline, asked)
    rules = _rules(text)
    rows = [
        (deadline.raw, _reading(deadline, asked), _rule(deadline, rules))
        for deadline in result.value
    ]
    return Answer(data, tuple(rows) or ((text, "", ""),), result.diagnostics)


def _counted(deadline: Deadline, asked: Asked) -> str | None:
    """The day on which a duration from the day asked for ends, where one can be counted."""
    after = deadline.after
    if after is None or asked.begin is None:
        return None
    day = last_day(asked.begin, after.duration, working_days=after.working_days)
    return day.isoformat() if day else None


def _rules(text: str) -> list[tuple[str, str]]:
    """The words that a rule claimed, and its name."""
    plain = Plain.of(text).text
    return [(plain[found.start : found.end], found.rule.name) for found in find_phrases(plain)]


def _rule(deadline: Deadline, rules: list[tuple[str, str]]) -> str:
    raw = Plain.of(deadline.raw).text
    return next((name for words, name in rules if words in raw), "")


def _reading(deadline: Deadline, asked: Asked) -> str:
    """A deadline in short: `date 2022-06-30`, `recurring FREQ=MONTHLY ≥1`."""
    after = deadline.after
    parts = [
        deadline.kind,
        " → ".join(day.isoformat() for day in (deadline.start, deadline.due) if day),
        deadline.rrule or "",
        f"{after.duration}{' working days' * after.working_days}" if after else "",
        f"× {deadline.times}" if deadline.times else "",
        f"= {_counted(deadline, asked)}" if _counted(deadline, asked) else "",
    ]
    return " ".join(part for part in parts if part)


def _owners(number: int, text: str, asked: Asked, *, resolved: bool) -> Answer:
    words = Passage.of(text, Span(line=number))
    reading = read_owners(words, heading=asked.heading, year=asked.year)
    data = _object(text, "owners", reading.owners, reading.diagnostics)
    if resolved:
        for dump, owner in zip(data["owners"], reading.owners, strict=True):
            dump["members"] = list(members(owner.name, asked.place))
    rows = [
        (
            owner.raw,
            owner.canonical,
            owner.role,
            owner.role_raw or "",
            owner.system or owner.scope or "",
        )
        for owner in reading.owners
    ]
    return Answer(data, tuple(rows) or ((text, "", "", "", ""),), reading.diagnostics)


def _object(
    text: str,
    key: str,
    found: tuple[Deadline, ...] | tuple[Owner, ...],
    diagnostics: tuple[Diagnostic, ...],
) -> dict[str, Any]:
    return {
        "raw": text,
        key: [one.model_dump(mode="json") for one in found],
        "diagnostics": [diagnostic.model_dump(mode="json") for diagnostic in diagnostics],
    }


def table(kind: str, language: Language) -> Callable[[Answer], str]:
    """What draws an answer as rows of a table, the table's head before the first."""
    heads = [phrase(f"normalize-{head}", language) for head in _HEADS[kind]]
    head = [_row(heads, kind)]

    def draw(answer: Answer) -> str:
        said = [f"  {one.code} {sentence(one, language)}" for one in answer.diagnostics]
        rows = [_row(row, kind) for row in answer.rows]
        lines = [*head, *rows, *said]
        head.clear()
        return "\n".join(map(printable, lines))

    return draw


def _row(cells: tuple[str, ...] | list[str], kind: str) -> str:
    """The cells in columns; one that is too wide pushes the rest to the right."""
    widths = (*_WIDTHS[kind], 0)
    padded = [
        set_cell_size(cell, width) if cell_len(cell) < width else cell
        for cell, width in zip(cells, widths, strict=False)
    ]
    return "  ".join(padded).rstrip()
