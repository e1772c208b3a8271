"""Comparisons made by hand: one with every kind of change, one without any, and a nasty one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, get_args

from zwgk_parse.exporters.changes import FORMATS
from zwgk_parse.exporters.changes.comparison import Comparison
from zwgk_parse.plan.changes import Change, Changes, Kind, PlanKey, TaskKey, Words
from zwgk_parse.plan.model import Deadline, Owner, Plan, Task

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.model import Role


def owner(name: str, role: Role = "responsible") -> Owner:
    """A unit that is called as it is printed."""
    return Owner(name=name, raw=name, canonical=name, role=role)


def task(number: int, text: str, *owners: Owner) -> Task:
    """The task `t<number>`, due by the year's end."""
    due = Deadline(kind="date", raw="年底前")
    return Task(
        id=f"t{number}",
        number=number,
        label=f"{number}.",
        text=text,
        owners=owners,
        deadlines=(due,),
    )


OLD = Plan(
    id="p2023",
    title="甲县2023年政务公开工作要点",
    tasks=(
        task(1, "公开预决算。", owner("县财政局", "lead")),
        task(2, "办好网站。定期检查。", owner("县府办")),
        task(3, "组织培训。", owner("县司法局")),
        task(4, "公开养老服务信息。", owner("县民政局")),
    ),
)
NEW = Plan(
    id="p2024",
    title="甲县2024年政务公开工作要点",
    tasks=(
        task(1, "公开预算决算。", owner("县审计局", "lead")),
        task(2, "办好网站。", owner("县府办")),
        task(3, "定期检查。", owner("县府办")),
        task(5, "组织培训。", owner("县司法局")),
        task(6, "公开托育信息。", owner("县卫健局", "lead"), owner("县民政局", "support")),
    ),
)


def keys(*ids: str) -> tuple[TaskKey, ...]:
    """Tasks by their ids."""
    return tuple(TaskKey(id=one) for one in ids)


def change(kind: Kind, was: object = None, now: object = None, **more: object) -> Change:
    """A change of the first task."""
    given = {"old": keys("t1"), "new": keys("t1"), "old_value": was, "new_value": now, **more}
    return Change.model_validate({"kind": kind, **given})


WORDS = (
    Words(side="both", text="公开预"),
    Words(side="new", text="算"),
    Words(side="both", text="决算。"),
)
EVERY = (
    change("year-rolled", 2023, 2024, old=(), new=()),
    change("plan-changed", "县府办", None, old=(), new=(), field="issuer"),
    change("plan-changed", ["甲镇", "乙镇"], ["乙镇", "丙镇"], old=(), new=(), field="addressees"),
    change("section-changed", "夯实基础", "打牢基础", old=(), new=(), field="sections"),
    change("reworded", words=WORDS, score=0.93),
    change("moved", "主动公开", "规范管理"),
    change("owner-added", None, "lead", owner="县审计局"),
    change("owner-removed", "lead", None, owner="县财政局"),
    change("owner-role-changed", "support", "supervise", owner="县纪委"),
    change("owner-renamed", "县人社局", "县人力资源和社会保障局"),
    change("deadline-set", None, "年底前"),
    change("deadline-removed", "6月底前", None),
    change("deadline-earlier", "12月底前", "11月底前"),
    change("deadline-later", "6月底前", "9月底前"),
    change("deadline-kind-changed", "年底前", "持续推进"),
    change("deadline-changed", "每年", "每年1次"),
    change("target-set", None, "2次"),
    change("target-removed", "2次", None),
    change("target-raised", "60%", "80%"),
    change("target-lowered", "80%", "60%"),
    change(
        "field-changed",
        [{"heading": "备注", "text": "甲"}],
        [{"heading": "备注", "text": "乙"}],
        field="columns",
    ),
    change("split", old=keys("t2"), new=keys("t2", "t3"), score=0.9),
    change("renumbered", 3, 5, old=keys("t3"), new=keys("t5")),
    change("removed", old=keys("t4"), new=()),
    change("added", old=(), new=keys("t6")),
    change("merged", old=keys("t3", "t4"), new=keys("t6"), score=0.9),
)


def comparison(*changes: Change, hidden: int = 0) -> Comparison:
    """The two plans, with these changes to tell."""
    told = Changes(old=PlanKey(id="p2023"), new=PlanKey(id="p2024"), changes=changes)
    return Comparison(OLD, NEW, told, hidden)


ORDINARY = comparison(*EVERY)
SAME = comparison()
HIDDEN = comparison(EVERY[12], hidden=3)

NASTY_WORDS = "</script><script>alert(1)</script>\x00\ud800\u202e*_`[x](y)#1 @a |{0}\r\n::"
NASTY = Comparison(
    OLD.model_copy(
        update={"title": NASTY_WORDS, "tasks": (task(1, NASTY_WORDS, owner(NASTY_WORDS)),)}
    ),
    OLD.model_copy(
        update={"title": NASTY_WORDS, "tasks": (task(1, NASTY_WORDS, owner(NASTY_WORDS)),)}
    ),
    Changes(
        old=PlanKey(id="a"),
        changes=(
            change("added", old=()),
            change("removed", new=()),
            change("plan-changed", NASTY_WORDS, {"x": NASTY_WORDS}, old=(), new=(), field="x{"),
            change("owner-added", None, NASTY_WORDS, owner=NASTY_WORDS, new=keys("gone")),
            change("reworded", words=(Words(side="old", text=NASTY_WORDS),)),
        ),
    ),
)
COMPARISONS = {"ordinary": ORDINARY, "same": SAME, "hidden": HIDDEN, "nasty": NASTY}
KINDS: tuple[Kind, ...] = get_args(Kind)


def written(name: str, told: Comparison, language: Language = "zh") -> str:
    """`told` in the format `name`."""
    stream = io.StringIO()
    next(one for one in FORMATS if one.name == name).write(told, stream, language)
    return stream.getvalue()
