"""The options for reading: limits, engine, joins, and a password that is asked for."""

from __future__ import annotations

import getpass
import json
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.cli.reading import reading_options
from zwgk_parse.readers.options import Limits, Options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SECRET = "geheim 密码"  # noqa: S105  it locks a file of the tests


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[bytes], Path]:
    """A function that puts bytes into a.pdf."""

    def put(data: bytes) -> Path:
        path = tmp_path / "a.pdf"
        path.write_bytes(data)
        return path

    return put


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at a terminal when a password is asked for; what is asked ends in `asked`."""
    words: list[str] = []

    def ask(prompt: str, stream: object) -> str:
        if not words:
            raise EOFError
        return words.pop(0)

    monkeypatch.setattr(getpass, "getpass", ask)
    monkeypatch.setattr("zwgk_parse.cli.reading._has_terminal", lambda: True)
    return words


def test_what_is_chosen_reaches_the_pipeline(pipeline: Any, run: Run) -> None:
    for command in ("parse", "show"):
        run(
            command,
            "a.pdf",
            *("--password", SECRET, "--pdf-engine", "pdfplumber", "--no-join"),
            *("--max-pages", "3", "--max-objects", "40", "--max-unpacked", "512k"),
            *("--max-seconds", "0.5", "--max-memory", "1GiB"),
        )
        assert pipeline.asked["options"] == Options(
            None,
            SECRET,
            "pdfplumber",
            Limits(pages=3, objects=40, unpacked=512 * 1024, seconds=0.5, memory=1024**3),
        )
        assert pipeline.asked["join"] is False
        run(command, "a.pdf")
        assert pipeline.asked["options"] == Options()
        assert pipeline.asked["join"] is True


def test_the_help_states_the_limits(run: Run) -> None:
    limits = Limits()
    text = " ".join(run("parse", "--help").stdout.split())
    for default in (
        f"({limits.pages})",
        f"({limits.objects})",
        f"({limits.unpacked // 1024**2}M)",
        f"({limits.seconds:g})",
        f"({limits.memory // 1024**3}G)",
    ):
        assert default in text


@pytest.mark.parametrize(
    ("option", "value", "english", "chinese"),
    [
        ("--max-pages", "0", "0 is not a whole number from 1 on", "0 不是正整数"),
        ("--max-pages", "-3", "-3 is not a whole number from 1 on", "-3 不是正整数"),
        ("--max-objects", "1e3", "1e3 is not a whole number from 1 on", "1e3 不是正整数"),
        ("--max-memory", "2Q", "2Q is not a size such as 512M, 2G or 1000000", "2Q 不是大小"),
        ("--max-unpacked", "0M", "0M is not a size such as 512M, 2G or 1000000", "0M 不是大小"),
        ("--max-seconds", "0", "0 is not a number of seconds above 0", "0 不是大于 0 的秒数"),
        ("--max-seconds", "nan", "nan is not a number of seconds above 0", "nan 不是大于"),
        ("--max-seconds", "x", "x is not a number of seconds above 0", "x 不是大于"),
        ("--password", "\udcff", "it is not text", "不是文字"),
    ],
)
def test_a_wrong_value_is_wrong_usage(
    option: str, value: str, english: str, chinese: str, pipeline: Any, run: Run
) -> None:
    for language, words in (("en", english), ("zh", chinese)):
        result = run("parse", "a.pdf", option, value, language=language)
        assert result.exit_code == 2
        assert option in result.stderr.splitlines()[-1]
        assert words in result.stderr.splitlines()[-1]
    assert not pipeline.asked


@pytest.mark.parametrize(
    ("make", "options", "english", "chinese"),
    [
        (
            partial(changes.encrypted, SECRET),
            (),
            "it is encrypted; give its password with --password",
            "文件已加密；请用 --password 给出密码",
        ),
        (
            partial(changes.encrypted, SECRET),
            ("--password", "wrong"),
            "the password does not open it; try another password",
            "密码不对；请换一个密码",
        ),
        (
            files.picture_only,
            (),
            "its 1 page(s) are pictures without text; run it through an OCR program first",
            "共 1 页，都是图片，没有文字层；请先做文字识别（OCR）",
        ),
        (
            changes.private_map,
            (),
            "the fonts of its 1 page(s) do not say which characters they show; export the PDF"
            " again from its source, or run it through an OCR program first",
            "共 1 页，字体没有正确的文字对照，无法得知是哪些字；请由原文件重新导出 PDF，"
            "或先做文字识别（OCR）",
        ),
        (
            partial(files.running_heads, 4),
            ("--max-pages", "3"),
            "it has 4 pages, more than the 3 that are read; raise --max-pages or split it",
            "共 4 页，超过上限 3 页；请加大 --max-pages，或拆分文件",
        ),
        (
            files.ruled,
            ("--max-objects", "5"),
            "page 1 has more than 5 objects; raise --max-objects if you trust it",
            "第 1 页的对象超过 5 个；若文件可信，请加大 --max-objects",
        ),
        (
            files.ruled,
            ("--max-seconds", "0.0000001"),
            "page 1 takes more than 1e-07 seconds; raise --max-seconds if you trust it",
            "第 1 页读取超过 1e-07 秒；若文件可信，请加大 --max-seconds",
        ),
    ],
)
@pytest.mark.parametrize("command", ["parse", "show"])
def test_a_pdf_that_cannot_be_read_is_one_line_and_code_3(
    command: str,
    make: Callable[[], bytes],
    options: tuple[str, ...],
    english: str,
    chinese: str,
    pdf: Callable[[bytes], Path],
    run: Run,
) -> None:
    path = pdf(make())
    for language, line in (
        ("en", f"Error: a.pdf: {english}\n"),
        ("zh", f"错误：a.pdf：{chinese}\n"),
    ):
        result = run(command, path, *options, language=language)
        assert (result.exit_code, result.stdout, result.stderr) == (3, "", line)


def test_damage_is_one_line_in_both_languages(pdf: Callable[[bytes], Path], run: Run) -> None:
    path = pdf(b"%PDF-1.7\nnothing of a PDF follows")
    for language in ("en", "zh"):
        result = run("parse", path, language=language)
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.count("\n") == 1
        assert "a.pdf" in result.stderr


def test_a_refused_file_leaves_the_output_alone(
    pdf: Callable[[bytes], Path], run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "plan.json"
    output.write_text("old", encoding="utf-8")
    assert run("parse", pdf(files.picture_only()), "-o", output).exit_code == 3
    assert output.read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_password_opens_the_file(pdf: Callable[[bytes], Path], run: Run) -> None:
    path = pdf(changes.encrypted(SECRET))
    assert len(json.loads(run("parse", path, "--password", SECRET).stdout)["tasks"]) == 3
    assert "3 tasks" in run("show", path, "--password", SECRET).stdout


def test_a_password_may_stand_in_the_environment(
    pdf: Callable[[bytes], Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZWGK_PASSWORD", SECRET)
    result = run("show", pdf(changes.encrypted(SECRET)))
    assert "3 tasks" in result.stdout
    assert SECRET not in result.output


def test_a_password_is_asked_for_on_a_terminal(
    pdf: Callable[[bytes], Path], run: Run, typed: list[str]
) -> None:
    typed += ["no", "neither", SECRET]
    result = run("show", pdf(changes.encrypted(SECRET)))
    assert (result.exit_code, typed, result.stderr) == (0, [], "")
    assert "3 tasks" in result.stdout
    assert SECRET not in result.output


def test_three_wrong_passwords_are_enough(
    pdf: Callable[[bytes], Path], run: Run, typed: list[str]
) -> None:
    typed += ["1", "2", "3", "4"]
    result = run("show", pdf(changes.encrypted(SECRET)))
    assert (result.exit_code, typed) == (3, ["4"])
    assert result.stderr == "Error: a.pdf: the password does not open it; try another password\n"


def test_nothing_typed_gives_up(pdf: Callable[[bytes], Path], run: Run, typed: list[str]) -> None:
    result = run("show", pdf(changes.encrypted(SECRET)))
    assert result.exit_code == 3
    assert "it is encrypted" in result.stderr


def test_a_given_password_that_is_wrong_is_not_asked_again(
    pdf: Callable[[bytes], Path], run: Run, typed: list[str]
) -> None:
    typed.append(SECRET)
    assert run("show", pdf(changes.encrypted(SECRET)), "--password", "x").exit_code == 3
    assert typed == [SECRET]


def test_no_password_is_asked_for_where_none_would_help(
    run: Run, typed: list[str], tmp_path: Path
) -> None:
    typed.append(SECRET)
    # The directory of an encrypted Word file (MS-OFFCRYPTO): a container with this one entry.
    name = "EncryptedPackage".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + (len(name) + 2).to_bytes(2, "little") + b"\x02"
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0".ljust(512, b"\0") + entry.ljust(128, b"\0"))
    result = run("parse", path)
    assert (result.exit_code, typed) == (3, [SECRET])
    assert "take the password off" in result.stderr


def test_joins_can_be_left_out(pdf: Callable[[bytes], Path], run: Run) -> None:
    path = pdf(files.cut_row(closed=False))
    joined = json.loads(run("parse", path).stdout)["tasks"]
    apart = json.loads(run("parse", path, "--no-join").stdout)["tasks"]
    assert "公开财政预算、决算、绩效等信息。" in [task["text"] for task in joined]
    assert "公开财政预算、决算、绩效等信息。" not in [task["text"] for task in apart]


def test_reading_options_are_shared() -> None:
    seen: dict[str, Any] = {}

    @reading_options
    def command(**given: Any) -> None:
        seen.update(given)

    names = ("pages", "objects", "unpacked", "seconds", "memory")
    given = {f"max_{name}": None for name in names}
    command(source="x", password=None, pdf_engine="pdfium", no_join=False, **given)
    assert set(seen) == {"source", "reading"}
    assert seen["reading"].options.pdf_engine == "pdfium"


def test_there_is_a_terminal_where_both_ends_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from zwgk_parse.cli.reading import _has_terminal

    for stream in (sys.stdin, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    assert _has_terminal()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert not _has_terminal()
