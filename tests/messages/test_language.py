"""Which language a reader gets."""

from __future__ import annotations

import locale

import pytest

from zwgk_parse.messages.language import language_of, reader_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({"LC_ALL": "zh_CN", "ZWGK_LANG": "en"}, "en"),
        ({"LC_ALL": "en_GB", "ZWGK_LANG": "zh"}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], language: str) -> None:
    assert reader_language(environment) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("Chinese (Simplified)_China", "zh"), ("zh-Hans-CN", "zh"), ("English_United States", "en")],
)
def test_names_of_locales(name: str, language: str) -> None:
    assert language_of(name) == language


@pytest.mark.parametrize(
    ("name", "language"), [("Chinese (Simplified)_China", "zh"), ("de_DE", "en"), (None, "en")]
)
def test_without_a_variable_the_system_decides(
    name: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (name, None))
    assert reader_language({}) == language
