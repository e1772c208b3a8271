"""Samples: the size asked for, the same for the same seed, none with a better chance."""

from __future__ import annotations

from collections import Counter
from math import sqrt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.study.made import Folder, folder, plan, task
from zwgk_parse.study.sampling import sample

PLANS = tuple(
    plan(f"p{at}", *(task(at * 10 + n, f"{at}-{n}") for n in range(4))) for at in range(6)
)
FOLDER = folder(**{one.sources[0].name: one for one in PLANS})
TASKS = 24
# A busy machine is no fault of the code.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _keys(of: Folder, size: int, seed: int) -> list[str]:
    return [one.key for one in sample(of, size, seed).drawn]


@PATIENT
@given(size=st.integers(1, 40), seed=st.integers(-(2**70), 2**70), order=st.permutations(range(6)))
def test_a_sample_depends_on_the_seed_alone(size: int, seed: int, order: list[int]) -> None:
    keys = _keys(FOLDER, size, seed)
    assert len(keys) == len(set(keys)) == min(size, TASKS)
    shuffled = Folder(tuple(FOLDER.holds[at] for at in order))
    assert _keys(shuffled, size, seed) == keys


@PATIENT
@given(small=st.integers(1, 24), more=st.integers(0, 24), seed=st.integers())
def test_a_larger_sample_begins_with_a_smaller(small: int, more: int, seed: int) -> None:
    assert _keys(FOLDER, small + more, seed)[:small] == _keys(FOLDER, small, seed)


@given(st.integers(0, 10**6))
@settings(PATIENT, max_examples=20)
def test_another_seed_draws_other_tasks(seed: int) -> None:
    drawn = {tuple(_keys(FOLDER, 6, seed + at)) for at in range(8)}
    assert len(drawn) == 8


def test_every_task_is_drawn_as_often() -> None:
    """Of 4,000 samples of 6 out of 24 each task is in a quarter, within what chance allows."""
    seeds, size = 4000, 6
    drawn = Counter(key for seed in range(seeds) for key in _keys(FOLDER, size, seed))
    expected, spread = seeds * size / TASKS, sqrt(seeds * 0.25 * 0.75)
    assert len(drawn) == TASKS
    assert all(abs(count - expected) < 4.5 * spread for count in drawn.values())
    # Chi-square with 23 degrees of freedom: above 49.7 once in a thousand.
    assert sum((count - expected) ** 2 / expected for count in drawn.values()) < 49.7


def test_every_place_of_a_sample_is_as_likely() -> None:
    """Who judges only the first task of a sample has drawn one by chance as well."""
    first = Counter(_keys(FOLDER, 6, seed)[0] for seed in range(4000))
    expected = 4000 / TASKS
    assert sum((first[key] - expected) ** 2 / expected for key in first) < 49.7


def test_a_plan_in_several_files_has_one_chance() -> None:
    one = plan("a", task(1, "甲"), task(2, "乙"), id="x")
    copy = one.model_copy(update={"sources": plan("b").sources})
    both = folder(a=one, b=copy)
    drawn = sample(both, 10, 1)
    assert (len(drawn.drawn), drawn.tasks, drawn.plans) == (2, 2, 1)
    assert {found.entry.path for found in drawn.drawn} == {"a"}
    assert len(sample(both, 10, 1, all_files=True).drawn) == 4


def test_copies_of_one_file_are_all_in_where_each_file_counts() -> None:
    one = plan("a", task(1, "甲"), id="x", digest="same")
    drawn = sample(folder(a=one, b=one), 10, 1, all_files=True)
    assert [found.entry.path for found in drawn.drawn] in (["a", "b"], ["b", "a"])
    assert len({found.key for found in drawn.drawn}) == 2
