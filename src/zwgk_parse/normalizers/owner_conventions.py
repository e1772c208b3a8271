"""Sentences that settle owners for later tasks: in goes an owner text, out comes a Convention.

`列第一位者为牵头单位，下同` names the lead of every later task; `以下均需各片区配合落实，不再列出`
gives those owners to the later tasks of its chapter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.plan.model import Owner
    from zwgk_parse.source import Span

FIRST_LEADS = lazy(
    r"(?:各项任务)?(?:由|以)?(?:[列排居位](?:名|序)?(?:在|于)?)?(?:第一(?:位|个|家|名)?|首位|首个|第1位?)(?:的|者)?"
    r"(?:责任)?(?:单位|部门|[处科]室|者)?(?:为|是|系)(?:牵头|主办|主要责任|第一责任|主责)(?:单位|部门|[处科]室)?"
    r"(?:[，,；;]?(?:以下均同|以下同|以下相同|下同))?"
)
JOINED = lazy(
    r"以下(?:各项|各条|任务|工作|内容|所有)*(?:均|都|皆)(?:需要|需|由|须|要|应)?(?P<who>[^，,；;。]{2,60})[，,]?"
    r"(?:以下)?(?:均)?不再(?:一一|逐一|重复|另行|单独|逐项)?(?:列出|列明|列举|标注|注明|罗列|赘述)"
)
_LASTING = lazy(r"下同|以下|各项")


class Convention(NamedTuple):
    """What later tasks take over: who leads, and owners that join theirs.

    `first_is_lead` holds to the plan's end, `joined` for the rest of its chapter; `words` is what
    was printed, `spans` where.
    """

    first_is_lead: bool = False
    joined: tuple[Owner, ...] = ()
    spans: tuple[Span, ...] = ()
    words: str = ""


def lasts(sentence: str) -> bool:
    """Whether the sentence speaks of later tasks as well (`下同`)."""
    return bool(_LASTING.search(sentence))


def apply_convention(owners: Iterable[Owner], convention: Convention) -> tuple[Owner, ...]:
    """The owners of a later task under `convention`; a role word of the task's own goes before."""
    own = tuple(owners)
    if convention.first_is_lead:
        own = led_by_first(own, convention.words)
    names = {owner.name for owner in own}
    return own + tuple(owner for owner in convention.joined if owner.name not in names)


def led_by_first(owners: tuple[Owner, ...], words: str) -> tuple[Owner, ...]:
    """The owners with the first as lead, unless a word of their own says who leads."""
    if not owners or owners[0].role != "responsible" or any(o.role == "lead" for o in owners):
        return owners
    first = owners[0].model_copy(update={"role": "lead", "role_raw": words or None})
    return (first, *owners[1:])
