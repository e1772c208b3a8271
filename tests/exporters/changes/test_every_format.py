"""What holds for every format of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exporters.changes.comparisons import COMPARISONS, EVERY, KINDS, NASTY, written
from zwgk_parse.exporters.changes import FORMATS, format_of

if TYPE_CHECKING:
    from zwgk_parse.exporters.changes.comparison import Comparison
    from zwgk_parse.messages.language import Language

NAMES = [row.name for row in FORMATS]


def test_every_kind_is_among_the_cases() -> None:
    assert {change.kind for change in EVERY} == set(KINDS)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("told", COMPARISONS.values(), ids=COMPARISONS)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_comes_out_each_time_and_ends_its_last_line(
    name: str, told: Comparison, language: Language
) -> None:
    text = written(name, told, language)
    assert text == written(name, told, language)
    assert text.endswith("\n") or not text
    assert "\r" not in text
    text.encode()


@pytest.mark.parametrize("name", sorted({*NAMES} - {"json"}))
def test_nothing_steers_a_terminal(name: str) -> None:
    assert not {"\x00", "\u202e", "\ud800"} & set(written(name, NASTY))


@pytest.mark.parametrize(
    ("name", "suffix", "found"),
    [
        (None, "", "text"),
        (None, ".MD", "markdown"),
        (None, ".htm", "html"),
        (None, ".pdf", "text"),
        ("json", ".html", "json"),
        ("names", "", "names"),
    ],
)
def test_a_format_is_found(name: str | None, suffix: str, found: str) -> None:
    assert format_of(name, suffix).name == found
