"""The page of findings: complete without scripts, loads nothing, filters with its own script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exporters.findings.reports import (
    EMPTY,
    NASTY,
    NASTY_WORDS,
    ORDINARY,
    REPORTS,
    written,
)
from tests.exporters.pages import Page, check_it_loads_nothing

if TYPE_CHECKING:
    from tests.exporters.conftest import Open, View
    from zwgk_parse.findings import Report
    from zwgk_parse.messages.language import Language


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_the_page_is_well_formed_and_loads_nothing(report: Report, language: Language) -> None:
    page = Page(written("html", report, language))
    assert not page.open
    assert page.attributes("html") == [{"lang": "zh-CN" if language == "zh" else "en"}]
    check_it_loads_nothing(page)


def test_links_lead_to_the_explanations() -> None:
    page = Page(written("html", ORDINARY, "zh"))
    targets = {attributes["id"] for attributes in page.attributes("details")}
    assert {f"#{target}" for target in targets} == {
        attributes["href"] for attributes in page.attributes("a")
    }
    assert targets == {"ZW001", "ZW202"}
    assert all("open" not in attributes for attributes in page.attributes("details"))
    assert "如何处理" in page.of("dt")


def test_everything_is_told() -> None:
    page = Page(written("html", ORDINARY))
    rows = [one for one in page.attributes("tr") if "data-code" in one]
    assert [one["data-severity"] for one in rows] == ["error", "error", "info", "warning", "error"]
    cells = page.of("td")
    assert {"page 3", "line 7", "task （十九）", "原件如此"} <= set(cells)
    assert {"bad.pdf", "notes.bin"} <= {*page.of("b"), *page.of("li")}
    assert "2 more findings are not listed (--max-findings)" in page.of("p")


def test_without_findings_the_page_says_so() -> None:
    page = Page(written("html", EMPTY))
    assert "No findings." in page.of("p")
    assert not page.of("form")
    assert not page.of("script")


def test_words_of_a_document_stay_words() -> None:
    page = Page(written("html", NASTY))
    assert len(page.of("script")) == 1
    assert "alert" not in page.of("script")[0]
    shown = NASTY_WORDS.split("\x00")[0]
    assert any(shown in cell for cell in page.of("td"))


def _visible(view: View) -> list[str | None]:
    """The severities of the rows that are shown; the page counts as many."""
    severities = view.values("tr[data-row]", "data-severity")
    assert view.page.locator("#shown").inner_text() == str(len(severities))
    return severities


@pytest.mark.slow
def test_the_script_runs_and_shows_everything_at_first(opened: Open) -> None:
    view = opened(written("html", ORDINARY), fragment="#ZW202")
    assert _visible(view) == ["error", "error", "info", "warning", "error"]
    assert view.page.locator("form").is_visible()
    unfolded = view.page.locator("details#ZW202")
    assert unfolded.get_attribute("open") is not None, "a link unfolds the explanation"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("value", "left"),
    [("info", ["error", "error", "warning", "error"]), ("error", ["info", "warning"])],
)
def test_clicking_a_severity_hides_its_findings(value: str, left: list[str], opened: Open) -> None:
    view = opened(written("html", ORDINARY))
    box = view.page.locator(f'input[value="{value}"]')
    box.click()
    assert _visible(view) == left
    box.click()
    assert len(_visible(view)) == 5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "value", "left"), [("code", "ZW001", ["info"]), ("file", "1", ["info", "warning"])]
)
def test_choosing_a_check_or_a_file_shows_its_findings(
    name: str, value: str, left: list[str], opened: Open
) -> None:
    view = opened(written("html", ORDINARY))
    view.page.locator(f'select[name="{name}"]').select_option(value)
    assert _visible(view) == left


@pytest.mark.slow
def test_clicking_a_code_unfolds_its_explanation(opened: Open) -> None:
    view = opened(written("html", ORDINARY))
    assert not view.page.locator("details#ZW001 dl").is_visible()
    view.page.locator('a[href="#ZW001"]').first.click()
    assert view.page.locator("details#ZW001 dl").is_visible()


@pytest.mark.slow
def test_a_script_in_a_title_does_not_run(opened: Open) -> None:
    view = opened(written("html", NASTY))
    assert view.page.locator("script").count() == 1
    assert view.page.locator("#shown").inner_text() == "2"
