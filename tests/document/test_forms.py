"""Every text in one form: as Unicode says it, only sooner."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from zwgk_parse.document.forms import nfkc

_TEXTS = st.text(st.characters() | st.sampled_from("，；：（）％！？＋,+゙́ÅＡ１①㈠政务公开"))


@given(_TEXTS)
def test_is_nfkc(text: str) -> None:
    assert nfkc(text) == unicodedata.normalize("NFKC", text)


def test_every_character_before_a_mark_that_joins_it() -> None:
    texts = [chr(code) + mark for code in range(0x110000) for mark in ("", "́")]
    assert [text for text in texts if nfkc(text) != unicodedata.normalize("NFKC", text)] == []
