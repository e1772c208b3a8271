"""Decoded text → lines with their numbers, told apart by form: blank, rule, table, words."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.document.passage import Passage, clean
from zwgk_parse.source import Span
from zwgk_parse.vocabulary.page_words import is_page_number, is_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["blank", "rule", "page-number", "bar", "pipes", "tabs", "words"]

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_SPACES = re.compile(r"[^\S\n]+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_BULLET = re.compile(r"\s{0,3}[-*+•●]\s+(?=\S)")
_TAG = re.compile(r"</?(?:b|strong|i|em|u|font|span|sup|sub|o:p)\b[^>]{0,200}>", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")


class Line(NamedTuple):
    """A physical line; `number` counts from 1."""

    number: int
    text: str
    form: Form
    level: int | None = None

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(line=self.number, end_line=self.number)


def split_lines(text: str) -> Iterator[Line]:
    """The lines of `text`, told apart by their form."""
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\f\v\u0085\u2028\u2029]", text), start=1):
        line = clean(raw)
        form = _form(line)
        heading = _HEADING.match(line) if form == "words" else None
        if heading is not None:
            line = line[heading.end() :].rstrip("# ")
        yield Line(number, line, form, len(heading[1]) if heading is not None else None)


def _form(line: str) -> Form:
    plain = line.strip()
    # A line of nothing but tabs is what a browser's text has between two cells.
    if plain == "|" or (not plain and "\t" in line):
        return "bar"
    if not plain:
        return "blank"
    if is_page_number(plain):
        return "page-number"
    if is_rule(plain) and "|" not in plain:
        return "rule"
    if "\t" in plain:
        return "tabs"
    return "pipes" if _PIPE.search(plain) else "words"


def words(text: str, span: Span) -> Passage:
    """A line's words: Markdown's emphasis, escapes, entities and bullets undone, spaces single."""
    text = _BULLET.sub("", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "&" in text:
        text = clean(html.unescape(text))
    return Passage.of(_SPACES.sub(" ", text).strip(), span)
