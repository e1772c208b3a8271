"""A program as users have it installed: Python keeps what it compiled, which the first run does."""

from __future__ import annotations

import os


def environment() -> dict[str, str]:
    """The variables of this process, without the one that makes Python compile at every start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
