"""What all tests share: expected files that `pytest --update-golden` rewrites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden."""
    parser.addoption(
        "--update-golden", action="store_true", help="write what the tests get as what they expect"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """A function that compares a text with a file, or writes the file with --update-golden."""
    update: bool = request.config.getoption("--update-golden")

    def compare(text: str, path: Path) -> None:
        if update:
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"{path} is missing; run pytest --update-golden, then read it"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make messages English, whoever runs the tests; a test of Chinese says so itself."""
    monkeypatch.setenv("ZWGK_LANG", "en")
