"""Breaks a process that parses a file with a mark in it; Python takes this up from PYTHONPATH."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from zwgk_parse import pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

_MARK = b"zwgk-fault:"


class OddError(Exception):
    """An error that does not survive the way to another process."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one}{two}\udcff")


def _eat() -> None:
    held = []
    while True:
        held.append(bytearray(8 << 20))


def _fill() -> None:
    held = []
    while True:
        held.append(b"x" * (8 << 20))
        time.sleep(0.02)


def _spin() -> None:
    while True:
        pass


def _raise() -> None:
    raise OddError("an error", " of a library")


def _deeper() -> int:
    return _deeper() + 1


_FAULTS: dict[bytes, Callable[[], object]] = {
    b"killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    b"segfault": lambda: ctypes.string_at(0),
    b"exits": lambda: os._exit(3),
    b"ends": lambda: os._exit(0),
    b"leaves": sys.exit,
    b"spins": _spin,
    b"sleeps": lambda: time.sleep(3600),
    b"slow": lambda: time.sleep(0.3),
    b"eats": _eat,
    b"fills": _fill,
    b"raises": _raise,
    b"recurses": _deeper,
}
_PARSE = pipeline.parse


def _broken(source: Any, **options: Any) -> Any:
    _, found, behind = source.getvalue().partition(_MARK)
    if found:
        _FAULTS[behind.split(maxsplit=1)[0]]()
    return _PARSE(source, **options)


pipeline.parse = _broken
