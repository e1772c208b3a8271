"""ZW221: a text that stops before its sentence does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

# What a finished text ends on. A list's items end on ；, too.
_STOPS = tuple("。！？!?；;…）)》”’」』】]〕")
_GOES_ON = tuple("，,、：:—－-（(《“〔")
# A list or a table that follows is what the colon announces.
_ANNOUNCED = lazy(r"(?:如下|以下|下列|下述|下面|下表|附表|见下|附后|包括)[^。；]{0,12}[：:]$")
# Words after which a sentence has to go on; not as parts of others (参与, 普及, 缓和).
_NEEDS_MORE = lazy(
    r"(?:以及|(?<![参给赋授寄])与|(?<![普涉触顾危波提遍殃])及|(?<![调缓总中共温谐饱柔平祥])和|或者?|并且|按照|根据|关于"
    r"|为了|由于|对于|以便|从而|不仅|并)$"
)
# Verbs that govern something, with nothing behind them in their clause.
_GOVERNS = lazy(
    r"(?:^|[，。；：,;:])(?:要|应当?|须|并|进一步|全面|持续|不断|切实|积极){0,2}"
    r"(?:加强|推进|推动|完善|健全|强化|做好|开展|确保|加快|优化|提高|提升|建立|明确|严格|组织|督促|落实|制定"
    r"|进一步|切实|积极|不断|有效)$"
)
_OPEN = lazy(r"[（(《“〔][^）)》”〕。]{0,40}$")
# Below so many characters a cell holds a name, and no sentence.
_SHORTEST_SENTENCE = 15
# A plan that ends its texts with a stop: so many do, and at most one in so many does not.
_FEWEST_STOPPED = 5
_ONE_IN = 20
_SHOWN = 12


def sentence_cut(plan: Plan) -> Iterator[Found]:
    """A task's text stops in the middle of a sentence.

    ## Why it matters
    What was lost at a page's end, or in copying a cell, nobody will do.

    ## When it keeps quiet
    For texts without a full stop in plans that leave it out; for items of a list (；); where the
    colon announces a list or a table (`具体如下：`).

    ## Example
    `对年报编制和数据统计要提前介入指导，`, `进一步规范政务公开专区建设以及`; a text that ends
    without a full stop in a plan whose other texts all have one.

    ## What to do
    Compare with the source document and add the missing words, or the full stop.
    """
    unstopped = [task.id for task in plan.tasks if not task.text.endswith((*_STOPS, *_GOES_ON))]
    stopped = len(plan.tasks) - len(unstopped)
    stops = stopped >= _FEWEST_STOPPED and len(unstopped) <= max(1, len(plan.tasks) // _ONE_IN)
    for task in plan.tasks:
        text = task.text.rstrip()
        if text and (_is_cut(text) or (stops and _lacks_stop(text))):
            yield Found.of(task, subject=text[-_SHOWN:])


def _is_cut(text: str) -> bool:
    """Whether the words themselves ask for more."""
    if text.endswith(_STOPS):
        return False
    if text.endswith(_GOES_ON):
        return _ANNOUNCED.search(text[-20:]) is None
    tail = text[-50:]
    return any(pattern.search(tail) for pattern in (_NEEDS_MORE, _GOVERNS, _OPEN))


def _lacks_stop(text: str) -> bool:
    return not text.endswith((*_STOPS, *_GOES_ON)) and len(text) >= _SHORTEST_SENTENCE
