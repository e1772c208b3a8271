"""Wilson's interval against published values, and that it holds what it promises."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwgk_parse.study.accuracy import Score, scores, wilson


# Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(right: int, judged: int, low: float, high: float) -> None:
    assert [round(end, 4) for end in wilson(right, judged)] == [low, high]


PAIRS = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(deadline=None)
@given(PAIRS)
def test_the_share_lies_within(pair: tuple[int, int]) -> None:
    right, judged = pair
    low, high = wilson(right, judged)
    assert 0 <= low <= right / judged <= high <= 1
    assert low < high


@settings(deadline=None)
@given(PAIRS)
def test_right_and_wrong_mirror_each_other(pair: tuple[int, int]) -> None:
    right, judged = pair
    low, high = wilson(right, judged)
    other = wilson(judged - right, judged)
    assert other == pytest.approx((1 - high, 1 - low), abs=1e-12)


@settings(deadline=None)
@given(PAIRS)
def test_more_of_the_same_is_narrower(pair: tuple[int, int]) -> None:
    right, judged = pair
    low, high = wilson(right, judged)
    closer = wilson(right * 4, judged * 4)
    assert closer[1] - closer[0] < high - low


@pytest.mark.parametrize("share", [0.5, 0.8, 0.9, 0.95, 0.98])
@pytest.mark.parametrize("judged", [50, 200, 400])
def test_it_covers_the_true_share_about_as_often_as_it_says(share: float, judged: int) -> None:
    covered = sum(
        comb(judged, right) * share**right * (1 - share) ** (judged - right)
        for right in range(judged + 1)
        if wilson(right, judged)[0] <= share <= wilson(right, judged)[1]
    )
    assert 0.92 < covered < 0.99


def test_what_is_blank_does_not_count() -> None:
    rows: list[dict[str, bool | None]] = [
        {"text": True, "owners": True, "deadlines": True},
        {"text": True, "owners": False, "deadlines": True},
        {"text": False, "owners": None, "deadlines": None},
        {"text": None, "owners": None, "deadlines": None},
    ]
    assert scores(rows) == (
        Score("text", 2, 1, 1),
        Score("owners", 1, 1, 2),
        Score("deadlines", 2, 0, 2),
        # The third row is wrong in one column, but was not judged in all.
        Score("all", 1, 1, 2),
    )


def test_nothing_judged_has_no_share() -> None:
    (text, *_) = scores([])
    assert (text.share, text.interval) == (None, None)
