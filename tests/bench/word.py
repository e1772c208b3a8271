"""Measure the Word reader against other programs on the same file; exits with 1 above a bar.

`python tests/bench/word.py FILE` measures that file; without one, a plan of 2,048 rows is made.
All take turns in the same run, so that a ratio means the same on a slow machine as on a fast one.
What is not installed is left out, with a word.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.wordfile import cell, para, row, run, table, word
from zwgk_parse.readers import docx

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
ROWS = 2048
BAR = 0.4


@dataclass(frozen=True)
class Peer:
    """Another program: what it is called, the module it needs, what it does with a file."""

    name: str
    module: str
    read: Callable[[bytes], object]


def _python_docx(data: bytes) -> object:
    import docx as python_docx

    document = python_docx.Document(io.BytesIO(data))
    return [[one.text for one in line.cells] for grid in document.tables for line in grid.rows]


def _docx2python(data: bytes) -> object:
    from docx2python import docx2python

    with docx2python(io.BytesIO(data)) as document:
        return document.body


def _mammoth(data: bytes) -> object:
    import mammoth

    return mammoth.convert_to_html(io.BytesIO(data)).value


def _markitdown(data: bytes) -> object:
    from markitdown import MarkItDown

    return MarkItDown().convert_stream(io.BytesIO(data), file_extension=".docx").text_content


PEERS = (
    Peer("python-docx, cell by cell", "docx", _python_docx),
    Peer("docx2python", "docx2python", _docx2python),
    Peer("mammoth", "mammoth", _mammoth),
    Peer("markitdown", "markitdown", _markitdown),
)


def made() -> bytes:
    """A plan of ROWS rows in 64 tables: sections merged down, five columns."""
    again, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    bold = '<w:b w:val="0"/><w:sz w:val="21"/>'

    def words(text: str) -> str:
        return para(more=run(text, bold), properties='<w:spacing w:after="0"/>')

    def line(number: int) -> str:
        begins = number % 8 == 0
        merged = cell(words("公开") if begins else "", properties=again if begins else go_on)
        texts = (
            f"{number}. 各单位要完善规范性文件的分类展示，" * 3,
            "县府办；县直各单位",
            "年底前",
        )
        return row(merged, merged, *(cell(words(text)) for text in texts))

    head = row(*(words(text).join(("<w:tc>", "</w:tc>")) for text in "一二三四五"))
    tables = (
        table(head, *(line(number) for number in range(begin, begin + ROWS // 64)))
        for begin in range(0, ROWS, ROWS // 64)
    )
    return word("".join(f"{one}<w:p/>" for one in tables))


def best(read: Callable[[bytes], object], data: bytes) -> float:
    """The seconds of one reading."""
    begun = perf_counter()
    read(data)
    return perf_counter() - begun


def main() -> int:
    """1 if the reader is above its bar or slower than a peer, else 0."""
    data = Path(sys.argv[1]).read_bytes() if sys.argv[1:] else made()
    peers = [peer for peer in PEERS if find_spec(peer.module)]
    for peer in PEERS:
        if peer not in peers:
            print(f"{peer.name:28} not installed: left out")
    own: list[float] = []
    times: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for _ in range(ROUNDS):
        own.append(best(lambda data: docx.read(data, "plan.docx"), data))
        for peer in peers:
            times[peer.name].append(best(peer.read, data))
    ours = min(own)
    print(f"{'zwgk':28} {ours:8.3f} s  (at most {BAR:g})")
    for name, taken in times.items():
        print(f"{name:28} {min(taken):8.3f} s  {min(taken) / ours:6.1f} times as long")
    slower = [name for name, taken in times.items() if min(taken) <= ours]
    return int(ours > BAR or bool(slower))


if __name__ == "__main__":
    sys.exit(main())
