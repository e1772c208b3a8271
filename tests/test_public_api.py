"""The names that users may import, and that asking for them stays lazy."""

from __future__ import annotations

import inspect

import pytest

import zwgk_parse


def test_public_names_are_these() -> None:
    assert sorted(zwgk_parse.__all__) == [
        "Changes",
        "Diagnostic",
        "Limits",
        "Options",
        "Plan",
        "Result",
        "ZwgkError",
        "__version__",
        "apply_changes",
        "diff_plans",
        "load",
        "load_changes",
        "parse",
        "run_checks",
    ]


@pytest.mark.parametrize("name", zwgk_parse.__all__)
def test_public_name_exists_and_is_documented(name: str) -> None:
    found = getattr(zwgk_parse, name)
    assert isinstance(found, str) or inspect.getdoc(found)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="parze"):
        zwgk_parse.parze  # noqa: B018


def test_parse_takes_a_source_and_named_options() -> None:
    parameters = inspect.signature(zwgk_parse.parse).parameters
    assert list(parameters) == ["source", "attachments", "name", "join", "options"]
