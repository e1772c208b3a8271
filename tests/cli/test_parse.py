"""`zwgk parse`: what it writes, says and returns."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest

from zwgk_parse.cli import files
from zwgk_parse.errors import DamagedFileError, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


def test_without_output_the_plan_goes_to_stdout(pipeline: Any, run: Run) -> None:
    result = run("parse", "plan.txt")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == "工作要点"
    assert result.stdout.startswith('{\n  "schema_version"')
    assert pipeline.asked["source"].name == "plan.txt"


def test_warnings_and_errors_go_to_stderr_in_english(pipeline: Any, run: Run) -> None:
    assert run("parse", "plan.txt").stderr.splitlines() == [
        "plan.txt, line 12: ZW401 warning r3: “春节前” could not be read as a deadline",
        "plan.txt: ZW003 error: 2 characters could not be decoded"
        " and stand as replacement characters",
    ]


def test_warnings_and_errors_go_to_stderr_in_chinese(pipeline: Any, run: Run) -> None:
    assert run("parse", "plan.txt", language="zh").stderr.splitlines() == [
        "plan.txt 第 12 行：ZW401 警告 r3：“春节前”无法识别为时限",
        "plan.txt：ZW003 错误：有 2 个字符无法解码，以替换符代替",
    ]


def test_verbose_explain_and_coverage_say_more(pipeline: Any, run: Run) -> None:
    said = run("parse", "plan.txt", "--verbose", "--explain", "--coverage").stderr
    assert "plan.txt, page 2, table 1, row 3, column 4: ZW001 info: the text is not UTF-8" in said
    assert "plan.txt, line 12: belongs to the page, not to the document: 首页" in said
    assert "reason: a table has a column 责任单位" in said
    assert "coverage: 3 of 200 characters (1.50%) ended in no field" in said


def test_what_is_given_reaches_the_pipeline(pipeline: Any, run: Run) -> None:
    run(
        "parse", "-", "--attachment", "a.txt", "--attachment", "b.txt", "--base-url", "http://x.cn/"
    )
    assert [path.name for path in pipeline.asked["attachments"]] == ["a.txt", "b.txt"]
    assert pipeline.asked["options"].base_url == "http://x.cn/"
    assert not isinstance(pipeline.asked["source"], str)


def test_no_task_is_code_1_and_the_empty_plan_is_written(
    pipeline: Any, run: Run, tmp_path: Path
) -> None:
    pipeline.tasks = pipeline.diagnostics = ()
    result = run("parse", "plan.txt", "-o", tmp_path / "plan.json")
    assert result.exit_code == 1
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["tasks"] == []
    assert result.stderr == "plan.txt: no task was found; the empty plan was written\n"


@pytest.mark.parametrize(
    ("name", "options", "lines"),
    [
        ("p.json", (), False),
        ("p.jsonl", (), True),
        ("p.jsonl", ("--format", "json"), False),
        ("p", ("--format", "jsonl"), True),
    ],
)
def test_the_format_is_the_one_named_or_that_of_the_suffix(
    name: str, options: tuple[str, ...], lines: bool, pipeline: Any, run: Run, tmp_path: Path
) -> None:
    result = run("parse", "plan.txt", "-o", tmp_path / name, *options)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (text.count("\n") == 1) is lines
    assert list(tmp_path.iterdir()) == [tmp_path / name]


def test_output_dash_is_stdout(pipeline: Any, run: Run) -> None:
    assert json.loads(run("parse", "plan.txt", "-o", "-").stdout)["id"] == "p1"


def test_the_document_itself_is_never_overwritten(pipeline: Any, run: Run, tmp_path: Path) -> None:
    source = tmp_path / "plan.txt"
    source.write_text("工作要点", encoding="utf-8")
    for arguments in ((source, "-o", source), ("-", "--attachment", source, "-o", source)):
        result = run("parse", *arguments)
        assert result.exit_code == 2
        assert "is the document itself" in result.stderr
    assert source.read_text(encoding="utf-8") == "工作要点"
    assert run("parse", source, "-o", tmp_path / "plan.json").exit_code == 0


@pytest.mark.parametrize("address", ["http://x.gov.cn/a.html", "HTTPS://x.gov.cn/", "file:///a"])
def test_an_address_is_refused_with_advice(address: str, pipeline: Any, run: Run) -> None:
    result = run("parse", address)
    assert result.exit_code == 2
    assert "Download the file and give its path." in result.stderr
    assert not pipeline.asked


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Error: plan.txt: the file is empty; fetch it again\n"),
        ("zh", "错误：plan.txt：文件是空的；请重新获取\n"),
    ],
)
def test_an_error_of_ours_is_one_line_and_code_3(
    language: str, line: str, pipeline: Any, run: Run
) -> None:
    pipeline.error = ReadError("plan.txt", "the file is empty", "fetch it again")
    result = run("parse", "plan.txt", language=language)
    assert (result.exit_code, result.stdout, result.stderr) == (3, "", line)


def test_a_hostile_name_cannot_steer_the_terminal(pipeline: Any, run: Run) -> None:
    pipeline.error = DamagedFileError("a\x1b[2J\nb\udc80\u202e.txt", "it is broken")
    said = run("parse", "plan.txt").stderr
    assert said == "Error: a\\x1b[2J b\\udc80\\u202e.txt: it is broken; check the path\n"


def test_an_interrupt_is_one_line_and_code_130(pipeline: Any, run: Run) -> None:
    pipeline.error = KeyboardInterrupt()
    result = run("parse", "plan.txt")
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")


def test_a_reader_that_left_the_pipe_is_no_error(
    pipeline: Any, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    discarded: list[bool] = []
    monkeypatch.setattr("zwgk_parse.cli.failures.discard_output", lambda: discarded.append(True))
    pipeline.error = BrokenPipeError()
    result = run("parse", "plan.txt")
    assert (result.exit_code, result.output, discarded) == (141, "", [True])


def test_a_full_disk_behind_stdout_is_code_3(
    pipeline: Any, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zwgk_parse.cli.failures.discard_output", lambda: None)
    pipeline.error = OSError(errno.ENOSPC, "No space left on device")
    result = run("parse", "plan.txt", language="zh")
    assert result.exit_code == 3
    assert result.stderr == "错误：标准输出：无法写入：磁盘已满；请用 -o 另选位置\n"


def test_an_unexpected_error_about_a_file_is_not_hidden(pipeline: Any, run: Run) -> None:
    pipeline.error = FileNotFoundError(errno.ENOENT, "No such file", "table.toml")
    assert isinstance(run("parse", "plan.txt").exception, FileNotFoundError)


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "plan.json"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), files.written(target) as stream:
        stream.write("half" * 100_000 + "\udc80")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("place", ["", "missing/plan.json"])
def test_an_output_that_cannot_be_written_is_code_3(
    place: str, pipeline: Any, run: Run, tmp_path: Path
) -> None:
    result = run("parse", "plan.txt", "-o", tmp_path / place)
    assert result.exit_code == 3
    assert "cannot be written" in result.stderr.splitlines()[-1]
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="file modes and links are those of POSIX")
def test_the_mode_of_a_file_and_what_a_link_points_to_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "plan.json", tmp_path / "link.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    with files.written(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/null")
def test_a_device_is_written_to_and_not_replaced(pipeline: Any, run: Run) -> None:
    assert run("parse", "plan.txt", "-o", os.devnull).exit_code == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116
