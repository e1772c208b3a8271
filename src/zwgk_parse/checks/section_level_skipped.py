"""ZW207: a heading under which a level of numbering is left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.items import Item, lists_of, printed_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.checks.items import Lists
    from zwgk_parse.plan.model import Plan

# GB/T 9704-2012, 7.3.3.
_RANKS = {
    style: rank
    for rank, style in enumerate(
        ("chapter", "article", "han", "han-bracket", "arabic", "arabic-bracket", "circled")
    )
}


def section_level_skipped(plan: Plan) -> Iterator[Found]:
    """A heading leaves out a level of numbering that the headings beside it have.

    ## Why it matters
    Levels are numbered 一、（一）1.（1） (GB/T 9704-2012, 7.3.3). Items numbered 1. right
    under 一、 look as if they belonged to a （一） that was lost.

    ## When it keeps quiet
    Where the headings beside it leave the level out as well, and where the items below
    are numbered on from one heading to the next, so that their number is no level.

    ## Example
    一、 and 二、 have （一）1. below them, 三、 has 1. at once.

    ## What to do
    Number the items below the heading （一）, （二）, or put the missing headings in.
    """
    if len(plan.sections) < 3:
        return
    lists = lists_of(plan)
    for items in lists.by_parent.values():
        yield from _among([item for item in items if item.section is not None], lists)


def _among(beside: Sequence[Item], lists: Lists) -> Iterator[Found]:
    """The headings of one level whose items are numbered deeper than those of most of them."""
    below = {item.order: lists.first_below(item) for item in beside}
    styles = Counter(item.style for item in below.values() if item is not None)
    usual, count = styles.most_common(1)[0] if styles else ("", 0)
    if count < 2 or count * 2 <= styles.total() or len(styles) == 1:
        return
    for heading in beside:
        first = below[heading.order]
        if first is None or heading.section is None or not _is_deeper(first, usual, lists):
            continue
        task = first.task
        yield Found.of(
            None,
            task.provenance[:1] if task else (),
            subject=printed_heading(heading.section),
            label=first.label,
            usual=lists.example(usual),
        )


def _is_deeper(first: Item, usual: str, lists: Lists) -> bool:
    """Whether an item that begins a count stands, in other places, below items of `usual` style."""
    if any(items[0].number > 1 for items in lists.by_style[first.style]):
        return False
    if _RANKS.get(first.style, 0) <= _RANKS.get(usual, len(_RANKS)):
        return False
    return any(
        items[0].parent != first.parent and lists.style_of(items[0].parent) == usual
        for items in lists.by_style[first.style]
    )
