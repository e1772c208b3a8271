"""Numbers that belong to persons. All numbers here are made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwgk_parse.vocabulary.personal_numbers import (
    is_identity_number,
    may_hold,
    personal_numbers,
    telephone_of,
)

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def with_check_digit(body: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def found(text: str) -> list[tuple[str, str]]:
    return [(number.kind, number.masked) for number in personal_numbers(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("联系人：张三，13812345678", [("mobile", "138****5678")]),
        ("联系人：张三，电话：0758-2621234", [("landline", "07582****34")]),
        ("联系人张三，8221234", [("landline", "8****34")]),
        ("王小明（0758）2621234", [("landline", "07582****34")]),
        ("身份证号：11010519491231002X", [("identity", "110105********002X")]),
        ("邮箱13812345678@139.com", [("mobile", "138****5678")]),
        ("县府办，0758-2621234", []),
        ("负责人应于2022年12月31日前报送", []),
        ("负责人名单20220315", []),
        ("负责人：张三，20220315", []),
        ("统一社会信用代码11440900007021234X", []),
        ("http://a.gov.cn/13812345678.html", []),
        ("产值13812345678元", []),
        ("甲府办〔2022〕13812345678号", [("mobile", "138****5678")]),
        ("", []),
    ],
)
def test_what_is_found(text: str, numbers: list[tuple[str, str]]) -> None:
    assert found(text) == numbers


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True).filter(str.isascii))
def test_every_mobile_number_is_found_and_masked(number: str) -> None:
    assert found(f"联系张三，{number}。") == [("mobile", f"{number[:3]}****{number[-4:]}")]


@given(
    st.sampled_from(("110105", "441203", "371525", "659001")),
    st.dates(min_value=dt.date(1930, 1, 1), max_value=dt.date(2030, 1, 1)),
    st.integers(0, 999),
)
def test_every_identity_number_is_found_and_masked(place: str, born: dt.date, rest: int) -> None:
    number = with_check_digit(f"{place}{born:%Y%m%d}{rest:03}")
    assert is_identity_number(number)
    kinds = dict(found(f"证件：{number}，"))
    assert kinds.get("identity") == f"{number[:6]}********{number[-4:]}"
    wrong = number[:-1] + ("1" if number[-1] != "1" else "2")
    assert not is_identity_number(wrong)


@given(st.text(alphabet="张三联系人电话：0758-2621234 1３8。", max_size=40))
def test_the_quick_test_misses_nothing_and_no_number_is_repeated_whole(text: str) -> None:
    for kind, masked in found(text):
        assert may_hold(text)
        assert "****" in masked or kind == "identity"
        assert masked not in text


def test_the_telephone_of_an_office_is_nobodys() -> None:
    assert telephone_of("办公室", "2621234") is None
    assert telephone_of("张三", "12345") is None
    assert telephone_of("张三", "13812345678") is None
    assert telephone_of("张三", "2621234") is not None
