"""Words that stand for what is written elsewhere, by the examples in their table."""

from __future__ import annotations

import pytest

from zwgk_parse.vocabulary.elsewhere import assigns_elsewhere, is_stub, rows

WORDS = (("stub", is_stub), ("owners_elsewhere", assigns_elsewhere))


@pytest.mark.parametrize(("name", "claims"), WORDS)
def test_every_row_claims_its_examples_and_nothing_near(name: str, claims: object) -> None:
    assert callable(claims)
    for row in rows(name):
        assert [words for words in row["examples"] if not claims(words)] == []
        assert [words for words in row["misses"] if claims(words)] == []


@pytest.mark.parametrize("text", ["（略）", "详见附件。", "见附表（二）。", "  同上；"])
def test_signs_around_a_stub_make_no_difference(text: str) -> None:
    assert is_stub(text)


@pytest.mark.parametrize(
    "text", ["", "做好年报。", "详见附件。各单位要逐项公开，并于每季度末报送。"]
)
def test_a_text_that_says_something_is_no_stub(text: str) -> None:
    assert not is_stub(text)
