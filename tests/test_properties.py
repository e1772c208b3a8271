"""What must hold for any plan: the same tasks whatever the layout, and never a traceback."""

import io
import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zwgk_parse.errors import ZwgkError
from zwgk_parse.pipeline import load, parse
from zwgk_parse.plan.model import Plan

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in SAMPLES}
quick = settings(
    max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
names = st.sampled_from(sorted(TEXTS))


def plan_of(text: str, name: str = "a.txt") -> Plan:
    return parse(io.BytesIO(text.encode()), name=name).value


def fold(text: str | None) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def tasks_of(plan: Plan) -> list[tuple[object, ...]]:
    """What a reader would call the tasks: ids, sections, words, owners and deadlines."""
    titles = {section.id: fold(section.title) for section in plan.sections}
    return [
        (
            task.id,
            titles.get(task.section or ""),
            fold(task.text),
            [(fold(owner.name), owner.role, owner.level, owner.scope) for owner in task.owners],
            [(d.kind, d.due, d.start, d.rrule, d.times) for d in task.deadlines],
            task.inherited,
        )
        for task in plan.tasks
    ]


WANTED = {name: tasks_of(plan_of(text)) for name, text in TEXTS.items()}
_GAP = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_SWAPS = {"（": "(", "）": ")", "：": ":", "(": "（", ")": "）"}


@quick
@given(names)
def test_the_same_bytes_give_the_same_bytes(name: str) -> None:
    first, second = (parse(io.BytesIO(TEXTS[name].encode()), name="a.txt") for _ in range(2))
    assert first.value.model_dump_json() == second.value.model_dump_json()


@quick
@given(names)
def test_a_plan_survives_being_written_and_loaded(name: str) -> None:
    plan = plan_of(TEXTS[name])
    stored = io.BytesIO(plan.model_dump_json(indent=2).encode())
    assert load(stored).value == plan


@quick
@given(
    names,
    st.integers(0, 2**32),
    st.sampled_from([0.002, 0.02, 0.1]),
    st.sampled_from(" \u3000\u00a0"),
)
def test_white_space_between_chinese_characters_changes_no_task(
    name: str, seed: int, share: float, space: str
) -> None:
    chance = random.Random(seed)  # noqa: S311
    spaced = _GAP.sub(lambda _: space if chance.random() < share else "", TEXTS[name])
    assert tasks_of(plan_of(spaced)) == WANTED[name]


@quick
@given(names, st.integers(0, 2**32), st.sampled_from([0.01, 0.3, 1.0]))
def test_the_width_of_brackets_and_colons_changes_no_task(
    name: str, seed: int, share: float
) -> None:
    chance = random.Random(seed)  # noqa: S311
    swapped = re.sub(
        "[（）：()]",
        lambda match: _SWAPS[match[0]] if chance.random() < share else match[0],
        TEXTS[name],
    )
    assert tasks_of(plan_of(swapped)) == WANTED[name]


@pytest.mark.parametrize("name", sorted(TEXTS))
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_change_no_task(name: str, ending: str) -> None:
    assert tasks_of(plan_of(TEXTS[name].replace("\n", ending))) == WANTED[name]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_changes_no_task(encoding: str) -> None:
    for name, text in TEXTS.items():
        plan = parse(io.BytesIO(text.encode(encoding)), name="a.txt").value
        assert tasks_of(plan) == WANTED[name]


def mutations(seed: int, count: int) -> list[bytes]:
    """Samples damaged at random: bytes flipped, cut out, doubled; lines shuffled or lost."""
    chance = random.Random(seed)  # noqa: S311
    found = []
    for _ in range(count):
        data = bytearray(chance.choice(list(TEXTS.values())).encode())
        for _ in range(chance.choice((1, 3, 30))):
            at = chance.randrange(len(data))
            length = chance.choice((1, 2, 50, 2000))
            kind = chance.randrange(5)
            if kind == 0:
                data[at] ^= 1 << chance.randrange(8)
            elif kind == 1:
                del data[at : at + length]
            elif kind == 2:
                data[at:at] = data[at : at + length]
            elif kind == 3:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                data = bytearray(b"\n".join(lines))
            else:
                data[at:at] = chance.choice((b"|", b"\t", b"\n", "（".encode(), b"<p>", b"9" * 400))
            if not data:
                data = bytearray(b"x")
        found.append(bytes(data))
    return found


def survives(data: bytes) -> None:
    try:
        plan = parse(io.BytesIO(data), name="a.txt").value
    except ZwgkError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return
    assert len({task.id for task in plan.tasks}) == len(plan.tasks)


def test_mutations_give_a_plan_or_one_line() -> None:
    for data in mutations(1, 60):
        survives(data)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_two_thousand_mutations_give_a_plan_or_one_line(seed: int) -> None:
    for data in mutations(seed, 200):
        survives(data)
