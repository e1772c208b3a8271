"""What docs/ci.md says, in both languages, is what there is."""

from __future__ import annotations

import re

import pytest
import yaml
from click.testing import CliRunner

from tests.ci.plans import ROOT
from zwgk_parse.cli.group import zwgk
from zwgk_parse.exporters.findings import FORMATS

PAGES = ["ci.md", "ci.zh-CN.md"]


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def _rows(page: str, heading: str) -> list[str]:
    """The first cells of the table under `heading`."""
    _, _, after = page.partition(f"\n| {heading} |")
    table, _, _ = after.partition("\n\n")
    return re.findall(r"^\| `?([\w-]+)`? \|", table, re.MULTILINE)


@pytest.mark.parametrize(("page", "heading"), [("ci.md", "Input"), ("ci.zh-CN.md", "输入")])
def test_every_format_and_input_is_listed(page: str, heading: str) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert _rows(_page(page), "`-f`") == [row.name for row in FORMATS]
    assert _rows(_page(page), heading) == list(action["inputs"])


@pytest.mark.parametrize("page", PAGES)
def test_examples_are_of_use(page: str) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    workflow, hooks = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", _page(page), re.DOTALL))
    step = workflow["jobs"]["plans"]["steps"][1]
    assert set(step["with"]) <= set(action["inputs"])
    (hook,) = hooks["repos"][0]["hooks"]
    assert hook["id"] == "zwgk-validate"
    assert re.search(hook["files"], "公开/要点.pdf")


@pytest.mark.parametrize("page", PAGES)
def test_options_and_links_exist(page: str) -> None:
    said = CliRunner().invoke(zwgk, ["validate", "--help"], env={"ZWGK_LANG": "en"}).stdout
    own = {"--url", "--title"}  # of the hook
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", _page(page))) - own:
        assert option in said, option
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", _page(page)):
        assert (ROOT / "docs" / link).is_file(), link
