"""One job in, its outcome out, its plan written: the function that every engine runs.

What a file does to the process that reads it (a crash, an endless loop) is for the engine to see.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zlib
from collections import Counter
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING

from zwgk_parse.batch.content import changed, content
from zwgk_parse.batch.engines.engine import too_large
from zwgk_parse.batch.entry import Findings
from zwgk_parse.batch.work import Outcome
from zwgk_parse.errors import (
    DamagedFileError,
    EncryptedFileError,
    LimitExceededError,
    MemoryLimitError,
    NoTextLayerError,
    OutputError,
    StoreError,
    TimeLimitError,
    UnsupportedFormatError,
    ZwgkError,
)
from zwgk_parse.machine import begin_peak, peak_memory

if TYPE_CHECKING:
    from zwgk_parse.batch.entry import State
    from zwgk_parse.batch.work import Format, Job, Work
    from zwgk_parse.plan.model import Plan

# The first that an error is one of says which state it leaves its input in.
_STATES: tuple[tuple[type[ZwgkError], State], ...] = (
    (EncryptedFileError, "encrypted"),
    (NoTextLayerError, "no-text-layer"),
    (UnsupportedFormatError, "unsupported"),
    (TimeLimitError, "timed-out"),
    (MemoryLimitError, "out-of-memory"),
    (LimitExceededError, "unreadable"),
    (ZwgkError, "unreadable"),
)
_PACKED = 1
_GZIP = b"\x1f\x8b"


def state_of(error: ZwgkError) -> State:
    """The state that `error` leaves an input in."""
    return next(state for kind, state in _STATES if isinstance(error, kind))


def reason_of(error: ZwgkError) -> str:
    """What `error` says, without the name of the file."""
    told = error.data
    return f"{told['reason']}; {told['remedy']}" if "reason" in told else str(error)


def convert(job: Job, work: Work) -> Outcome:
    """What comes of `job`; its plan, if it has one, stands in the store.

    Raises what is no ZwgkError: a defect of this program, which costs this one input.
    """
    begun = perf_counter()
    begin_peak()
    try:
        outcome = _converted(job, work)
    except OutputError as error:
        outcome = Outcome("crashed", failure=(str(error.data["file"]), str(error.data["reason"])))
    except StoreError as error:
        outcome = Outcome("crashed", silent=(str(error.data["file"]), str(error.data["reason"])))
    except ZwgkError as error:
        outcome = Outcome(state_of(error), reason=reason_of(error))
    except MemoryError:
        outcome = too_large(work)
    return outcome._replace(seconds=perf_counter() - begun, peak_memory=peak_memory())


def _converted(job: Job, work: Work) -> Outcome:
    data = content(job.given, work.options.limits.bytes)
    digest = hashlib.sha256(data).hexdigest()
    if job.key is not None and job.given.stamp is None and digest != job.key:
        raise changed(job.given)
    try:
        plan = _plan(job, work, data)
    except ZwgkError as error:
        return Outcome(state_of(error), digest, len(data), reason=reason_of(error))
    text = stored_text(plan, work.format)
    packed = text if work.format == "json" else gzip.compress(text, _PACKED, mtime=0)
    work.store.write(job.output, packed)
    return _outcome(plan, digest, len(data), len(packed))


def _plan(job: Job, work: Work, data: bytes) -> Plan:
    """The plan in `data`: read, or that of the same content under this input's name."""
    from zwgk_parse.opening import Fetched
    from zwgk_parse.pipeline import parse

    if job.copied is not None:
        with suppress(FileNotFoundError, DamagedFileError):
            return renamed(stored_plan(work.store.read(job.copied), job.copied), job.given.name)
    options = work.options._replace(base_url=job.base_url or work.options.base_url)
    fetched = Fetched(data, job.given.name)
    return parse(fetched, join=work.join, options=options).value


def renamed(plan: Plan, name: str) -> Plan:
    """`plan` as the file `name` gives it, whose content is the same."""
    first, *others = plan.sources
    return plan.model_copy(update={"sources": (first.model_copy(update={"name": name}), *others)})


def stored_text(plan: Plan, form: Format) -> bytes:
    """The plan as `zwgk parse` writes it: as JSON, or as a line where plans are put together."""
    from zwgk_parse.exporters import exporter

    stream = io.StringIO()
    exporter("json" if form == "json" else "jsonl").write((plan,), stream)
    return stream.getvalue().encode()


def stored_plan(data: bytes, name: str) -> Plan:
    """A plan that `convert` wrote at `name`; raises DamagedFileError for what is none any more."""
    from pydantic import ValidationError

    from zwgk_parse.plan.model import Plan

    text = unpacked(data, name)
    try:
        return Plan.model_validate_json(text)
    except ValidationError:
        # Half a surrogate pair (of a file's name) is JSON, but no text to the models' reader.
        with suppress(ValueError):
            return Plan.model_validate(json.loads(text))
    raise no_plan(name)


def unpacked(data: bytes, name: str) -> bytes:
    """The JSON of a plan that `convert` wrote at `name`, packed or not."""
    try:
        return gzip.decompress(data) if data.startswith(_GZIP) else data
    except (EOFError, OSError, zlib.error) as error:
        raise no_plan(name) from error


def no_plan(name: str) -> DamagedFileError:
    """What is raised where a plan stood and something else does."""
    reason, remedy = "it holds no plan any more", "take it away and run the same batch again"
    return DamagedFileError(name, reason, remedy)


def _outcome(plan: Plan, digest: str, size: int, written: int) -> Outcome:
    from zwgk_parse.findings import text_fingerprint

    found = Counter(str(diagnostic.severity) for diagnostic in plan.diagnostics)
    findings = Findings(**found)
    grave = findings.warning or findings.error
    state: State = "no-tasks" if not plan.tasks else "ok-with-findings" if grave else "ok"
    return Outcome(
        state,
        digest,
        size,
        pages=plan.sources[0].pages,
        tasks=len(plan.tasks),
        findings=findings,
        output_size=written,
        plan=plan.id,
        text=text_fingerprint("\n".join(task.text for task in plan.tasks)) if plan.tasks else None,
    )
