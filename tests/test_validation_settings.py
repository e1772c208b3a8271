"""The table `[validate]` of the settings: what it asks for, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from zwgk_parse.checks import DEFAULT_CODES
from zwgk_parse.errors import SettingsError
from zwgk_parse.settings import Settings
from zwgk_parse.settings.validation import (
    UnknownCodeError,
    Validation,
    codes_of,
    matches,
    validation,
)

HERE = Path("zwgk.toml")


def read(**table: object) -> Validation:
    return validation(Settings(HERE, {"validate": table}), Path())


def test_words_stand_for_codes() -> None:
    assert codes_of("ZW202") == codes_of("zw202") == codes_of("deadline-before-issue") == {"ZW202"}
    assert codes_of("ZW4") == {"ZW401", "ZW402", "ZW403", "ZW404"}
    assert codes_of("all") >= codes_of("default") >= DEFAULT_CODES
    assert codes_of("default") >= codes_of("ZW3")


@pytest.mark.parametrize("word", ["ZW9", "202", "Z", "", "deadline", "ZW2022"])
def test_other_words_are_refused(word: str) -> None:
    with pytest.raises(UnknownCodeError, match="is no code of a check"):
        codes_of(word)


@pytest.mark.parametrize(
    ("file", "pattern", "wanted"),
    [
        ("plans/old/a.txt", "old", True),
        ("plans/old/a.txt", "*.txt", True),
        ("plans/old/a.txt", "plans/old", True),
        ("plans/old/a.txt", "plans/old/", True),
        ("plans/old/a.txt", "plans/*.txt", True),
        ("plans/old/a.txt", "./plans/**", True),
        ("plans/old/a.txt", "*/b.txt", False),
        ("plans/old/a.txt", "lans", False),
        ("plans/[1].txt", "plans/[[]1].txt", True),
        ("/elsewhere/a.txt", "plans/*", False),
    ],
)
def test_patterns(file: str, pattern: str, wanted: bool) -> None:
    assert matches(file, (pattern,), Path()) is wanted


def test_what_is_not_set_asks_for_nothing() -> None:
    assert validation(None, Path()) == Validation(Path())
    assert read() == Validation(Path())


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ({"selekt": []}, "unknown key selekt; did you mean select?"),
        ({"zzz": []}, "unknown key zzz$"),
        ({"select": "ZW1"}, "select: write a list of words"),
        ({"select": [1]}, "select: write a list of words"),
        ({"ignore": ["ZW20X"]}, "ZW20X is no code of a check; did you mean ZW20"),
        ({"select": [""]}, "an empty word is no code of a check"),
        ({"severity": "error"}, "severity: write it as a table"),
        ({"severity": {"ZW202": "fatal"}}, "ZW202: write info, warning or error"),
        ({"severity": {"ZW999": "info"}}, "ZW999 is no code"),
        ({"fail-on": 1}, "fail-on: write info, warning or error"),
        ({"least": "all"}, "least: write info, warning or error"),
        ({"baseline": ""}, "baseline: write the path of a file"),
        ({"per-path": {}}, r"per-path: write it as \[\[validate.per-path\]\]"),
        ({"per-path": [{}]}, "paths: write a list of words"),
        ({"per-path": [{"path": ["a"]}]}, "unknown key path; did you mean paths?"),
    ],
)
def test_what_is_not_known_is_refused(table: dict[str, object], reason: str) -> None:
    with pytest.raises(SettingsError, match=reason):
        read(**table)


def test_the_table_must_be_one() -> None:
    with pytest.raises(SettingsError, match="validate: write it as a table"):
        validation(Settings(HERE, {"validate": []}), Path())
