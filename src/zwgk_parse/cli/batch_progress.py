"""What --progress asks for in, what tells how a batch goes out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from zwgk_parse.cli.batch_run import Lines, Silent

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language


def progress(kind: str, language: Language) -> Silent:
    """What tells how a run goes: `auto` is a bar on a terminal, else lines."""
    if kind == "none":
        return Silent(language)
    on_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    if kind == "plain" or (kind == "auto" and not on_terminal):
        return Lines(language)
    from zwgk_parse.cli.batch_bar import Bar

    return Bar(language)
