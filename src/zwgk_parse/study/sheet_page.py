"""A sheet as a page to tick in: no network, no server; it saves the CSV that `zwgk accuracy` reads.

Ticks are kept by the browser until they are saved, where it lets pages of files do so.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from zwgk_parse.exporters.page import shown, words
from zwgk_parse.messages.texts import phrase
from zwgk_parse.study.sheet import FIELDS, TICKS
from zwgk_parse.study.spreadsheet import csv_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.sheet import Sheet

_READ = ("task", "owners", "deadlines", "due")


def as_html(sheet: Sheet) -> bytes:
    """The sheet as one file of HTML."""
    return "".join(f"{line}\n" for line in _lines(sheet)).encode()


def _lines(sheet: Sheet) -> Iterator[str]:
    language = sheet.language
    script, style = _asset("sheet.js"), _asset("sheet.css")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; "
        f"script-src 'sha256-{_digest(script)}'"
    )
    yield "<!DOCTYPE html>"
    yield f'<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{words('sheet-name', language)}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield f"<header><h1>{words('sheet-name', language)}</h1>"
    yield f'<p role="status"><b id="done">0</b> / {len(sheet.rows)}</p>'
    yield f'<button type="button" id="save">{words("sheet-save", language)}</button>'
    yield f"<p>{words('sheet-keys', language)}</p></header>\n<main>"
    for row in sheet.rows:
        yield from _task(sheet, row)
    yield "</main>"
    yield f'<script type="application/json" id="rows">{_data(sheet)}</script>'
    yield f"<script>{script}</script>\n</body>\n</html>"


def _task(sheet: Sheet, row: tuple[str, ...]) -> Iterator[str]:
    """One task: to the left what is printed, to the right what was read, below what to tick."""
    say = {field: _lines_shown(cell) for field, cell in zip(FIELDS, row, strict=True)}
    number = say["number"]
    yield f'<article id="task-{number}" tabindex="-1">'
    yield f"<h2>{number} <small>{say['file']} · {say['place']}</small></h2>"
    yield f'<div class="printed"><p class="around">{say["before"]}</p>'
    yield f'<p>{say["printed"]}</p><p class="around">{say["after"]}</p></div>'
    yield "<dl>"
    for field in _READ:
        yield f"<dt>{words(f'sheet-{field}', sheet.language)}</dt><dd>{say[field] or '–'}</dd>"
    yield "</dl>"
    yield '<div class="ticks">'
    for key, field in enumerate(TICKS, 1):
        yield from _tick(f"{field}-{number}", field, key, sheet.language)
    note = words("sheet-note", sheet.language)
    yield f'<label class="note">{note} <input type="text" data-field="note"></label>'
    yield "</div></article>"


def _tick(name: str, field: str, key: int, language: Language) -> Iterator[str]:
    head = words(f"sheet-{field}", language)
    yield f'<fieldset data-field="{field}"><legend><kbd>{key}</kbd> {head}</legend>'
    for value, said in (("1", "sheet-right"), ("0", "sheet-wrong"), ("", "sheet-unjudged")):
        checked = "" if value else " checked"
        control = f'<input type="radio" name="{name}" value="{value}"{checked}>'
        yield f"<label>{control} {words(said, language)}</label>"
    yield "</fieldset>"


def _lines_shown(text: str) -> str:
    """`text` for a page, with its line breaks."""
    return "<br>".join(map(shown, text.split("\n")))


def _data(sheet: Sheet) -> str:
    """The rows as they are saved, and where in them the ticks go."""
    data = {
        "fields": FIELDS,
        "rows": [*csv_rows([sheet.head, *sheet.rows])],
        "file": phrase("sheet-file-name", sheet.language),
    }
    text = json.dumps(data, ensure_ascii=False)
    # Nothing in it may end the element it stands in (HTML, 4.12.1.3).
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    """The file `name` beside this module."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
