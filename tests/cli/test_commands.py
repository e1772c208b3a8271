"""The small commands, help in both languages, and wrong usage."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib import import_module, metadata
from typing import TYPE_CHECKING, Any

import click
import pytest

from zwgk_parse import __version__
from zwgk_parse.cli import chinese
from zwgk_parse.cli.failures import show_usage_error
from zwgk_parse.cli.group import COMMANDS
from zwgk_parse.messages import catalogue, table
from zwgk_parse.plan.schema import plan_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"zwgk {__version__}\n"


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_in_both_languages(command: str, option: str, run: Run) -> None:
    english = run(command, option)
    spoken = run(command, option, language="zh")
    assert (english.exit_code, spoken.exit_code) == (0, 0)
    assert english.stdout.startswith(f"Usage: zwgk {command} ")
    assert spoken.stdout.startswith(f"用法：zwgk {command} ")
    assert "--help" in spoken.stdout
    # Apart from commands, options and what they take, nothing is left in English.
    words = re.sub(r"(--?[\w-]+|\bzwgk [^\n]*)", "", spoken.stdout)
    assert not re.findall(r"\b[a-z]{2,} [a-z]{2,}", words)
    assert ("[required]" in english.stdout) == ("（必需）" in spoken.stdout)
    assert "required" not in spoken.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained_in_both_languages(name: str) -> None:
    module = name.replace("-", "_")
    command: click.Command = getattr(import_module(f"zwgk_parse.cli.{module}"), module)
    options = {option.name for option in command.params if isinstance(option, click.Option)}
    shared = set(table("help")["reading"])
    assert set(table("help")[name]) == {"help"} | options - shared
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_help_lists_the_commands_in_the_order_of_use(run: Run) -> None:
    listed = run("--help").stdout.partition("Commands:\n")[2]
    assert [line.split()[0] for line in listed.splitlines()] == list(COMMANDS)
    assert "选项：" in run("--help", language="zh").stdout


def test_no_arguments_show_the_help_and_are_wrong_usage(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: zwgk ")


@pytest.mark.parametrize(
    ("arguments", "english", "spoken"),
    [
        (("parse",), "Missing argument 'SOURCE'", "缺少 SOURCE"),
        (("pars",), "No such command", "没有 pars 这个命令"),
        (("show", "--wide", "x"), "--wide", "没有 --wide 这个选项"),
        (("parse", "x", "-o"), "-o", "选项 -o 需要一个值"),
        (("parse", "x", "--format", "xml"), "'xml'", "--format 的值无效："),
        (("show", "a", "b"), "unexpected extra argument", "多出了参数 b"),
    ],
)
def test_wrong_usage_is_code_2_in_both_languages(
    arguments: tuple[str, ...], english: str, spoken: str, run: Run
) -> None:
    result, translated = run(*arguments), run(*arguments, language="zh")
    assert (result.exit_code, translated.exit_code) == (2, 2)
    assert english in result.stderr.splitlines()[-1]
    assert spoken in translated.stderr.splitlines()[-1]
    assert translated.stderr.splitlines()[-1].startswith("错误：")


def test_an_error_without_a_context_is_said_without_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_usage_error(click.ClickException("no way"), "zh")
    show_usage_error(click.NoSuchOption("--x"), "zh")
    assert capsys.readouterr().err == "错误：no way\n错误：没有 --x 这个选项\n"


def test_schema_prints_the_published_schema(run: Run) -> None:
    assert json.loads(run("schema").stdout) == plan_schema()
    assert json.loads(run("schema", "--version", "1.1.0").stdout) == plan_schema()
    assert json.loads(run("schema", "--version", "1.0.0").stdout)["$id"] == "urn:zwgk:plan:1.0.0"


def test_an_unknown_schema_version_names_those_there_are(run: Run) -> None:
    result = run("schema", "--version", "9")
    assert result.exit_code == 2
    assert "there is no schema version 9; there is 1.0.0, 1.1.0" in result.stderr


@pytest.mark.parametrize("code", catalogue())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_explain_prints_the_whole_entry(code: str, language: str, run: Run) -> None:
    entry, ending = catalogue()[code], "_zh" if language == "zh" else ""
    text = run("explain", code.lower(), language=language).stdout
    assert text.startswith(f"{code} {entry['name']} (")
    assert all(entry[part + ending] in text for part in ("why", "example", "advice"))
    assert "{" not in text


def test_explain_takes_a_name(run: Run) -> None:
    assert run("explain", "deadline-not-understood").stdout.startswith("ZW401 ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ZW41", "Did you mean ZW401"),
        ("deadline-not-understod", "deadline-not-understood"),
        ("??", "All codes are in docs/diagnostics.md."),
    ],
)
def test_explain_names_codes_that_look_alike(words: str, said: str, run: Run) -> None:
    result = run("explain", words)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, run: Run) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_ZWGK_COMPLETE" in result.stdout


def test_doctor_names_what_is_there_and_how_to_get_the_rest(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    stated = [
        "click>=8.2",
        "no-such-package>=1",
        "nor-this; extra == 'ocr'",
        "pikepdf; extra == 'repair'",
    ]
    monkeypatch.setattr(metadata, "requires", lambda _: stated)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    text = run("doctor").stdout
    assert f"ok       click {metadata.version('click')}" in text
    assert 'missing  no-such-package: python -m pip install "no-such-package"' in text
    assert 'missing  nor-this: python -m pip install "zwgk-parse[ocr]"' in text
    assert "Extra [ocr] (optional)\n" in text
    assert "Extra [repair] (optional): repairs damaged PDFs before they are read\n" in text
    assert "missing  LibreOffice: " in text
    assert "缺少  Noto Sans CJK：" in run("doctor", language="zh").stdout


def test_doctor_finds_programs_and_fonts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    listing: Any = subprocess.CompletedProcess(
        [], 0, stdout="Noto Sans CJK SC,思源黑体\n", stderr=""
    )
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: listing)
    text = run("doctor").stdout
    assert "ok       LibreOffice /usr/bin/soffice" in text
    assert "ok       Noto Sans CJK Noto Sans CJK SC" in text


def test_doctor_works_where_the_package_is_not_installed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def requires(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", requires)
    assert run("doctor").exit_code == 0


def test_a_long_option_gets_a_line_of_its_own() -> None:
    formatter = chinese.ChineseFormatter(width=60)
    formatter.write_dl([("--a-very-long-option-that-needs-space FILE", "说明"), ("-v", "详细")])
    assert formatter.getvalue().splitlines() == [
        "--a-very-long-option-that-needs-space FILE",
        " " * 32 + "说明",
        "-v" + " " * 30 + "详细",
    ]
