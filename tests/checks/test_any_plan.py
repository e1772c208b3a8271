"""The checks of dates and text on plans that nobody would write: no check raises, none is slow."""

from __future__ import annotations

import datetime as dt
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwgk_parse.checks import CHECKS, run_checks
from zwgk_parse.plan.model import (
    Deadline,
    DocumentNumber,
    Plan,
    Preamble,
    Region,
    Section,
    Target,
    Task,
)

CODES = {check.code for check in CHECKS if "ZW208" <= check.code <= "ZW212"}
CODES |= {check.code for check in CHECKS if "ZW220" <= check.code <= "ZW227"} | {"ZW202"}

WORDS = st.text(
    alphabet='（）()《》“”"〔〕2019年月日13号底前县市区政府阳西，。、：和a ', max_size=40
)
DAYS = st.none() | st.dates(dt.date(2018, 1, 1), dt.date(2024, 12, 31))
DEADLINES = st.builds(
    Deadline,
    kind=st.sampled_from(["date", "window", "recurring"]),
    raw=WORDS,
    due=DAYS,
    origin=st.sampled_from(["column", "text"]),
)
TASKS = st.builds(
    Task,
    id=st.sampled_from(["t1", "t2", ""]),
    text=WORDS,
    section=st.sampled_from([None, "s1", "s2"]),
    deadline_raw=st.none() | WORDS,
    deadlines=st.tuples() | st.tuples(DEADLINES) | st.tuples(DEADLINES, DEADLINES),
    targets=st.tuples()
    | st.tuples(
        st.builds(
            Target,
            raw=WORDS,
            measure=WORDS,
            comparator=st.sampled_from([">=", "<=", "="]),
            value=st.integers(),
            unit=WORDS,
        )
    ),
)
PLANS = st.builds(
    Plan,
    id=st.just("x"),
    title=st.none() | WORDS,
    notice_title=st.none() | WORDS,
    document_number=st.none() | st.builds(DocumentNumber, raw=WORDS),
    issued_on=DAYS,
    printed_on=DAYS,
    year=st.sampled_from([None, 2021, 2022]),
    region=st.sampled_from([None, Region(name="阳西县", code="441721", level="county")]),
    preamble=st.tuples() | st.tuples(st.builds(Preamble, text=WORDS)),
    sections=st.tuples() | st.tuples(st.builds(Section, id=WORDS, level=st.just(1), title=WORDS)),
    tasks=st.lists(TASKS, max_size=4).map(tuple),
)


@settings(max_examples=60)
@given(PLANS)
def test_no_check_raises(plan: Plan) -> None:
    run_checks(plan, CODES)


@pytest.mark.parametrize(
    "text",
    [
        "（" * 20_000 + "）" * 20_000,
        "《" * 40_000,
        "“”" * 20_000,
        "2021年" * 15_000,
        "2月30日、" * 8_000,
        "一" * 50_000,
        "县政府" * 15_000,
        "《乙县政府" * 8_000,
        "1）" * 20_000,
    ],
    ids=lambda text: text[:5],
)
def test_a_huge_text_takes_no_time(text: str) -> None:
    region = Region(name="阳西县", code="441721", level="county")
    tasks = (Task(id="t1", text=text), Task(id="t2", text=text))
    plan = Plan(id="x", title="阳西县2022年政务公开工作要点", year=2022, region=region, tasks=tasks)
    begun = perf_counter()
    run_checks(plan, CODES)
    assert perf_counter() - begun < 5
