"""Who has which job, for how long, and what happens when workers die, without any worker."""

from __future__ import annotations

from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwgk_parse.batch.engines import slots
from zwgk_parse.batch.engines.slots import Said, Slots
from zwgk_parse.batch.inputs import Input
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Job, Limits, Outcome, Work
from zwgk_parse.errors import WorkersError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zwgk_parse.batch.engines.engine import Engine

OK = Outcome("ok")
USUAL = Limits()


class Far:
    """Workers that do what a test says: `said` is heard next."""

    def __init__(self) -> None:
        self.begun = 0
        self.has: dict[int, Job] = {}
        self.gone: set[int] = set()
        self.said: list[Said] = []
        self.waited: list[float] = []
        self.stopped = False

    def begin(self) -> int:
        """One more, which is not ready."""
        self.begun += 1
        return self.begun

    def give(self, worker: int, job: Job) -> None:
        """Keep it."""
        assert worker not in self.has, "it has one already"
        assert worker not in self.gone, "it is no more"
        self.has[worker] = job

    def hear(self, seconds: float) -> Iterable[Said]:
        """What a test has put there, of those that are still there."""
        self.waited.append(seconds)
        said, self.said = self.said, []
        for one in said:
            if one.outcome is not None:
                self.has.pop(one.worker, None)
            if one.worker not in self.gone:
                yield one

    def end(self, worker: int) -> None:
        """It is gone."""
        self.has.pop(worker, None)
        self.gone.add(worker)

    def stop(self) -> None:
        """All are."""
        self.stopped = True


def job(name: str, tries: int = 1) -> Job:
    """A job with an input of this name."""
    return Job(Input(name, (name,)), f"plans/{name}.json", tries=tries)


def made(
    tmp_path: Path, count: int = 2, tries: int = 3, limits: Limits = USUAL
) -> tuple[Far, Slots]:
    """Slots without a worker that is ready."""
    far = Far()
    return far, Slots(far, Work(LocalStore(tmp_path), limits=limits), count, tries)


def ready(far: Far, engine: Engine, *workers: int) -> None:
    """Let workers say that they are ready."""
    far.said = [Said(worker, ready=True) for worker in workers]
    assert engine.take(0) == []


def test_jobs_wait_for_a_worker_that_has_answered(tmp_path: Path) -> None:
    far, engine = made(tmp_path)
    for name in "abc":
        engine.put(job(name))
    assert far.has == {}
    assert engine.room == 3
    ready(far, engine, 2)
    assert far.has == {2: job("a")}
    ready(far, engine, 1)
    assert far.has == {2: job("a"), 1: job("b")}
    assert engine.room == 3
    far.said = [Said(1, outcome=OK)]
    assert engine.take(0) == [(job("b"), OK)]
    assert far.has == {2: job("a"), 1: job("c")}
    engine.stop()
    assert far.stopped


def test_a_clock_starts_when_a_worker_has_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = monotonic()
    monkeypatch.setattr(slots, "monotonic", lambda: now)
    far, engine = made(tmp_path, count=1, limits=Limits(seconds=10))
    engine.put(job("slow"))
    engine.put(job("next"))
    now += 1000
    assert engine.take(5) == []
    assert far.waited == [5]
    ready(far, engine, 1)
    now += 7
    assert engine.take(5) == []
    assert far.waited[-1] == 3
    now += 3
    ((late, outcome),) = engine.take(5)
    assert late == job("slow")
    assert outcome.state == "timed-out"
    assert outcome.seconds == 10
    assert far.gone == {1}
    # The one in its place is not given anything before it is ready.
    assert far.has == {}
    # What the one that was ended has said before it was is not heard.
    far.said = [Said(1, outcome=OK), Said(2, ready=True)]
    assert engine.take(5) == []
    assert far.has == {2: job("next")}


def test_a_job_whose_worker_dies_is_begun_again_so_often(tmp_path: Path) -> None:
    far, engine = made(tmp_path, count=1, tries=3)
    engine.put(job("a"))
    engine.put(job("b"))
    for tries in (1, 2, 3):
        ready(far, engine, tries)
        assert far.has == {tries: job("a", tries)}
        far.said = [Said(tries, died="lost", reason="the node is gone")]
        done = engine.take(0)
    ((lost, outcome),) = done
    assert lost == job("a", 3)
    assert outcome.state == "crashed"
    assert outcome.reason == "its process ended 3 times; tell us, with the file"
    ready(far, engine, 4)
    assert far.has == {4: job("b")}


def test_memory_is_a_reason_not_to_try_again(tmp_path: Path) -> None:
    far, engine = made(tmp_path, count=1, limits=Limits(memory=1000))
    engine.put(job("a"))
    ready(far, engine, 1)
    far.said = [Said(1, died="memory")]
    ((_, outcome),) = engine.take(0)
    assert outcome.state == "out-of-memory"
    assert outcome.reason == (
        "it needs more than 1,000 bytes of memory; raise --memory if you trust it"
    )
    assert far.gone == {1}


def test_a_worker_is_used_so_often(tmp_path: Path) -> None:
    far, engine = made(tmp_path, count=1, limits=Limits(inputs=2))
    for name in "abc":
        engine.put(job(name))
    ready(far, engine, 1)
    for name in "ab":
        far.said = [Said(1, outcome=OK)]
        assert engine.take(0) == [(job(name), OK)]
    assert far.gone == {1}
    assert far.begun == 2
    ready(far, engine, 2)
    assert far.has == {2: job("c")}


def test_a_worker_that_dies_while_it_is_free_costs_nothing(tmp_path: Path) -> None:
    far, engine = made(tmp_path, count=1)
    for worker in range(1, 20):
        ready(far, engine, worker)
        far.said = [Said(worker, died="lost")]
        assert engine.take(0) == []
    engine.put(job("a"))
    assert far.has == {}
    ready(far, engine, 20)
    assert far.has == {20: job("a")}


def test_workers_that_never_answer_end_the_batch(tmp_path: Path) -> None:
    far, engine = made(tmp_path, count=1)
    for worker in range(1, 5):
        far.said = [Said(worker, died="lost", reason="No module named 'zwgk_parse'")]
        engine.take(0)
    far.said = [Said(5, died="lost", reason="No module named 'zwgk_parse'")]
    with pytest.raises(WorkersError, match="No module named 'zwgk_parse'; look at the logs"):
        engine.take(0)


MOVES = st.lists(st.sampled_from(("put", "ready", "done", "lost", "memory")), max_size=200)
SAID = {
    "done": {"outcome": OK},
    "lost": {"died": "lost"},
    "memory": {"died": "memory"},
}


class Play:
    """Slots to which one thing after another happens."""

    def __init__(self, tmp_path: Path, count: int, tries: int) -> None:
        self.far, self.engine = made(tmp_path, count, tries, Limits(inputs=3))
        self.count, self.tries = count, tries
        self.put = 0
        self.ended: Counter[str] = Counter()

    def idle(self) -> list[int]:
        """Workers that have not answered yet."""
        alive = set(range(1, self.far.begun + 1)) - self.far.gone - set(self.far.has)
        return sorted(alive - set(self.engine._free))

    def hear(self, *said: Said) -> None:
        """Let that be said."""
        self.far.said = list(said)
        for one, outcome in self.engine.take(0):
            self.ended[one.given.name] += 1
            assert one.tries <= self.tries
            assert outcome.state in ("ok", "crashed", "out-of-memory")

    def make(self, move: str) -> None:
        """Let something happen, where it can."""
        if move == "put" and self.engine.room > 0:
            self.engine.put(job(str(self.put)))
            self.put += 1
        elif move == "ready":
            self.hear(*(Said(worker, ready=True) for worker in self.idle()[:1]))
        elif move in SAID and self.far.has:
            self.hear(Said(min(self.far.has), **SAID[move]))  # type: ignore[arg-type]

    def end(self) -> None:
        """Let all go well from now on."""
        while sum(self.ended.values()) < self.put:
            self.hear(*(Said(worker, ready=True) for worker in self.idle()))
            self.hear(*(Said(worker, outcome=OK) for worker in self.far.has))


@settings(max_examples=200, deadline=None)
@given(moves=MOVES, count=st.integers(1, 4), tries=st.integers(1, 3))
def test_every_job_ends_once_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory, moves: list[str], count: int, tries: int
) -> None:
    """Each job comes out once, is begun `tries` times at most, and there is always a window."""
    play = Play(tmp_path_factory.getbasetemp(), count, tries)
    for move in moves:
        play.make(move)
        assert play.far.begun - len(play.far.gone) == count
        assert len(play.far.has) <= count
        assert play.engine.room <= 3 * count
    play.end()
    assert play.ended == Counter(str(number) for number in range(play.put))
