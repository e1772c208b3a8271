"""A regular expression goes in, a pattern comes out that is compiled when it is first applied.

A run applies some of the hundreds of patterns only, and compiling all takes longer than reading
a short plan.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`pattern` as `re.compile` would give it."""
    made = _Lazy(pattern, flags)
    _every.append(made)
    return cast("re.Pattern[str]", made)


def compile_all() -> None:
    """Compile every pattern there is: for a process that others are copied from."""
    for one in _every:
        one.search  # noqa: B018  what asks for it compiles


class _Lazy:
    """Stands for the compiled pattern, and has its methods once one of them was needed."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the pattern calls `name`; it is compiled now."""
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_every: list[_Lazy] = []
