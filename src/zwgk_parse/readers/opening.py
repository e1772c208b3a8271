"""Tables within tables: what stands in them in reading order, however deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def opened(items: Sequence[Any], opens: Callable[[Any], bool]) -> Iterator[Any]:
    """The items, with each that `opens` says so replaced by what its cells hold.

    Such an item is a grid: `rows` of boxes with `items` of their own.
    """
    stack = list(reversed(items))
    while stack:
        item = stack.pop()
        if not opens(item):
            yield item
            continue
        boxes = [box for row in item.rows for box in row]
        stack.extend(inner for box in reversed(boxes) for inner in reversed(box.items))
