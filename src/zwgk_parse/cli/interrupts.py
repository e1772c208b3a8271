"""Ctrl-C and SIGTERM, treated alike: they end a long run in order, and say how to go on."""

from __future__ import annotations

import signal
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
# Seconds within which a second signal is taken for the same wish as the first.
_ONCE = 1.0


class Interrupts:
    """A stretch in which both signals raise KeyboardInterrupt, or are only noted.

    `noted`: what runs looks at `seen` itself; a second signal raises nevertheless.
    """

    def __init__(self) -> None:
        self.noted = False
        self._number: int | None = None
        self._since = 0.0
        self._before: dict[int, Any] = {}

    @property
    def seen(self) -> bool:
        """Whether one of the signals came."""
        return self._number is not None

    @property
    def exit_code(self) -> int:
        """What a program that a signal ended leaves with: 130, or 143."""
        return 128 + (self._number or signal.SIGINT)

    def __enter__(self) -> Interrupts:
        for number in _SIGNALS:
            # What was begun with `nohup` or `&` may be told not to listen.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._meet)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _meet(self, number: int, _: FrameType | None) -> None:
        first = not self.seen
        if not first and monotonic() - self._since < _ONCE:
            return
        self._number, self._since = number, monotonic()
        if not first or not self.noted:
            raise KeyboardInterrupt
