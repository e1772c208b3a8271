"""A task's text goes in, the recurring subjects of work plans that it names come out."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import chain
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.forms import nfkc
from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

# A list that 等 ends says for which fields something is demanded, and not what.
_FIELDS = lazy(r"(?:[^,。;:、和]{2,16}、){2,}[^,。;:、]{2,16}?等")
_CLAUSE_END = lazy(r"[,。;]")


class _Word(NamedTuple):
    """A word of a subject: `start`, with `after` after it in the same clause if that is given."""

    subject: str
    start: str
    after: str


def even(text: str) -> str:
    """`text` as words are sought in it: without differences of width and case."""
    return nfkc(text).casefold()


def subjects(text: str) -> frozenset[str]:
    """The names of the subjects in `text`, which is `even`.

    Those that only a list of fields names count where there are no others.
    """
    return _named(_FIELDS.sub(" ", text)) or _named(text)


def _named(text: str) -> frozenset[str]:
    words = _words()
    pairs = words.keys() & set(_pairs(text))
    found = chain.from_iterable(map(words.__getitem__, pairs))
    return frozenset(word.subject for word in found if _stands(word, text))


def _pairs(text: str) -> Iterator[str]:
    """Each two characters that stand side by side."""
    return map(add, text, text[1:])


def _stands(word: _Word, text: str) -> bool:
    if word.start not in text or word.after not in text:
        return False
    if not word.after:
        return True
    clauses = (clause.partition(word.start) for clause in _CLAUSE_END.split(text))
    return any(word.after in rest for _, _, rest in clauses)


@cache
def _words() -> dict[str, list[_Word]]:
    """The words of all subjects, each by those two of its characters that fewest others have."""
    words = list(_all_words())
    often = Counter(pair for word in words for pair in _pairs(word.start))
    found: defaultdict[str, list[_Word]] = defaultdict(list)
    for word in words:
        found[min(_pairs(word.start), key=often.__getitem__)].append(word)
    return dict(found)


def _all_words() -> Iterator[_Word]:
    for subject, words in table("vocabulary", "subjects")["subjects"].items():
        for word in words:
            # NFKC would make three full stops of the mark.
            start, _, after = word.partition("…")
            yield _Word(subject, even(start), even(after))
