"""Document numbers: each form claims its examples; what is not whole is said."""

from __future__ import annotations

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.document_number import FORMS, read_document_number
from zwgk_parse.source import Span


def read(text: str) -> tuple[tuple[str | None, int | None, int | None] | None, list[str]]:
    result = read_document_number(Passage.of(text, Span(line=1)))
    number = result.value
    parts = (number.code, number.year, number.number) if number else None
    return parts, [str(said.data["reason"]) for said in result.diagnostics]


@pytest.mark.parametrize(
    ("text", "parts", "amiss"),
    [
        (text, parts, [form.amiss] if form.amiss else [])
        for form in FORMS
        for text, parts in form.examples.items()
    ],
)
def test_forms(
    text: str, parts: tuple[str | None, int | None, int | None], amiss: list[str]
) -> None:
    assert read(text) == (parts, amiss)


@pytest.mark.parametrize(
    ("text", "parts", "amiss"),
    [
        ("甲政 〔 2022 〕 7 号", ("甲政", 2022, 7), []),
        ("甲政〔1234〕7号", ("甲政", None, 7), ["the year is none"]),
        ("117号", (None, None, None), ["it has no issuer's code"]),
    ],
)
def test_oddities(
    text: str, parts: tuple[str | None, int | None, int | None], amiss: list[str]
) -> None:
    assert read(text) == (parts, amiss)


@pytest.mark.parametrize("text", ["", "  ", "无", "—"])
def test_no_number(text: str) -> None:
    assert read(text) == (None, [])


def test_a_broken_number_keeps_its_words_and_their_place() -> None:
    result = read_document_number(Passage.of("盐府办函〔202313", Span(line=9)))
    assert result.value is not None
    assert result.value.raw == "盐府办函〔202313"
    assert [(said.code, said.provenance[0].line) for said in result.diagnostics] == [("ZW404", 9)]
