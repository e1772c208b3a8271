"""The page of changes: complete without scripts, loads nothing, filters by kind and by owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.diff.family import sample
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
from zwgk_parse.diff.compare import diff
from zwgk_parse.exporters.changes.comparison import Comparison

if TYPE_CHECKING:
    from tests.exporters.conftest import Open, View
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


def _left(view: View) -> list[str | None]:
    """The kinds of the changes that are shown; the page counts as many."""
    kinds = view.values("li[data-row]", "data-kind")
    assert view.page.locator("#shown").inner_text() == str(len(kinds))
    return kinds


@pytest.mark.slow
def test_the_script_runs_and_shows_everything_at_first(opened: Open) -> None:
    view = opened(written("html", ORDINARY))
    assert _left(view) == [change.kind for change in EVERY]
    assert view.page.locator("form").is_visible()


_ALL = [change.kind for change in EVERY]
_OF_OWNER = _ALL[4:21]


@pytest.mark.slow
def test_clicking_a_kind_hides_its_changes_and_shows_them_again(opened: Open) -> None:
    view = opened(written("html", ORDINARY))
    moved = view.page.get_by_label("移动", exact=False)
    moved.click()
    assert _left(view) == [kind for kind in _ALL if kind != "moved"]
    moved.click()
    assert _left(view) == _ALL


@pytest.mark.slow
def test_a_page_of_real_plans_is_filtered(opened: Open) -> None:
    plans = sample("yangxi-2022"), sample("jiangmen-jtj-2022")
    changes = diff(*plans)
    view = opened(written("html", Comparison(*plans, changes)))
    assert len(_left(view)) == len(changes.changes)
    view.page.locator('input[value="reworded"]').click()
    kinds = sorted(change.kind for change in changes.changes if change.kind != "reworded")
    assert sorted(filter(None, _left(view))) == kinds


@pytest.mark.slow
def test_without_any_kind_nothing_is_shown(opened: Open) -> None:
    view = opened(written("html", ORDINARY))
    for box in view.page.locator("form input").all():
        box.click()
    assert _left(view) == []
    assert not view.page.locator("section:visible").count()


@pytest.mark.slow
def test_choosing_an_owner_shows_the_changes_of_its_tasks(opened: Open) -> None:
    view = opened(written("html", ORDINARY))
    owner = view.page.get_by_role("combobox")
    owner.select_option("县审计局")
    assert _left(view) == _OF_OWNER
    view.page.get_by_label("移动", exact=False).click()
    assert _left(view) == [kind for kind in _OF_OWNER if kind != "moved"]
    owner.select_option("全部")
    assert _left(view) == [kind for kind in _ALL if kind != "moved"]


@pytest.mark.slow
def test_a_script_in_a_text_does_not_run(opened: Open) -> None:
    view = opened(written("html", NASTY))
    assert view.page.locator("script").count() == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "added", ['<img src="http://example.invalid/a.png">', "<script>alert(1)</script>"]
)
def test_the_policy_forbids_what_the_page_does_not_have(added: str, opened: Open) -> None:
    view = opened(written("html", ORDINARY).replace("</body>", f"{added}</body>"))
    (said,) = [words for words in view.heard if words.startswith("console: ")]
    assert "violates the following Content Security Policy directive" in said
    assert "The action has been blocked." in said
    view.heard.clear()
