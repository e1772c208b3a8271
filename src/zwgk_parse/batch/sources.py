"""The sources of a batch in, Inputs out: of this machine, and of object stores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.batch.inputs import URL, Input, inputs_in
from zwgk_parse.errors import UnsupportedFormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.batch.inputs import Choice


def inputs_of(sources: Iterable[str], choice: Choice) -> Iterator[Input]:
    """The inputs that `sources` stand for; one that two of them stand for comes twice.

    An address of which nothing can be read is an input with its trouble: one in a long list keeps
    none of the others from being converted.
    """
    for source in sources:
        if URL.match(source):
            yield from _objects(source, choice)
        else:
            yield from inputs_in(source, choice)


def _objects(url: str, choice: Choice) -> Iterator[Input]:
    from zwgk_parse.batch.stores.remote import objects

    try:
        yield from objects(url, choice)
    except UnsupportedFormatError as error:
        yield Input(url, tuple(url.split("/")), trouble=str(error.data["reason"]))
