"""The shell of an HTML page that loads nothing, prints well and can be read without scripts.

In go a title, a style and the lines of the body, out come the lines of the page. Its one script
shows the rows (`data-row`) that its one form (`form`) asks for: each control is compared with what
the row's data has under the control's name, several values parted by spaces. What `data-group`
stands at is shown as long as one of its rows is.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from zwgk_parse.exporters.characters import one_line
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.messages.language import Language


def page(title: str, style: str, body: Iterable[str], language: Language) -> Iterator[str]:
    """The lines of a page; the script comes with the form of the body, if it has one."""
    script = b64encode(sha256(_asset("page.js").encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{script}'"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>'
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{shown(title)}</title>"
    yield f"<style>\n{_asset('page.css')}{_asset(style)}</style>\n</head>\n<body>"
    filtered = False
    for line in body:
        filtered = filtered or line.startswith("<form")
        yield line
    if filtered:
        yield f"<script>{_asset('page.js')}</script>"
    yield "</body>\n</html>"


def form(controls: Iterable[str], language: Language) -> Iterator[str]:
    """What to filter by; without a script it stays hidden."""
    yield '<form id="filter" autocomplete="off" hidden>'
    yield from controls
    yield f'<span role="status">{words("report-shown", language)}<b id="shown"></b></span>'
    yield "</form>"


def box(name: str, value: str, label: str) -> str:
    """A control that is checked at first: rows with that value are shown."""
    control = f'<input type="checkbox" name="{name}" value="{shown(value)}" checked>'
    return f"<label>{control} {shown(label)}</label>"


def choice(
    name: str, label: str, options: Iterable[tuple[str, str]], language: Language
) -> Iterator[str]:
    """A control that shows all rows at first, or those with one of the values."""
    yield f'<label>{shown(label)} <select name="{name}">'
    yield f'<option value="">{words("report-all", language)}</option>'
    for value, said in options:
        yield f'<option value="{shown(value)}">{shown(said)}</option>'
    yield "</select></label>"


def words(key: str, language: Language, **data: object) -> str:
    """The phrase `key` for a page."""
    return shown(phrase(key, language, **data))


def shown(text: str) -> str:
    """`text` with nothing in it that HTML could take for its own."""
    return escape(one_line(text))


def _asset(name: str) -> str:
    """The file `name` beside this module; the styles of a kind of page are in its folder."""
    return files(__package__).joinpath(*name.split("/")).read_text(encoding="utf-8")
