"""Ids from the numbering, and remarks where it is out of order."""

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.identity import check_numbering, section_ids, task_ids
from zwgk_parse.plan.raw import RawSection, RawTask


def sections(*parents: int | None) -> list[RawSection]:
    """Sections with the given parents, numbered among their siblings."""
    made: list[RawSection] = []
    for parent in parents:
        number = sum(1 for section in made if section.parent == parent) + 1
        made.append(RawSection(f"{number}、", number, Passage("节"), 1, parent))
    return made


def tasks(*numbers: tuple[int | None, int | None]) -> list[RawTask]:
    """Tasks of the given (number, section)."""
    return [RawTask(f"{number}.", number, section, Passage("甲")) for number, section in numbers]


@pytest.mark.parametrize(
    ("parents", "numbers", "ids"),
    [
        ((None, None), [(1, 0), (2, 0), (3, 1)], ["t1", "t2", "t3"]),
        ((None, None), [(1, 0), (2, 0), (1, 1)], ["t1.1", "t1.2", "t2.1"]),
        ((None, 0, 0), [(1, 1), (2, 1), (1, 2)], ["t1.1.1", "t1.1.2", "t1.2.1"]),
        ((None, 0, 0, None), [(1, 1), (2, 2), (1, 3)], ["t1.1", "t1.2", "t2.1"]),
        ((None,), [(None, 0), (None, 0)], ["r1", "r2"]),
        ((None,), [(1, 0), (2, 0), (2, 0)], ["t1", "t2", "t2-2"]),
        ((), [(1, None), (None, None), (2, None)], ["t1", "r2", "t2"]),
    ],
)
def test_task_ids(
    parents: tuple[int | None, ...], numbers: list[tuple[int | None, int | None]], ids: list[str]
) -> None:
    assert task_ids(tasks(*numbers), sections(*parents)) == ids


def test_section_ids_are_places_among_siblings() -> None:
    assert section_ids(sections(None, 0, 0, None, 3)) == ["s1", "s1.1", "s1.2", "s2", "s2.1"]


@pytest.mark.parametrize(
    ("numbers", "problems"),
    [
        ([(1, 0), (2, 0), (3, 1), (4, 1)], []),
        ([(1, 0), (2, 0), (1, 1), (2, 1)], []),
        ([(1, 0), (3, 0)], ["a number is missing"]),
        ([(1, 0), (2, 0), (2, 0)], ["the number repeats"]),
        ([(3, 0), (2, 0)], ["the count steps back"]),
        ([(1, 0), (2, 0), (1, 0)], ["the count restarts without a new section"]),
        ([(5, 0), (None, 0), (6, 0)], []),
    ],
)
def test_what_is_out_of_order(
    numbers: list[tuple[int | None, int | None]], problems: list[str]
) -> None:
    found = tasks(*numbers)
    ids = [f"x{place}" for place in range(len(found))]
    assert [remark.data["problem"] for remark in check_numbering(found, ids)] == problems
