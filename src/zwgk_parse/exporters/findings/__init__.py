"""Report → file: one row a format, what `zwgk validate -f` names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TextIO

from zwgk_parse.exporters.findings import github, gitlab, html, json, junit, sarif, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.findings import Report
    from zwgk_parse.messages.language import Language


class Format(NamedTuple):
    """A format that a Report can be written in; `suffix` is how its files are usually named."""

    name: str
    suffix: str
    write: Callable[[Report, TextIO, Language], None]


# The first is what is written when nothing names a format.
FORMATS = (
    Format("text", ".txt", text.write),
    Format("json", ".json", json.write),
    Format("sarif", ".sarif", sarif.write),
    Format("junit", ".xml", junit.write),
    Format("github", ".txt", github.write),
    Format("gitlab", ".json", gitlab.write),
    Format("html", ".html", html.write),
)
