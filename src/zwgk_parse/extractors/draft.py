"""The plan while it is being put together: sections, tasks and paragraphs in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.document.numbering import Label, read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.plan.raw import RawParagraph, RawSection, RawTask

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic

_FOLD = str.maketrans("（）〔〕【】，：；．", "()[][],:;.")
_CLOSING = "。.；;：: "


def fold(text: str) -> str:
    """`text` without white space and closing sign, brackets of one width: to tell repeats."""
    return re.sub(r"\s+", "", text).translate(_FOLD).rstrip("。.;:")


@dataclass(slots=True)
class Draft:
    """Collects what the extractors find; the order of the calls is the order of the plan."""

    sections: list[RawSection] = field(default_factory=list)
    tasks: list[RawTask] = field(default_factory=list)
    paragraphs: list[RawParagraph] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    # Pieces of headings that stand in cells of their own: the number, the words after a page end.
    pieces: list[str] = field(default_factory=list)
    # The last section under each section, and the heading that opened it.
    last: dict[int | None, tuple[int, Passage]] = field(default_factory=dict)

    def enter(self, heading: Passage, parent: int | None) -> int:
        """The index of the section that `heading` opens under `parent`.

        A heading that repeats the last one under the same parent (after a page end) is the same.
        """
        last, opened = self.last.get(parent, (None, None))
        if last is not None and opened is heading:
            return last
        text = heading.tidy()
        if last is not None and self._printed(last) == fold(text.text):
            return last
        label = read_label(text.text)
        title = text.slice(label.end if label else 0).strip()
        self.sections.append(
            RawSection(
                label=label.printed if label else None,
                number=label.number if label else None,
                title=title.slice(0, len(title.text.rstrip(_CLOSING)) or None),
                level=1 if parent is None else self.sections[parent].level + 1,
                parent=parent,
            )
        )
        self.last[parent] = len(self.sections) - 1, heading
        return len(self.sections) - 1

    def lengthen(self, index: int, more: Passage) -> None:
        """Add the words of a heading that stand behind a page end."""
        section = self.sections[index]
        self.sections[index] = section._replace(title=section.title + more.tidy())
        self.last[section.parent] = self.last[section.parent][0], Passage()

    def _printed(self, index: int) -> str:
        section = self.sections[index]
        return fold((section.label or "") + section.title.text)

    def keep(
        self,
        text: Passage,
        section: int | None = None,
        part: Literal["notice", "plan", "tail"] = "plan",
    ) -> None:
        """Keep a paragraph that belongs to no task."""
        if text:
            self.paragraphs.append(RawParagraph(text.tidy(), section, part))


class Item(NamedTuple):
    """A numbered piece of a cell; `text` begins behind the label, which is `printed` before it."""

    label: Label | None
    text: Passage
    printed: Passage = Passage()
