"""The sources of a batch in, Inputs out: of this machine, and of object stores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.batch.inputs import URL, inputs_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.batch.inputs import Choice, Input


def inputs_of(sources: Iterable[str], choice: Choice) -> Iterator[Input]:
    """The inputs that `sources` stand for; one that two of them stand for comes twice."""
    for source in sources:
        if URL.match(source):
            from zwgk_parse.batch.stores.remote import objects

            yield from objects(source, choice)
        else:
            yield from inputs_in(source, choice)
