"""Wrong usage in Chinese: every kind of it, for every option and argument there is."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

import click
import pytest

from zwgk_parse.cli.failures import show_usage_error
from zwgk_parse.cli.group import COMMANDS
from zwgk_parse.messages import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

    Run = Callable[..., Result]

# What no option's value is, of whatever kind it is.
WRONG = "no-such-thing"
ROWS = table("help")["usage-errors"]


def _command(name: str) -> click.Command:
    name = name.replace("-", "_")
    command: click.Command = getattr(import_module(f"zwgk_parse.cli.{name}"), name)
    return command


def _takes_any(kind: click.ParamType[object]) -> bool:
    return isinstance(kind, click.Path) or kind.name in ("text", "password")


def _wrong_options() -> Iterator[tuple[str, ...]]:
    """Each option of each command, used in every wrong way there is."""
    for name in COMMANDS:
        for one in _command(name).params:
            if isinstance(one, click.Option):
                option = max(one.opts, key=len)
                if one.is_flag:
                    yield name, f"{option}={WRONG}"
                    continue
                yield name, option
                if not _takes_any(one.type):
                    yield name, f"{option}={WRONG}", "x"
                if isinstance(one.type, click.IntRange):
                    yield name, f"{option}=7", "x"
            elif not _takes_any(one.type):
                yield name, WRONG


def _in_chinese(result: Result) -> str:
    """The last line of complaint, which must have no English in it but names and values."""
    assert result.exit_code == 2, result.output
    said = result.stderr.splitlines()[-1]
    assert said.startswith("错误：")
    plain = re.sub(
        r"--?[\w-]+|'[^']*'|\{[^}]*\}|\b[A-Z]+\b|512M|2G|\b[xyz]\b|no-such-thing", "", said
    )
    left = set(re.findall(r"[A-Za-z]+", plain))
    assert left <= {"info", "warning", "error", "bash", "zsh", "fish", "owners", "deadlines"}, said
    return said


@pytest.mark.parametrize("arguments", list(_wrong_options()), ids=" ".join)
def test_a_wrong_option_is_told_in_chinese_with_its_name(
    arguments: tuple[str, ...], run: Run
) -> None:
    said = _in_chinese(run(*arguments, language="zh"))
    if arguments[1].startswith("-"):
        assert arguments[1].partition("=")[0] in said


@pytest.mark.parametrize("name", COMMANDS)
def test_what_no_command_knows_is_told_in_chinese(name: str, run: Run) -> None:
    assert "没有 --no-such 这个选项" in _in_chinese(run(name, "--no-such", language="zh"))
    command = _command(name)
    if any(one.required for one in command.params):
        assert "缺少" in _in_chinese(run(name, language="zh"))
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option)]
    # What takes any number of arguments has none too many; a missing option is told before them.
    if all(one.nargs == 1 for one in arguments) and not any(one.required for one in options):
        kinds = [one.type for one in arguments]
        values = [kind.choices[0] if isinstance(kind, click.Choice) else "x" for kind in kinds]
        assert "多出了参数 y z" in _in_chinese(run(name, *values, "y", "z", language="zh"))


def test_commands_that_are_not_there(run: Run) -> None:
    assert "没有 validat 这个命令" in run("validat", language="zh").stderr
    missing = "缺少 {deadlines|owners}；可选 deadlines、owners"
    assert missing in run("normalize", language="zh").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-f", "xml", "a"), "-f / --format 的值无效：'xml' 不在可选的值 'text', 'json', "),
        (("--fail-on", "none", "a"), "--fail-on 的值无效：'none' 不在可选的值 'info', "),
        (("--expires", "2027-13-01", "a"), "--expires 的值无效：'2027-13-01' 不是日期"),
        (("--select", "ZW9", "a"), "--select 的值无效：ZW9 不是检查编号"),
        (("--severity", "warn", "a"), "--severity 的值无效：warn 不是 info"),
        (("--severity", "ZW9=info", "a"), "--severity 的值无效：ZW9 不是检查编号"),
        (("--statistic", "a"), "没有 --statistic 这个选项；是否想用 --statistics？"),
        (("--quiet=1", "a"), "选项 --quiet 不带值"),
    ],
)
def test_examples(arguments: tuple[str, ...], said: str, run: Run) -> None:
    assert said in run("validate", *arguments, language="zh").stderr.splitlines()[-1]


def test_every_kind_of_wrong_usage_has_a_row() -> None:
    def kinds(kind: type[click.ClickException]) -> Iterator[str]:
        for one in kind.__subclasses__():
            if one.__module__.startswith("click."):
                yield one.__name__
                yield from kinds(one)

    # The help itself, and a file of click's own type, which no command has.
    others = {"NoArgsIsHelpError", "FileError"}
    assert set(kinds(click.ClickException)) - others <= set(ROWS)


def test_a_sentence_of_ours_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    show_usage_error(click.UsageError("不能与 -o 同用"), "zh")
    show_usage_error(click.BadParameter("无", param_hint="--x"), "zh")
    assert capsys.readouterr().err == "错误：不能与 -o 同用\n错误：--x 的值无效：无\n"
