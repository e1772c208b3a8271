"""Labels: every row of STYLES is claimed by its own style; counts decide where items begin."""

import pytest

from zwgk_parse.document.numbering import STYLES, find_labels, read_han_number, read_label


@pytest.mark.parametrize(
    ("style", "text", "number"),
    [(style, text, number) for style, _, good, _ in STYLES for text, number in good.items()],
)
def test_each_example_is_read_by_its_own_style(style: str, text: str, number: int) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.style, label.number) == (style, number)


@pytest.mark.parametrize(
    ("style", "text"), [(style, text) for style, _, _, bad in STYLES for text in bad]
)
def test_each_near_miss_is_not_taken(style: str, text: str) -> None:
    label = read_label(text)
    assert label is None or label.style != style


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十一", 21),
        ("一百零二", 102),
        ("一百二十三", 123),
        ("二〇二二", 2022),
        ("二○二一", 2021),
        ("两", 2),
        ("十四五", None),
        ("五十百", None),
        ("一二三四五", None),
        ("", None),
        ("三农", None),
    ],
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert read_han_number(text) == value


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("18. 做好一。 19. 做好二。 20. 做好三。", ["18.", "19.", "20."]),
        ("1.加强。（责任单位：县司法局）2.加强…。", ["1.", "2."]),
        ("具备条件的：（一）有场所；（二）有人员。", []),
        ("1. 达到1.5万，完成第6、7项。", ["1."]),
        ("一、第一、二、三产业协调发展。", ["一、"]),
        ("1.按照条例第（一）项办理。", ["1."]),
        ("2021 年底前完成。", []),
    ],
)
def test_items_begin_after_a_sentence_and_go_on_a_count(text: str, labels: list[str]) -> None:
    assert [label.printed for _, label in find_labels(text)] == labels


def test_items_that_a_crawler_ran_together_are_found_by_their_count() -> None:
    text = (
        "四、重点任务（一）编制规划根据资源1.打造村。推动融合。2.推动景村一体化。"
        "（二）实施提质1.公路。2.厕所。"
    )
    found = [label.printed for _, label in find_labels(text, run_together=True)]
    assert found == ["四、", "（一）", "1.", "2.", "（二）", "1.", "2."]
