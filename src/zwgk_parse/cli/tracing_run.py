"""The run of `zwgk trace` over its children: each is read and traced, what fails is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.cli.children import Children, is_one_a_line
from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import click

    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.diff.trace import Parent
    from zwgk_parse.plan.traced import Summary, Traced
    from zwgk_parse.vocabulary.unit_files import UnitsFile

MISSING = 1
UNREADABLE = 3


class Wanted(NamedTuple):
    """What the command line asks for: the coverage, and the user's own units."""

    require: float | None
    units: UnitsFile | None


class TracingRun:
    """Reads and traces one child after the other; knows at the end what the exit code is."""

    def __init__(
        self, ctx: click.Context, parent: Parent, wanted: Wanted, reading: Reading
    ) -> None:
        self._ctx, self._parent = ctx, parent
        self._wanted, self._reading = wanted, reading
        self._children = Children(ctx, reading)
        self._unlisted = 0
        self._count = 0
        self._fails = False

    def of(self, paths: Sequence[str]) -> Iterator[Traced]:
        """What became of the parent's tasks in each plan that `paths` stand for."""
        for file in self._children.files(paths):
            for one in self._of_file(file):
                self._see(one.summary)
                yield one

    def finish(self) -> int:
        """The exit code; says what the traces do not: that there are none, or what would help."""
        if not self._count:
            complain(phrase("trace-no-plan", self._ctx.obj))
        if self._unlisted:
            complain(phrase("trace-undecided-units", self._ctx.obj, count=self._unlisted))
        if self._children.failed or not self._count:
            return UNREADABLE
        return MISSING if self._fails else 0

    def _of_file(self, file: str) -> Iterator[Traced]:
        from zwgk_parse.tracing.workers import LONG, processors

        long = file != "-" and is_one_a_line(file) and Path(file).is_file()
        if long and processors() > 1 and Path(file).stat().st_size >= LONG:
            yield from self._by_several(file, processors())
            return
        for name, plan in self._children.of(file):
            if plan.id == self._parent.plan.id:
                self._leave_out(name)
            else:
                yield self._parent.traced(plan, name, words=not is_one_a_line(file))

    def _by_several(self, file: str, processes: int) -> Iterator[Traced]:
        from zwgk_parse.plan.texts import plan_texts
        from zwgk_parse.tracing.workers import Given, traced

        parent = self._parent.plan.model_dump_json()
        given = Given(parent, self._wanted.units, self._ctx.obj)
        with self._children.told(), Path(file).open("rb") as stream:
            lines = plan_texts(stream, file, self._reading.options.limits.bytes)
            for done in traced(file, lines, given, processes):
                if done.traced:
                    yield done.traced
                elif done.failure:
                    self._children.fail(done.failure)
                else:
                    self._leave_out(done.file)

    def _leave_out(self, name: str) -> None:
        complain(phrase("trace-same-plan", self._ctx.obj, file=name))

    def _see(self, seen: Summary) -> None:
        self._count += 1
        self._unlisted += seen.unlisted
        required = self._wanted.require
        if required is None:
            self._fails = self._fails or seen.missing > 0
        elif seen.owed and seen.taken < required * seen.owed:
            self._fails = True
            share = f"{seen.taken}/{seen.owed}"
            said = {"file": seen.file, "coverage": share, "required": required}
            complain(phrase("trace-below", self._ctx.obj, **said))
