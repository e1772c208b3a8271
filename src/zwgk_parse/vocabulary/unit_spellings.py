"""Misprinted names of units: a name goes in, the known name it most likely stands for comes out.

Only one edit counts, and only where no body of the printed name is likely to exist.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from zwgk_parse.tables import table
from zwgk_parse.vocabulary.unit_names import LONGEST_NAME, bare, is_group, level_head, shape
from zwgk_parse.vocabulary.units import body_stems, full_stems, is_known, known, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the edits of a long stem are looked for before: 中心, 办公室 … stand behind many words.
_SUFFIXES = ("委员会", "局", "厅", "委")
_LONG = 4


@remembered
def meant(name: str) -> str | None:
    """The known name that is one edit from `name`; None for a name that may be right."""
    core = bare(name)
    if not 3 <= len(core) <= LONGEST_NAME or is_group(name):
        return None
    if _has_level_twice(core):
        return core[0] + core[2:]
    if known(name, None):
        return None
    rests = {head: core[len(head) :] for head in _heads(core)}
    if any(is_other(rest) for rest in rests.values()):
        return None
    # A character that stands twice is the likelier misprint.
    for edits in (_doubled, _mistyped):
        found = {head + each for head, rest in rests.items() for each in edits(rest)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _heads(core: str) -> Iterator[str]:
    """What may stand before the body's own name: its level, nothing, or a place."""
    yield level_head(core)
    for at in range(1, min(5, len(core) - 2)):
        # Of 市场监管局 no head is 市.
        if core[at] in "省市县区州盟旗" and core[at + 1] not in "场容政民":
            yield core[: at + 1]


def is_other(body: str) -> bool:
    """Whether `body`, without its level, is one that exists though units.toml lacks it."""
    stems = _others()
    return any(body[:-cut] in stems for cut in (1, 2, 3) if len(body) > cut + 1)


def one_edit(one: str, other: str) -> bool:
    """Whether a character inserted, left out, replaced or two swapped part the two words."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    start = sum(1 for _ in same)
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        swapped = left[1:2] == right[:1] and left[:1] == right[1:2] and left[2:] == right[2:]
        return left[1:] == right[1:] or swapped
    return left[1:] == right if len(left) > len(right) else right[1:] == left


def _has_level_twice(core: str) -> bool:
    """Whether one level sign too many stands at the head: `县县财政局`, `区市市场监管局`.

    Not `市县财政局`, those of both; 市市场监管局 is right.
    """
    head, rest = level_head(core), core[1:]
    if not head or not level_head(rest) or is_known(rest) or not is_known(rest[1:]):
        return False
    # 市市直机关工委 is right.
    return rest[0] in (head, rest[1]) and rest[1] not in "直级属委"


def _doubled(rest: str) -> Iterator[str]:
    """The known name that is left when one of two equal characters goes: `财财政局`, `财政局局`."""
    for at in range(1, len(rest)):
        if rest[at] == rest[at - 1] and is_known(rest[:at] + rest[at + 1 :]):
            yield rest[:at] + rest[at + 1 :]


def _mistyped(rest: str) -> Iterator[str]:
    """Known names that differ by a lookalike, and long ones that differ by any one character."""
    for at, character in enumerate(rest):
        for other in _lookalikes().get(character, ""):
            if is_known(rest[:at] + other + rest[at + 1 :]):
                yield rest[:at] + other + rest[at + 1 :]
    suffix = next((each for each in _SUFFIXES if rest.endswith(each)), None)
    if suffix is None or len(rest) < _LONG + len(suffix) - 1 or shape(rest) is None:
        return
    stem = rest.removesuffix(suffix)
    for length in range(len(stem) - 1, len(stem) + 2):
        for other in _long_stems().get(length, ()):
            if one_edit(stem, other) and _is_misprint(stem, other):
                yield other + suffix


def _is_misprint(stem: str, other: str) -> bool:
    """Whether `stem`, one edit from the known stem `other`, makes no sense by itself.

    盐政管理 is one edit from 邮政管理, and neither is a misprint: a character that makes a word
    with the one beside it may be right. 发展与改革 is a way of writing.
    """
    if without_joiners(stem) == without_joiners(other):
        return False
    if len(stem) < len(other) or sorted(stem) == sorted(other):
        return True
    same = takewhile(lambda pair: pair[0] == pair[1], zip(stem, other, strict=False))
    at = sum(1 for _ in same)
    return stem[max(0, at - 1) : at + 1] not in _words() and stem[at : at + 2] not in _words()


@cache
def _words() -> frozenset[str]:
    """The words of two characters that the names of bodies are made of."""
    stems = (*body_stems(), *_others(), *_bodies()["others"]["words"])
    return frozenset(
        stem[at : at + 2]
        for stem in stems
        for at in (range(0, len(stem), 2) if len(stem) % 2 == 0 else range(len(stem)))
    )


def without_joiners(words: str) -> str:
    """`words` without 和 and the like: 文化旅游 and 文化和旅游 become the same."""
    return words.translate(_joiners())


@cache
def _joiners() -> dict[int, None]:
    return dict.fromkeys(map(ord, _bodies()["single"]["joiners"]))


@cache
def _bodies() -> dict[str, Any]:
    return table("vocabulary", "bodies")  # type: ignore[no-any-return]


@cache
def _long_stems() -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for stem in full_stems():
        if len(stem) >= _LONG:
            found[len(stem)] = (*found.get(len(stem), ()), stem)
    return found


@cache
def _others() -> frozenset[str]:
    return frozenset(_bodies()["others"]["stems"])


@cache
def _lookalikes() -> dict[str, str]:
    found: dict[str, str] = {}
    for one, other in _bodies()["lookalikes"]["pairs"]:
        found[one] = found.get(one, "") + other
        found[other] = found.get(other, "") + one
    return found
