"""Which tasks belong together: what holds of any two plans, and the rules one by one."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diff.made import edited, made, real_plans
from zwgk_parse.diff.assign import assign
from zwgk_parse.diff.candidates import Index, place_name
from zwgk_parse.diff.evidence import Comparison
from zwgk_parse.diff.match import match, mirrored
from zwgk_parse.diff.text import fold, likeness, shingles
from zwgk_parse.plan.model import Owner, Plan, Region, Task

if TYPE_CHECKING:
    from zwgk_parse.diff.matching import Matching

POOL = [task for plan in real_plans() for task in plan.tasks]


def plan(*texts: str, name: str = "p", title: str | None = None) -> Plan:
    tasks = tuple(
        Task(id=f"t{at}", number=at, label=f"{at}.", text=text) for at, text in enumerate(texts, 1)
    )
    return Plan(id=name, title=title, tasks=tasks)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A few tasks, of which some may be alike or the same."""
    seed = draw(st.integers(0, 10_000))
    places = draw(st.lists(st.integers(0, 11), max_size=12))
    share = draw(st.sampled_from([0.0, 0.2, 0.6]))
    random = Random(seed)
    texts = [edited(POOL[place * 7].text, random, share, POOL) for place in places]
    odd = draw(st.lists(st.sampled_from(["", "。", "同上", "持续推进。"]), max_size=3))
    return plan(*texts, *odd, name=f"p{draw(st.integers(0, 1))}")


def everyone(matching: Matching) -> tuple[list[int], list[int]]:
    """The places of both plans that a matching names, each as often as it does."""
    old = [pair.old for pair in matching.pairs] + [*matching.old_only]
    new = [pair.new for pair in matching.pairs] + [*matching.new_only]
    for part in matching.splits:
        old.append(part.whole)
        new.extend(part.parts)
    for part in matching.mergers:
        new.append(part.whole)
        old.extend(part.parts)
    return sorted(old), sorted(new)


@settings(deadline=None)
@given(plans(), plans())
def test_it_is_the_same_from_both_sides_and_leaves_no_task_out(old: Plan, new: Plan) -> None:
    matching = match(old, new)
    assert match(new, old) == mirrored(matching)
    assert everyone(matching) == ([*range(len(old.tasks))], [*range(len(new.tasks))])
    assert all(0 < pair.score <= 1 for pair in (*matching.pairs, *matching.related))


@settings(deadline=None)
@given(plans())
def test_a_plan_is_itself(one: Plan) -> None:
    matching = match(one, one)
    assert [(pair.old, pair.new) for pair in matching.pairs] == [
        (at, at) for at in range(len(one.tasks))
    ]
    assert {(pair.score, pair.by) for pair in matching.pairs} <= {(1.0, "identity")}
    assert not matching.related


@settings(deadline=None)
@given(plans(), st.randoms(use_true_random=False))
def test_tasks_in_another_order_are_all_found(one: Plan, random: Random) -> None:
    tasks = list(one.tasks)
    random.shuffle(tasks)
    renumbered = [
        task.model_copy(update={"id": f"t{at}", "number": at, "label": f"{at}."})
        for at, task in enumerate(tasks, 1)
    ]
    matching = match(one, one.model_copy(update={"tasks": tuple(renumbered), "id": "other"}))
    assert len(matching.pairs) == len(tasks)
    assert all(
        fold(one.tasks[pair.old].text) == fold(tasks[pair.new].text) for pair in matching.pairs
    )


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from([0.1, 0.25, 0.5, 0.9, 1.0])
    )
)
def test_no_other_assignment_gains_more(gains: dict[tuple[int, int], float]) -> None:
    found = assign(gains)
    assert Counter(one for one, _ in found).most_common(1) in (
        [],
        [(found[0][0], 1)] if found else [],
    )
    assert len({other for _, other in found}) == len(found)
    best = max(
        sum(gains.get((old, new), 0.0) for old, new in enumerate(order))
        for order in permutations(range(5))
    )
    assert sum(gains[each] for each in found) == pytest.approx(best)


def test_of_equal_assignments_the_one_in_order_is_taken() -> None:
    assert assign(dict.fromkeys([(0, 0), (0, 1), (1, 0), (1, 1)], 0.5)) == [(0, 0), (1, 1)]


def test_of_tasks_with_the_same_words_those_that_keep_their_order_are_one() -> None:
    matching = match(plan("甲任务", "同上", "乙任务", "同上"), plan("甲任务", "同上", name="q"))
    assert [(pair.old, pair.new) for pair in matching.pairs] == [(0, 0), (1, 1)]


FOOD = "公开食品监管信息。按月公布抽检结果和不合格产品处置情况，提醒消费者防范风险。"
DRUGS = FOOD.replace("食品", "药品")


def test_words_decide_between_two_tasks_that_differ_in_one_word() -> None:
    matching = match(plan(FOOD, DRUGS), plan(DRUGS))
    assert [(pair.old, pair.new) for pair in matching.pairs] == [(1, 0)]
    assert matching.old_only == (0,)


def test_the_same_number_of_the_same_plan_with_near_text_is_identity() -> None:
    text = "依托门户网站公开项目审批、核准、备案和实施情况。"
    later = text.replace("实施", "进展")
    of_one_plan = match(plan(text, title="2021年要点"), plan(later, name="q", title="2022年要点"))
    of_two = match(plan(text, title="2021年要点"), plan(later, name="q", title="2022年方案"))
    assert [pair.by for pair in of_one_plan.pairs + of_two.pairs] == ["identity", "text"]


WHOLE = "公布年度重大行政决策事项目录，扩大公众参与，举办政府开放日活动，邀请群众代表走进机关。"
HALVES = (
    "公布年度重大行政决策事项目录，扩大公众参与。",
    "举办政府开放日活动，邀请群众代表走进机关。",
)


def test_a_task_that_two_others_cover_is_split() -> None:
    matching = match(plan(WHOLE, FOOD), plan(HALVES[0], FOOD, HALVES[1], name="q"))
    assert [(part.whole, part.parts) for part in matching.splits] == [(0, (0, 2))]
    assert [(pair.old, pair.new) for pair in matching.pairs] == [(1, 1)]
    assert not matching.old_only + matching.new_only


def test_an_unlike_task_under_the_same_number_is_another() -> None:
    matching = match(plan(FOOD), plan("将所需经费列入部门预算，按照进度拨付，确保专款专用。"))
    assert not matching.pairs


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        pytest.param(
            ("完成2021年任务", "完成2022年任务"), ("完成2022年任务",), [(1, 0)], id="year"
        ),
        pytest.param(
            ("完成2021年任务", "完成2022年任务"),
            ("完成2022年任务", "完成2021年任务"),
            [(0, 1), (1, 0)],
            id="years in another order",
        ),
        pytest.param(("投入1.5亿元", "投入15亿元"), ("投入15亿元",), [(1, 0)], id="point"),
    ],
)
def test_of_tasks_that_fold_alike_those_that_are_the_same_are_one(
    old: tuple[str, ...], new: tuple[str, ...], pairs: list[tuple[int, int]]
) -> None:
    matching = match(plan(*old), plan(*new, name="q"))
    assert [(pair.old, pair.new) for pair in matching.pairs] == pairs


def test_years_are_those_of_the_plans() -> None:
    texts = ("公开2021年决算", "公开2022年决算")
    old = plan(*texts).model_copy(update={"year": 2022})
    new = plan("公开2022年决算", "公开2023年决算", name="q").model_copy(update={"year": 2023})
    assert [(pair.old, pair.new) for pair in match(old, new).pairs] == [(0, 0), (1, 1)]


def test_a_subject_that_goes_by_other_words_is_one() -> None:
    trained = "加强队伍建设，定期组织研讨交流，不断提升专业素养。"
    old = plan(FOOD, trained, "办好政府公报，完善公报数据库。")
    new = plan("公报数据库要便于查询。", "每年对工作人员开展业务培训。", DRUGS, name="q")
    scores = Comparison(old, new).alike(range(3), range(3))
    assert scores[1, 1] > 0
    assert (1, 2) not in scores


def test_owners_and_section_make_no_pair_of_two_that_share_one_term() -> None:
    owner = Owner(name="县府办", raw="县府办", canonical="县府办", system="government-office")
    texts = ("加快形成对接共享的政策问答体系。", "完善机器人政策问答功能。")
    sides = []
    for name, text in zip("pq", texts, strict=True):
        told = plan(text, *(task.text for task in POOL[40:60]), name=name)
        first = told.tasks[0].model_copy(update={"owners": (owner,)})
        sides.append(told.model_copy(update={"tasks": (first, *told.tasks[1:])}))
    comparison = Comparison(*sides)
    alike = comparison.alike(range(21), range(21))
    assert alike[0, 0] > 0
    assert (0, 0) not in comparison.odds(alike, least=-100.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2021年底前完成", "2022年底前完成"),
        ("公开，及时。", "公开,及时"),
        ("发布　信息", "发布信息"),
        ("“先审后发”", "「先审后发」"),
    ],
)
def test_what_a_copy_changes_does_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_of_own_places_and_levels_are_left_out() -> None:
    county = shingles("县直各单位要在阳西县门户网站公开我县目录", "阳西县")
    city = shingles("市直各单位要在江门市门户网站公开我市目录", "江门市")
    assert county.counts == city.counts


def test_a_place_is_known_by_its_plan() -> None:
    county = Plan(id="p", region=Region(name="阳西县", level="county"))
    assert [place_name(county), place_name(plan())] == ["阳西县", ""]


def test_the_index_finds_what_a_comparison_of_all_finds() -> None:
    parent, child = made(50, 1, 0.3), made(150, 2, 0.5)
    index, comparison = Index(parent), Comparison(parent, child)
    wanted = found = 0
    for place, task in enumerate(child.tasks):
        scores = [likeness(mine, comparison.new.vectors[place]) for mine in comparison.old.vectors]
        if max(scores) >= 0.1:
            wanted += 1
            best = scores.index(max(scores))
            found += best in index.candidates(task.text, place_name(child))
    assert wanted > 50
    assert found >= 0.98 * wanted


def test_edited_tasks_in_another_order_are_found() -> None:
    old, new = made(60, 1, 0.2), made(60, 2, 0.2)
    matching = match(old, new)
    right = [old.tasks[pair.old].id == new.tasks[pair.new].id for pair in matching.pairs]
    assert sum(right) == len(right) >= 57
