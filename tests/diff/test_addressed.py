"""To whom a task is addressed: the wordings of open sets, and issuers of every kind below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.diff.family import body, task
from zwgk_parse.diff.addressed import Addressing
from zwgk_parse.diff.open_sets import EXAMPLES, open_set
from zwgk_parse.plan.model import Citation, DocumentNumber
from zwgk_parse.vocabulary import units
from zwgk_parse.vocabulary.unit_files import Place, UnitsFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Relation

COUNTRY = body("国务院办公厅", "state_council", "中华人民共和国", None, "national")
PROVINCE = body("广东省人民政府办公厅", "general_office", "广东省", "440000", "province")
CITY = body("阳江市人民政府办公室", "general_office", "阳江市", "441700", "prefecture")
COUNTY = body("阳西县人民政府办公室", "general_office", "阳西县", "441721", "county")
UNSIGNED = body(
    "", None, "阳西县", "441721", "county", id="x", title="阳西县2022年政务公开工作要点"
)
ELSEWHERE = body("冠县人民政府办公室", "general_office", "冠县", "371525", "county")
TOWN = body("阳西县程村镇人民政府", "government", "程村镇", None, "township")
CITY_BUREAU = body("阳江市交通运输局", "department", "阳江市", "441700", "prefecture")
COUNTY_BUREAU = body("阳西县财政局", "department", "阳西县", "441721", "county")
ZONE = body(
    "阳江高新技术产业开发区管理委员会", "zone", "阳江高新技术产业开发区", None, "zone",
    title="阳江市阳江高新技术产业开发区2022年政务公开工作要点",
)  # fmt: skip
NOWHERE = body("某地", None)


@pytest.mark.parametrize(("name", "bodies"), EXAMPLES.items())
def test_open_sets_say_whom_they_include(name: str, bodies: object) -> None:
    assert open_set(name) == bodies


CASES = [
    (COUNTRY, PROVINCE, "各省、自治区、直辖市人民政府", "yes"),
    (COUNTRY, CITY, "国务院各部委、各直属机构", "no"),
    (COUNTRY, COUNTY, "各地区各部门", "yes"),
    (PROVINCE, CITY, "各地级以上市人民政府", "yes"),
    (PROVINCE, COUNTY, "各地级以上市人民政府", "undecided"),
    (PROVINCE, COUNTY, "各市、县（市、区）人民政府", "yes"),
    (PROVINCE, CITY, "省财政厅", "no"),
    (PROVINCE, CITY_BUREAU, "省直各单位", "no"),
    (PROVINCE, CITY_BUREAU, "各地各部门", "yes"),
    (PROVINCE, CITY_BUREAU, "省交通运输厅", "no"),
    (PROVINCE, TOWN, "各地各部门", "yes"),
    (PROVINCE, ELSEWHERE, "各市、县（市、区）人民政府", "no"),
    (PROVINCE, ELSEWHERE, "各地各部门", "no"),
    (CITY, COUNTY, "各县（市、区）政府", "yes"),
    (CITY, UNSIGNED, "各县（市、区）政府", "yes"),
    (CITY, UNSIGNED, "市财政局", "no"),
    (CITY, COUNTY, "市直各单位", "no"),
    (CITY, COUNTY, "有关县（市、区）政府", "undecided"),
    (CITY, COUNTY, "阳西县人民政府", "yes"),
    (CITY, COUNTY, "阳东区人民政府", "no"),
    (CITY, COUNTY, "市政府办公室", "no"),
    (CITY, COUNTY, "决策事项承办单位", "undecided"),
    (CITY, TOWN, "各县（市、区）政府", "undecided"),
    (CITY, CITY_BUREAU, "市交通运输局", "yes"),
    (CITY, CITY_BUREAU, "市财政局", "no"),
    (CITY, CITY_BUREAU, "市直各单位", "yes"),
    (CITY, CITY_BUREAU, "市政府其他部门", "yes"),
    (CITY, CITY_BUREAU, "市直有关单位", "undecided"),
    (CITY, CITY_BUREAU, "各县（市、区）政府", "no"),
    (CITY, CITY_BUREAU, "各科室", "no"),
    (CITY, ZONE, "高新区管委会", "undecided"),
    (CITY, ZONE, "各县（市、区）政府", "undecided"),
    (CITY, ZONE, "各功能区管委会", "yes"),
    (CITY, ZONE, "市财政局", "no"),
    (COUNTY, TOWN, "各镇人民政府", "yes"),
    (COUNTY, TOWN, "街道办事处", "yes"),
    (COUNTY, TOWN, "程村镇", "yes"),
    (COUNTY, TOWN, "县府办", "no"),
    (COUNTY, TOWN, "县直各单位", "no"),
    (COUNTY, COUNTY_BUREAU, "县财政局", "yes"),
    (COUNTY, COUNTY_BUREAU, "县府办", "no"),
    (COUNTY, NOWHERE, "县直各单位", "undecided"),
]


@pytest.mark.parametrize(("parent", "child", "owner", "expected"), CASES)
def test_the_owner_says_who_is_addressed(
    parent: Plan, child: Plan, owner: str, expected: str
) -> None:
    assert Addressing(parent, child).of(task("公开", owner)) == expected


def test_one_owner_that_means_the_issuer_is_enough() -> None:
    addressing = Addressing(CITY, COUNTY)
    assert addressing.of(task("公开", "市财政局", "有关单位", "各县（市、区）政府")) == "yes"
    assert addressing.of(task("公开", "市财政局", "决策事项承办单位")) == "undecided"


def test_without_owners_the_addressees_count() -> None:
    parent = CITY.model_copy(update={"addressees": ("各县（市、区）人民政府", "市直各单位")})
    assert Addressing(parent, COUNTY).of(task("公开")) == "yes"
    assert Addressing(parent, CITY_BUREAU).of(task("公开")) == "yes"
    assert Addressing(parent, ELSEWHERE).of(task("公开")) == "no"


@pytest.mark.parametrize("relation", ["implements", "forwards", "based_on"])
def test_without_owners_and_addressees_it_is_who_says_that_it_comes_down_from_the_plan(
    relation: Relation,
) -> None:
    number = DocumentNumber(raw="阳府办〔2022〕7号", code="阳府办", year=2022, number=7)
    parent = CITY.model_copy(update={"document_number": number})
    cited = Citation(title=None, document_number=number, relation=relation)
    child = COUNTY.model_copy(update={"citations": (cited,)})
    assert Addressing(parent, child).of(task("公开")) == "yes"
    assert Addressing(parent, COUNTY).of(task("公开")) == "undecided"
    named = COUNTY.model_copy(
        update={"citations": (cited.model_copy(update={"relation": "mentions"}),)}
    )
    assert Addressing(parent, named).of(task("公开")) == "undecided"


@pytest.fixture
def _listed() -> Iterator[None]:
    """A file of units that says who is in the open sets of two places."""
    city = Place("阳江市", ("市财政局", "市教育局"), ())
    county = Place("阳西县", ("县财政局",), ("程村镇",))
    units.use(UnitsFile((), (city, county)))
    yield
    units.use(None)


@pytest.mark.usefixtures("_listed")
@pytest.mark.parametrize(
    ("parent", "child", "owner", "expected"),
    [
        (CITY, CITY_BUREAU, "市直有关单位", "no"),
        (CITY, CITY_BUREAU, "市直各单位", "no"),
        (COUNTY, COUNTY_BUREAU, "县直各单位", "yes"),
        (COUNTY, COUNTY_BUREAU, "县直有关单位", "undecided"),
        (COUNTY, TOWN, "各镇人民政府", "yes"),
    ],
)
def test_a_units_file_settles_who_is_in_a_set(
    parent: Plan, child: Plan, owner: str, expected: str
) -> None:
    assert Addressing(parent, child).of(task("公开", owner)) == expected


SETTLED = [
    (CITY, CITY_BUREAU, ("市直有关单位",), True),
    (COUNTY, NOWHERE, ("各镇人民政府",), True),
    (COUNTY, NOWHERE, ("有关镇人民政府",), True),
    (COUNTY, NOWHERE, ("县直各单位",), False),
    (CITY, COUNTY, ("有关县（市、区）政府",), False),
    (CITY, COUNTY, ("决策事项承办单位",), False),
    (CITY, ZONE, ("高新区管委会",), False),
    (CITY, CITY_BUREAU, ("市直各单位",), False),
    (CITY, CITY_BUREAU, ("市直有关单位", "决策事项承办单位"), False),
    (COUNTY, NOWHERE, ("各镇人民政府", "县直各单位"), True),
    (COUNTY, NOWHERE, ("有关镇人民政府", "县直各单位"), False),
    (CITY, COUNTY, (), False),
]


@pytest.mark.parametrize(("parent", "child", "owners", "expected"), SETTLED)
def test_a_list_could_settle_only_what_it_can_list(
    parent: Plan, child: Plan, owners: tuple[str, ...], expected: bool
) -> None:
    addressing = Addressing(parent, child)
    assert addressing.would_list_settle(task("公开", *owners)) is expected


def test_a_list_could_settle_whom_the_notice_addresses() -> None:
    parent = CITY.model_copy(update={"addressees": ("市直有关单位",)})
    assert Addressing(parent, CITY_BUREAU).of(task("公开")) == "undecided"
    assert Addressing(parent, CITY_BUREAU).would_list_settle(task("公开"))


@pytest.mark.usefixtures("_listed")
def test_what_is_listed_already_is_not_asked_for() -> None:
    addressing = Addressing(COUNTY, COUNTY_BUREAU)
    assert addressing.of(task("公开", "县直有关单位")) == "undecided"
    assert not addressing.would_list_settle(task("公开", "县直有关单位"))
