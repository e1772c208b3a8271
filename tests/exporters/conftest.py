"""A real browser, for pages with a script."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What gives the page as it stands after its scripts have run.

    A word on the console fails the test: an error, or a request, all of which the page's policy
    forbids.
    """
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    folder = tmp_path_factory.mktemp("chromium")

    def dump(file: Path, fragment: str = "") -> str:
        run = subprocess.run(
            [
                CHROMIUM,
                *("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}"),
                *("--disable-background-networking", "--virtual-time-budget=2000", "--dump-dom"),
                "--enable-logging=stderr",
                f"{file.as_uri()}{fragment}",
            ],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        assert not re.findall(r".*CONSOLE.*", run.stderr)
        return run.stdout

    return dump
