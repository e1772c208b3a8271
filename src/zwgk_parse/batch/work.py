"""What is to be done with an input, and what came of it: what goes to a worker and comes back."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse import __version__
from zwgk_parse.readers.options import DEFAULTS, MIB

if TYPE_CHECKING:
    from zwgk_parse.batch.entry import Findings, State
    from zwgk_parse.batch.inputs import Input
    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.messages.language import Language
    from zwgk_parse.readers.options import Options
    from zwgk_parse.vocabulary.unit_files import UnitsFile

Format = Literal["json", "jsonl", "parquet"]
FORMATS: tuple[Format, ...] = ("json", "jsonl", "parquet")


class Limits(NamedTuple):
    """What one input may take: `seconds` until its worker is ended, `memory` in bytes.

    `inputs`: how many a worker converts before a fresh one takes its place.
    """

    seconds: float = 300.0
    memory: int = 2048 * MIB
    inputs: int = 500


class Work(NamedTuple):
    """How all inputs of a run are converted; a worker is given it once.

    `units` is the user's own table; `store` is where plans are written, in the form `format` asks
    for: as they are to stay, or packed until all are put together.
    """

    store: Store
    options: Options = DEFAULTS
    join: bool = True
    units: UnitsFile | None = None
    format: Format = "json"
    limits: Limits = Limits()
    language: Language = "en"

    @property
    def fingerprint(self) -> str:
        """What tells these options from others that give other plans; limits are among them."""
        options = self.options._replace(password=None)
        said = repr((options, self.join, self.units, self.format, self.limits[:2]))
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    @property
    def version(self) -> str:
        """The version of the program, on which plans depend as well."""
        return __version__


class Job(NamedTuple):
    """One input to convert.

    `key` is what a look at its content gave, `output` the name of its plan. `base_url` completes
    links. `copied` is the name of the plan of another input with the same content. `tries` counts
    how often it was begun.
    """

    given: Input
    output: str
    key: str | None = None
    size: int | None = None
    base_url: str | None = None
    copied: str | None = None
    tries: int = 1


class Outcome(NamedTuple):
    """What came of a job; the fields are those of the ledger's Entry.

    `failure` says why nothing could be written, `silent` why a store does not answer: each ends
    the batch.
    """

    state: State
    sha256: str | None = None
    size: int | None = None
    pages: int | None = None
    tasks: int | None = None
    findings: Findings | None = None
    seconds: float = 0.0
    peak_memory: int | None = None
    reason: str | None = None
    output_size: int | None = None
    plan: str | None = None
    text: str | None = None
    failure: tuple[str, str] | None = None
    silent: tuple[str, str] | None = None
