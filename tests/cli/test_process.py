"""What only a process of its own shows: its streams, a pipe that closes, an interrupt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from zwgk_parse.cli import main

ZWGK = [sys.executable, "-m", "zwgk_parse"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and closed streams of POSIX")


def test_main_leaves_with_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["zwgk", "explain", "??"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2


@pytest.mark.parametrize("locale", ["C", "zh_CN.GB18030"])
def test_output_is_utf8_whatever_the_locale(locale: str) -> None:
    environment = os.environ | {"LC_ALL": locale, "ZWGK_LANG": "zh", "PYTHONUTF8": "0"}
    run = subprocess.run([*ZWGK, "--help"], capture_output=True, check=True, env=environment)
    assert "用法：zwgk" in run.stdout.decode("utf-8")
    assert b"\r" not in run.stdout


@posix
@pytest.mark.parametrize(
    ("redirect", "code", "said"),
    [
        (">&-", 0, ""),
        ("2>&-", 0, ""),
        ("| head -c 1 >/dev/null", 141, ""),
    ],
)
def test_streams_that_close(redirect: str, code: int, said: str) -> None:
    script = f"set -o pipefail; '{sys.executable}' -m zwgk_parse schema {redirect}"
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert run.returncode in {code, 0}
    assert run.stderr == said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_one_line_and_code_3() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([*ZWGK, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 3
    assert run.stderr.decode() == (
        "Error: standard output: cannot be written: No space left on device; "
        "choose another place with -o\n"
    )
