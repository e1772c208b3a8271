"""The one place that puts stages in a row: read, extract, normalize; load for what is stored."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse import __version__
from zwgk_parse.collector import paused
from zwgk_parse.diagnostics import Diagnostic, Result
from zwgk_parse.errors import PlanFileError, ReadError, UnsupportedFormatError
from zwgk_parse.opening import Fetched, bytes_of, fetch, opened
from zwgk_parse.plan.model import SCHEMA_VERSION
from zwgk_parse.plan.places import Places
from zwgk_parse.plan.stored import Stored, accepted, judge
from zwgk_parse.plan.texts import is_list, is_stored, no_plan, plan_texts, utf8, within
from zwgk_parse.readers.options import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from zwgk_parse.document.model import Document
    from zwgk_parse.errors import ZwgkError
    from zwgk_parse.normalizers.coverage import Coverage
    from zwgk_parse.opening import Source
    from zwgk_parse.plan.changes import Changes
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.plan.texts import PlanText
    from zwgk_parse.readers.options import Options

__all__ = [
    "Drawing",
    "Examined",
    "Fetched",
    "Parsed",
    "StoredPlan",
    "drawing",
    "examine",
    "fetch",
    "load",
    "load_changes",
    "load_stored",
    "parse",
    "parse_document",
    "stored_plan",
    "stored_plans",
]


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
    files = [bytes_of(source, name, most), *(bytes_of(one, None, most) for one in attachments)]
    return _parse_files(files, options, join=join)


def _parse_files(
    files: Sequence[tuple[bytes, str]], options: Options = DEFAULTS, *, join: bool = True
) -> Parsed:
    # Not at the top: who reads stored plans needs none of it.
    from zwgk_parse.document.sources import with_source
    from zwgk_parse.extractors import extract
    from zwgk_parse.normalizers.plan import normalize
    from zwgk_parse.readers import read

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
    most = options.limits.bytes
    data, called = bytes_of(source, name, most + 1)
    if is_list(data):
        raise no_plan(called, data)
    if is_stored(data):
        text = utf8(data, called)
        plan = _filled(accepted(judge(text, called), called)).plan
    else:
        plan = _parse_files([(data, called)], options, join=join).plan
    return Result(plan, plan.diagnostics)


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
    data, called = bytes_of(source, None, options.limits.bytes + 1)
    parsed = _parse_files([(data, called)], options, join=join)
    if parsed.documents[0].pages is None:
        raise UnsupportedFormatError(
            called, "only the pages of a PDF can be drawn", "print it to a PDF first"
        )
    return Drawing(parsed, data, options)


class Examined(NamedTuple):
    """A plan and all that is said of it: by the parser, then by the checks.

    Of a stored plan `stored` tells how it stands in its file; `plan` is None where it does not
    follow its schema, or cannot be read at all (see `stored.failure`).
    """

    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    stored: StoredPlan | None = None


def examine(
    files: Sequence[Source],
    codes: Collection[str] | None = None,
    *,
    join: bool = True,
    options: Options = DEFAULTS,
) -> Iterator[Examined]:
    """Every plan that stands in the first of `files`, checked; the others are its attachments.

    `codes` says which checks run: by default those that run when nobody selects. Raises ReadError
    and its kin, and PlanFileError, as `parse` and `stored_plans` do.
    """
    from zwgk_parse.checks import DEFAULT_CODES, run_checks

    wanted = DEFAULT_CODES if codes is None else codes
    most = options.limits.bytes
    given = [bytes_of(one, None, most + 1) for one in files]
    if is_stored(given[0][0]) or is_list(given[0][0]):
        data, called = given[0]
        with paused():
            for one in stored_plans(io.BytesIO(within(data, called, most)), name=called):
                found = run_checks(one.plan, wanted) if one.plan else ()
                said = one.plan.diagnostics if one.plan else one.diagnostics
                yield Examined(one.plan, (*said, *found), one)
        return
    plan = _parse_files(given, options, join=join).plan
    yield Examined(plan, (*plan.diagnostics, *run_checks(plan, wanted)))


class StoredPlan(NamedTuple):
    """A plan of a stored file, or what is the matter with it.

    `plan` is None where it does not follow its schema (`diagnostics` say where: ZW019) or cannot
    be read at all (`failure`). `version` is the one it was stored in, `line` the line of the file
    that it begins at, `places` finds the lines of what is in it.
    """

    plan: Plan | None
    line: int
    places: Places
    version: str = SCHEMA_VERSION
    diagnostics: tuple[Diagnostic, ...] = ()
    failure: ZwgkError | None = None


def stored_plans(
    source: Source, *, name: str | None = None, options: Options = DEFAULTS
) -> Iterator[StoredPlan]:
    """The plans of a stored file one after the other: one document, or one plan a line.

    A line that is damaged, or holds something else than a plan, is a `failure` and does not keep
    the others from being read. Raises PlanFileError when the file does not begin like a stored
    plan (a JSON list is none), and ReadError and its kin when it cannot be read.
    """
    with opened(source, name) as (stream, called):
        for text in plan_texts(stream, called, options.limits.bytes):
            yield stored_plan(text)


def stored_plan(text: PlanText) -> StoredPlan:
    """The plan in one text of a stored file."""
    try:
        judged = judge(text.data, text.file, text.line)
    except (ReadError, PlanFileError) as error:
        return StoredPlan(None, text.line, Places(b"", text.line), failure=error)
    if judged.plan is None:
        places = Places(text.data, text.line)
        return StoredPlan(None, text.line, places, judged.version, judged.diagnostics)
    plan, version = _filled(Stored(judged.plan, judged.version))
    return StoredPlan(plan, text.line, Places(text.data, text.line, len(plan.tasks)), version)


def load_stored(source: Source, *, name: str | None = None) -> tuple[Stored, ...]:
    """The plans of a stored file in the newest version: one document, or one plan a line.

    Raises PlanFileError when one does not follow the schema of its version, and what
    `stored_plans` raises or tells of.
    """
    with opened(source, name) as (stream, called):
        texts = plan_texts(stream, called, DEFAULTS.limits.bytes)
        return tuple(
            _filled(accepted(judge(text.data, text.file, text.line), text.file)) for text in texts
        )


def load_changes(source: Source, *, name: str | None = None) -> Changes:
    """The changes of a file that `zwgk diff --format json`, or somebody, wrote.

    Raises ChangesFileError when they do not follow the schema, and ReadError and its kin when the
    file cannot be read.
    """
    from zwgk_parse.plan.stored_changes import read_changes

    most = DEFAULTS.limits.bytes
    data, called = bytes_of(source, name, most + 1)
    return read_changes(within(data, called, most), called)


def _filled(stored: Stored) -> Stored:
    """A stored plan with what only versions after its own have."""
    if stored.version == "1.0.0":
        from zwgk_parse.normalizers.targets import with_targets

        return stored._replace(plan=with_targets(stored.plan))
    return stored


def _placed(diagnostic: Diagnostic, number: int) -> Diagnostic:
    from zwgk_parse.document.sources import at_source

    spans = tuple(at_source(span, number) for span in diagnostic.provenance)
    return diagnostic.model_copy(update={"provenance": spans}) if number else diagnostic
