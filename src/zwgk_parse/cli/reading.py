"""The options that say how files are read, and a read that asks for a password where it must.

What goes in is the command line, what comes out is a `Reading`: Options for the readers, and
whether rows are joined.
"""

from __future__ import annotations

import re
import sys
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from zwgk_parse.errors import EncryptedFileError
from zwgk_parse.messages.texts import phrase
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.pipeline import Fetched
    from zwgk_parse.readers.options import Options

    _Type = click.ParamType[Any]  # generic for click's type hints, not when it runs
else:
    _Type = click.ParamType

T = TypeVar("T")
F = TypeVar("F", bound="Callable[..., Any]")

TRIES = 3
PASSWORD_VARIABLE = "ZWGK_PASSWORD"  # noqa: S105  its name
ENGINES = ("auto", "pdfium", "pdfplumber")
_SIZE = lazy(r"(?P<number>\d{1,18})(?P<unit>[KMGT]?)(?:i?B)?", re.IGNORECASE)
_UNITS = {"": 0, "K": 1, "M": 2, "G": 3, "T": 4}
_LONGEST = 1_000_000.0  # seconds
_MOST = 1_000_000_000


class Reading(NamedTuple):
    """How files are to be read; `join`: rows that a page end cut are put together."""

    options: Options
    join: bool


class Amount(_Type):
    """A whole number of things, at least one."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; a wrong one ends the command."""
        number = self.read(str(value).strip())
        if number is None:
            self.fail(phrase(f"no-{self.name}", ctx.obj if ctx else "en", value=value), param, ctx)
        return number

    def read(self, text: str) -> float | None:
        """The number that `text` stands for, None where it is none."""
        digits = text.isascii() and text.isdigit() and len(text) < 19
        return min(int(text), _MOST) if digits and int(text) else None


class Size(Amount):
    """Bytes: `512M`, `2G` (of 1024 each), or a plain number."""

    name = "size"

    def read(self, text: str) -> float | None:
        """The bytes that `text` stands for, None where it is no size."""
        match = _SIZE.fullmatch(text) if text.isascii() else None
        if match is None:
            return None
        return int(match["number"]) * 1024 ** _UNITS[match["unit"].upper()] or None


class Seconds(Amount):
    """Seconds, more than none."""

    name = "seconds"

    def read(self, text: str) -> float | None:
        """The seconds that `text` stands for, None where it is no time."""
        try:
            seconds = float(text)
        except ValueError:
            return None
        return min(seconds, _LONGEST) if 0 < seconds < float("inf") else None


class _Password(_Type):
    """Words that can be encoded."""

    name = "password"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The password as it is; bytes that are no text end the command."""
        if any("\ud800" <= character <= "\udfff" for character in value):
            self.fail(phrase("no-password", ctx.obj if ctx else "en"), param, ctx)
        return value


_OPTIONS = (
    click.option(
        "--password",
        metavar="TEXT",
        type=_Password(),
        envvar=PASSWORD_VARIABLE,
        help=f"Opens an encrypted PDF; better set as {PASSWORD_VARIABLE}, or typed when asked.",
    ),
    click.option(
        "--pdf-engine",
        type=click.Choice(ENGINES),
        default="auto",
        help="What reads PDFs. By default pdfium, and pdfplumber where that fails.",
    ),
    click.option(
        "--no-join", is_flag=True, help="Leave the pieces of rows that page ends cut apart."
    ),
    click.option(
        "--max-pages", metavar="N", type=Amount(), help="Refuse a PDF of more pages (5000)."
    ),
    click.option(
        "--max-objects",
        metavar="N",
        type=Amount(),
        help="Refuse a PDF page with more objects, a Word file with more paragraphs, rows and"
        " cells (200000).",
    ),
    click.option(
        "--max-unpacked",
        metavar="SIZE",
        type=Size(),
        help="Refuse a file in which more is packed (512M).",
    ),
    click.option(
        "--max-seconds",
        metavar="SECONDS",
        type=Seconds(),
        help="Give up a PDF page, or a Word file, that takes longer (30).",
    ),
    click.option(
        "--max-memory",
        metavar="SIZE",
        type=Size(),
        help="Give up when reading takes more memory (2G).",
    ),
)
_LIMITS = ("pages", "objects", "unpacked", "seconds", "memory")


def reading_options(command: F) -> F:
    """Give a command the options for reading; it gets them as the one argument `reading`."""

    @wraps(command)
    def with_reading(*args: Any, **given: Any) -> Any:
        return command(*args, reading=_taken(given), **given)

    wrapped: Any = with_reading
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def _taken(given: dict[str, Any]) -> Reading:
    """What the options for reading say; they are taken out of `given`."""
    from zwgk_parse.readers.options import Limits, Options

    stated = {name: given.pop(f"max_{name}") for name in _LIMITS}
    limits = Limits(**{name: value for name, value in stated.items() if value is not None})
    join = not given.pop("no_join")
    options = Options(
        password=given.pop("password"), pdf_engine=given.pop("pdf_engine"), limits=limits
    )
    return Reading(options, join)


def read_guarded(
    ctx: click.Context, options: Options, files: list[Fetched], read: Callable[[Options], T]
) -> T:
    """What `read` gives, with the limits of `options` held; asks for a password that lacks.

    It asks on a terminal only, three times at most, and only where a password is of use.
    """
    from zwgk_parse.cli.guard import guarded

    asked = 0
    while True:
        try:
            with guarded(options.limits, files[0].name, ctx.obj):
                return read(options)
        except EncryptedFileError as error:
            given = options.password is not None and not asked
            if given or asked == TRIES or not _may_ask(error, files):
                raise
            asked += 1
            options = options._replace(password=_asked_for(error, ctx))
            for file in files:
                file.seek(0)


def _may_ask(error: EncryptedFileError, files: list[Fetched]) -> bool:
    """Whether there is somebody to ask, and a password would open the file: a PDF."""
    if not _has_terminal():
        return False
    locked = [file for file in files if file.name == error.data["file"]]
    return any(b"%PDF-" in bytes(file.getbuffer()[:1024]) for file in locked)


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked_for(error: EncryptedFileError, ctx: click.Context) -> str:
    """What is typed, unseen; the end of input gives the file up."""
    from getpass import getpass

    try:
        return getpass(phrase("ask-password", ctx.obj, file=error.data["file"]), sys.stderr)
    except EOFError:
        sys.stderr.write("\n")
        raise error from None
