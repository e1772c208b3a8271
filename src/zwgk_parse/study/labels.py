"""Values of Figures in words that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.messages.texts import phrase
from zwgk_parse.vocabulary.system_names import system_name

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.figures import Figures, Row, Table, Unit


def value_label(row: Row, table: Table, language: Language) -> str:
    """What a row is called: 冠县 (371525), 财政, ZW301 row-joined."""
    kind, value, name = table.kind.name, row.value, row.name
    if value is None:
        return phrase(f"stats-no-{kind}", language)
    if kind == "doc-type":
        return phrase(f"value-{value}", language)
    if kind == "state":
        return phrase(f"stats-state-{value}", language)
    if kind == "finding":
        return f"{value} {name}"
    if kind == "system":
        return (system_name(value) if language == "zh" else None) or value
    return f"{name} ({value})" if name and name != value else value


def kind_label(table: Table, language: Language) -> str:
    """What a table counts: `Tasks by year`, 任务（按年份）."""
    return phrase(f"stats-by-{table.kind.name}", language)


def unit_label(unit: Unit, language: Language) -> str:
    """The head of a column of counts."""
    return phrase(f"stats-{unit}", language)


def left_out_label(table: Table, language: Language) -> str:
    """A line that says how many values are not told; nothing where all are."""
    count = table.left_out
    return phrase("stats-left-out", language, count=count) if count else ""


def several_label(figures: Figures, language: Language) -> str:
    """A sentence on kinds that a task may count several times in; nothing without one."""
    if not any(table.kind.several for table in figures.tables):
        return ""
    return phrase("stats-several", language)


def counted_label(figures: Figures, language: Language) -> str:
    """A sentence that says what was counted, and how plans that several files hold were."""
    key = "stats-once" if figures.same else "stats-all-different"
    if figures.same is None:
        key = "stats-each-file"
    counts = {
        "files": figures.files,
        "plans": figures.plans,
        "tasks": figures.tasks,
        "same": figures.same,
    }
    return phrase(key, language, **counts)
