"""git compares PDFs of plans through zwgk, as docs/diff.md says: in a repository, on two PDFs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pdfcases import HEAD, centred, rows
from tests.readers.pdf_files import file_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

    Git = Callable[..., str]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

ROOT = Path(__file__).parents[2]
ZWGK = f'"{sys.executable}" -m zwgk_parse'
FIRST = (
    ("1", "财政信息", "公开预决算，说明重要事项。", "县财政局", "6月底前"),
    ("2", "民生信息", "公开养老机构名单。", "县民政局", "12月底前"),
    ("3", "工作保障", "组织业务培训不少于2次。", "县司法局", "持续推进"),
)
SECOND = (
    ("1", "重点工作", "公开重大项目的批准结果。", "县发改局", "持续推进"),
    ("2", "财政信息", "公开预决算，说明重要事项。", "县财政局", "5月底前"),
    ("3", "民生信息", "公开养老机构名单。", "县民政局", "12月底前"),
    ("4", "工作保障", "组织业务培训不少于2次。", "县司法局", "持续推进"),
)


def _pdf(cells: tuple[tuple[str, ...], ...]) -> bytes:
    def paint(canvas: Canvas) -> None:
        centred(canvas, 780, "青禾县2024年政务公开工作任务分解表", 16)
        rows(canvas, (HEAD, *cells))

    return file_of(paint)


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """git in a repository with a PDF of a plan in two versions, set up as docs/diff.md says."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "ZWGK_LANG": "zh",
        "GIT_PAGER": "cat",
        "HOME": str(tmp_path),
    }
    folder = tmp_path / "repository"
    folder.mkdir()

    def call(*arguments: str) -> str:
        run = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=True,
            timeout=120,
        )
        assert run.stderr == b""
        return run.stdout.decode()

    call("init", "--quiet")
    for name, value in (
        ("user.name", "Tester"),
        ("user.email", "tester@example.invalid"),
        ("diff.zwgk.textconv", f"{ZWGK} show --plain"),
        ("difftool.zwgk.cmd", f'{ZWGK} diff "$LOCAL" "$REMOTE"'),
        ("difftool.prompt", "false"),
    ):
        call("config", name, value)
    (folder / ".gitattributes").write_text("方案/*.pdf diff=zwgk\n", encoding="utf-8")
    plan = folder / "方案" / "要点.pdf"
    plan.parent.mkdir()
    for cells in (FIRST, SECOND):
        plan.write_bytes(_pdf(cells))
        call("add", ".")
        call("commit", "--quiet", "--message", "要点")
    return call


def test_textconv_shows_what_changed_in_the_words(git: Git) -> None:
    changed = [line for line in git("diff", "HEAD~1").splitlines() if re.match(r"[-+][^-+]", line)]

    assert "-    时限：6月底前" in changed
    assert "+    时限：5月底前" in changed
    assert "+    责任单位：县发改局" in changed
    assert not [line for line in changed if "县民政局" in line]


def test_textconv_takes_no_part_in_what_is_stored(git: Git) -> None:
    assert "时限：" not in git("diff", "--no-textconv", "HEAD~1")
    assert git("diff", "HEAD") == ""


def test_a_log_can_be_searched_by_the_words(git: Git) -> None:
    found = git("log", "--format=%s", "-G", "5月底前", "--", "方案/要点.pdf")
    assert found.split() == ["要点"]


@pytest.mark.parametrize("option", [("--tool=zwgk",), ("-x", f"{ZWGK} diff")])
def test_difftool_tells_the_changes(option: tuple[str, ...], git: Git) -> None:
    told = git("difftool", "--no-prompt", *option, "HEAD~1")
    assert "时限提前：由“6月底前”提前到“5月底前”" in told
    assert "新增：{+公开重大项目的批准结果。+}" in told
    assert "编号变动：由 3 改为 4" in told
    assert "文字修改" not in told


def test_a_file_that_is_new_is_shown_whole_and_has_nothing_to_be_compared_with(
    git: Git, tmp_path: Path
) -> None:
    (tmp_path / "repository" / "方案" / "另一要点.pdf").write_bytes(_pdf(SECOND[:2]))
    git("add", ".")
    git("commit", "--quiet", "--message", "另一要点")
    changed = git("diff", "HEAD~1")
    assert "+    责任单位：县发改局" in changed.splitlines()
    told = git("difftool", "--no-prompt", "-x", f"{ZWGK} diff 2>&1", "HEAD~1")
    (line,) = told.splitlines()
    assert line.startswith("错误：")
    assert "空" in line


@pytest.mark.parametrize("page", ["diff.md", "diff.zh-CN.md"])
def test_the_settings_are_those_of_the_page(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for words in (
        'git config diff.zwgk.textconv "zwgk show --plain"',
        """git config difftool.zwgk.cmd 'zwgk diff "$LOCAL" "$REMOTE"'""",
        'git difftool -x "zwgk diff"',
        "diff=zwgk",
    ):
        assert words in text
