"""The names of WordprocessingML: tags as lxml spells them, and what an attribute says.

Files of the strict standard are brought to these names while they are parsed (`markup`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
R = f"{{{_OFFICE}/officeDocument/2006/relationships}}"
A = f"{{{_OFFICE}/drawingml/2006/main}}"
CHART = f"{{{_OFFICE}/drawingml/2006/chart}}chart"
DIAGRAM = f"{{{_OFFICE}/drawingml/2006/diagram}}relIds"
M = f"{{{_OFFICE}/officeDocument/2006/math}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  the prefix that Word uses

VAL = f"{W}val"
P, TBL, TR, TC, R_ = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r"
PPR, RPR, TBLPR, TRPR, TCPR = f"{W}pPr", f"{W}rPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr"
STYLES = {PPR: f"{W}pStyle", RPR: f"{W}rStyle", TBLPR: f"{W}tblStyle"}
NUMPR, NUM_ID, ILVL = f"{W}numPr", f"{W}numId", f"{W}ilvl"
OUTLINE, VANISH = f"{W}outlineLvl", f"{W}vanish"
DELETED, INSERTED = f"{W}del", f"{W}ins"
MOVED_FROM, MOVED_TO = f"{W}moveFrom", f"{W}moveTo"
TXBX = f"{W}txbxContent"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"

_OFF = frozenset({"0", "false", "off", "none"})
# What a choice may need so that the words in it are read: shapes and text boxes of Word 2010 on.
_KNOWN = frozenset({"wps", "wpg", "wpc", "w14", "w15", "a14", "wp14"})


def flag(element: _Element) -> bool:
    """Whether a property that is on or off is on; it is when it says nothing."""
    return (element.get(VAL) or "1") not in _OFF


def number(text: str | None) -> int | None:
    """The whole number that an attribute holds, or None."""
    try:
        return int(text) if text is not None and len(text) < 10 else None
    except ValueError:
        return None


def chosen(alternate: _Element) -> _Element | None:
    """The one branch of an mc:AlternateContent that is read."""
    for branch in alternate:
        if branch.tag == CHOICE and _KNOWN.issuperset((branch.get("Requires") or "").split()):
            return branch
    rest = [branch for branch in alternate if branch.tag == FALLBACK]
    return rest[0] if rest else next(iter(alternate), None)
