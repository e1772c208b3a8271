"""`zwgk show`: the table on a terminal, and its columns in a pipe."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

from zwgk_parse.cli import render

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from click.testing import Result

    Run = Callable[..., Result]


def test_a_pipe_gets_a_line_a_task(pipeline: Any, run: Run) -> None:
    result = run("show", "plan.json")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "工作要点 · 县政府 · 3 tasks"
    assert lines[2].split() == ["No.", "Section", "Task", "Due", "Owners"]
    assert lines[3].startswith("1.   加强公开  建立政策文件库，逐项公开")
    assert lines[3].endswith("…  2022-12-31  lead 县司法局；support 县财政局")
    assert lines[4].split() == ["r2", "[b]持续\\x1b推进", "持续推进", "各镇人民政府、县直各单位"]
    assert lines[5].split() == ["r3", "报送", "春节前", "有关方面"]


def test_remarks_follow_and_hidden_ones_are_counted(pipeline: Any, run: Run) -> None:
    lines = run("show", "plan.json").stdout.splitlines()
    assert "ZW401 warning r3" in lines[6]
    assert lines[-1] == "1 remarks of severity info are not shown; --verbose shows them"
    assert "ZW001 info" in run("show", "plan.json", "--verbose").stdout


def test_in_chinese(pipeline: Any, run: Run) -> None:
    text = run("show", "plan.json", language="zh").stdout
    assert "3 项任务" in text
    assert "牵头单位 县司法局；配合单位 县财政局" in text


def test_a_plan_without_tasks_or_remarks_is_code_1(pipeline: Any, run: Run) -> None:
    pipeline.tasks = pipeline.diagnostics = ()
    result = run("show", "-")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, "工作要点 · 县政府 · 0 tasks")
    assert "severity" not in result.stdout


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_table(pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    render.plan_table(pipeline.plan, "zh")
    drawn = terminal.getvalue()
    assert "责任单位" in drawn
    assert "[b]持续\\x1b推进" in drawn
    assert "2022-12-31" in drawn
    assert "…" in drawn


def test_the_full_text_has_no_places_and_no_remarks(pipeline: Any, run: Run) -> None:
    result = run("show", "plan.json", "--plain")
    assert result.exit_code == 0
    assert "逐项公开" * 20 + "。\n    Owners: lead 县司法局；support 县财政局\n" in result.stdout
    assert "ZW401" not in result.stdout
    # git takes anything but 0 for a failure.
    pipeline.tasks = ()
    assert run("show", "plan.json", "--plain").exit_code == 0
