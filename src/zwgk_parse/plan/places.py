"""Where the values of a JSON text stand: a JSON pointer goes in, the number of a line comes out."""

from __future__ import annotations

from functools import cached_property
from json import JSONDecoder
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = lazy(r"[ \t\r\n]*")
_TASK_POINTER = lazy(r"/tasks/(\d{1,9})(/.*)?", 16)
# How `zwgk parse` lays out the tasks of a plan, up to and after the list and between two tasks.
_LAID_OUT, _TASKS, _NEXT, _END = (
    b'{\n  "',
    b'\n  "tasks": [\n    {\n',
    b"\n    },\n    {\n",
    b"\n  ]",
)
_decode = JSONDecoder().raw_decode


class Places:
    """The lines of a text that is JSON and begins at the line `begins` of its file.

    `tasks` is the number of tasks in it, where that is known. The text is searched only when a
    line is asked for.
    """

    def __init__(self, data: bytes, begins: int, tasks: int | None = None) -> None:
        self._data = data
        self._begins = begins
        self._count = tasks
        self._known: dict[int, dict[str, int]] = {}

    def line_of(self, pointer: str) -> int:
        """The line of the value at `pointer`, or of what it should stand in if it is not there."""
        if not pointer or self._is_one_line:
            return self._begins
        match = _TASK_POINTER.fullmatch(pointer)
        if match and not match[2] and int(match[1]) < len(self._lines_of_tasks):
            return self._begins + self._lines_of_tasks[int(match[1])]
        offset = self._space(0)
        for part in pointer.split("/")[1:]:
            below = self._below(offset)
            name = part.replace("~1", "/").replace("~0", "~")
            if name not in below:
                break
            offset = below[name]
        return self._begins + self._text.count("\n", 0, offset)

    @cached_property
    def _is_one_line(self) -> bool:
        end = self._data.find(b"\n")
        return end < 0 or not self._data[end:].strip()

    @cached_property
    def _text(self) -> str:
        return self._data.decode()

    @cached_property
    def _lines_of_tasks(self) -> list[int]:
        """The line of each task, if the text is laid out as `zwgk parse` does it."""
        data, lines = self._data, list[int]()
        at = data.find(_TASKS)
        if at < 0 or not data.startswith(_LAID_OUT):
            return lines
        end, line = data.find(_END, at), data.count(b"\n", 0, at + len(_TASKS)) - 1
        counted = at + len(_TASKS)
        while 0 <= at < end:
            lines.append(line)
            at = data.find(_NEXT, counted, end)
            line += data.count(b"\n", counted, at + len(_NEXT))
            counted = at + len(_NEXT)
        return lines if len(lines) == self._count else []

    def _below(self, offset: int) -> dict[str, int]:
        """The names or numbers of what an object or list at `offset` holds, and where it stands."""
        if offset not in self._known:
            self._known[offset] = dict(self._entries(offset))
        return self._known[offset]

    def _entries(self, offset: int) -> Iterator[tuple[str, int]]:
        opening, at, number = self._text[offset], self._space(offset + 1), 0
        while opening in "{[" and self._text[at] not in "}]":
            name = str(number)
            if opening == "{":
                name, at = _decode(self._text, at)
                at = self._space(self._space(at) + 1)
            yield name, at
            _, at = _decode(self._text, at)
            at = self._space(at)
            at = self._space(at + 1) if self._text[at] == "," else at
            number += 1

    def _space(self, offset: int) -> int:
        """The offset after the white space at `offset`."""
        match = _SPACE.match(self._text, offset)
        return match.end() if match else offset
