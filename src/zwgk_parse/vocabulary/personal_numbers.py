"""Numbers that belong to a person: a text goes in, what is a person's number in it comes out.

Found are identity numbers (GB 11643, with their check digit), mobile telephone numbers, and
landline numbers beside a person's name.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_names import is_group, shape

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

Kind = Literal["identity", "mobile", "landline"]

# What such a number needs at least; most texts have none and are done.
_SEVEN_DIGITS = lazy(r"\d(?:[-—－ ]?\d){6}")
# Not inside of a longer number, a link or a file's name; 张三-138… is no longer number.
_BEGIN = r"(?<![0-9０-９A-Za-z_./=&%#@\\])(?<![0-9０-９A-Za-z][-—－ ])"
_END = r"(?![0-9０-９A-Za-z_]|[-—－./]\d)"
_IDENTITY = lazy(
    _BEGIN + r"\d{6}[- ]?(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[- ]?\d{3}[\dXxＸｘ]"
    r"(?![0-9０-９A-Za-z_]|-\d)"
)
_MOBILE = lazy(
    r"(?:(?<![0-9０-９A-Za-z_./=&%#@\\])(?<![0-9０-９A-Za-z][-—－ ])(?:\+|00)?86[- ]?)?"
    r"(?<![0-9A-Za-z_./=&%#@\\])1[3-9]\d[- ]?\d{4}[- ]?\d{4}" + _END
)
