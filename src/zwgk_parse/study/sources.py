"""The files that tasks were read from: drawn tasks in, their passages out, or why there is none.

A file is read again where it was, and only if it is still the same (SHA-256).
"""

from __future__ import annotations

import hashlib
import re
from contextlib import nullcontext
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.batch.content import content
from zwgk_parse.batch.inputs import URL, Input
from zwgk_parse.errors import ZwgkError
from zwgk_parse.patterns import lazy
from zwgk_parse.readers import read
from zwgk_parse.readers.options import DEFAULTS
from zwgk_parse.study.passages import Printed, printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from typing import Literal

    from zwgk_parse.document.model import Document
    from zwgk_parse.readers.options import Options
    from zwgk_parse.study.sampling import Drawn

    Guard = Callable[[str], AbstractContextManager[None]]
    Reason = Literal["gone", "changed", "unread", "elsewhere"]

_MEMBER = lazy(r"\.zip(!/)", re.IGNORECASE)


class Found(NamedTuple):
    """A task with its passage, or `reason`: why it has none."""

    drawn: Drawn
    printed: Printed | None = None
    reason: Reason | None = None


def _unguarded(_: str) -> AbstractContextManager[None]:
    """Nothing watches."""
    return nullcontext()


def with_passages(
    drawn: Iterable[Drawn], options: Options = DEFAULTS, guard: Guard = _unguarded
) -> tuple[Found, ...]:
    """The tasks in their order, each with what is printed there; every file is read once.

    `guard` gives, for the name of a file, the stretch in which it is read.
    """
    tasks = tuple(drawn)
    ranks = sorted(range(len(tasks)), key=lambda at: (tasks[at].entry.path, tasks[at].sha256))
    found: dict[int, Found] = {}
    for _, group in groupby(ranks, key=lambda at: (tasks[at].entry.path, tasks[at].sha256)):
        places = list(group)
        passages = _of_one_file([tasks[at] for at in places], options, guard)
        found.update(zip(places, passages, strict=True))
    return tuple(found[at] for at in range(len(tasks)))


def _of_one_file(tasks: list[Drawn], options: Options, guard: Guard) -> Iterator[Found]:
    document = _document(tasks[0], options, guard)
    for one in tasks:
        if isinstance(document, str):
            yield Found(one, reason=document)
        else:
            passage = printed(one.task, document)
            yield Found(one, passage, None if passage else "elsewhere")


def _document(drawn: Drawn, options: Options, guard: Guard) -> Document | Reason:
    """The document that the task was read from, or why it cannot be had."""
    given = _input(drawn.entry.path)
    try:
        data = content(given, options.limits.bytes)
    except ZwgkError:
        return "gone"
    if hashlib.sha256(data).hexdigest() != drawn.sha256:
        return "changed"
    try:
        with guard(given.name):
            return read(data, given.name, options).value
    except ZwgkError:
        return "unread"


def _input(path: str) -> Input:
    """The input that the ledger calls `path`."""
    inside = None if URL.match(path) else _MEMBER.search(path)
    if inside is None:
        return Input(path, ())
    return Input(path[: inside.start(1)], (), path[inside.end() :])
