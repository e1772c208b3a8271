"""A task's words go in, what of them can be compared comes out: folded text, shingles, likeness.

Texts are folded before they are compared, so that what a copy for another year, place or level
changes costs nothing.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from zwgk_parse.patterns import lazy

_NOT_WORDS = lazy(r"[\W_]+")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?=年)")
# Words that say how, not what.
_MANNER = lazy(
    "进一步|继续|持续|不断|切实|认真|积极|深入|全面|扎实|着力|大力|加大|加强|加快|推进|推动|完善|健全|优化"
    "|提升|提高|强化|做好|抓好|开展|落实|严格|相关|有关|应当|以及"
)
_LENGTH = 2


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` without width, punctuation and white space, and without the numbers of years."""
    words = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORDS.sub("", _YEAR.sub("", words))


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[str]:
    """All pairs of characters that stand side by side in `text`, within its words."""
    words = _YEAR.sub("", unicodedata.normalize("NFKC", text).casefold())
    return frozenset(
        part[start : start + _LENGTH]
        for run in _NOT_WORDS.split(words)
        for part in _MANNER.split(run)
        for start in range(len(part) - _LENGTH + 1)
    )
