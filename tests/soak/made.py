"""Many files of real documents in a folder, each of its own content, some faulty on purpose."""

from __future__ import annotations

import io
import os
import re
import zipfile
from functools import cache, partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from tests.corpus import files
from tests.readers import pdf_changes, pdf_files
from zwgk_parse.errors import ReadError
from zwgk_parse.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zwgk_parse.batch.entry import State

TESTS = Path(__file__).parents[1]
SAMPLES = sorted((TESTS.parent / "samples").glob("*.txt"))
# So many of each ten files.
KINDS = ("txt", "html", "txt", "docx", "txt", "html", "txt", "pdf", "txt", "docx")
_YEAR = re.compile(r"20[12]\d年")
_NAMES = ("附件{n}", "关于印发 {n} 号工作要点的通知", "plan-{n}", "分工方案（{n}）😀", "第{n}\n号")


def _sources(kind: str, *, long: bool = False) -> list[Path]:
    """Documents of a kind: samples, those of the corpus where there is one, and golden cases.

    `long`: without golden cases, each of which is a page or less, where there are others.
    """
    real = SAMPLES if kind == "txt" else files(f"renditions/*.{kind}")
    golden = sorted((TESTS / "golden" / kind).glob(f"*/input.{kind}"))
    taken = real if real and (long or kind == "txt") else real + golden
    return [path for path in taken if _is_read(path)]


def _is_read(path: Path) -> bool:
    """Whether a document can be read: some show how a scan is refused."""
    try:
        parse(path)
    except ReadError:
        return False
    return True


@cache
def _data(path: Path) -> bytes:
    return path.read_bytes()


def _text(data: bytes, n: int, mark: str = "") -> bytes:
    """Text or a page with other years, and a line of its own."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        # In another encoding: the bytes behind the end are no part of what is read.
        return data + f"<!-- {n} -->\n".encode()
    text = _YEAR.sub(f"{2000 + n % 30}年", text)
    line = f"联系电话：{n:08d}{mark}"
    before, end, after = text.rpartition("</body>")
    if end:
        return f"{before}<p>{line}</p>{end}{after}".encode()
    return f"{text.rstrip()}\n\n{line}\n".encode()


def _word(data: bytes, n: int) -> bytes:
    """A Word file with other years, and a comment of its own behind it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = str(n).encode()
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "word/document.xml":
                part = _YEAR.sub(f"{2000 + n % 30}年", part.decode()).encode()
            new.writestr(info, part)
    return out.getvalue()


def _pdf(data: bytes, n: int) -> bytes:
    return data + f"\n% {n}\n".encode()


CHANGES: dict[str, Callable[[bytes, int], bytes]] = {
    "txt": _text,
    "html": _text,
    "docx": _word,
    "pdf": _pdf,
}


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _marked(fault: str, path: Path, n: int) -> None:
    """A plan that breaks the process that reads it: see tests/batch/faults."""
    _put(path, _text(_data(SAMPLES[n % len(SAMPLES)]), n, f" zwgk-fault:{fault} "))


def _cut_word(path: Path, n: int) -> None:
    data = _word(_data(_sources("docx")[0]), n)
    _put(path, data[: len(data) // 2])


def _bomb(path: Path, n: int) -> None:
    """A Word file whose text is a few hundred kilobytes, and 600 megabytes when it is unpacked."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_data(_sources("docx")[0]))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        new.comment = str(n).encode()
        for info in old.infolist():
            if info.filename != "word/document.xml":
                new.writestr(info, old.read(info))
        with new.open("word/document.xml", "w", force_zip64=True) as stream:
            for _ in range(600):
                stream.write(b" " * (1 << 20))
    _put(path, out.getvalue())


def _bomb_in_archive(path: Path, n: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(f"{n}.txt", "w") as stream,
    ):
        for _ in range(80):
            stream.write(b"0" * (1 << 20))


def _pipe(path: Path, n: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def _dead_link(path: Path, n: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(f"nowhere-{n}")


def _made(data: Callable[[], bytes], path: Path, n: int) -> None:
    _put(path, _pdf(data(), n))


Fault = tuple[str, "State", "Callable[[Path, int], None]"]
FAULTS: tuple[Fault, ...] = (
    (".txt", "crashed", partial(_marked, "killed")),
    (".txt", "crashed", partial(_marked, "segfault")),
    (".txt", "crashed", partial(_marked, "exits")),
    (".txt", "crashed", partial(_marked, "raises")),
    (".txt", "timed-out", partial(_marked, "spins")),
    (".txt", "out-of-memory", partial(_marked, "eats")),
    (".docx", "unreadable", _cut_word),
    (".pdf", "unreadable", lambda path, n: _put(path, b"%%PDF-1.7\n%d" % n)),
    (".pdf", "encrypted", partial(_made, partial(pdf_changes.encrypted, "geheim"))),
    (".pdf", "no-text-layer", partial(_made, pdf_files.picture_only)),
    (".docx", "unreadable", _bomb),
    (".zip", "unreadable", _bomb_in_archive),
    (".zip", "unreadable", lambda path, n: _put(path, b"PK\x03\x04%d" % n)),
    (".png", "unsupported", lambda path, n: _put(path, b"\x89PNG\r\n\x1a\n%d" % n)),
    (".txt", "unreadable", _dead_link),
    (".txt", "unreadable", _pipe),
)


def made(folder: Path, count: int, faulty: int, *, long: bool = False) -> dict[str, State]:
    """Write `count` files below `folder`, `faulty` of them so; the states that those must end in.

    Of a file in an archive the path has `!/` in it, as in the ledger.
    """
    expected: dict[str, State] = {}
    faults = cycle(FAULTS)
    every = count // faulty
    good = _good(long=long)
    for n in range(count):
        below = folder / f"{n % 7}" / _NAMES[n % len(_NAMES)].format(n=n)
        if n % every or len(expected) == faulty:
            kind, data = next(good)
            _put(below.with_name(f"{below.name}.{kind}"), CHANGES[kind](data, n))
            continue
        ending, state, write = next(faults)
        path = below.with_name(f"{below.name}{ending}")
        write(path, n)
        inner = f"!/{n}.txt" if write is _bomb_in_archive else ""
        expected[f"{path.as_posix()}{inner}"] = state
    return expected


def _good(*, long: bool) -> Iterator[tuple[str, bytes]]:
    """Documents of all kinds by turns, without an end."""
    sources = {kind: cycle(_sources(kind, long=long)) for kind in KINDS}
    for kind in cycle(KINDS):
        yield kind, _data(next(sources[kind]))
