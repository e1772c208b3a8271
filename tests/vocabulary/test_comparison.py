"""Words that say little when texts are compared."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

import pytest

from zwgk_parse.tables import table

NAMES = ("manner", "level")


def rows(name: str) -> list[str]:
    return cast("list[str]", table("vocabulary", "comparison")[name])


@pytest.mark.parametrize("name", NAMES)
def test_no_row_stands_twice_or_takes_in_everything(name: str) -> None:
    assert max(Counter(rows(name)).values()) == 1
    for row in rows(name):
        assert re.fullmatch(row, "") is None


@pytest.mark.parametrize(
    "words",
    [
        "县直各单位",
        "市直部门",
        "区直有关单位",
        "各镇人民政府",
        "各科室",
        "街道办事处",
        "我县",
        "全市",
        "本区",
    ],
)
def test_words_for_the_own_level(words: str) -> None:
    assert any(re.fullmatch(row, words) for row in rows("level"))


@pytest.mark.parametrize(
    "words", ["县域经济", "市场监管", "各类信息", "全面", "区块链", "省长信箱"]
)
def test_other_words_are_none(words: str) -> None:
    assert not any(re.search(row, words) for row in rows("level"))
