"""The reader's language: what goes in is the environment, what comes out is `zh` or `en`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["en", "zh"]

# In order: the first that is set decides, as it does for the C library.
VARIABLES = ("ZWGK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def reader_language(environment: Mapping[str, str]) -> Language:
    """`zh` when the locale in `environment` is Chinese, else `en`."""
    stated = next((environment[name] for name in VARIABLES if environment.get(name)), None)
    return language_of(stated or _system_locale())


def language_of(locale: str) -> Language:
    """The language of a locale's name: `zh_CN.UTF-8`, `zh-Hans`, `Chinese (Simplified)_China`."""
    return "zh" if locale.lower().startswith(("zh", "chinese")) else "en"


def _system_locale() -> str:
    """What the system is set to: on Windows none of the variables is usual."""
    import locale

    return locale.getlocale()[0] or ""
