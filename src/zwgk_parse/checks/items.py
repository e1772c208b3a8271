"""The numbered items of a plan, headings and tasks, in printed order, by the list they are in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.once import once
from zwgk_parse.document.numbering import read_han_number, read_label
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.plan.model import Section, Task

_DOTTED = lazy(r"(\d{1,3}(?:[.．\-—–]\d{1,3})*)[.．\-—–](\d{1,3})[.．、]?")
_HAN = "一二三四五六七八九十百〇零"
# Where a number of each style may stand inside a text.
_INSIDE = {
    "han": lazy(rf"([{_HAN}]{{1,4}})\s*[、.．]"),
    "han-bracket": lazy(rf"[（(〔]\s*([{_HAN}]{{1,4}})\s*[）)〕]"),
    "arabic": lazy(r"(?<![\d.．])(\d{1,3})\s*[.．、]"),
    "arabic-bracket": lazy(r"(?<!\d)(\d{1,3})\s*[）)]"),
    "shi": lazy(rf"([{_HAN}]{{1,3}})是"),
}
# What is no count any more: a year, a code.
_MANY = 1000
_ENDED = tuple("。；;！!？?：:…）)】”")


class Item(NamedTuple):
    """A heading (`section` alone) or a task with its number as printed; `order` is its place."""

    number: int
    label: str
    style: str
    parent: str | None
    order: int
    section: Section | None = None
    task: Task | None = None

    def is_reprinted(self, other: Item) -> bool:
        """Whether `other` is the same heading once more, as at the head of a page."""
        if self.section is None or other.section is None:
            return False
        one, two = self.section.title, other.section.title
        return one.startswith(two) or two.startswith(one)


@lru_cache(maxsize=4096)
def read_number(label: str | None, number: int | None) -> tuple[str, int] | None:
    """The style of a printed label and its number: `（三）`, `3.`, `3`, `2.3`; None without one."""
    printed = (label or "").strip()
    read = read_label(printed + "…") if printed else None
    if read is not None and read.end >= len(printed):
        return read.style, read.number
    dotted = _DOTTED.fullmatch(printed)
    if dotted is not None:
        return f"arabic {dotted[1]}", int(dotted[2])
    return ("arabic", number) if number is not None and 0 < number < _MANY else None


class Lists:
    """The items of a plan by heading and style, and what else bears a number in it.

    `by_parent`: the items under each heading, of each style. `by_style`: the same lists, in the
    order they begin in.
    """

    def __init__(self, plan: Plan) -> None:
        self.titled = plan.title is not None
        self._sections = {section.id: section for section in plan.sections}
        self._filled = _filled(plan, self._sections)
        self._preamble = plan.preamble
        self._tasks = plan.tasks
        self._parts = sum(attachment.state == "included" for attachment in plan.attachments)
        self.by_parent: dict[tuple[str | None, str], list[Item]] = {}
        self._bare: list[Item] = []
        self._last: dict[int, Item] = {}
        self._first: dict[str | None, Item] = {}
        self._styles: dict[str | None, str] = {}
        self._tell_apart(_items(plan))
        self.by_style: dict[str, list[list[Item]]] = {}
        for items in sorted(self.by_parent.values(), key=lambda items: items[0].order):
            self.by_style.setdefault(items[0].style, []).append(items)

    def _tell_apart(self, items: Sequence[Item]) -> None:
        """Deal the items into lists; a heading without tasks among tasks stands beside them."""
        tasks = {(item.parent, item.style) for item in items if item.task is not None}
        last: dict[str, Item] = {}
        for item in items:
            key = item.parent, item.style
            if item.section is not None and item.section.id not in self._filled:
                self._bare.append(item)
                if key in tasks:
                    continue
            self._first.setdefault(item.parent, item)
            if item.section is not None:
                self._styles[item.section.id] = item.style
            if item.style in last:
                self._last[item.order] = last[item.style]
            last[item.style] = item
            self.by_parent.setdefault(key, []).append(item)

    def last_before(self, item: Item) -> Item:
        """The item of the same style that stands before this one."""
        return self._last[item.order]

    def is_first(self, item: Item) -> bool:
        """Whether no item of its style stands before it."""
        return item.order not in self._last

    def heading(self, item: Item) -> str:
        """The heading over an item, as printed; `…` where there is none."""
        section = self._sections.get(item.parent or "")
        return printed_heading(section) if section is not None else "…"

    def first_below(self, heading: Item) -> Item | None:
        """The first item right below a heading."""
        return self._first.get(heading.section.id) if heading.section is not None else None

    def style_of(self, section: str | None) -> str | None:
        """How the heading with that id is numbered."""
        return self._styles.get(section)

    def example(self, style: str) -> str:
        """The first label of a style, as printed."""
        return self.by_style[style][0][0].label

    def borne(self, before: Item, item: Item) -> set[int]:
        """The numbers of the style that something between two items of one list may bear."""
        bare = {o.number for o in self._bare if (o.parent, o.style) == (item.parent, item.style)}
        kept = self._kept(item.style, {item.parent, None} | self._below(before))
        return bare | kept | self.written(before)

    def borne_anywhere(self, item: Item) -> set[int]:
        """The numbers of its style that no list holds, but something in the plan bears."""
        bare = {other.number for other in self._bare if other.style == item.style}
        before = self._last.get(item.order)
        return bare | self._kept(item.style, None) | (self.written(before) if before else set())

    def _kept(self, style: str, sections: set[str | None] | None) -> set[int]:
        """The numbers that paragraphs begin with which belong to no task."""
        read = [
            read_label(paragraph.text)
            for paragraph in self._preamble
            if sections is None or paragraph.section in sections
        ]
        return {label.number for label in read if label is not None and label.style == style}

    def _below(self, item: Item) -> set[str | None]:
        return {item.section.id} if item.section is not None else set()

    def written(self, item: Item) -> set[int]:
        """The numbers inside the text of an item: of tasks that were not told apart from it."""
        pattern = _INSIDE.get(item.style)
        if pattern is None:
            return set()
        cells = [column.text for column in item.task.columns] if item.task is not None else []
        text = (
            item.task.text
            if item.task is not None
            else (item.section.title if item.section else "")
        )
        found = (match[1] for cell in (text, *cells) for match in pattern.finditer(cell))
        read = (int(word) if word.isdecimal() else read_han_number(word) for word in found)
        return {number for number in read if number is not None}

    def is_elsewhere(self, before: Item, item: Item) -> bool:
        """Whether a count may begin anew: another table, file or part, an unnumbered heading."""
        if self._parts > 1:
            return True
        if before.task is None or item.task is None:
            return before.number > 1
        one = before.task.provenance[-1] if before.task.provenance else None
        two = item.task.provenance[0] if item.task.provenance else None
        if one is None or two is None or one.source != two.source:
            return True
        if one.cell is None or two.cell is None:
            unnumbered_heading = not before.task.text.endswith(_ENDED)
            return one.cell is not two.cell or unnumbered_heading
        if one.cell.table != two.cell.table:
            return True
        return one.cell.row != two.cell.row and _shared_rows(self._tasks)


@once
def lists_of(plan: Plan) -> Lists:
    """The numbered items of `plan`, by the list they are in.

    None of a plan with broken references, which says of itself that its order is not known (ZW227).
    """
    return Lists(plan if _is_whole(plan) else Plan(id=plan.id))


def _is_whole(plan: Plan) -> bool:
    """Whether every task and section has an id of its own and stands in a section that is there."""
    sections = {section.id for section in plan.sections}
    above = {task.section for task in plan.tasks} | {section.parent for section in plan.sections}
    own = len({task.id for task in plan.tasks}) == len(plan.tasks)
    return own and len(sections) == len(plan.sections) and above <= sections | {None}


def printed_heading(section: Section) -> str:
    """A heading as printed, cut short."""
    title = section.title if len(section.title) <= 24 else section.title[:23] + "…"
    return f"{section.label or ''}{title}"


def _items(plan: Plan) -> list[Item]:
    """All that bears a number, in printed order: a heading before the first task below it."""
    waiting = iter(plan.sections)
    places = {section.id: place for place, section in enumerate(plan.sections)}
    found: list[Item] = []
    entered = -1
    for task in plan.tasks:
        while entered < places.get(task.section or "", -1):
            found += _of_section(next(waiting), len(found))
            entered += 1
        read = read_number(task.label, task.number)
        if read is not None:
            style, number = read
            label = task.label or str(number)
            found.append(Item(number, label, style, task.section, len(found), None, task))
    for section in waiting:
        found += _of_section(section, len(found))
    return found


def _of_section(section: Section, order: int) -> Iterator[Item]:
    read = read_number(section.label, None)
    if read is not None and section.label is not None:
        style, number = read
        yield Item(number, section.label, style, section.parent, order, section)


def _filled(plan: Plan, sections: dict[str, Section]) -> set[str]:
    """The ids of the sections that tasks stand under, and of those above them."""
    filled: set[str] = set()
    for section in {task.section for task in plan.tasks}:
        while section is not None and section in sections and section not in filled:
            filled.add(section)
            section = sections[section].parent  # noqa: PLW2901  the way up
    return filled


def _shared_rows(tasks: Iterable[Task]) -> bool:
    """Whether a row of a table holds several tasks, so that each row may count from 1."""
    rows = [
        (span.source, span.cell.table, span.cell.row)
        for task in tasks
        for span in task.provenance[:1]
        if span.cell is not None
    ]
    return len(set(rows)) < len(rows)
