"""A table of words goes by its name, what it holds comes out.

The tables are written in TOML, which is slow to read; beside each lies the same as JSON, made by
`make generate`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def table(folder: str, name: str) -> Any:
    """What `name`.toml in the package's `folder` holds."""
    path = Path(__file__).parent / folder / f"{name}.json"
    return json.loads(path.read_bytes())
