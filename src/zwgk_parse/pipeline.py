"""The one place that puts stages in a row: read, extract, normalize; load for what is stored."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from zwgk_parse import __version__
from zwgk_parse.collector import paused
from zwgk_parse.diagnostics import Diagnostic, Result
from zwgk_parse.document.sources import at_source, with_source
from zwgk_parse.errors import PlanFileError, ReadError, UnsupportedFormatError
from zwgk_parse.extractors import extract
from zwgk_parse.normalizers.plan import normalize
from zwgk_parse.normalizers.targets import with_targets
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.migrate import read_stored
from zwgk_parse.readers import read
from zwgk_parse.readers.options import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from zwgk_parse.document.model import Document
    from zwgk_parse.normalizers.coverage import Coverage
    from zwgk_parse.plan.migrate import Stored
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.readers.options import Options

Source = str | Path | BinaryIO
_URL = lazy(r"(?:https?|ftp)://", re.IGNORECASE)


class Parsed(NamedTuple):
    """A plan, and how it was come by."""

    plan: Plan
    documents: tuple[Document, ...]
    reasons: tuple[str, ...]
    coverage: Coverage


def parse(
    source: Source,
    *,
    attachments: Sequence[Source] = (),
    name: str | None = None,
    join: bool = True,
    options: Options = DEFAULTS,
) -> Result[Plan]:
    """The plan in a document (a path or a binary stream) and the attachments given with it.

    `name` is the file name to record for a stream; `join` says whether the rows that a page end
    cut are put together; `options` how the files are read.
    Raises ReadError and its kin when a file cannot be read at all.
    """
    parsed = parse_document(source, attachments=attachments, name=name, join=join, options=options)
    return Result(parsed.plan, parsed.plan.diagnostics)


def parse_document(
    source: Source,
    *,
    attachments: Sequence[Source] = (),
    name: str | None = None,
    join: bool = True,
    options: Options = DEFAULTS,
) -> Parsed:
    """As `parse`, with the documents that were read and the reasons for what was done."""
    most = options.limits.bytes + 1
    files = [_bytes_of(source, name, most), *(_bytes_of(one, None, most) for one in attachments)]
    return _parse_files(files, options, join=join)


def _parse_files(
    files: Sequence[tuple[bytes, str]], options: Options = DEFAULTS, *, join: bool = True
) -> Parsed:
    documents: list[Document] = []
    said: list[Diagnostic] = []
    for number, (data, name) in enumerate(files):
        result = read(data, name, options)
        documents.append(with_source(result.value, number))
        said += [_placed(diagnostic, number) for diagnostic in result.diagnostics]
    with paused():
        raw = extract(documents, join=join)
        plan, coverage = normalize(raw, documents, said, generator=f"zwgk-parse {__version__}")
    return Parsed(plan, tuple(documents), raw.reasons, coverage)


def load(
    source: Source, *, name: str | None = None, join: bool = True, options: Options = DEFAULTS
) -> Result[Plan]:
    """A stored plan, or the plan in a document, told apart by content.

    `join` and `options` are those of `parse`. Raises PlanFileError when a stored plan does not
    follow the schema of a known version.
    """
    data, called = _bytes_of(source, name, options.limits.bytes + 1)
    if _is_plan(data):
        plan = _stored(data, called).plan
    else:
        plan = _parse_files([(data, called)], options, join=join).plan
    return Result(plan, plan.diagnostics)


class Fetched(io.BytesIO):
    """The bytes of a file and its name: a Source that may be read more than once."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def fetch(source: Source, *, most: int = DEFAULTS.limits.bytes) -> Fetched:
    """What stands in a file, up to one byte more than the `most` that are read of it."""
    return Fetched(*_bytes_of(source, None, most + 1))


class Drawing(NamedTuple):
    """A PDF and the plan in it, ready to be drawn page by page."""

    parsed: Parsed
    data: bytes
    options: Options

    @property
    def pages(self) -> int:
        """How many pages the PDF has."""
        return self.parsed.documents[0].pages or 0

    @property
    def first(self) -> int:
        """The first page with a task; 1 where there is none."""
        spans = (span for task in self.parsed.plan.tasks for span in task.provenance)
        return min((span.page for span in spans if span.page), default=1)

    def png(self, page: int) -> bytes:
        """The page (from 1) as a picture, with what was found on it drawn over it."""
        from zwgk_parse.readers.pdf.render import draw

        document = self.parsed.documents[0]
        return draw(self.data, document, self.parsed.plan, page, self.options)


def drawing(source: Source, *, join: bool = True, options: Options = DEFAULTS) -> Drawing:
    """The plan in a PDF, and what is needed to draw its pages.

    Raises UnsupportedFormatError for a file without pages.
    """
    data, called = _bytes_of(source, None, options.limits.bytes + 1)
    parsed = _parse_files([(data, called)], options, join=join)
    if parsed.documents[0].pages is None:
        raise UnsupportedFormatError(
            called, "only the pages of a PDF can be drawn", "print it to a PDF first"
        )
    return Drawing(parsed, data, options)


class Examined(NamedTuple):
    """A plan and all that is said of it: by the parser, then by the checks.

    `stored` tells a stored plan from one just read; `line` (from 1) is where it begins in a file of
    several.
    """

    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
    stored: bool = False
    line: int | None = None


def examine(
    files: Sequence[Source],
    codes: Collection[str] | None = None,
    *,
    join: bool = True,
    options: Options = DEFAULTS,
) -> Iterator[Examined]:
    """Every plan that stands in the first of `files`, checked; the others are its attachments.

    `codes` says which checks run: by default those that run when nobody selects. Raises ReadError
    and its kin, and PlanFileError, as `parse` and `load` do.
    """
    from zwgk_parse.checks import DEFAULT_CODES, run_checks

    wanted = DEFAULT_CODES if codes is None else codes
    most = options.limits.bytes + 1
    given = [_bytes_of(one, None, most) for one in files]
    if _is_plan(given[0][0]):
        for stored in _all_stored(*given[0]):
            plan = stored.plan
            yield Examined(plan, (*plan.diagnostics, *run_checks(plan, wanted)), stored=True)
        return
    plan = _parse_files(given, options, join=join).plan
    yield Examined(plan, (*plan.diagnostics, *run_checks(plan, wanted)))


def load_stored(source: Source, *, name: str | None = None) -> tuple[Stored, ...]:
    """The plans of a stored file in the newest version: one document, or one plan a line.

    Raises PlanFileError when it holds anything else, or a version that is not known.
    """
    data, called = _bytes_of(source, name)
    if not _is_plan(data):
        raise PlanFileError(called, "it does not begin with a brace")
    return _all_stored(data, called)


def _all_stored(data: bytes, called: str) -> tuple[Stored, ...]:
    lines = [(number, line) for number, line in enumerate(data.splitlines(), 1) if line.strip()]
    if len(lines) == 1 or not lines[0][1].rstrip().endswith(b"}"):
        return (_stored(data, called),)
    return tuple(_stored(line, f"{called}:{number}") for number, line in lines)


def _stored(data: bytes, name: str) -> Stored:
    stored = read_stored(data.removeprefix(b"\xef\xbb\xbf"), name)
    if stored.version == "1.0.0":
        stored = stored._replace(plan=with_targets(stored.plan))
    return stored


def _is_plan(data: bytes) -> bool:
    """Whether the bytes are JSON, which no document begins like."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def _bytes_of(
    source: Source, name: str | None, most: int = DEFAULTS.limits.bytes + 1
) -> tuple[bytes, str]:
    """The bytes of a path or stream, at most `most`, and the file's name."""
    if not isinstance(source, str | Path):
        called = name or Path(str(getattr(source, "name", "-"))).name
        return source.read(most), called
    text = str(source)
    if _URL.match(text):
        raise UnsupportedFormatError(
            text, "it is a web address, and nothing is fetched", "download the page first"
        )
    path = Path(source)
    if path.is_dir():
        raise ReadError(text, "it is a folder", "name a file in it")
    try:
        with path.open("rb") as stream:
            return stream.read(most), name or path.name
    except FileNotFoundError as error:
        raise ReadError(text, "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(text, f"it cannot be read ({reason})", "check its permissions") from error


def _placed(diagnostic: Diagnostic, number: int) -> Diagnostic:
    spans = tuple(at_source(span, number) for span in diagnostic.provenance)
    return diagnostic.model_copy(update={"provenance": spans}) if number else diagnostic
