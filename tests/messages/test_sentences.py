"""What a diagnostic says in the reader's language: in Chinese no English words are left."""

import io
import re
from pathlib import Path

import pytest

from zwgk_parse.messages import remark, sentence
from zwgk_parse.messages.texts import translated
from zwgk_parse.pipeline import parse, parse_document

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
BROKEN = """甲县2022年工作要点
甲府办〔20221
一、任务
1. 做好甲。（区市市场监管局、县财政局局负责，2月30日前完成）
3. 做好乙。（县府办负责）
3. 做好丙，6月前完成。（县府办负责）
2. 做好丁。
1. 做好戊。
"""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_spoken_of_in_chinese(sample: Path) -> None:
    parsed = parse_document(sample)
    said = [sentence(diagnostic, "zh") for diagnostic in parsed.plan.diagnostics]
    said += [translated(reason) for reason in parsed.reasons]
    for words in said:
        rest = words.replace("task-table", "").replace("numbered-paragraphs", "")
        assert not re.search(r"[A-Za-z]{3,}", rest), words


def test_a_broken_plan_is_spoken_of_in_chinese() -> None:
    plan = parse(io.BytesIO(BROKEN.encode()), name="a.txt").value
    codes = {diagnostic.code for diagnostic in plan.diagnostics}
    assert {"ZW305", "ZW401", "ZW402", "ZW403", "ZW404"} <= codes
    for diagnostic in plan.diagnostics:
        words = sentence(diagnostic, "zh")
        assert not re.search(r"[A-Za-z]{3,}", words), words


def test_english_is_what_the_plan_stores() -> None:
    said = remark("ZW301", reasons="no number begins; the header is repeated")
    assert sentence(said, "en") == said.message
    assert sentence(said, "zh") == "跨页合并了被截断的行：没有新编号；表头重复"
