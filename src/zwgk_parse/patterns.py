"""A regular expression goes in, a pattern comes out that is compiled when it is first applied.

A run applies some of the hundreds of patterns only, and compiling all takes longer than reading
a short plan.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazy(pattern: str, flags: int = 0, *, signs: str = "") -> re.Pattern[str]:
    """`pattern` as `re.compile` would give it.

    `signs`: characters of which every match holds one. A text without any is not searched, so
    that the pattern need not be compiled for it.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags, signs))


class _Lazy:
    """Stands for the compiled pattern, and has its methods once one of them was needed."""

    def __init__(self, pattern: str, flags: int, signs: str) -> None:
        self.pattern = pattern
        self._flags = flags
        self._signs = frozenset(signs)

    def __getattr__(self, name: str) -> Any:
        """A method of the pattern, which is compiled now unless `signs` may do without it."""
        if self._signs and name in ("search", "match", "fullmatch"):
            return self._guarded(name)
        return getattr(self._compiled(), name)

    def _compiled(self) -> re.Pattern[str]:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return compiled

    def _guarded(self, name: str) -> Any:
        def apply(text: str, *limits: int) -> re.Match[str] | None:
            if self._signs.isdisjoint(text):
                return None
            return cast("re.Match[str] | None", getattr(self._compiled(), name)(text, *limits))

        return apply
