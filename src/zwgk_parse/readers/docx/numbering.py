"""numbering.xml → the automatic number of each paragraph, counted in reading order.

ECMA-376, 17.9. An abstract list has up to nine levels; a list (w:num) is an instance of one, and
instances count on together unless one says where it starts (w:startOverride).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.docx import names
from zwgk_parse.readers.docx.formats import show
from zwgk_parse.readers.docx.names import VAL, W, flag, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from zwgk_parse.readers.docx.styles import NumberRef, Styles

_ABSTRACT, _NUM, _LEVEL = f"{W}abstractNum", f"{W}num", f"{W}lvl"
_ABSTRACT_ID, _OVERRIDE = f"{W}abstractNumId", f"{W}lvlOverride"
_PLACE = re.compile(r"%([1-9])")
_LONGEST = 200


class Level(NamedTuple):
    """One level of a list.

    `restart`: the level, from 1, whose use sets the count back; 0: none does; None: any above.
    `legal`: all its numbers are decimal. `style`: the paragraph style that it belongs to.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    suffix: str = "tab"
    hidden: bool = False


class Number(NamedTuple):
    """An automatic number as shown, with what stands between it and the words.

    `unknown` is the format that could not be shown and stands as decimal.
    """

    text: str
    unknown: str | None = None


@dataclass(slots=True)
class _List:
    """A w:num: the levels of its abstract list with its own in their place."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._lists = _lists(root, styles)

    def level_of(self, ref: NumberRef, styles: Iterable[tuple[str, int | None]]) -> int | None:
        """The level that belongs to the nearest of a paragraph's styles, or that it names.

        A level that belongs to a style goes before the one that the same style names.
        """
        listed = self._lists.get(ref.num or "")
        levels = {} if listed is None else listed.levels
        owners = {level.style: index for index, level in levels.items() if level.style}
        levels_of = (owners.get(style, level) for style, level in styles)
        return next((level for level in levels_of if level is not None), None)

    def next(self, ref: NumberRef) -> Number | None:
        """The number of the next paragraph in a list; None where there is none."""
        listed = self._lists.get(ref.num or "")
        level = ref.level or 0
        if listed is None or level not in listed.levels:
            return None
        counts = self._counts.setdefault(listed.abstract, {})
        _count(listed, level, counts)
        return _shown(listed, level, counts)


def _count(listed: _List, level: int, counts: dict[int, int]) -> None:
    # A level that was left out counts as used once: 1.1 without a 1 before it, then 2.
    for upper in range(level):
        if upper in listed.levels and upper not in counts:
            counts[upper] = _start(listed, upper)
            listed.begun.add(upper)
    starts_anew = level in listed.starts and level not in listed.begun
    if level in counts and not starts_anew:
        counts[level] += 1
    else:
        counts[level] = _start(listed, level)
    listed.begun.add(level)
    for deeper in [index for index in counts if index > level]:
        restart = listed.levels[deeper].restart if deeper in listed.levels else None
        if restart is None or level < restart:
            del counts[deeper]


def _start(listed: _List, level: int) -> int:
    return listed.starts.get(level, listed.levels[level].start)


def _shown(listed: _List, level: int, counts: Mapping[int, int]) -> Number:
    own = listed.levels[level]
    if own.format == "bullet" or own.hidden:
        return Number("")
    unknown: list[str] = []

    def one(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if index not in listed.levels or index > level:
            return ""
        name = "decimal" if own.legal else listed.levels[index].format
        if name in ("none", "bullet"):
            return ""
        value = counts[index]
        text = show(value, name)
        if text is None:
            unknown.append(name)
        return str(value) if text is None else text

    text = _PLACE.sub(one, own.text).strip()
    gap = "" if own.suffix == "nothing" or not text else " "
    return Number(text + gap, unknown[0] if unknown else None)


def _lists(root: _Element, styles: Styles) -> dict[str, _List]:
    abstracts: dict[str, dict[int, Level]] = {}
    linked: dict[str, str] = {}  # abstract lists that only point to a numbering style
    for element in root.iterchildren(_ABSTRACT):
        name = element.get(_ABSTRACT_ID) or ""
        abstracts[name] = _levels(element)
        for link in element.iterchildren(f"{W}numStyleLink"):
            linked[name] = link.get(VAL) or ""
    nums = {element.get(names.NUM_ID) or "": element for element in root.iterchildren(_NUM)}
    found: dict[str, _List] = {}
    for name, element in nums.items():
        abstract = _abstract_of(element)
        if abstract in linked:
            target = nums.get(styles.number_of(linked[abstract]) or "")
            abstract = abstract if target is None else _abstract_of(target)
        found[name] = _list(element, abstract, abstracts.get(abstract, {}))
    return found


def _abstract_of(num: _Element) -> str:
    return next((child.get(VAL) or "" for child in num.iterchildren(_ABSTRACT_ID)), "")


def _list(num: _Element, abstract: str, levels: Mapping[int, Level]) -> _List:
    own: dict[int, Level] = dict(levels)
    starts: dict[int, int] = {}
    for override in num.iterchildren(_OVERRIDE):
        index = number(override.get(names.ILVL))
        for child in override:
            value = number(child.get(VAL))
            if child.tag == _LEVEL:
                own |= _levels(override)
            elif child.tag == f"{W}startOverride" and index is not None and value is not None:
                starts[index] = value
    starts = {index: start for index, start in starts.items() if index in own}
    return _List(abstract, own, starts)


def _levels(parent: _Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in parent.iterchildren(_LEVEL):
        index = number(element.get(names.ILVL))
        if index is not None and 0 <= index < 9:
            found[index] = _level(element)
    return found


def _level(element: _Element) -> Level:
    said = {child.tag.removeprefix(W): child for child in element}
    value = {name: child.get(VAL) for name, child in said.items()}
    start = number(value.get("start"))
    properties = said.get("rPr")
    hidden = properties is not None and any(map(flag, properties.iterchildren(names.VANISH)))
    return Level(
        start=1 if start is None else start,
        format=_format(said.get("numFmt"), said.get(names.ALTERNATE)),
        text=(value.get("lvlText") or "")[:_LONGEST],
        restart=number(value.get("lvlRestart")),
        legal="isLgl" in said and flag(said["isLgl"]),
        style=value.get("pStyle"),
        suffix=value.get("suff") or "tab",
        hidden=hidden,
    )


def _format(stated: _Element | None, alternate: _Element | None) -> str:
    """The format's name; `custom 001, 002` where the level spells it out."""
    branches = () if alternate is None else alternate.iter(f"{W}numFmt")
    for element in (*branches, *(() if stated is None else (stated,))):
        name = element.get(VAL) or "decimal"
        return f"custom {element.get(f'{W}format') or ''}" if name == "custom" else name
    return "decimal"
