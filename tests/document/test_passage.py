"""A Passage keeps the place of every piece through cuts and joins."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwgk_parse.document.passage import Passage, clean
from zwgk_parse.source import Span

ONE, TWO = Span(line=1, end_line=1), Span(line=9, end_line=9)
CUT = Passage.join([Passage.of("县直各", ONE), Passage.of("单位牵头", TWO)])


def test_joined_pieces_keep_their_places() -> None:
    assert str(CUT) == "县直各单位牵头"
    assert CUT.spans == (ONE, TWO)
    assert CUT.slice(3).spans == (TWO,)
    assert CUT.slice(0, 3).spans == (ONE,)
    assert CUT.slice(2, 4).marks == ((0, ONE), (1, TWO))


def test_an_empty_slice_has_no_place() -> None:
    assert CUT.slice(5, 5) == Passage()
    assert not CUT.slice(100)


def test_ranges_are_cut_out_and_the_rest_keeps_its_places() -> None:
    rest = CUT.without([(1, 2), (3, 5)])
    assert (rest.text, rest.marks) == ("县各牵头", ((0, ONE), (2, TWO)))


def test_split_leaves_out_empty_pieces() -> None:
    pieces = (CUT + Passage.of("；；末", TWO)).split(re.compile("；"))
    assert [piece.text for piece in pieces] == ["县直各单位牵头", "末"]


@pytest.mark.parametrize(
    ("printed", "tidy"),
    [
        ("各镇人民政府； 县直各单位按职能 分工落实", "各镇人民政府；县直各单位按职能分工落实"),
        ("2022 年底前 12345 热线", "2022年底前12345热线"),
        ("按照 GB 50180 与 open data 的要求", "按照GB 50180与open data的要求"),
        ("DB35/T 1792-2018 ）标准", "DB35/T 1792-2018）标准"),
        ("　通　知　", "通知"),
        ("第 6 版 ( IPv6 )", "第6版(IPv6)"),
    ],
)
def test_tidy_removes_the_layout_and_keeps_latin_words(printed: str, tidy: str) -> None:
    assert Passage.of(printed, ONE).tidy().text == tidy


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("⼯作", "工作"),  # a Kangxi radical that a font put for the character
        ("政\u200b务\ufeff公\u00ad开", "政务公开"),
        ("e\u0301", "é"),
        ("ＡＢ，（）", "ＡＢ，（）"),  # no width conversion
    ],
)
def test_clean_changes_only_what_is_not_printed(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(
    st.lists(st.tuples(st.text(" 中a", max_size=4), st.integers(1, 9)), max_size=6),
    st.integers(-9, 30),
    st.integers(-9, 30),
)
def test_any_slice_has_the_places_of_its_own_characters(
    pieces: list[tuple[str, int]], start: int, end: int
) -> None:
    joined = Passage.join(Passage.of(text, Span(line=line)) for text, line in pieces)
    lines = [line for text, line in pieces for _ in text]
    cut = joined.slice(start, end)
    assert cut.text == joined.text[start:end]
    wanted = list(dict.fromkeys(lines[start:end]))
    assert [span.line for span in cut.spans] == wanted
    assert cut.strip().text == cut.text.strip()
    assert cut.tidy().tidy() == cut.tidy()
