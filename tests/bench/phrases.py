"""Deadline phrases read by this package and, where it is installed, by jionlp: right, and how fast.

Both read the same list of real phrases with the answers in its second column, for a plan of 2022.
jionlp reads times in general and has no notion of a deadline, so it is judged by what it can say:
a date by its last day, a window by both days, a recurrence by its period, a duration by its length,
and by silence where nothing is due. Its reading is right if it is one of the answers.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.deadlines import read_deadlines
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

YEAR = 2022
LIST = Path(__file__).parents[1] / "data" / "deadline-phrases.tsv"
_PERIODS = {"DAILY": "day", "WEEKLY": "day", "MONTHLY": "month", "YEARLY": "year"}
_RULE = re.compile(r"FREQ=(?P<freq>[A-Z]+)(?:;INTERVAL=(?P<n>\d+))?")
_DURATION = re.compile(r"PT?(?P<n>\d+)(?P<unit>[DWMYH])")
_UNITS = {"D": "day", "W": "day", "M": "month", "Y": "year", "H": "hour"}


def phrases() -> list[tuple[str, list[set[str]]]]:
    """Each phrase, and the answers that are right, as sets of keys."""
    rows = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()[1:]]
    return [(words, [_keys(answer) for answer in cell.split("||")]) for words, cell in rows]


def _keys(answer: str) -> set[str]:
    parts = re.split(r" ?; (?=[a-z])| ; ", answer.strip())
    return {part.strip() for part in parts if part.strip() not in ("", "none")}


def ours(words: str) -> set[str]:
    """What this package reads, as keys of the coarse kind that `compared` makes."""
    passage = Passage.of(words, Span())
    found = read_deadlines(passage, year=YEAR, origin="column").value
    return {coarse(_key(deadline)) for deadline in found}


def _key(deadline: Any) -> str:
    if deadline.kind == "date":
        return f"date:{deadline.due}"
    if deadline.kind == "window":
        return f"window:{deadline.start or ''}/{deadline.due or ''}"
    if deadline.kind == "recurring":
        return f"rec:{deadline.rrule}"
    return f"rel:{deadline.after.duration}" if deadline.after else "ongoing"


def coarse(key: str) -> str:
    """`key` with no more in it than jionlp can say."""
    kind, _, value = key.partition(":")
    if kind == "rec" and (rule := _RULE.match(value)):
        count = int(rule["n"] or 1) * (7 if rule["freq"] == "WEEKLY" else 1)
        return f"every:{count} {_PERIODS.get(rule['freq'], rule['freq'])}"
    if kind == "rel" and (span := _DURATION.match(value)):
        return f"within:{int(span['n']) * (7 if span['unit'] == 'W' else 1)} {_UNITS[span['unit']]}"
    return key


def theirs(jionlp: Any) -> Callable[[str], set[str]]:
    """What jionlp reads, as the same keys."""
    base = dt.datetime(YEAR, 1, 1).timestamp()  # noqa: DTZ001  jionlp counts in local time

    def read(words: str) -> set[str]:
        try:
            with redirect_stdout(StringIO()):
                found = jionlp.parse_time(words, time_base=base)
        except Exception:  # noqa: BLE001  it raises whatever comes up for what it cannot read
            return set()
        return {_their_key(found)} if found else set()

    return read


def _their_key(found: dict[str, Any]) -> str:
    kind, time = found["type"], found["time"]
    if kind == "time_period":
        return f"every:{_length(time['delta'])}"
    if kind == "time_delta":
        return f"within:{_length(time)}"
    start, end = (str(moment)[:10] for moment in time)
    return f"window:{start}/{end}" if kind == "time_span" else f"date:{end}"


def _length(delta: dict[str, Any]) -> str:
    unit, count = next(iter(delta.items()))
    number = count[-1] if isinstance(count, list) else count
    return f"{12 * number:g} month" if unit == "year" and number < 1 else f"{number:g} {unit}"


def agrees(found: set[str], answers: list[set[str]]) -> bool:
    """Whether `found` is one of `answers`; a date may be said as a window that ends then."""
    ends = {key.rpartition("/")[2] for key in found if key.startswith("window:")}
    dated = {f"date:{end}" for end in ends}
    wanted = [{coarse(key) for key in answer} for answer in answers]
    if any(key.startswith(f"window:{YEAR}-01-01/") for key in found):
        # jionlp counts a duration from the day it is given, and the list asks only how long it is.
        wanted += [found for answer in wanted if any(key.startswith("within:") for key in answer)]
    return found in wanted or (bool(dated) and dated in wanted)


def measured(read: Callable[[str], set[str]]) -> tuple[int, int, float]:
    """How many phrases `read` gets right, of how many, and microseconds for each."""
    rows = phrases()
    for words, _ in rows:
        read(words)
    begun = perf_counter()
    found = [read(words) for words, _ in rows]
    spent = perf_counter() - begun
    right = sum(agrees(keys, answers) for keys, (_, answers) in zip(found, rows, strict=True))
    return right, len(rows), 1e6 * spent / len(rows)


def report() -> list[str]:
    """A line for each of the two, or one that says that jionlp is not installed."""
    lines = [_line("zwgk", ours)]
    try:
        with redirect_stdout(StringIO()):
            jionlp = import_module("jionlp")
    except ImportError:
        return [*lines, "deadline phrases, jionlp         skipped: pip install jionlp"]
    return [*lines, _line("jionlp", theirs(jionlp))]


def _line(name: str, read: Callable[[str], set[str]]) -> str:
    right, count, spent = measured(read)
    return f"{f'deadline phrases, {name}':32} {right:5}/{count} right {spent:8.1f} µs each"


if __name__ == "__main__":
    print(*report(), sep="\n")
