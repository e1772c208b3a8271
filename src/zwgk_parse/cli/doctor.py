"""`zwgk doctor`: what is installed, and the exact command for what is not."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse import __version__
from zwgk_parse.messages.texts import phrase
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.messages.language import Language

PACKAGE = "zwgk-parse"
_REQUIREMENT = lazy(r"([A-Za-z0-9._-]+)[^;]*(?:;.*extra == ['\"]([\w-]+)['\"])?")

# What the extras are for: keys of `ui.toml`. Others go without a word.
EXTRAS = {
    "chart": "doctor-chart",
    "parquet": "doctor-parquet",
    "ray": "doctor-ray",
    "repair": "doctor-repair",
    "s3": "doctor-s3",
    "watch": "doctor-watch",
    "workdays": "doctor-workdays",
    "xlsx": "doctor-xlsx",
}
# What is on the PATH under one of these names, and how to get it on Debian and elsewhere.
PROGRAMS = (("LibreOffice", ("soffice", "libreoffice"), "libreoffice", "https://libreoffice.org"),)
FONTS = ("Noto Sans CJK", "fonts-noto-cjk", "https://fonts.google.com/noto")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked for: `version` is None if it is missing, `command` is how to get it."""

    name: str
    version: str | None
    command: str


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """List what is installed and how to get what is not.

    \b
    Example:
      zwgk doctor
    """
    python = f"Python {platform.python_version()}, {platform.platform(terse=True)}"
    click.echo(f"zwgk {__version__}\n{python}\n{sys.executable}")
    extras: dict[str, list[Finding]] = {}
    for name, extra in requirements():
        extras.setdefault(extra, []).append(_package(name, extra))
    for extra in sorted(extras):
        _report(_head(extra, ctx.obj), extras[extra], ctx.obj)
    _report(phrase("doctor-around", ctx.obj), [*_programs(), _fonts()], ctx.obj)


def _head(extra: str, language: Language) -> str:
    """What is said above the packages of an extra: its name, and what it is for."""
    if not extra:
        return phrase("doctor-required", language)
    key = EXTRAS.get(extra)
    purpose = phrase(key, language) if key else ""
    return phrase("doctor-extra", language, extra=extra, purpose=purpose)


def _report(head: str, findings: list[Finding], language: Language) -> None:
    click.echo(f"\n{head}")
    for found in findings:
        key = "doctor-absent" if found.version is None else "doctor-present"
        row = {"name": found.name, "version": found.version, "command": found.command}
        click.echo(phrase(key, language, **row).rstrip())


def requirements() -> Iterator[tuple[str, str]]:
    """The packages this one asks for, each with the extra it belongs to, or an empty string."""
    try:
        stated = metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:
        stated = []
    for line in stated:
        match = _REQUIREMENT.match(line)
        if match is not None:
            yield match[1], match[2] or ""


def _package(name: str, extra: str) -> Finding:
    wanted = f"{PACKAGE}[{extra}]" if extra else name
    try:
        version: str | None = metadata.version(name)
    except metadata.PackageNotFoundError:
        version = None
    return Finding(name, version, f'python -m pip install "{wanted}"')


def _programs() -> Iterator[Finding]:
    for name, commands, package, site in PROGRAMS:
        found = next(filter(None, map(shutil.which, commands)), None)
        yield Finding(name, found, _install(package, site))


def _fonts() -> Finding:
    name, package, site = FONTS
    return Finding(name, _chinese_font(), _install(package, site))


def _install(package: str, site: str) -> str:
    return f"sudo apt install {package}" if Path("/etc/debian_version").exists() else site


def _chinese_font() -> str | None:
    """The family of a font with Chinese characters, as far as fontconfig knows one."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    listing = subprocess.run(  # noqa: S603  the program that PATH gives, fixed arguments
        [program, ":lang=zh-cn", "family"], capture_output=True, text=True, check=False, timeout=20
    )
    families = sorted(line.partition(",")[0].strip() for line in listing.stdout.splitlines())
    return next(iter(families), None)
