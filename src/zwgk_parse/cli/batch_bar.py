"""What a batch tells while it runs, drawn on a terminal: a bar, failures by kind, the slowest."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from zwgk_parse.cli.batch_run import Pace, Silent
from zwgk_parse.cli.batch_words import counts, duration, shortened
from zwgk_parse.cli.streams import printable
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from rich.console import RenderableType

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.tally import Tally
    from zwgk_parse.messages.language import Language

# So often a second it is drawn, and so many seconds apart the pace is noted.
_DRAWN, _MARKED = 8, 0.5


class Bar(Silent):
    """Shows how the run goes in three lines that stay at the foot of the terminal."""

    talks = True

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self._pace = Pace()
        self._marked = self._begun = monotonic()
        self._console = Console(file=sys.stderr, highlight=False, emoji=False, markup=False)
        self._live = Live(
            get_renderable=self._drawn,
            console=self._console,
            refresh_per_second=_DRAWN,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def __enter__(self) -> Bar:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def say(self, key: str, **data: object) -> None:
        """Put one line above the bar."""
        line = printable(phrase(key, self.language, **data).replace("\n", " "))
        self._console.print(Text(line), soft_wrap=True)

    def began(self, inputs: int) -> None:
        """All inputs were found."""
        super().began(inputs)
        self._pace.mark(0)

    def ended(self, entry: Entry, tally: Tally) -> None:
        """An input ended."""
        super().ended(entry, tally)
        now = monotonic()
        if now - self._marked >= _MARKED:
            self._marked = now
            self._pace.mark(tally.inputs)

    def _drawn(self) -> RenderableType:
        """What stands at the foot now."""
        passed = duration(int(monotonic() - self._begun))
        if self.inputs is None:
            told = phrase("batch-listing", self.language, count=self.found)
            return Text(f"{told}  {passed}", no_wrap=True, overflow="ellipsis")
        if self.following:
            told = phrase("batch-following", self.language, count=self.done)
            return Group(Text(told, no_wrap=True, overflow="ellipsis"), *self._more())
        return Group(self._line(self.inputs, passed), *self._more())

    def _line(self, total: int, passed: str) -> RenderableType:
        done = min(self.done, total)
        words = [phrase("batch-done", self.language, done=done, all=total)]
        remaining = self._pace.remaining(total - done)
        if self._pace.rate and remaining is not None:
            words.append(phrase("batch-rate", self.language, rate=self._pace.rate))
            words.append(phrase("batch-remaining", self.language, time=duration(remaining)))
        else:
            words.append(passed)
        row = Table.grid(padding=(0, 1), expand=True)
        row.add_column(ratio=1)
        row.add_column(no_wrap=True)
        row.add_row(ProgressBar(total=max(total, 1), completed=done), Text(" · ".join(words)))
        return row

    def _more(self) -> list[Text]:
        """Failures by kind, and what took longest, as far as there are any."""
        if self.tally is None:
            return []
        lines = [Text(counts(self.tally.holds, self.language), style="yellow")]
        slow = next(iter(self.tally.slowest), None)
        if slow is not None and slow.seconds:
            said = phrase("batch-slow", self.language, time=duration(slow.seconds), path="")
            room = max(self._console.width - Text(said).cell_len - 1, 10)
            lines.append(Text(said + shortened(slow.path, room), style="dim"))
        return [line for line in lines if line.plain]
