"""Which addresses lead to documents: by the suffix that they end in."""

from __future__ import annotations

import re

_FILE = re.compile(r"\.(?:docx?|wps|wpt|pdf|ofd|xlsx?|et|pptx?|rtf|txt|zip|rar|7z|ceb)$")


def is_file(name: str) -> bool:
    """Whether an address or a text ends as the name of a document."""
    return _FILE.search(name.partition("#")[0].strip().lower()[-60:]) is not None
