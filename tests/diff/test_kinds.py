"""Which kinds of change are told."""

from __future__ import annotations

import pytest

from zwgk_parse.diff.kinds import GROUPS, KINDS, UnknownKindError, kinds_of, only_told
from zwgk_parse.plan.changes import Change, Changes, Edit, PlanKey

CHANGES = Changes(
    old=PlanKey(id="a"),
    changes=tuple(Change(kind=kind) for kind in KINDS),
    plan=(Edit(field="title"),),
)


@pytest.mark.parametrize(
    ("word", "count"), [("owner", 4), ("deadline", 6), ("target", 4), ("year", 1), ("moved", 1)]
)
def test_a_word_stands_for_kinds(word: str, count: int) -> None:
    assert len(kinds_of(word)) == count


def test_every_kind_is_known_by_its_name_and_no_group_is_called_like_one() -> None:
    assert all(kinds_of(kind) == {kind} for kind in KINDS)
    assert not set(GROUPS) & set(KINDS)


@pytest.mark.parametrize(
    ("word", "near"), [("renumberd", "renumbered"), ("owners", "owner"), ("", None), ("x", None)]
)
def test_an_unknown_word_is_refused(word: str, near: str | None) -> None:
    with pytest.raises(UnknownKindError) as raised:
        kinds_of(word)
    assert (near in raised.value.near) if near else not raised.value.near


def test_what_is_told_is_chosen_and_the_edits_stay() -> None:
    def told(only: set[str], ignored: set[str]) -> list[str]:
        chosen = only_told(
            CHANGES,
            frozenset().union(*map(kinds_of, only)),
            frozenset().union(*map(kinds_of, ignored)),
        )
        assert chosen.plan == CHANGES.plan
        return [change.kind for change in chosen.changes]

    assert told(set(), set()) == list(KINDS)
    assert told({"moved", "year"}, set()) == ["moved", "year-rolled"]
    assert told({"target"}, {"target-set"}) == ["target-removed", "target-raised", "target-lowered"]
    assert len(told(set(), {"owner", "deadline"})) == len(KINDS) - 10
