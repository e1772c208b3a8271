"""Cells that name persons."""

import re

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.people import read_people
from zwgk_parse.plan.raw import RawField


@pytest.mark.parametrize(
    ("heading", "cell", "people"),
    [
        ("牵头领导", "张三丰", [("张三丰", "leader", None)]),
        ("责任人", "张三、李四", [("张三", "person", None), ("李四", "person", None)]),
        ("联系人", "张 三 13800000000", [("张三", "contact", "13800000000")]),
        ("联系人及电话", "张三（0758-1234567）", [("张三", "contact", "0758-1234567")]),
        ("督办人", "", []),
        (None, "张三", [("张三", "person", None)]),
        # One number for two names: whose it is cannot be told.
        (
            "联系人",
            "张三、李四 0758-1234567",
            [("张三", "contact", None), ("李四", "contact", None)],
        ),
    ],
)
def test_people(heading: str | None, cell: str, people: list[tuple[str, str, str | None]]) -> None:
    field = RawField(heading, (Passage(cell),), "column")
    found, unread = read_people([field])
    assert [(p.name, p.role, p.phone) for p in found] == people
    phones_told = all(phone for *_, phone in people) or not re.search(r"\d{7}", cell)
    assert unread == (() if people and phones_told else (field,))


def fields(*cells: tuple[str, str]) -> list[RawField]:
    return [RawField(heading, (Passage(cell),), "column") for heading, cell in cells]


def test_numbers_in_a_column_of_their_own_belong_to_the_names_before_them() -> None:
    found, unread = read_people(fields(("联系人", "张三"), ("联系电话", "0758-1234567")))
    assert [(p.name, p.phone) for p in found] == [("张三", "0758-1234567")]
    assert unread == ()


def test_numbers_that_belong_to_nobody_stay_a_column() -> None:
    cells = fields(("联系人", "张三、李四"), ("联系电话", "0758-1234567"))
    found, unread = read_people(cells)
    assert [p.phone for p in found] == [None, None]
    assert unread == (cells[1],)
