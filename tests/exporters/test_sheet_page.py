"""The page of a sample in a real browser: ticked by keyboard, saved, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.study.made import entry, plan, task
from zwgk_parse.study.passages import Printed
from zwgk_parse.study.sampling import Drawn
from zwgk_parse.study.sheet import sheet
from zwgk_parse.study.sheet_files import as_csv
from zwgk_parse.study.sheet_page import as_html
from zwgk_parse.study.sources import Found
from zwgk_parse.study.ticked import ticked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporters.conftest import Open
    from zwgk_parse.study.sheet import Sheet

pytestmark = pytest.mark.slow
EVIL = '</script><img src="http://x/y" onerror="alert(1)">&amp;"\u2028'


def _sheet() -> Sheet:
    tasks = [task(1, EVIL), task(2, "=1+1"), task(3, "三"), task(4, "四")]
    of = entry("通知/一.txt", plan("a", *tasks, digest="0f"))
    return sheet(
        [Found(Drawn(of, "0f", one, f"0f:{one.id}"), Printed(one.text)) for one in tasks], "zh"
    )


def test_ticks_are_set_by_keyboard_and_saved(opened: Open, tmp_path: Path) -> None:
    page = opened(as_html(_sheet()).decode()).page
    keys = page.keyboard
    keys.press("Enter")
    keys.press("2")
    keys.press("2")
    keys.press("Enter")
    keys.press("3")
    keys.press("j")
    page.locator("article").nth(3).locator("input[type=text]").fill("=无误，“1”")
    keys.press("1")
    assert page.locator("#done").inner_text() == "2"
    with page.expect_download() as download:
        keys.press("Control+s")
    download.value.save_as(tmp_path / "a.csv")
    data = (tmp_path / "a.csv").read_bytes()
    assert [tuple(row.ticks.values()) for row in ticked(data, "a.csv")] == [
        (True, True, True),
        (True, False, True),
        (None, None, True),
        (None, None, None),
    ]
    text = data.decode()
    assert text.startswith("\ufeff")
    assert "'=无误，“1”1" in text


def test_an_untouched_page_saves_the_sheet_as_it_is(opened: Open, tmp_path: Path) -> None:
    page = opened(as_html(_sheet()).decode()).page
    with page.expect_download() as download:
        page.locator("#save").click()
    download.value.save_as(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == as_csv(_sheet())
    assert page.locator("article").count() == 4
    assert page.locator("img").count() == 0


def test_ticks_are_there_after_a_reload(opened: Open) -> None:
    view = opened(as_html(_sheet()).decode())
    page = view.page
    page.keyboard.press("Enter")
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.evaluate("location.reload()")
    assert page.locator("#done").inner_text() == "1"
    # The page asked for itself again, and for nothing else.
    assert view.heard.pop() == f"request: {page.url}"
