"""The same plan read from files of other kinds: what is told must be a matter of the reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus import CORPUS, needs_corpus
from zwgk_parse.diff.compare import diff
from zwgk_parse.pipeline import parse

SAMPLES = Path(__file__).parents[2] / "samples"


@needs_corpus
@pytest.mark.parametrize("suffix", ["docx", "html", "chromium.pdf", "libreoffice.pdf"])
@pytest.mark.parametrize("name", ["guanxian-2022", "jiangmen-jtj-2022", "yangxi-2022"])
def test_another_file_of_the_same_plan_is_no_change(name: str, suffix: str) -> None:
    other = parse(CORPUS / "renditions" / f"{name}.{suffix}").value
    assert diff(parse(SAMPLES / f"{name}.txt").value, other).changes == ()
