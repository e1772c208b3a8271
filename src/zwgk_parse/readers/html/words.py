"""The words and names of words.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def section(name: str) -> dict[str, Any]:
    """One section of words.toml: `elements`, `labels`, `meta` or `furniture`."""
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[name]
    return found


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words under `key` in a section."""
    return frozenset(section(name)[key])
