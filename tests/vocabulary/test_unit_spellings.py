"""Misprinted names of units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwgk_parse.vocabulary.unit_spellings import _bodies, is_other, meant, one_edit
from zwgk_parse.vocabulary.units import _table, body_stems, full_stems

WORDS = st.text(alphabet="财政教育和局", max_size=6)


def test_no_known_name_is_a_misprint_at_any_level() -> None:
    names = [level + name for name in _table() for level in ("", "县", "市", "区", "省")]
    assert [name for name in names if meant(name)] == []


def test_no_other_body_is_a_misprint() -> None:
    stems = _bodies()["others"]["stems"]
    names = [f"县{stem}{suffix}" for stem in stems for suffix in ("局", "办", "委员会", "中心")]
    assert [name for name in names if meant(name)] == []


def test_no_pair_of_words_of_other_bodies_is_a_misprint() -> None:
    """盐政管理局, 生态环保局, 农业发展局: bodies that are made of the words of others."""
    even = [stem for stem in body_stems() if len(stem) in (2, 4)]
    halves = {stem[:2] for stem in even} | {stem[-2:] for stem in even}
    names = [f"县{one}{other}局" for one in halves for other in halves if one[-1] != other[0]]
    wrong = [name for name in names if meant(name)]
    assert wrong == []


def test_a_long_name_is_known_again_with_a_character_doubled_or_left_out() -> None:
    for stem in full_stems():
        if len(stem) < 6:
            continue
        for at in range(1, len(stem)):
            doubled = f"县{stem[:at]}{stem[at - 1]}{stem[at:]}局"
            assert meant(doubled) is not None or stem[at - 1] == stem[at], doubled


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("区市市场监管局", "区市场监管局"),
        ("县县财政局", "县财政局"),
        ("县教育局局", "县教育局"),
        ("阳西县财财政局", "阳西县财政局"),
        ("县人力资源和社会保证局", "县人力资源和社会保障局"),
        ("县农业衣村局", "县农业农村局"),
        ("县生态境环局", "县生态环境局"),
        ("县市场监督管局", "县市场监督管理局"),
        ("县卫建局", "县卫健局"),
        ("市县财政局", None),
        ("市市直机关工委", None),
        ("市市场监管局", None),
        ("县文广旅局", None),
        ("县旅文局", None),
        ("县港务局", None),
        ("县盐政管理局", None),
        ("县退役军人服务中心", None),
        ("县发展与改革局", None),
        ("各镇镇人民政府", None),
        ("局", None),
        ("", None),
        ("县" * 500, None),
    ],
)
def test_what_is_meant(name: str, right: str | None) -> None:
    assert meant(name) == right


@given(WORDS, WORDS)
def test_one_edit_is_mutual(one: str, other: str) -> None:
    assert one_edit(one, other) == one_edit(other, one)


@given(WORDS, st.integers(0, 6), st.sampled_from("财政教育和局"))
def test_a_character_put_in_is_one_edit(word: str, at: int, character: str) -> None:
    assert one_edit(word, word[:at] + character + word[at:])
    assert not one_edit(word, word)
    assert not one_edit(word, word + "甲乙")


def test_other_bodies_are_told_by_their_stem() -> None:
    assert is_other("畜牧兽医局")
    assert is_other("社会事务办公室")
    assert not is_other("财政局")
