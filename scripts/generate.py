"""Write the files that are made from the code; with --check say which are out of date, and fail.

schemas/ comes from the models, older versions from beside them; docs/cli.md from the commands,
docs/diagnostics.md from the catalogue of diagnostics; docs/checks.md and messages/checks.json from
the docstrings of the checks and their Chinese; docs/codebook.md from the columns of the tables,
after a head from heads/; the JSON beside each table of words from the table.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from functools import partial
from inspect import getdoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zwgk_parse.batch.schema import ledger_schema, same_plans_schema, summary_schema
from zwgk_parse.batch.tables.codebook import page
from zwgk_parse.checks import CHECKS, Check
from zwgk_parse.cli.group import COMMANDS, zwgk
from zwgk_parse.diagnostics import Severity
from zwgk_parse.exporters.findings.stored import findings_schema
from zwgk_parse.messages import catalogue, table
from zwgk_parse.plan.model import SCHEMA_VERSION
from zwgk_parse.plan.schema import (
    SCHEMAS,
    changes_schema,
    lineage_schema,
    siblings_schema,
    trace_schema,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.messages.language import Language

ROOT = Path(__file__).resolve().parent.parent
NOTICE = "<!-- Written by scripts/generate.py; do not edit. -->\n"
FAMILIES = {
    "ZW0": "Reading a file",
    "ZW1": "Completeness",
    "ZW2": "Consistency",
    "ZW3": "Repairs of structure",
    "ZW4": "Wording not understood",
    "ZW5": "Disclosure",
}
CHINESE_FAMILIES = {"ZW1": "完整性", "ZW2": "一致性", "ZW5": "公开与保密"}
SEVERITIES = {
    "en": {level: level.value for level in Severity},
    "zh": {Severity.INFO: "提示", Severity.WARNING: "警告", Severity.ERROR: "错误"},
}
CHECKS_HEAD = {"en": "# Checks", "zh": "# 检查项"}
CHECKS_INTRODUCTION = {
    "en": "[中文](checks.zh-CN.md)\n\nWhat `zwgk validate` finds in a plan. `zwgk explain CODE`"
    " prints the same. The remarks of the parser, which it tells as well, are in"
    " [diagnostics.md](diagnostics.md).",
    "zh": "[English](checks.md)\n\n`zwgk validate` 在方案中检查的问题；`zwgk explain 编号`"
    " 显示同样的说明。解析时的核对提示见 [diagnostics.md](diagnostics.md)。",
}


def schema(version: str = SCHEMA_VERSION) -> str:
    """The JSON Schema of a plan."""
    return json.dumps(SCHEMAS[version](), ensure_ascii=False, indent=2) + "\n"


def findings() -> str:
    """The JSON Schema of what `zwgk validate -f json` writes."""
    return json.dumps(findings_schema(), ensure_ascii=False, indent=2) + "\n"


def changes() -> str:
    """The JSON Schema of what `zwgk diff --format json` writes and `zwgk apply` takes."""
    return json.dumps(changes_schema(), ensure_ascii=False, indent=2) + "\n"


def of_traces(schema_of: Callable[[], dict[str, Any]]) -> str:
    """The JSON Schema of what `zwgk trace`, `zwgk compare` and `zwgk lineage` write."""
    return json.dumps(schema_of(), ensure_ascii=False, indent=2) + "\n"


def of_batch(schema_of: Callable[[], dict[str, Any]]) -> str:
    """The JSON Schema of what `zwgk batch` writes beside plans."""
    return json.dumps(schema_of(), ensure_ascii=False, indent=2) + "\n"


def codebook(language: Language) -> str:
    """What the tables of `zwgk batch --format parquet` hold, after how to use them."""
    ending = ".zh-CN.md" if language == "zh" else ".md"
    head = (ROOT / "scripts" / "heads" / f"codebook{ending}").read_text(encoding="utf-8")
    return f"{NOTICE}\n{head}\n{page((language,))}"


def commands() -> str:
    """What `--help` says of every command, in English."""
    names = zwgk.context_settings["help_option_names"]
    root = click.Context(
        zwgk, info_name="zwgk", obj="en", terminal_width=80, help_option_names=names
    )
    pages = [f"## zwgk\n\n```text\n{root.get_help()}\n```\n"]
    for name in COMMANDS:
        command = zwgk.get_command(root, name)
        assert command is not None  # noqa: S101  a name in COMMANDS without a command is a bug
        context = click.Context(command, parent=root, info_name=name, terminal_width=80)
        pages.append(f"## zwgk {name}\n\n```text\n{context.get_help()}\n```\n")
    return f"# Command line\n\n{NOTICE}\n" + "\n".join(pages)


def diagnostics() -> str:
    """Every diagnostic by family: what it says, why it matters, an example, what to do."""
    lines = ["# Diagnostics", "", NOTICE.strip(), "", "`zwgk explain CODE` prints the same."]
    family = ""
    for code, entry in sorted(table("diagnostics").items()):
        if code[:3] != family:
            family = code[:3]
            lines += ["", f"## {family}xx: {FAMILIES[family]}"]
        sentence = re.sub(r"\{[^{}]*\}", "…", entry["en"])
        lines += ["", f"### {code} {entry['name']} ({entry['severity']})", "", f"> {sentence}"]
        lines += ["", entry["why"], "", f"Example: {entry['example']}", "", entry["advice"]]
    return "\n".join(lines) + "\n"


# The parts of a check's docstring after its first paragraph, and the keys they are kept under.
PARTS = {
    "Why it matters": "why",
    "When it keeps quiet": "quiet",
    "Example": "example",
    "What to do": "advice",
}


CHINESE_PARTS = {"why": "为什么重要", "quiet": "何时不报", "example": "示例", "advice": "怎么办"}


def explanation(check: Check) -> dict[str, str]:
    """The parts of a check's docstring, each as one paragraph."""
    what, *parts = re.split(r"^## (.+)$", getdoc(check.function) or "", flags=re.MULTILINE)
    titled = dict(zip(parts[::2], parts[1::2], strict=True))
    if list(titled) != list(PARTS):
        sys.exit(f"{check.name}: the docstring needs the parts {', '.join(PARTS)}")
    found = {"what": what} | {PARTS[title]: text for title, text in titled.items()}
    return {key: " ".join(text.split()) for key, text in found.items()}


def checks() -> str:
    """Every check by its code: its row, its sentences, its explanation in both languages."""
    said: dict[str, dict[str, str]] = {}
    for path in sorted(MESSAGES.glob("checks_*.toml")):
        said |= tomllib.loads(path.read_text(encoding="utf-8"))
    table = {
        check.code: {"name": check.name, "severity": check.severity.value}
        | explanation(check)
        | said[check.code]
        for check in CHECKS
    }
    return json.dumps(table, ensure_ascii=False) + "\n"


def check_pages(language: str) -> str:
    """Every check by family, in `en` or `zh`: what it finds, why, when not, an example, advice."""
    titles = CHINESE_PARTS if language == "zh" else {key: title for title, key in PARTS.items()}
    families = CHINESE_FAMILIES if language == "zh" else FAMILIES
    ending = "_zh" if language == "zh" else ""
    lines = [CHECKS_HEAD[language], "", NOTICE.strip(), "", CHECKS_INTRODUCTION[language]]
    family = ""
    for check in CHECKS:
        entry = catalogue()[check.code]
        if check.code[:3] != family:
            family = check.code[:3]
            lines += ["", f"## {family}xx: {families[family]}"]
        lines += ["", f"### {check.code} {check.name} ({SEVERITIES[language][check.severity]})"]
        lines += ["", entry[f"what{ending}"]]
        for key, title in titles.items():
            lines += ["", f"**{title}** {entry[key + ending]}"]
    return "\n".join(lines) + "\n"


def words(path: Path) -> str:
    """A table of words as JSON, which is read faster."""
    return json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), ensure_ascii=False) + "\n"


MESSAGES = ROOT / "src" / "zwgk_parse" / "messages"
TABLES = [
    path
    for path in sorted((ROOT / "src" / "zwgk_parse").glob("[mv]*/*.toml"))
    if not path.name.startswith("checks_")
]

# The tables come first: other files are made from what they hold.
FILES: dict[str, Callable[[], str]] = {
    **{
        str(path.with_suffix(".json").relative_to(ROOT).as_posix()): partial(words, path)
        for path in TABLES
    },
    "src/zwgk_parse/messages/checks.json": checks,
    "schemas/plan.schema.json": schema,
    **{
        f"schemas/plan-{version}.schema.json": partial(schema, version)
        for version in SCHEMAS
        if version != SCHEMA_VERSION
    },
    "schemas/findings.schema.json": findings,
    "schemas/changes.schema.json": changes,
    "schemas/trace.schema.json": partial(of_traces, trace_schema),
    "schemas/siblings.schema.json": partial(of_traces, siblings_schema),
    "schemas/lineage.schema.json": partial(of_traces, lineage_schema),
    "schemas/ledger.schema.json": partial(of_batch, ledger_schema),
    "schemas/summary.schema.json": partial(of_batch, summary_schema),
    "schemas/same-plans.schema.json": partial(of_batch, same_plans_schema),
    "docs/codebook.md": partial(codebook, "en"),
    "docs/codebook.zh-CN.md": partial(codebook, "zh"),
    "docs/cli.md": commands,
    "docs/diagnostics.md": diagnostics,
    "docs/checks.md": partial(check_pages, "en"),
    "docs/checks.zh-CN.md": partial(check_pages, "zh"),
}


def main(arguments: list[str]) -> int:
    """1 if `--check` finds a file out of date, else 0."""
    stale = []
    for name, make in FILES.items():
        path, text = ROOT / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{name}: out of date" if "--check" in arguments else f"{name}: written")
    if stale and "--check" in arguments:
        print("Run: make generate")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
