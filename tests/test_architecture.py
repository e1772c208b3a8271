"""Rules about the code that no linter of ours checks."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "zwgk_parse"
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES_WITHOUT_A_SUBJECT = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
HEAVY = {"pydantic", "rich", "lxml", "tomllib", "charset_normalizer", "importlib.metadata"}


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _lines_of_code(text: str) -> int:
    """The lines of a module without those of its tables, which are data."""
    tables = [node for node in ast.parse(text).body if isinstance(node, ast.Assign | ast.AnnAssign)]
    data = sum((table.end_lineno or table.lineno) - table.lineno for table in tables)
    return len(text.splitlines()) - data


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert _lines_of_code(text) <= 300
    assert text.startswith(('"""', 'r"""'))
    assert path.stem not in NAMES_WITHOUT_A_SUBJECT
    assert path.parent.name not in NAMES_WITHOUT_A_SUBJECT


def _modules_after(*arguments: str) -> set[str]:
    """What is imported when `zwgk` has run with `arguments`."""
    code = (
        "import sys; from zwgk_parse.cli import main\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "try: main()\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_version_imports_nothing_heavy() -> None:
    assert not _modules_after("--version") & HEAVY


def test_help_imports_neither_models_nor_readers() -> None:
    assert not _modules_after("--help") & {"pydantic", "rich", "lxml", "charset_normalizer"}


def test_explain_needs_no_models() -> None:
    assert not _modules_after("explain", "ZW001") & {"pydantic", "rich", "lxml"}


def test_the_package_runs_as_a_module() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "zwgk_parse", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("zwgk ")
