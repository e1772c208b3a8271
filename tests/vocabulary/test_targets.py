"""The rows of target wordings, and real sentences that were read before the rows were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from zwgk_parse.vocabulary.deadlines import Plain
from zwgk_parse.vocabulary.target_rules import Rule, target_rules
from zwgk_parse.vocabulary.targets import find_targets

LIST = Path(__file__).parents[1] / "data" / "targets.tsv"
SENTENCES = [
    tuple(line.split("\t"))
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
EXAMPLES = [
    pytest.param(rule, text, answer, id=f"{rule.name}: {text}")
    for rule in target_rules()
    for text, answer in rule.examples.items()
]
MISSES = [pytest.param(text, id=text) for rule in target_rules() for text in rule.misses]


def _answer(text: str) -> str:
    """The targets of a sentence as the list writes them."""
    text = Plain.of(text).text
    return " ; ".join(
        "|".join(
            (
                text[found.start : found.end],
                text[slice(*found.measure)] if found.measure else "",
                found.comparator,
                str(found.value),
                found.unit,
            )
        )
        for found in find_targets(text)
    )


def test_the_list_is_read_right() -> None:
    wrong = [sentence for _, sentence, answer in SENTENCES if _answer(sentence) != answer]
    assert len(SENTENCES) >= 60
    assert len(wrong) <= 0.05 * len(SENTENCES), wrong


def test_no_sentence_without_a_target_is_given_one() -> None:
    plain = [sentence for _, sentence, answer in SENTENCES if not answer]
    assert len(plain) >= 12
    assert not [sentence for sentence in plain if _answer(sentence)]


@pytest.mark.parametrize(("rule", "text", "answer"), EXAMPLES)
def test_a_row_claims_its_examples(rule: Rule, text: str, answer: str) -> None:
    assert _answer(text) == answer
    assert {found.rule for found in find_targets(text)} == {rule.name}


@pytest.mark.parametrize("text", MISSES)
def test_a_near_miss_is_no_target(text: str) -> None:
    assert not _answer(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("投资完成率达到百分之百", "达到百分之百|投资完成率|=|100|%"),
        ("培训农民不少于1,200人次", "不少于1,200人次|培训农民|>=|1200|人次"),
        ("粮食产量稳定在100万吨以上", "稳定在100万吨以上|粮食产量|>=|1000000|吨"),
        ("专项资金不少于3千万元", "不少于3千万元|专项资金|>=|3000|万元"),
        ("各部门每年不少于２次", "不少于2次||>=|2|次"),
        ("各级每年至少 召开 一次会议", "至少召开一次|会议|>=|1|次"),
        ("抽查比例不低于 5 ％", "不低于5％|抽查比例|>=|5|%"),
        ("污染物浓度（年均）不高于35.5吨", "不高于35.5吨|污染物浓度（年均）|<=|35.5|吨"),
        ("研发投入占比达到2.50%", "达到2.50%|研发投入占比|=|2.5|%"),
        ("年内至少听取一次", "至少听取一次|听取|>=|1|次"),
        ("年内至少召开一次", "至少召开一次||>=|1|次"),
    ],
)
def test_numbers_are_resolved(text: str, answer: str) -> None:
    assert _answer(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "工作水平达到一个新台阶",
        "突破一个个难关",
        "力争引进投资5亿元以上项目10个",
        "同比下降10%以上",
        "合格率达到80%-90%",
        "建立1名领导包1个项目机制",
        "甲、乙、丙覆盖率分别达到65%和55%",
        "打造“15个一批”工程",
        "覆盖率不低于九九九九九九%",
        "覆盖率不低于" + "9" * 10_000 + "%",
        "全年活动控制在2-3场",
        "会期不超过2小时",
    ],
)
def test_what_is_in_doubt_is_no_target(text: str) -> None:
    assert not _answer(text)


def test_a_long_text_takes_time_in_proportion() -> None:
    assert len(find_targets("每年至少召开1次会议，" * 3000)) == 3000
