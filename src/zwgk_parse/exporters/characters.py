"""Text that may quote any file: what comes out can be written as UTF-8 and steers no reader."""

from __future__ import annotations

from html import escape

from zwgk_parse.patterns import lazy

# Control characters, half surrogate pairs, what ends a line for some, and what turns the direction.
_UNSEEN = lazy("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What Markdown would take for its own anywhere in a line, and what only some services do: a
# mention, a reference to an issue, the name of a picture (`:tada:`).
_MARKDOWN = lazy(r"[\\`*_{}\[\]#|~$@]|:(?=[\w+-]+:)")
_HALF_PAIRS = lazy("[\ud800-\udfff]")
# All that XML 1.0 has no place for.
_NOT_XML = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def one_line(text: str) -> str:
    r"""`text` as one line, with control characters shown as escapes (`\n`, `\x1b`, `\udc80`)."""
    return _UNSEEN.sub(lambda match: ascii(match[0])[1:-1], text)


def whole(text: str) -> str:
    """`text` with replacement characters for half surrogate pairs, which have no UTF-8."""
    return _HALF_PAIRS.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """`text` with replacement characters for what must not stand in XML, and nothing escaped."""
    return _NOT_XML.sub("\ufffd", text)


def markdown_text(text: str) -> str:
    r"""`text` with nothing in it that Markdown or HTML could take for its own."""
    return escape(_MARKDOWN.sub(r"\\\g<0>", one_line(text)), quote=False)
