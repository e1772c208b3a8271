"""The table `[validate]` of the settings: what `zwgk validate` is to tell, and of which files.

What goes in is a Settings, what comes out are Wishes, checked: every key, code and level in them is
known.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from zwgk_parse.checks import OFF_CODES
from zwgk_parse.errors import SettingsError
from zwgk_parse.messages import catalogue
from zwgk_parse.settings import hint, refuse_unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zwgk_parse.settings import Settings

Level = Literal["info", "warning", "error"]
LEVELS: tuple[Level, ...] = ("info", "warning", "error")
# Words that stand for many codes.
ALL, DEFAULT = "all", "default"
_OWN = ("select", "ignore", "severity", "least", "fail-on")
_EMPTY = "an empty word is no code of a check"
_KEYS = (*_OWN, "baseline", "exclude", "per-path")


class UnknownCodeError(ValueError):
    """A word that stands for no code; its text says which, and what may have been meant."""


class Wish(NamedTuple):
    """What one place asks to be told; None and empty leave it to the places before.

    `select` and `ignore` hold codes, `severity` a new severity by code, `least` the least severity
    that is told, `fail_on` the least that fails.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Level] = {}
    least: Level | None = None
    fail_on: Level | None = None


class ForPaths(NamedTuple):
    """A Wish for the files that one of the patterns matches."""

    patterns: tuple[str, ...]
    wish: Wish


class Validation(NamedTuple):
    """The table `[validate]`; `folder` is what its paths are relative to."""

    folder: Path
    wish: Wish = Wish()
    baseline: Path | None = None
    exclude: tuple[str, ...] = ()
    per_path: tuple[ForPaths, ...] = ()

    def wishes_for(self, file: str) -> tuple[Wish, ...]:
        """What is asked for the file of that path, in the order in which it counts."""
        own = (one.wish for one in self.per_path if matches(file, one.patterns, self.folder))
        return (self.wish, *own)


def validation(settings: Settings | None, folder: Path) -> Validation:
    """What `settings` ask of `zwgk validate` (nothing, where there are none).

    Raises SettingsError for an unknown key, code or level, with the one that was meant.
    """
    if settings is None:
        return Validation(folder)
    path, table = settings.path, settings.table.get("validate", {})
    if not isinstance(table, dict):
        raise SettingsError(str(path), "validate: write it as a table")
    refuse_unknown(path, table, _KEYS)
    reader = _Reader(path)
    baseline = table.get("baseline")
    if baseline is not None and (not isinstance(baseline, str) or not baseline):
        raise SettingsError(str(path), "baseline: write the path of a file")
    return Validation(
        folder=path.parent,
        wish=reader.wish(table),
        baseline=path.parent / baseline if baseline else None,
        exclude=reader.words(table, "exclude"),
        per_path=tuple(map(reader.for_paths, reader.tables(table))),
    )


def codes_of(words: str) -> frozenset[str]:
    """The codes that a word stands for: a code, the beginning of codes (`ZW2`), a name, `all`.

    Raises UnknownCodeError for a word that stands for none.
    """
    if words == ALL:
        return frozenset(catalogue())
    if words == DEFAULT:
        return frozenset(catalogue()) - OFF_CODES
    upper = words.upper()
    begun = frozenset(code for code in catalogue() if upper[:2] == "ZW" and code.startswith(upper))
    named = frozenset(c for c, entry in catalogue().items() if entry["name"] == words.lower())
    if not begun | named:
        known = [*catalogue(), *(entry["name"] for entry in catalogue().values()), ALL, DEFAULT]
        begun_alike = [code for code in catalogue() if code.startswith(upper[:4])]
        near = hint(upper, begun_alike or known) or hint(words.lower(), known)
        raise UnknownCodeError(f"{words} is no code of a check{near}" if words else _EMPTY)
    return begun | named


def matches(file: str, patterns: Sequence[str], folder: Path) -> bool:
    """Whether a pattern matches the path of `file`, seen from `folder`, or a part of it.

    `*` stands for any characters, also for slashes; a pattern without a slash matches a file or a
    folder of that name anywhere.
    """
    path = _seen_from(folder, file)
    for pattern in patterns:
        plain = pattern.rstrip("/")
        if "/" not in plain and any(fnmatchcase(part, plain) for part in path.parts):
            return True
        whole = plain.removeprefix("./")
        ways = [path, *path.parents]
        if any(fnmatchcase(str(way), whole) for way in ways):
            return True
    return False


def _seen_from(folder: Path, file: str) -> PurePosixPath:
    try:
        return PurePosixPath(Path(file).absolute().relative_to(folder.absolute()).as_posix())
    except ValueError:
        return PurePosixPath(Path(file).as_posix())


class _Reader(NamedTuple):
    """Reads values of the settings file `path`, or says which is wrong."""

    path: Path

    def wish(self, table: Mapping[str, Any]) -> Wish:
        """What the keys for codes and levels ask for."""
        severity = table.get("severity", {})
        if not isinstance(severity, dict):
            raise SettingsError(str(self.path), "severity: write it as a table of codes and levels")
        levels = {
            code: self.level({word: level}, word)
            for word, level in severity.items()
            for code in self.codes([word])
        }
        return Wish(
            select=self.codes(self.words(table, "select")) if "select" in table else None,
            ignore=self.codes(self.words(table, "ignore")),
            severity={code: level for code, level in levels.items() if level},
            least=self.level(table, "least"),
            fail_on=self.level(table, "fail-on"),
        )

    def for_paths(self, table: Mapping[str, Any]) -> ForPaths:
        """One entry of `per-path`."""
        refuse_unknown(self.path, table, ("paths", *_OWN))
        patterns = self.words(table, "paths")
        if not patterns:
            raise SettingsError(str(self.path), "paths: write a list of words")
        return ForPaths(patterns, self.wish(table))

    def tables(self, table: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The entries of `per-path`."""
        entries = table.get("per-path", [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise SettingsError(str(self.path), "per-path: write it as [[validate.per-path]]")
        return entries

    def words(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        """The list of words at `key`; empty where nothing stands there."""
        words = table.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise SettingsError(str(self.path), f"{key}: write a list of words")
        return tuple(words)

    def codes(self, words: Sequence[str]) -> frozenset[str]:
        """The codes that any of the words stands for."""
        try:
            return frozenset().union(*map(codes_of, words))
        except UnknownCodeError as error:
            raise SettingsError(str(self.path), str(error)) from error

    def level(self, table: Mapping[str, Any], key: str) -> Level | None:
        """The level at `key`."""
        level = table.get(key)
        if level is not None and level not in LEVELS:
            raise SettingsError(str(self.path), f"{key}: write info, warning or error")
        return cast("Level | None", level)
