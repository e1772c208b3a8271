"""Sentences in both languages: none missing, none that cannot be filled in."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

import zwgk_parse
from zwgk_parse import errors
from zwgk_parse.messages import catalogue, remark, sentence, table
from zwgk_parse.messages.texts import error_sentence, translated
from zwgk_parse.source import Span

SOURCE = Path(zwgk_parse.__file__).parent


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", table("ui"))
def test_phrase_says_the_same_in_both_languages(key: str) -> None:
    row = table("ui")[key]
    assert set(row) == {"en", "zh"}
    assert _fields(row["en"]) == _fields(row["zh"])


@pytest.mark.parametrize("code", catalogue())
def test_diagnostic_is_complete_in_both_languages(code: str) -> None:
    entry = catalogue()[code]
    parts = ["why", "example", "advice", *(["what", "quiet"] if code in table("checks") else [])]
    explained = {part + ending for part in parts for ending in ("", "_zh")}
    assert set(entry) == {"name", "severity", "en", "zh"} | explained
    assert _fields(entry["en"]) == _fields(entry["zh"])
    assert entry["severity"] in {"info", "warning", "error"}


def test_diagnostic_names_are_unique() -> None:
    names = [entry["name"] for entry in catalogue().values()]
    assert len(set(names)) == len(names)


def test_remark_is_english_and_its_sentence_in_the_readers_language() -> None:
    place = Span(line=3)
    said = remark("ZW001", [place, place], task="t1", encoding="gb18030")
    assert said.provenance == (place,)
    assert str(said) == "ZW001 info t1: the text is not UTF-8; it was read as gb18030"
    assert sentence(said, "zh") == "文本不是 UTF-8 编码，已按 gb18030 读取"
    assert sentence(said.model_copy(update={"code": "ZW999"}), "zh") == said.message


@pytest.mark.parametrize("error", [*errors.ReadError.__subclasses__(), errors.ReadError])
def test_read_error_has_a_sentence_in_chinese(error: type[errors.ReadError]) -> None:
    raised = error("plan.txt", "the file is empty", "fetch it again")
    assert error_sentence(raised, "en") == "plan.txt: the file is empty; fetch it again"
    assert error_sentence(raised, "zh") == "plan.txt：文件是空的；请重新获取"


@pytest.mark.parametrize(
    ("error", "chinese"),
    [
        (
            errors.PlanFileError("a.json", "no tasks"),
            "a.json：不是 zwgk 写出的方案：no tasks；请与 `zwgk schema` 对照",
        ),
        (
            errors.OutputError("b.json", "Permission denied"),
            "b.json：无法写入：没有权限；请用 -o 另选位置",
        ),
        (
            errors.OutputError("b.json", "Permission denied", option="--write-baseline"),
            "b.json：无法写入：没有权限；请用 --write-baseline 另选位置",
        ),
        (
            errors.NewerPlanError(
                "a.json", "its version 2.0.0 is newer than 1.1.0: a newer zwgk wrote it"
            ),
            "a.json：版本 2.0.0 由新版 zwgk 写出，本程序只认到 1.1.0；请安装新版 zwgk-parse",
        ),
        (
            errors.MissingExtraError("ocr", "ocr"),
            'ocr需要未安装的组件；请运行：python -m pip install "zwgk-parse[ocr]"',
        ),
        (errors.ZwgkError("something else"), "something else"),
    ],
)
def test_other_errors(error: errors.ZwgkError, chinese: str) -> None:
    assert error_sentence(error, "zh") == chinese
    assert error_sentence(error, "en") == str(error)


def test_braces_in_a_name_are_left_alone() -> None:
    error = errors.ReadError("{0}{file}.txt", "{weird}", "{}")
    assert error_sentence(error, "zh") == "{0}{file}.txt：{weird}；{}"


def test_words_keep_the_numbers_they_name() -> None:
    assert translated("it has more than the 1,024 bytes that are read") == "超过上限 1,024 字节"
    assert translated("it is of the kind picture, which is not read yet") == (
        "这是 图片 文件，目前还不能读取"
    )


def _raised_words() -> list[str]:
    """The reasons and remedies that stand as literals where an error of ours is raised."""
    names = {name for name in vars(errors) if name.endswith("Error")}
    found: list[str] = []
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
                found += [_literal(argument) for argument in node.args[1:]]
    return sorted({words for words in found if words})


def _literal(node: ast.expr) -> str:
    """The words of a literal, with a 7 for each value of an f-string; else nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            _literal(part) if isinstance(part, ast.Constant) else "7" for part in node.values
        )
    return ""


@pytest.mark.parametrize("words", _raised_words())
def test_every_reason_and_remedy_has_a_row(words: str) -> None:
    assert translated(words) != words, f"errors.toml has no row for {words!r}"
