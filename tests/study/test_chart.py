"""Pictures: bars for each table, in a font that has Chinese, or a clear word that none does."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.study.made import folder, guan, yang
from zwgk_parse.errors import MissingExtraError, MissingFontError
from zwgk_parse.messages.texts import error_sentence
from zwgk_parse.study.chart import chart
from zwgk_parse.study.counting import count
from zwgk_parse.study.figures import KINDS
from zwgk_parse.study.fonts import Fonts, chinese_fonts

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.figures import Figures

font_manager = pytest.importorskip("matplotlib.font_manager")
BOTH = folder(a=guan(), b=yang(), c=None)


def _has_font() -> bool:
    try:
        chinese_fonts()
    except MissingFontError:
        return False
    return True


needs_font = pytest.mark.skipif(not _has_font(), reason="no font with Chinese is installed")


def _figures(*kinds: str) -> Figures:
    return count(BOTH, [KINDS[kind] for kind in kinds or KINDS], top=5)


def _colours(data: bytes) -> dict[Any, int]:
    image = Image.open(io.BytesIO(data)).convert("RGB")
    return {colour: number for number, colour in image.getcolors(1 << 24) or ()}


@needs_font
@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_tables_in_one_picture(language: Language) -> None:
    data = chart(_figures(), language)
    assert data == chart(_figures(), language)
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.width) == ("PNG", 2520)
        assert image.height > 1200


def test_bars_are_as_long_as_their_counts() -> None:
    """Of years, 2022 has three tasks and 2021 one: three quarters of the colour are in one row."""
    data = chart(_figures("year"), "en")
    image = Image.open(io.BytesIO(data)).convert("RGB")
    bar = (0x2F, 0x6F, 0x9F)
    lengths = [
        sum(image.getpixel((x, y)) == bar for x in range(image.width)) for y in range(image.height)
    ]
    longest = max(lengths)
    short = min(length for length in lengths if length > 20)
    assert longest == pytest.approx(3 * short, rel=0.02)


def test_english_needs_no_font_but_what_comes_with_the_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    assert (0x2F, 0x6F, 0x9F) in _colours(chart(_figures("year"), "en"))


@pytest.mark.parametrize(("kind", "language"), [("owner", "en"), ("year", "zh")])
def test_without_a_chinese_font_nothing_is_drawn(
    kind: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = [path for path in font_manager.findSystemFonts() if "DejaVu" in path]
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: fonts)
    with pytest.raises(MissingFontError, match="fonts-noto-cjk") as caught:
        chart(_figures(kind), language)
    assert "\n" not in error_sentence(caught.value, "zh")
    assert "字体" in error_sentence(caught.value, "zh")


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"zwgk-parse\[chart\]"):
        chart(_figures("year"), "en")


def test_characters_that_the_font_lacks_are_no_empty_boxes() -> None:
    fonts = Fonts(("X",), frozenset(map(ord, "县财政局A")))
    assert fonts.drawable("县财政局A𠮷") == "县财政局A〓"
