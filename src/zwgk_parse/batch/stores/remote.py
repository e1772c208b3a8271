"""Objects behind an address (s3://…): which there are, and what stands in one.

What goes in is the address of an object, or of all below it; Inputs come out, and bytes. Which
store it is, is for fsspec to know; nothing is fetched from the web.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.batch.archives import names_archive
from zwgk_parse.batch.inputs import URL, Input
from zwgk_parse.batch.sorting import in_order
from zwgk_parse.errors import (
    LimitExceededError,
    MissingExtraError,
    ReadError,
    StoreError,
    UnsupportedFormatError,
    ZwgkError,
)
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.batch.inputs import Choice

# What fsspec would fetch from the web.
WEB = frozenset(
    ("http", "https", "ftp", "ftps", "github", "gist", "git", "hf", "jupyter", "webhdfs", "dav")
)
_S3 = frozenset(("s3", "s3a"))
# The MD5 of what an object holds; stores say other things as well that tell its states apart.
_MD5 = lazy(r'"?([0-9a-f]{32})"?')
_ETAGS = ("ETag", "etag", "md5Hash", "content_md5")
PAGE = 1000


class Place(NamedTuple):
    """An address: the file system of fsspec that it is in, its path there, and what it is called.

    `scheme` is what its addresses begin with.
    """

    files: Any
    path: str
    scheme: str

    def url(self, path: str) -> str:
        """The address of what is at `path` in the same store."""
        return f"{self.scheme}://{path.lstrip('/')}"


class Object(NamedTuple):
    """An object in a store: its path there, its bytes, and what tells its states apart."""

    path: str
    size: int
    etag: str | None


def place(url: str) -> Place:
    """What `url` is the address of.

    Raises UnsupportedFormatError for an address of the web or of no known kind, and
    MissingExtraError where what reads it is not installed.
    """
    scheme = url.partition("://")[0].lower()
    if scheme in WEB:
        raise UnsupportedFormatError(
            url, "it is a web address, and nothing is fetched", "save it, and name the file"
        )
    files = _begun(scheme, url)
    path = str(files._strip_protocol(url))  # noqa: SLF001  the only way that fsspec has
    return Place(files, path, scheme)


def _begun(scheme: str, url: str) -> Any:
    """The file system of `url`; raises as `place` does."""
    try:
        return _files(scheme)
    except ImportError as error:
        if scheme in _S3:
            raise MissingExtraError(url, extra="s3") from error
        raise UnsupportedFormatError(
            url, f"what reads {scheme}:// is not installed", "install it for fsspec"
        ) from error
    except (ValueError, TypeError, OSError) as error:
        raise UnsupportedFormatError(
            url, f"{scheme}:// is no kind of address that can be used", "check it"
        ) from error


@contextmanager
def asked(url: str) -> Iterator[None]:
    """A stretch in which a store is asked for something.

    Lets FileNotFoundError and PermissionError through. Raises StoreError where there is no answer.
    """
    try:
        yield
    except (FileNotFoundError, PermissionError, MemoryError, ZwgkError):
        raise
    except Exception as error:
        # Each kind of store has errors of its own, which fsspec does not gather.
        raise StoreError(url, reason_of(error)) from error


def reason_of(error: Exception) -> str:
    """What a store said, in one line."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


@lru_cache(maxsize=8)
def _files(scheme: str) -> Any:
    """The file system of fsspec for a kind of address, made once in a process."""
    import fsspec

    # Chained addresses (`zip::http://…`) are not looked for: the scheme says all.
    return fsspec.filesystem(scheme, use_listings_cache=False)


def objects(url: str, choice: Choice) -> Iterator[Input]:
    """The object at `url`, or all below it, in the order of their names.

    Raises StoreError where the store does not answer.
    """
    here = place(url)
    without = tuple(
        f"{place(str(one)).path.rstrip('/')}/" for one in choice.without if URL.match(str(one))
    )
    top = f"{here.path.rstrip('/')}/"
    found = False
    try:
        with asked(url):
            single = None if url.endswith("/") else _single(here)
        if single is not None:
            parts = tuple(single.path.strip("/").split("/")[1:])
            yield _input(here, single, parts)
            return
        for one in _below(here, url):
            found = True
            parts = tuple(one.path.removeprefix(top).split("/"))
            if choice.takes(parts) and not one.path.startswith(without):
                yield _input(here, one, parts)
    except (FileNotFoundError, PermissionError) as error:
        yield Input(url, _named(here), trouble=_refusal(error))
        return
    if not found:
        yield Input(url, _named(here), trouble="there is no such object, and none below it")


def _named(here: Place) -> tuple[str, ...]:
    return tuple(part for part in here.path.split("/") if part)


def _refusal(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"the store does not give it ({reason_of(error)})"
    return f"the store does not have it ({reason_of(error)})"


def _input(here: Place, one: Object, parts: tuple[str, ...]) -> Input:
    return Input(here.url(one.path), parts, stamp=_stamp(here, one))


def _stamp(here: Place, one: Object) -> str:
    """What tells the content of an object from another, with its bytes.

    That of two objects is the same only where the store says that what they hold is.
    """
    match = _MD5.fullmatch(one.etag or "")
    if match:
        return f"{match[1]}-{one.size}"
    told = one.etag or here.files.ukey(one.path)
    return f"{hashlib.sha256(f'{told} {one.path}'.encode()).hexdigest()}-{one.size}"


def _single(here: Place) -> Object | None:
    """The object at a place, None where there is none."""
    try:
        info = here.files.info(here.path)
    except FileNotFoundError:
        return None
    return _object(info) if info["type"] == "file" else None


def _object(info: dict[str, Any]) -> Object:
    etag = next((str(info[key]) for key in _ETAGS if info.get(key)), None)
    return Object(str(info["name"]), int(info["size"] or 0), etag)


def _below(here: Place, url: str) -> Iterator[Object]:
    """All objects below a place, in order."""
    ways = chain.from_iterable(pages(here)) if is_s3(here) else _walked(here, url, here.path)
    # What ends with a slash stands for a folder.
    return (one for one in ways if not one.path.endswith("/"))


def is_s3(here: Place) -> bool:
    """Whether `pages` can list what is below a place."""
    return here.scheme in _S3


def pages(here: Place, after: str = "") -> Iterator[list[Object]]:
    """All objects below a place in S3, in order, a page at a time; those that come behind `after`.

    Any number of them can be gone through, as only a page of them is in memory.
    """
    bucket, _, prefix = here.path.strip("/").partition("/")
    more = {"StartAfter": after.partition("/")[2]} if after else {}
    while True:
        with asked(here.url(here.path)):
            page = here.files.call_s3(
                "list_objects_v2",
                Bucket=bucket,
                Prefix=f"{prefix}/" if prefix else "",
                MaxKeys=PAGE,
                **more,
            )
        yield [
            Object(f"{bucket}/{one['Key']}", int(one["Size"]), one.get("ETag"))
            for one in page.get("Contents", ())
        ]
        if not page.get("IsTruncated"):
            return
        more = {"ContinuationToken": page["NextContinuationToken"]}


def _walked(here: Place, url: str, folder: str) -> Iterator[Object]:
    """All objects below a folder of another store, a folder at a time."""
    with asked(url):
        infos = {str(one["name"]): one for one in here.files.ls(folder, detail=True)}
    names: Iterable[str] = in_order(name for name in infos if name.rstrip("/") != folder)
    for name in names:
        if infos[name]["type"] == "directory":
            yield from _walked(here, url, name)
        else:
            yield _object(infos[name])


def fetched(given: Input, most: int) -> bytes:
    """What stands at the address of `given`, of which there must be less than `most` bytes.

    Raises ReadError and its kin where it cannot be had, or is another one than was listed, and
    StoreError where the store does not answer.
    """
    here = place(given.place)
    if names_archive(here.path):
        raise UnsupportedFormatError(
            given.path, "archives in an object store are not unpacked", "unpack it there"
        )
    stated = int(given.stamp.rpartition("-")[2]) if given.stamp else 0
    if stated >= most:
        reason = f"it has more than the {most - 1:,} bytes that are read"
        raise LimitExceededError(given.path, reason, "split it into smaller files")
    try:
        with asked(given.place):
            # Else it asks for the size first.
            at_once = {"max_concurrency": 1} if is_s3(here) else {}
            data = bytes(here.files.cat_file(here.path, **at_once))
            same = given.stamp is None or _is_same(here, given.stamp, data)
    except FileNotFoundError as error:
        raise ReadError(given.path, "there is no such object") from error
    except PermissionError as error:
        raise ReadError(given.path, _refusal(error), "check your permissions") from error
    if not same:
        raise ReadError(given.path, "it changed after it was listed", "run again")
    return data[:most]


def _is_same(here: Place, stamp: str, data: bytes) -> bool:
    """Whether `data` is what was listed; the store is asked where that does not show."""
    digest, _, size = stamp.rpartition("-")
    if len(data) != int(size):
        return False
    if hashlib.md5(data, usedforsecurity=False).hexdigest() == digest:
        return True
    now = _single(here)
    return now is not None and _stamp(here, now) == stamp
