"""Objects behind an address (s3://…) as inputs, and a place there as an output folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.inputs import Choice, Input


def objects(url: str, choice: Choice) -> Iterator[Input]:
    """The objects below `url`, in the order of their names."""
    raise MissingExtraError(url, "s3")


def fetched(given: Input, most: int) -> bytes:
    """What stands at the address of `given`, at most `most` bytes."""
    raise MissingExtraError(given.path, "s3")
