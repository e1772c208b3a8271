"""Which plan comes down from which: by number, title and level; rings, copies, what is absent."""

from __future__ import annotations

import io
from itertools import permutations
from typing import Any

import pytest

from tests.diff.family import FOLDER, body, family, sample, task
from zwgk_parse import parse
from zwgk_parse.diff.citing import meant
from zwgk_parse.diff.lineage import lineage
from zwgk_parse.plan.model import Citation, DocumentNumber, Plan, Relation
from zwgk_parse.plan.traces import Descent, Lineage

TITLE = "甲市2022年政务公开工作要点"


def _number(code: str, year: int, number: int) -> DocumentNumber:
    return DocumentNumber(raw=f"{code}〔{year}〕{number}号", code=code, year=year, number=number)


def _cites(plan: Plan, relation: Relation = "implements") -> Citation:
    return Citation(title=plan.title, document_number=plan.document_number, relation=relation)


def _plan(letter: str, *parents: Plan, **more: Any) -> Plan:
    facts: dict[str, Any] = {
        "id": letter,
        "title": f"{letter}县2022年政务公开工作要点分工方案",
        "document_number": _number(f"{letter}府办", 2022, 1),
        "citations": tuple(map(_cites, parents)),
        **more,
    }
    return body(f"{letter}县人民政府", "government", **facts)


def _edges(found: Lineage) -> dict[tuple[str, str], Descent]:
    return {(one.child, one.parent): one for one in found.descents}


def test_the_chain_of_a_county_whose_parents_are_not_held() -> None:
    found = lineage([("dinghu.txt", sample("dinghu-2021"))])
    edges = _edges(found)
    county, city, province = "肇鼎府办函-2021-38", "肇府办函-2021-79", "粤府办-2021-17"
    assert set(edges) == {(county, city), (county, province), (city, province)}
    assert edges[county, city].by == "document-number"
    assert edges[city, province].by == "level"
    assert edges[county, province].remote
    assert not edges[county, city].remote
    held = {one.id: one.held for one in found.plans}
    assert held == {county: True, city: False, province: False}
    named = {one.id: one.document_number for one in found.plans}
    assert named[city] == "肇府办函〔2021〕79号"


def test_children_are_traced_and_found_by_number_and_by_title() -> None:
    names = ("city", "department", "province")
    found = lineage((f"{name}.txt", family(name)) for name in names)
    by = {one.child: (one.parent, one.by, one.taken, one.owed) for one in found.descents}
    province = family("province").id
    assert by == {
        family("city").id: (province, "document-number", 7, 8),
        family("department").id: (province, "title", 2, 3),
    }
    assert len(found.plans) == 3


def test_a_plan_in_several_files_is_one() -> None:
    found = lineage(
        [("a.txt", family("city")), ("b.json", family("city")), ("a.txt", family("city"))]
    )
    assert [one.files for one in found.plans if one.held] == [("a.txt", "b.json")]
    assert len(found.descents) == 1


def test_a_ring_is_told_and_ends() -> None:
    first, second = _plan("甲"), _plan("乙")
    ring = [
        first.model_copy(update={"citations": (_cites(second),)}),
        second.model_copy(update={"citations": (_cites(first),)}),
        _plan("丙", first),
    ]
    edges = _edges(lineage((plan.id, plan) for plan in ring))
    assert {key: one.cycle for key, one in edges.items()} == {
        ("甲", "乙"): True,
        ("乙", "甲"): True,
        ("丙", "甲"): False,
    }


def test_a_parent_above_another_parent_is_remote() -> None:
    top = _plan("甲")
    middle = _plan("乙", top)
    edges = _edges(lineage((plan.id, plan) for plan in (top, middle, _plan("丙", top, middle))))
    assert [key for key, one in edges.items() if one.remote] == [("丙", "甲")]


def test_laws_own_notices_and_citations_of_a_task_are_no_parents() -> None:
    own = _plan("甲")
    other = _plan("乙")
    citations = (
        _cites(own),
        Citation(title="中华人民共和国政府信息公开条例", relation="implements"),
        Citation(title="政府信息公开信息处理费管理办法（试行）", relation="implements"),
        _cites(other).model_copy(update={"task": "t3"}),
        _cites(other, "mentions"),
    )
    plan = own.model_copy(update={"citations": citations})
    assert lineage([("a", plan), ("b", other)]).descents == ()


def test_forwarding_is_a_relation_of_its_own() -> None:
    top = _plan("甲")
    child = _plan("乙").model_copy(update={"citations": (_cites(top, "forwards"),)})
    assert lineage([("a", top), ("b", child)]).descents[0].relation == "forwards"


def test_a_plan_may_be_based_on_one_that_is_held() -> None:
    top = _plan("甲", tasks=(task("公开"),))
    child = _plan("乙").model_copy(update={"citations": (_cites(top, "based_on"),)})
    (descent,) = lineage([("a", top), ("b", child)]).descents
    assert (descent.child, descent.parent, descent.relation) == ("乙", "甲", "based_on")
    assert descent.owed is not None
    alone = lineage([("b", child)])
    assert (alone.descents, len(alone.plans)) == ((), 1)


def test_words_say_that_a_plan_is_based_on_another() -> None:
    text = (FOLDER / "city.txt").read_text(encoding="utf-8")
    assert text.count("为贯彻落实《浙江省") == 1
    text = text.replace(
        "为贯彻落实《浙江省", "根据《中华人民共和国政府信息公开条例》，按照《浙江省"
    )
    city = parse(io.BytesIO(text.encode()), name="city.txt").value
    (descent,) = lineage([("province.txt", family("province")), ("city.txt", city)]).descents
    assert descent.parent == family("province").id
    assert (descent.relation, descent.by) == ("based_on", "document-number")
    assert (descent.taken, descent.owed) == (7, 8)


@pytest.mark.parametrize(
    "held",
    [
        _plan("甲"),
        _plan("甲", title="政府信息公开办法（试行）", tasks=(task("公开"),)),
        _plan("甲", title=None, notice_title="甲县政府信息公开规定", tasks=(task("公开"),)),
    ],
    ids=["without-tasks", "law", "law-by-notice"],
)
def test_what_is_held_and_no_plan_is_nothing_to_be_based_on(held: Plan) -> None:
    child = _plan("乙").model_copy(update={"citations": (_cites(held, "based_on"),)})
    assert lineage([("a", held), ("b", child)]).descents == ()


@pytest.mark.parametrize("relations", list(permutations(("implements", "based_on", "mentions"))))
def test_a_parent_that_is_cited_in_several_ways_is_one(relations: tuple[Relation, ...]) -> None:
    top = _plan("甲", tasks=(task("公开"),))
    by_title = _cites(top).model_copy(update={"document_number": None})
    citations = [
        one.model_copy(update={"relation": relations[0]}) for one in (_cites(top), by_title)
    ]
    citations += [_cites(top, relation) for relation in relations[1:]]
    child = _plan("乙").model_copy(update={"citations": tuple(citations)})
    found = lineage([("a", top), ("b", child)])
    assert [(one.parent, one.relation) for one in found.descents] == [("甲", "implements")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_parent_that_is_not_held_is_one_with_and_without_its_number(turned: bool) -> None:
    number = _number("甲府办", 2022, 7)
    citations = [
        Citation(title=TITLE, document_number=number, relation="implements"),
        Citation(title=TITLE, relation="implements"),
        Citation(title=TITLE, relation="forwards"),
    ]
    child = _plan("乙", citations=tuple(reversed(citations) if turned else citations))
    found = lineage([("b", child)])
    assert {one.document_number for one in found.plans} == {
        "甲府办〔2022〕7号",
        "乙府办〔2022〕1号",
    }
    assert [one.by for one in found.descents] == ["document-number"]


def test_one_title_of_several_plans_names_none_of_them() -> None:
    title = "2022年政务公开工作要点"
    first = _plan("甲", title=title, document_number=None)
    second = _plan("乙", title=title, document_number=None)
    citation = Citation(title=title, relation="implements")
    child = _plan("丙", citations=(citation,))
    (descent,) = lineage([("a", first), ("b", second), ("c", child)]).descents
    assert descent.parent == title


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("甲县2022年政务公开工作要点分工方案", None, "title"),
        ("甲县人民政府关于印发甲县2022年政务公开工作要点分工方案的通知", None, "title"),
        ("关于印发甲县2022年政务公开工作要点分工方案的通知", None, "title"),
        ("乙县人民政府关于印发甲县2022年政务公开工作要点分工方案的通知", None, None),
        ("甲县2021年政务公开工作要点分工方案", None, None),
        (None, _number("甲府办", 2022, 1), "document-number"),
        ("甲县2022年政务公开工作要点分工方案", _number("甲府办", 2022, 2), None),
        (None, None, None),
    ],
)
def test_what_a_citation_means(
    title: str | None, number: DocumentNumber | None, expected: str | None
) -> None:
    citation = Citation(title=title, document_number=number, relation="implements")
    assert meant(citation, _plan("甲")) == expected


def test_nothing_has_no_lineage() -> None:
    assert lineage([]) == Lineage()
