"""What the READMEs show is what the program prints; `pytest --update-golden` renews it.

A block that begins with `$ zwgk …` holds the first lines of that command's output, then `…`.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from zwgk_parse.cli.group import zwgk

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
READMES = [("README.md", "en"), ("README.zh-CN.md", "zh")]
SHOWN = 10
_BLOCK = re.compile(r"(?<=```text\n)\$ zwgk ([^\n]*)\n.*?(?=```)", re.DOTALL)


@pytest.mark.parametrize(("name", "language"), READMES)
def test_commands_print_what_is_shown(
    name: str,
    language: str,
    golden: Callable[[str, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)

    def printed(block: re.Match[str]) -> str:
        result = CliRunner().invoke(zwgk, block[1].split(), env={"ZWGK_LANG": language})
        shown = "\n".join(result.stdout.splitlines()[:SHOWN])
        return f"$ zwgk {block[1]}\n{shown}\n…\n"

    text = (ROOT / name).read_text(encoding="utf-8")
    assert _BLOCK.search(text)
    golden(_BLOCK.sub(printed, text), ROOT / name)


@pytest.mark.parametrize(("name", "language"), READMES)
def test_python_gives_what_is_shown(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert (failed, tried > 0) == (0, True)


@pytest.mark.parametrize(("name", "language"), READMES)
def test_what_is_linked_exists(name: str, language: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []
