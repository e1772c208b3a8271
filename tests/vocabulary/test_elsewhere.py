"""Words that stand for what is written elsewhere, by the examples in their table."""

from __future__ import annotations

import pytest

from zwgk_parse.vocabulary.elsewhere import (
    assigns_elsewhere,
    is_placeholder,
    is_stub,
    placeholders,
    rows,
)

WORDS = (
    ("stub", is_stub),
    ("owners_elsewhere", assigns_elsewhere),
    ("placeholder", lambda text: any(placeholders(text))),
)


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


@pytest.mark.parametrize(
    "text",
    [
        "标题统一为“××局2022年政府信息公开工作年度报告”。",
        "文号格式为XX发〔2022〕XX号。",
        "落实《××县公开办法》。",
        "张××等人",
    ],
)
def test_a_sign_that_shows_a_form_is_no_placeholder(text: str) -> None:
    assert list(placeholders(text)) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("××局", True), ("XX局", True), ("待定", True), ("【待核实】", True), ("县教育局", False)],
)
def test_a_name_may_be_a_placeholder(name: str, *, expected: bool) -> None:
    assert is_placeholder(name) is expected
