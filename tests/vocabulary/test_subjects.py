"""The recurring subjects of work plans, and the words they go by."""

from __future__ import annotations

from collections import Counter
from typing import cast

import pytest

from zwgk_parse.tables import table
from zwgk_parse.vocabulary.subjects import even, subjects


def rows() -> dict[str, list[str]]:
    return cast("dict[str, list[str]]", table("vocabulary", "subjects")["subjects"])


def test_a_word_stands_under_one_subject_and_once() -> None:
    often = Counter(word for words in rows().values() for word in words)
    assert often.most_common(1)[0][1] == 1


@pytest.mark.parametrize("subject", rows())
def test_every_word_names_its_subject(subject: str) -> None:
    for word in rows()[subject]:
        assert len(even(word.partition("…")[0])) >= 2
        assert subject in subjects(even(word.replace("…", "某些"))), word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加强队伍建设，不断提升业务能力。", {"培训"}),
        ("开展业务学习和研讨交流", {"培训"}),
        ("县政府主要领导每年至少听取1次政务公开工作汇报", {"听取汇报"}),
        ("听取意见。形成汇报", {"决策公开"}),
        ("支持ＩＰｖ６", {"IPv6"}),
        ("做好日常工作", set()),
    ],
)
def test_texts_have_the_subjects_that_they_name(text: str, found: set[str]) -> None:
    assert subjects(even(text)) == found


def test_a_list_of_fields_is_not_what_is_demanded() -> None:
    said = "密切关注涉及疫情防控、安全生产、食品药品等方面的舆情"
    assert subjects(even(said)) == {"舆情"}
    alone = "做好疫情防控、安全生产、食品药品等信息公开"
    assert subjects(even(alone)) == {"疫情", "安全生产", "食品药品"}
