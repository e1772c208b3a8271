"""What all of a file's parts are read with: its styles, its counts, where the walk stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zwgk_parse.readers.docx.budget import Budget
    from zwgk_parse.readers.docx.fields import Field
    from zwgk_parse.readers.docx.flow import Line, Target
    from zwgk_parse.readers.docx.numbering import Numbering
    from zwgk_parse.readers.docx.package import Relation
    from zwgk_parse.readers.docx.remarks import Remarks
    from zwgk_parse.readers.docx.styles import Styles


@dataclass(slots=True)
class Reading:
    """The state of a walk; `path` is the paragraph at hand, `fields` those that are open in it.

    `relations` are those of the part at hand. `contents` collects the lines of a table of
    contents, `notes` the foot- and endnotes that are referred to, as (kind, id).
    """

    styles: Styles
    numbering: Numbering
    budget: Budget
    remarks: Remarks
    relations: dict[str, Relation]
    path: str = ""
    fields: list[Field] = field(default_factory=list)
    contents: list[Line] = field(default_factory=list)
    notes: dict[tuple[str, str], None] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)

    @property
    def in_contents(self) -> bool:
        """Whether the walk is inside the result of a table of contents."""
        return any(one.is_contents and one.shown for one in self.fields)
