"""What docs/batch.md says, in both languages, is what there is; --update-golden renews it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.batch.running import write
from zwgk_parse.batch.entry import STATES, Entry
from zwgk_parse.batch.follow import UNFINISHED
from zwgk_parse.batch.status import Going
from zwgk_parse.cli.group import zwgk
from zwgk_parse.messages import table

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PAGES = [("batch.md", "en"), ("batch.zh-CN.md", "zh")]
_BLOCK = re.compile(r"(?<=```text\n)\$ zwgk ([^\n]*)\n.*?(?=```)", re.DOTALL)
# Times are others each time; the order of what took longest as well.
_TIMES = re.compile(r"\d+(?:\.\d+)? s\b|[\d.,]+ (?=files a second)|(?<=每秒 )[\d.,]+")
_SLOW = re.compile(r"^ +– {2}(\S+)$", re.MULTILINE)


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def _steady(text: str) -> str:
    text = _TIMES.sub("–", text)
    return _SLOW.sub("", text) + "\n".join(sorted(_SLOW.findall(text)))


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_what_is_shown_is_printed(
    name: str,
    language: str,
    tmp_path: Path,
    golden: Callable[[str, Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)

    def printed(block: re.Match[str]) -> str:
        words = [str(tmp_path / one) if one == "OUT" else one for one in shlex.split(block[1])]
        result = CliRunner().invoke(zwgk, words, env={"ZWGK_LANG": language})
        assert result.exit_code == 0, result.output
        return f"$ zwgk {block[1]}\n{result.stdout.replace(str(tmp_path / 'OUT'), 'OUT')}"

    page = _page(name)
    assert _BLOCK.search(page)
    now = _BLOCK.sub(printed, page)
    if _steady(now) != _steady(page):
        golden(now, ROOT / "docs" / name)


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_states_fields_and_patterns_are_all_there(name: str, language: str) -> None:
    page = _page(name)
    named = [*STATES, *Entry.model_fields, *Going.__args__, *UNFINISHED]  # type: ignore[attr-defined]
    for one in set(named) - {"state"}:
        assert f"`{one}`" in page, one
    if language == "zh":
        assert all(table("ui")[f"state-{state}"]["zh"] in page for state in STATES)


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_options_and_links_exist(name: str, language: str) -> None:
    said = "".join(
        CliRunner().invoke(zwgk, [command, "--help"], env={"ZWGK_LANG": "en"}).stdout
        for command in ("batch", "batch-status", "parse")
    )
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", _page(name))):
        assert option in said, option
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", _page(name)):
        assert (ROOT / "docs" / link).is_file(), link


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="commands of a shell")
@pytest.mark.parametrize(("name", "language"), PAGES)
def test_the_recipes_run(name: str, language: str, tmp_path: Path) -> None:
    if shutil.which("jq") is None:
        pytest.skip("there is no jq")
    recipes = re.findall(r"```sh\n(.*?)```", _page(name), re.DOTALL)
    assert len(recipes) == 4
    folder = {"en": "notices", "zh": "通知"}[language]
    write(tmp_path, f"{folder}/a.txt", "crawl/2022/a.html", "crawl/x.log")
    (tmp_path / folder / "b.pdf").write_bytes(b"%PDF-1.4")
    rows = next(
        block
        for block in re.findall(r"```text\n(.*?)```", _page(name), re.DOTALL)
        if "path," in block
    )
    (tmp_path / "crawl" / "meta.csv").write_text(rows, encoding="utf-8")
    program = f'zwgk() {{ "{sys.executable}" -m zwgk_parse "$@"; }}\n'
    ran = [
        subprocess.run(
            ["bash", "-c", program + recipe],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        for recipe in recipes
    ]
    # A broken PDF among them; then the last ledger, which is that of the crawl, is read.
    assert [one.returncode for one in ran] == [1, 1, 0, 0]
    assert not any("Traceback" in one.stderr for one in ran)
    assert "unreadable 1" in ran[1].stdout
    assert "rows of the manifest that belong to no file: 1; one is 2022/b.zip" in ran[2].stderr
    assert ran[3].stdout.split() == ["1", "ok"]
