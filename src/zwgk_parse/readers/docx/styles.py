"""styles.xml → what a style says of a paragraph or run: outline level, number, hidden or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.docx import names
from zwgk_parse.readers.docx.names import VAL, W, flag, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_STYLE, _BASE = f"{W}style", f"{W}basedOn"
_BORDERS = f"{W}tblBorders"
_BODY_LEVEL = 9
_LONGEST = 50


class NumberRef(NamedTuple):
    """Which list (w:num) numbers a paragraph, and on which level from 0; None: not said."""

    num: str | None = None
    level: int | None = None

    def over(self, other: NumberRef) -> NumberRef:
        """This, and what it leaves open from `other`."""
        return NumberRef(self.num or other.num, other.level if self.level is None else self.level)


class _Style(NamedTuple):
    """One style as it stands: None where it says nothing."""

    base: str | None
    outline: int | None
    number: NumberRef
    hidden: bool | None
    bordered: bool


class ParagraphStyle(NamedTuple):
    """What a paragraph style and those it is based on say together.

    `level` counts from 1, None for body text; `chain` are the styles' ids, its own first, each
    with the level of a list that it names.
    """

    level: int | None = None
    number: NumberRef = NumberRef()
    hidden: bool = False
    chain: tuple[tuple[str, int | None], ...] = ()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        self._read: dict[str | None, ParagraphStyle] = {}
        for element in () if root is None else root.iterchildren(_STYLE):
            name = element.get(f"{W}styleId") or ""
            self._styles[name] = _style(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in _ON:
                self._default = name

    @property
    def numbers_all(self) -> bool:
        """Whether a paragraph that says nothing of itself has a number."""
        return self.paragraph(None).number.num is not None

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """What the style `name` says; the default style where none is named."""
        if name not in self._read:
            known = name if name in self._styles else self._default
            self._read[name] = self._together(known)
        return self._read[name]

    def _together(self, name: str | None) -> ParagraphStyle:
        chain = tuple(self._chain(name))
        styles = [self._styles[one] for one in chain]
        outline = next((one.outline for one in styles if one.outline is not None), None)
        ref = NumberRef()
        for one in styles:
            ref = ref.over(one.number)
        levels = tuple((one, self._styles[one].number.level) for one in chain)
        return ParagraphStyle(level_of(outline), ref, self.hides(name) is True, levels)

    def hides(self, name: str | None) -> bool | None:
        """Whether text in the style is hidden; None where the style does not say."""
        said = (self._styles[one].hidden for one in self._chain(name))
        return next((hidden for hidden in said if hidden is not None), None)

    def is_bordered(self, name: str | None) -> bool:
        """Whether a table in the style has drawn lines."""
        return any(self._styles[one].bordered for one in self._chain(name))

    def number_of(self, name: str) -> str | None:
        """The list that a numbering style stands for."""
        style = self._styles.get(name)
        return None if style is None else style.number.num

    def _chain(self, name: str | None) -> Iterator[str]:
        """The style and those it is based on; one that is based on itself ends it."""
        seen: set[str] = set()
        while name in self._styles and name not in seen and len(seen) < _LONGEST:
            seen.add(name)
            yield name
            name = self._styles[name].base


_ON = ("1", "true", "on")


def level_of(outline: int | None) -> int | None:
    """The heading level of an outline level: 0 to 8 are headings, 9 is body text."""
    return outline + 1 if outline is not None and 0 <= outline < _BODY_LEVEL else None


def number_ref(properties: _Element) -> NumberRef:
    """What a w:numPr says."""
    said = {child.tag: child.get(VAL) for child in properties}
    return NumberRef(said.get(names.NUM_ID), number(said.get(names.ILVL)))


def is_drawn(borders: _Element) -> bool:
    """Whether a w:tblBorders or w:tcBorders draws any line."""
    return any((line.get(VAL) or "nil") not in ("nil", "none") for line in borders)


def _style(element: _Element) -> _Style:
    said = {child.tag: child for child in element}
    base = said.get(_BASE)
    paragraph = {child.tag: child for child in said.get(names.PPR, ())}
    outline, listed = paragraph.get(names.OUTLINE), paragraph.get(names.NUMPR)
    hidden = [flag(child) for child in said.get(names.RPR, ()) if child.tag == names.VANISH]
    borders = [child for child in said.get(names.TBLPR, ()) if child.tag == _BORDERS]
    return _Style(
        None if base is None else base.get(VAL),
        None if outline is None else number(outline.get(VAL)),
        NumberRef() if listed is None else number_ref(listed),
        hidden[0] if hidden else None,
        any(map(is_drawn, borders)),
    )
