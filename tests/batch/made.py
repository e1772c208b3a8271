"""Batches made for tests, by an engine that converts in this process: no time is lost on others."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from zwgk_parse.batch.convert import convert
from zwgk_parse.batch.inputs import Choice
from zwgk_parse.batch.run import Again
from zwgk_parse.batch.session import Spec, run_batch
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.tables.assembly import assembly
from zwgk_parse.batch.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from zwgk_parse.batch.session import Listener
    from zwgk_parse.batch.tally import Summary
    from zwgk_parse.batch.work import Format, Job, Outcome

PLAN = """阳西县2022年政务公开工作要点

一、重点工作
1.公开本级预算，公开率达到100%。（牵头单位：县财政局；配合单位：县审计局；完成时限：6月底前）
2.持续更新{word}。（责任单位：县教育局）
"""


class Here:
    """An engine that converts each job when its outcome is asked for."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._jobs: list[Job] = []

    @property
    def room(self) -> int:
        """See `Engine`."""
        return 8 - len(self._jobs)

    def put(self, job: Job) -> None:
        """See `Engine`."""
        self._jobs.append(job)

    def take(self, _: float) -> Sequence[tuple[Job, Outcome]]:
        """See `Engine`."""
        done, self._jobs = self._jobs, []
        return [(job, convert(job, self._work)) for job in done]

    def stop(self) -> None:
        """See `Engine`."""


class Deaf:
    """Hears all that a batch tells, and does nothing."""

    def __getattr__(self, _: str) -> Callable[..., None]:
        return lambda *_: None


def batch(
    out: Path,
    *sources: Path,
    form: Format = "json",
    notes: Iterable[tuple[str, dict[str, str]]] = (),
    again: Again | None = None,
) -> Summary:
    """Convert `sources` into `out`, in the form that `--format` of that name asks for."""
    work = Work(LocalStore(out), format=form)
    spec = Spec(
        map(str, sources),
        Choice(),
        work,
        str(out),
        again=again or Again(),
        notes=notes,
        assemble=assembly(form),
    )
    return run_batch(spec, Here, cast("Listener", Deaf()))


def plan_file(path: Path, word: str = "办事指南") -> Path:
    """A file of a plan with two tasks, one of which has `word` in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN.format(word=word), encoding="utf-8")
    return path
