"""What a file may take while it is read: Limits in, LimitExceededError out when it takes more."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from zwgk_parse.errors import LimitExceededError, TimeLimitError

if TYPE_CHECKING:
    from zwgk_parse.readers.options import Limits

_SPLIT = "raise the limit (--max-...) if you trust it, or split it"
_AGAIN = "save it again with Word or WPS"
# What lxml takes for an element or an attribute, with the text behind it.
_NODE = 256
_EVERY = 256
_DEEPEST = 100


class Budget:
    """What is left of the limits for the file `name`."""

    def __init__(self, limits: Limits, name: str) -> None:
        self.limits = limits
        self.name = name
        self.unpacked = 0
        self.objects = 0
        self._ticks = 0
        self._until = monotonic() + limits.seconds

    def unpack(self, size: int) -> None:
        """Counts `size` bytes more of what is packed in the file."""
        self.unpacked += size
        if self.unpacked > self.limits.unpacked:
            raise self._exceeded(f"it unpacks to more than {self.limits.unpacked:,} bytes")

    def parse(self, data: bytes) -> None:
        """Refuses markup whose tree would take more memory than the limits allow."""
        if (data.count(b"<") + data.count(b'="')) * _NODE > self.limits.memory:
            raise self._exceeded(f"it needs more than {self.limits.memory:,} bytes of memory")
        self.look()

    def spend(self, count: int = 1) -> None:
        """Counts paragraphs, rows and cells; looks at the clock now and then."""
        self.objects += count
        if self.objects > self.limits.objects:
            limit = f"{self.limits.objects:,}"
            raise self._exceeded(f"it has more than {limit} paragraphs, rows and cells")
        self.tick()

    def tick(self) -> None:
        """Looks at the clock now and then; once for each small thing that is read."""
        self._ticks += 1
        if self._ticks % _EVERY == 0:
            self.look()

    def look(self) -> None:
        """Refuses the file when its time is up."""
        if monotonic() > self._until:
            reason = f"reading it takes more than {self.limits.seconds:g} seconds"
            raise TimeLimitError(self.name, reason, _SPLIT)

    def deeper(self, depth: int) -> None:
        """Refuses what is nested `depth` deep where that is too deep."""
        if depth > _DEEPEST:
            raise LimitExceededError(self.name, "its elements are nested too deeply", _AGAIN)

    def _exceeded(self, reason: str) -> LimitExceededError:
        return LimitExceededError(self.name, reason, _SPLIT)
