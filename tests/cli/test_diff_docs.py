"""What docs/diff.md says, in both languages, is what there is; --update-golden renews it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from click.testing import CliRunner

from zwgk_parse.cli.group import zwgk
from zwgk_parse.diff.kinds import GROUPS
from zwgk_parse.messages import table
from zwgk_parse.pipeline import parse
from zwgk_parse.plan.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PAGES = [("diff.md", "en"), ("diff.zh-CN.md", "zh")]
SHOWN = 10
_BLOCK = re.compile(r"(?<=```text\n)\$ zwgk ([^\n]*)\n.*?(?=```)", re.DOTALL)


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_what_is_shown_is_printed(
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

    assert _BLOCK.search(_page(name))
    golden(_BLOCK.sub(printed, _page(name)), ROOT / "docs" / name)


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_every_kind_and_group_is_listed(name: str, language: str) -> None:
    page = _page(name)
    assert all(f"`{kind}`" in page for kind in (*get_args(Kind), *GROUPS))
    if language == "zh":
        assert all(table("ui")[f"kind-{kind}"]["zh"] in page for kind in get_args(Kind))


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_options_and_links_exist(name: str, language: str) -> None:
    said = "".join(
        CliRunner().invoke(zwgk, [command, "--help"], env={"ZWGK_LANG": "en"}).stdout
        for command in ("diff", "apply", "show")
    )
    own = {"--tool"}  # of git
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", _page(name))) - own:
        assert option in said, option
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", _page(name)):
        assert (ROOT / "docs" / link).is_file(), link


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_the_python_example_runs(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", _page(name), re.DOTALL)
    plan = parse(ROOT / "samples" / "guanxian-2022.txt").value
    shorter = plan.model_copy(update={"tasks": plan.tasks[1:]})
    Path("old.json").write_text(plan.model_dump_json(), encoding="utf-8")
    Path("new.pdf").write_text(shorter.model_dump_json(), encoding="utf-8")
    exec(code, {})  # noqa: S102  the example as it stands there
