"""The page of findings: complete without scripts, loads nothing, filters with its own script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

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
    from pathlib import Path

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
    assert {"page 3", "line 7", "t19 （十九）", "原件如此"} <= set(cells)
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


def _visible(dom: str) -> list[str | None]:
    """The severities of the rows that are shown."""
    rows = [one for one in Page(dom).attributes("tr") if "data-code" in one]
    return [one["data-severity"] for one in rows if "hidden" not in one]


@pytest.mark.slow
def test_the_script_runs_and_shows_everything_at_first(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(written("html", ORDINARY), encoding="utf-8")
    dom = chromium(file, "#ZW202")
    assert _visible(dom) == ["error", "error", "info", "warning", "error"]
    assert '<b id="shown">5</b>' in dom
    assert re.search(r'<form id="filter"(?![^>]*hidden)', dom)
    assert re.search(r'<details id="ZW202" open', dom), "a link unfolds the explanation"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("click", "left"),
    [
        ('[value="info"]', ["error", "error", "warning", "error"]),
        ('[value="error"]', ["info", "warning"]),
        ('option[value="ZW001"]', ["info"]),
        ('[name="file"] option[value="1"]', ["info", "warning"]),
    ],
)
def test_the_form_filters(click: str, left: list[str], chromium: Any, tmp_path: Path) -> None:
    # The page takes no script but its own: the policy makes room for the one that clicks.
    page = re.sub(r"script-src '[^']+'", "script-src 'unsafe-inline'", written("html", ORDINARY))
    clicks = (
        f"<script>const one = document.querySelector('{click}');"
        "if (one.tagName === 'OPTION') one.selected = true; else one.checked = false;"
        "form.dispatchEvent(new Event('change'));</script>"
    )
    file = tmp_path / "page.html"
    file.write_text(page.replace("</body>", f"{clicks}</body>"), encoding="utf-8")
    dom = chromium(file)
    assert _visible(dom) == left
    assert f'<b id="shown">{len(left)}</b>' in dom


@pytest.mark.slow
def test_a_script_in_a_title_does_not_run(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(written("html", NASTY), encoding="utf-8")
    dom = chromium(file)
    assert dom.count("<script>") == 1
    assert '<b id="shown">2</b>' in dom
