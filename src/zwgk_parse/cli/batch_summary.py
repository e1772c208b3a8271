"""What a batch came to, as people read it: a table of states, sums, what is slow, what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.batch.entry import STATES
from zwgk_parse.cli.batch_words import duration, one_line, state_words
from zwgk_parse.messages.texts import phrase
from zwgk_parse.messages.widths import widths_of, with_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.tally import Summary
    from zwgk_parse.cli.batch_words import Failures
    from zwgk_parse.messages.language import Language


def summary_lines(
    summary: Summary, failures: Failures, output: str, language: Language
) -> Iterator[str]:
    """The lines of the summary of the batch in the folder `output`."""
    yield from _table(summary, language)
    yield ""
    yield from _sums(summary, language)
    if summary.failed:
        yield ""
        yield phrase("batch-failed", language, count=summary.failed)
        yield from failures.lines(summary.holds, language)
    yield ""
    yield phrase("batch-where", language, output=one_line(output.rstrip("/")))


def _table(summary: Summary, language: Language) -> Iterator[str]:
    """A row a state: how many inputs it has, and how many of these did not change."""
    heads = [phrase(f"batch-{key}", language) for key in ("state", "inputs", "unchanged")]
    rows = [
        [state_words(state, language), count, count - summary.states.get(state, 0)]
        for state in STATES
        if (count := summary.holds.get(state, 0))
    ]
    unchanged = summary.states.get("skipped-unchanged", 0)
    rows.append([phrase("batch-all", language), summary.inputs, unchanged])
    cells = [heads, *([str(name), f"{all_:,}", f"{same:,}"] for name, all_, same in rows)]
    width = 3 if unchanged else 2
    shown = [row[:width] for row in cells]
    widths = widths_of(shown)
    yield from (with_numbers(row, widths) for row in shown)


def _sums(summary: Summary, language: Language) -> Iterator[str]:
    found = summary.findings
    yield phrase(
        "batch-sums",
        language,
        tasks=summary.tasks,
        pages=summary.pages,
        errors=found.error,
        warnings=found.warning,
        infos=found.info,
    )
    fresh = summary.inputs - summary.states.get("skipped-unchanged", 0)
    key, rate = "batch-time-only", 0.0
    if summary.work and summary.seconds:
        key, rate = "batch-time", fresh / summary.seconds
    took = {"time": duration(summary.seconds), "work": duration(summary.work)}
    if summary.seconds:
        yield phrase(key, language, rate=rate, **took)
    if summary.copies:
        yield phrase("batch-copies", language, count=summary.copies)
    if summary.gone:
        yield phrase("batch-gone", language, count=summary.gone)
    slowest = [slow for slow in summary.slowest if slow.seconds]
    if slowest:
        yield phrase("batch-slowest", language)
        for slow in slowest:
            yield f"  {duration(slow.seconds):>8}  {one_line(slow.path)}"
