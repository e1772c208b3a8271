"""The page of changes: complete without scripts, loads nothing, filters by kind and by owner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.exporters.changes.comparisons import (
    COMPARISONS,
    EVERY,
    HIDDEN,
    KINDS,
    NASTY,
    NASTY_WORDS,
    ORDINARY,
    SAME,
    written,
)
from tests.exporters.pages import Page, check_it_loads_nothing

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.exporters.changes.comparison import Comparison
    from zwgk_parse.messages.language import Language


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("told", COMPARISONS.values(), ids=COMPARISONS)
def test_the_page_is_well_formed_and_loads_nothing(told: Comparison, language: Language) -> None:
    page = Page(written("html", told, language))
    assert not page.open
    assert page.attributes("html") == [{"lang": "zh-CN" if language == "zh" else "en"}]
    check_it_loads_nothing(page)


def test_everything_is_told() -> None:
    page = Page(written("html", ORDINARY))
    rows = page.attributes("li")
    assert [row["data-kind"] for row in rows] == [change.kind for change in EVERY]
    assert {box["value"] for box in page.attributes("input")} == set(KINDS)
    assert page.of("option") == [
        "全部",
        "县卫健局",
        "县司法局",
        "县审计局",
        "县府办",
        "县民政局",
        "县财政局",
    ]
    assert "：由“12月底前”提前到“11月底前”" in page.of("p")
    assert "算" in page.of("ins")
    assert "公开养老服务信息。" in page.of("del")


def test_the_same_is_said_and_what_is_not_told_is_counted() -> None:
    page = Page(written("html", SAME))
    assert "没有变动。" in page.of("p")
    assert not page.of("form")
    assert not page.of("script")
    assert "另有变动 3 处未列出（--only、--ignore）" in Page(written("html", HIDDEN)).of("p")


def test_words_of_a_document_stay_words() -> None:
    page = Page(written("html", NASTY))
    assert len(page.of("script")) == 1
    assert "alert" not in page.of("script")[0]
    assert any(NASTY_WORDS.split("\x00")[0] in text for text in page.of("ins"))


def _left(dom: str) -> list[str | None]:
    """The kinds of the changes that are shown."""
    return [row["data-kind"] for row in Page(dom).attributes("li") if "hidden" not in row]


@pytest.mark.slow
def test_the_script_runs_and_shows_everything_at_first(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(written("html", ORDINARY), encoding="utf-8")
    dom = chromium(file)
    assert len(_left(dom)) == len(EVERY)
    assert f'<b id="shown">{len(EVERY)}</b>' in dom
    assert re.search(r'<form id="filter"(?![^>]*hidden)', dom)


_ONE = "document.querySelector('[value=\"moved\"]').checked = false;"
_ALL = "for (const box of document.querySelectorAll('input')) box.checked = false;"
_OWNER = (
    "for (const one of document.querySelectorAll('option'))"
    " one.selected = one.label === '县审计局';"
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("clicks", "left"),
    [
        (_ONE, [change.kind for change in EVERY if change.kind != "moved"]),
        (_ALL, []),
        (_OWNER, [change.kind for change in EVERY[4:21]]),
        (_OWNER + _ONE, [change.kind for change in EVERY[4:21] if change.kind != "moved"]),
    ],
    ids=["one-kind-less", "no-kind", "one-owner", "both"],
)
def test_the_form_filters(clicks: str, left: list[str], chromium: Any, tmp_path: Path) -> None:
    # The page takes no script but its own: the policy makes room for the one that clicks.
    page = re.sub(r"script-src '[^']+'", "script-src 'unsafe-inline'", written("html", ORDINARY))
    script = f"<script>{clicks}form.dispatchEvent(new Event('change'));</script>"
    file = tmp_path / "page.html"
    file.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    dom = chromium(file)
    assert _left(dom) == left
    assert f'<b id="shown">{len(left)}</b>' in dom
    shown = [one for one in Page(dom).attributes("section") if "hidden" not in one]
    assert bool(shown) is bool(left)


@pytest.mark.slow
def test_a_script_in_a_text_does_not_run(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(written("html", NASTY), encoding="utf-8")
    assert chromium(file).count("<script>") == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "added", ['<img src="http://example.invalid/a.png">', "<script>alert(1)</script>"]
)
def test_the_policy_forbids_what_the_page_does_not_have(
    added: str, chromium: Any, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    page = written("html", ORDINARY).replace("</body>", f"{added}</body>")
    file.write_text(page, encoding="utf-8")
    with pytest.raises(AssertionError, match="CONSOLE"):
        chromium(file)
