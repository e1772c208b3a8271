"""Which kinds of change are told: words of the command line go in, Changes with fewer come out."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from zwgk_parse.plan.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Collection

    from zwgk_parse.plan.changes import Changes

KINDS: tuple[Kind, ...] = get_args(Kind)
# A word for several kinds, or a short one.
GROUPS: dict[str, tuple[Kind, ...]] = {
    "owner": tuple(kind for kind in KINDS if kind.startswith("owner-")),
    "deadline": tuple(kind for kind in KINDS if kind.startswith("deadline-")),
    "target": tuple(kind for kind in KINDS if kind.startswith("target-")),
    "year": ("year-rolled",),
}


class UnknownKindError(ValueError):
    """A word that names no kind of change; `near` are those that look like it."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.near = get_close_matches(word, (*KINDS, *GROUPS), n=3)


def kinds_of(word: str) -> frozenset[Kind]:
    """The kinds that `word` stands for: one by its name, or those of a group.

    Raises UnknownKindError.
    """
    found = GROUPS.get(word) or tuple(kind for kind in KINDS if kind == word)
    if not found:
        raise UnknownKindError(word)
    return frozenset(found)


def only_told(changes: Changes, only: Collection[Kind], ignored: Collection[Kind]) -> Changes:
    """`changes` without those that are not of the kinds `only`, if there are any, or are `ignored`.

    The edits stay whole, so that what is applied does not depend on what was told.
    """
    told = tuple(
        change
        for change in changes.changes
        if (not only or change.kind in only) and change.kind not in ignored
    )
    return changes.model_copy(update={"changes": told})
