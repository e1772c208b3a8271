"""A paragraph's element → its words as Word shows them, and the text boxes anchored in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from zwgk_parse.document.passage import clean
from zwgk_parse.readers.docx import fields, names, remarks
from zwgk_parse.readers.docx.fields import Field
from zwgk_parse.readers.docx.flow import Target
from zwgk_parse.readers.docx.names import VAL, A, M, O, R, V, W, flag
from zwgk_parse.readers.docx.symbols import is_private, is_symbol_font, read_symbol
from zwgk_parse.readers.links import is_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from zwgk_parse.readers.docx.reading import Reading

BREAK = "\n"
UNREAD = "\N{REPLACEMENT CHARACTER}"
_FONTS = f"{W}rFonts"
_ASCII, _TEXT = f"{W}ascii", f"{W}t"
_SAID = frozenset({names.VANISH, _FONTS, names.STYLES[names.RPR]})
_DRAWN = {
    f"{A}blip": remarks.PICTURES,
    f"{V}imagedata": remarks.PICTURES,
    names.CHART: remarks.CHARTS,
    names.DIAGRAM: remarks.CHARTS,
    f"{O}OLEObject": remarks.OBJECTS,
}


# What holds no words of the paragraph: properties, the reading aid above a word.
_LEFT = frozenset(
    {names.PPR, names.RPR, f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt", f"{W}rubyPr", f"{W}delText",
     f"{W}delInstrText", f"{W}customXmlPr", f"{W}smartTagPr"}
)  # fmt: skip


class Words:
    """Collects the words of one paragraph.

    `boxes` are its text boxes: the element that holds their paragraphs, or the words of WordArt.
    `contents`: part of it stands in a table of contents.
    """

    def __init__(self, reading: Reading, *, hidden: bool = False) -> None:
        self.reading = reading
        self.boxes: list[_Element | str] = []
        self.contents = bool(reading.fields) and reading.in_contents
        self._pieces: list[str] = []
        self._hidden = hidden
        self._muted = False
        self._font = ""

    @property
    def text(self) -> str:
        """The words so far; a line break is BREAK."""
        return "".join(self._pieces)

    def read(self, element: _Element) -> None:
        """Adds the words of everything in `element`."""
        for child in element:
            tag = child.tag
            if tag not in _LEFT:
                self._INLINE.get(tag, Words.read)(self, child)

    def add(self, text: str) -> None:
        """Adds words, unless they are hidden or stand in the instruction of a field."""
        if self._muted:
            self.reading.remarks.note(remarks.HIDDEN, self.reading.path, len(text))
        elif not self.reading.fields or all(one.shown for one in self.reading.fields):
            self._pieces.append(text)

    def _run(self, run: _Element) -> None:
        self.reading.budget.tick()
        self._muted, self._font = self._hidden, ""
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._text(child)
            elif tag == names.RPR:
                self._properties(child)
            elif tag not in _LEFT:
                self._INLINE.get(tag, Words.read)(self, child)
        self._muted, self._font = self._hidden, ""

    def _properties(self, properties: _Element) -> None:
        said: bool | None = None
        for child in properties:
            tag = child.tag
            if tag not in _SAID:
                continue
            if tag == names.VANISH:
                said = flag(child)
            elif tag == _FONTS:
                self._font = child.get(_ASCII) or ""
            elif said is None:
                said = self.reading.styles.hides(child.get(VAL))
        if said is not None:
            self._muted = said

    def _text(self, element: _Element) -> None:
        text = element.text or ""
        if self._font and is_symbol_font(self._font):
            text = "".join(map(self._symbol, text))
        elif is_private(text):
            text = "".join(self._symbol(one) if is_private(one) else one for one in text)
        if text:
            self.add(text)

    def _symbol(self, character: str) -> str:
        """What a character of text in the font at hand looks like; those of other fonts stay."""
        code = ord(character)
        return character if 0xFF < code < 0xE000 else self._looks(code, self._font)

    def _looks(self, code: int, font: str) -> str:
        read = read_symbol(code, font)
        if read is None:
            self.reading.remarks.symbol(font, code, self.reading.path)
        return UNREAD if read is None else read

    def _sym(self, element: _Element) -> None:
        try:
            code = int(element.get(f"{W}char") or "", 16)
        except ValueError:
            code = 0
        self.add(self._looks(code, element.get(f"{W}font") or ""))

    def _tab(self, _: _Element) -> None:
        self.add("\t")

    def _hyphen(self, _: _Element) -> None:
        self.add("-")

    def _break(self, element: _Element) -> None:
        """A line break; one to a new page or column ends the paragraph, as two of them do."""
        anew = element.get(f"{W}type") in ("page", "column")
        if not self._muted:
            self.add(BREAK * 2 if anew else BREAK)

    def _alternate(self, element: _Element) -> None:
        branch = names.chosen(element)
        if branch is not None:
            self.read(branch)

    def _kept(self, element: _Element) -> None:
        self.reading.remarks.changed(self.reading.path, kept=True)
        self.read(element)

    def _dropped(self, _: _Element) -> None:
        self.reading.remarks.changed(self.reading.path, kept=False)

    def _comment(self, _: _Element) -> None:
        self.reading.remarks.note(remarks.COMMENTS, self.reading.path)

    def _note(self, element: _Element) -> None:
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        if not self._muted:
            self.reading.notes[(kind, element.get(f"{W}id") or "")] = None

    def _field(self, element: _Element) -> None:
        kind, opened = element.get(f"{W}fldCharType"), self.reading.fields
        if kind == "begin":
            for box in element.iter(f"{W}checkBox"):
                self.add("☒" if _is_checked(box) else "☐")
            self.reading.budget.deeper(len(opened))
            opened.append(Field())
        elif kind == "separate" and opened:
            opened[-1].shown = True
            self.contents = self.contents or opened[-1].is_contents
        elif kind == "end" and opened:
            ended = opened.pop()
            if not ended.shown:
                self._without_result(ended.instruction)

    def _without_result(self, instruction: str) -> None:
        text = fields.drawn(instruction)
        if text is not None:
            self.add(text)
        elif fields.is_number(instruction):
            self.reading.remarks.number(instruction.split(maxsplit=1)[0], self.reading.path)
        else:
            self.reading.remarks.note(remarks.EQUATIONS, self.reading.path)

    def _instruction(self, element: _Element) -> None:
        opened = self.reading.fields
        if opened and len(opened[-1].instruction) < fields.LONGEST:
            opened[-1].instruction += element.text or ""

    def _link(self, element: _Element) -> None:
        begun = len(self._pieces)
        self.read(element)
        relation = self.reading.relations.get(element.get(f"{R}id") or "")
        text = clean("".join(self._pieces[begun:])).strip()
        if relation is not None and (is_file(relation.target) or is_file(text)):
            self.reading.targets.append(Target(text, relation.target, self.reading.path))

    def _drawing(self, element: _Element) -> None:
        """Takes the text boxes of a drawing; what else it shows is not read."""
        if self._muted:
            return
        met: dict[str, int] = {}
        stack = [element]
        while stack:
            node = stack.pop()
            tag = node.tag
            if tag == names.TXBX:
                self.boxes.append(node)
                continue
            if tag == f"{V}textpath" and node.get("string"):
                self.boxes.append(node.get("string") or "")
            if tag in _DRAWN:
                met[_DRAWN[tag]] = met.get(_DRAWN[tag], 0) + 1
            branch = names.chosen(node) if tag == names.ALTERNATE else node
            stack.extend(() if branch is None else reversed(branch))
        if remarks.OBJECTS in met:
            met.pop(remarks.PICTURES, None)  # the picture stands for the object
        for what, count in met.items():
            self.reading.remarks.note(what, self.reading.path, count)

    _INLINE: ClassVar[dict[str, Callable[[Words, _Element], None]]] = {
        names.R_: _run,
        _TEXT: _text,
        f"{M}t": _text,
        f"{W}tab": _tab,
        f"{W}ptab": _tab,
        f"{W}br": _break,
        f"{W}cr": _break,
        f"{W}noBreakHyphen": _hyphen,
        f"{W}sym": _sym,
        f"{W}fldChar": _field,
        f"{W}instrText": _instruction,
        f"{W}hyperlink": _link,
        names.INSERTED: _kept,
        names.MOVED_TO: _kept,
        names.DELETED: _dropped,
        names.MOVED_FROM: _dropped,
        names.ALTERNATE: _alternate,
        f"{W}drawing": _drawing,
        f"{W}pict": _drawing,
        f"{W}object": _drawing,
        f"{W}commentReference": _comment,
        f"{W}footnoteReference": _note,
        f"{W}endnoteReference": _note,
    }


def _is_checked(box: _Element) -> bool:
    said = {child.tag.removeprefix(W): flag(child) for child in box}
    return said.get("checked", said.get("default", False))
