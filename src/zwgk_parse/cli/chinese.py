"""Help in Chinese: a command with English texts goes in, the same with Chinese comes out."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, TypeVar

import click

from zwgk_parse.messages import table
from zwgk_parse.messages.widths import columns, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.types import OptionHelpExtra

C = TypeVar("C", bound=click.Command)


def in_chinese(command: C) -> C:
    """A copy of `command` whose help, options and headings are Chinese."""
    texts = table("help")["reading"] | table("help")[str(command.name)]
    spoken = copy(command)
    spoken.context_class = ChineseContext
    spoken.help = texts["help"].strip()
    spoken.short_help = texts["help"].strip().splitlines()[0]
    spoken.add_help_option = False
    spoken.params = [_translated(parameter, texts) for parameter in command.params]
    spoken.params.append(_help_option())
    return spoken


def _translated(parameter: click.Parameter, texts: dict[str, str]) -> click.Parameter:
    spoken = copy(parameter)
    if isinstance(spoken, click.Option) and spoken.name is not None:
        spoken.help = texts[spoken.name]
        if spoken.required:
            # Told in words of ours: what click adds is English.
            spoken.help += f"（{table('help')['click']['required']}）"
            spoken.get_help_extra = _no_extra  # type: ignore[method-assign, assignment]
    return spoken


def _no_extra(_: click.Context) -> OptionHelpExtra:
    return {}


def _help_option() -> click.Option:
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help=table("help")["click"]["help"],
    )


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


class ChineseFormatter(click.HelpFormatter):
    """A help page with Chinese headings, wrapped by what characters take up on a terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that begins with 用法."""
        super().write_usage(prog, args, prefix or table("help")["click"]["Usage"])

    def write_heading(self, heading: str) -> None:
        """Write 选项 for Options."""
        self.write(f"{table('help')['click'].get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs; one that begins with a backspace keeps its lines."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(text.split("\n\n")):
            kept = paragraph.startswith("\b")
            lines = paragraph.splitlines()[1:] if kept else self._wrap(paragraph, len(indent))
            self.write("\n" * (number > 0) + "".join(f"{indent}{line}\n" for line in lines))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write names and what they mean in two columns."""
        rows = list(rows)
        indent = " " * self.current_indent
        column = min(max(columns(name) for name, _ in rows), col_max) + col_spacing
        for name, meaning in rows:
            lines = self._wrap(meaning, len(indent) + column)
            gap = column - columns(name)
            first = " " * gap if gap > 0 else f"\n{indent}{' ' * column}"
            self.write(f"{indent}{name}{first}" + f"\n{indent}{' ' * column}".join(lines) + "\n")

    def _wrap(self, text: str, taken: int) -> list[str]:
        return wrap(text, max(self.width - taken, 20))


class ChineseContext(click.Context):
    """A context that formats help in Chinese."""

    formatter_class = ChineseFormatter
