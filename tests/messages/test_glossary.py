"""One word for one thing: what people read in Chinese keeps to the glossary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from zwgk_parse.messages import table

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
GLOSSARY: dict[str, Any] = table("glossary")
TABLES = ("diagnostics", "checks", "errors", "ui", "help", "codebook")
PAGES = ("README.zh-CN.md", *(f"docs/{path.name}" for path in ROOT.glob("docs/*.zh-CN.md")))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", TABLES)
def test_no_message_uses_another_word(name: str) -> None:
    avoided = [word for entry in GLOSSARY.values() for word in entry["avoid"]]
    found = [(word, text) for text in _words(table(name)) for word in avoided if word in text]
    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_uses_another_word(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [word for entry in GLOSSARY.values() for word in entry["avoid"] if word in text] == []


@pytest.mark.parametrize("role", ["lead", "support", "responsible", "supervise"])
def test_roles_are_called_by_the_glossary(role: str) -> None:
    spoken = table("ui").get(role)
    assert spoken is None or {"en": GLOSSARY[role]["en"], "zh": GLOSSARY[role]["zh"]} == spoken


def test_what_is_joined_and_inherited_is_called_so() -> None:
    assert GLOSSARY["joined"]["zh"] in table("diagnostics")["ZW301"]["zh"]
    assert GLOSSARY["inherited"]["zh"] in table("diagnostics")["ZW303"]["zh"]
    assert GLOSSARY["diagnostic"]["zh"] in table("help")["explain"]["help"]


def test_one_word_for_one_thing() -> None:
    words = [entry["zh"] for entry in GLOSSARY.values()]
    assert len(set(words)) == len(words)
    assert not set(words) & {word for entry in GLOSSARY.values() for word in entry["avoid"]}
