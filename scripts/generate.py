"""Write the files that are made from the code; with --check say which are out of date, and fail.

schemas/ comes from the models, older versions from beside them; docs/cli.md from the commands,
docs/diagnostics.md from the catalogue of diagnostics; the JSON beside each table of words from the
table.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.group import COMMANDS, zwgk
from zwgk_parse.messages import catalogue
from zwgk_parse.plan.model import SCHEMA_VERSION
from zwgk_parse.plan.schema import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Callable

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


def schema(version: str = SCHEMA_VERSION) -> str:
    """The JSON Schema of a plan."""
    return json.dumps(SCHEMAS[version](), ensure_ascii=False, indent=2) + "\n"


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
    for code, entry in sorted(catalogue().items()):
        if code[:3] != family:
            family = code[:3]
            lines += ["", f"## {family}xx: {FAMILIES[family]}"]
        sentence = re.sub(r"\{[^{}]*\}", "…", entry["en"])
        lines += ["", f"### {code} {entry['name']} ({entry['severity']})", "", f"> {sentence}"]
        lines += ["", entry["why"], "", f"Example: {entry['example']}", "", entry["advice"]]
    return "\n".join(lines) + "\n"


def words(path: Path) -> str:
    """A table of words as JSON, which is read faster."""
    return json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), ensure_ascii=False) + "\n"


TABLES = sorted((ROOT / "src" / "zwgk_parse").glob("[mv]*/*.toml"))

# The tables come first: other files are made from what they hold.
FILES: dict[str, Callable[[], str]] = {
    **{
        str(path.with_suffix(".json").relative_to(ROOT).as_posix()): partial(words, path)
        for path in TABLES
    },
    "schemas/plan.schema.json": schema,
    **{
        f"schemas/plan-{version}.schema.json": partial(schema, version)
        for version in SCHEMAS
        if version != SCHEMA_VERSION
    },
    "docs/cli.md": commands,
    "docs/diagnostics.md": diagnostics,
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
