"""What plans are called: every input gets a name that no other has, on every file system."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwgk_parse.batch.names import folded, output_name

# What people call files, and what they should not.
PARTS = st.one_of(
    st.sampled_from(
        [
            *("附件1.docx", "附件1.DOCX", "a", "A", "é", "e\u0301", "con", "NUL.txt", "x.", "x "),
            *("..", ".", "a:b", "a\nb", "\udcff", "x.json", "X.JSON.gz", "~", "a/b", "\\", ""),
            *("长" * 90, "a" * 300),
        ]
    ),
    st.text(max_size=30),
    st.text(alphabet="aA.~ /", max_size=4),
)
PATHS = st.lists(PARTS, max_size=6)
REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class Names:
    """Gives names as a run does."""

    def __init__(self) -> None:
        self.taken: dict[str, int] = {}

    def name(self, number: int, parts: list[str], content: str) -> str:
        """The name of the input `number`."""

        def taken(name: str) -> bool:
            return self.taken.setdefault(folded(f"plans/{name}.json"), number) != number

        mark = hashlib.sha256(content.encode()).hexdigest()
        return output_name(parts, mark, str(number), taken)


@given(st.lists(st.tuples(PATHS, st.sampled_from("ab")), max_size=12))
def test_no_two_inputs_have_one_name_and_none_is_a_folder(
    inputs: list[tuple[list[str], str]],
) -> None:
    names = Names()
    files = [f"{names.name(n, *one)}.json" for n, one in enumerate(inputs)]
    assert len({folded(file) for file in files}) == len(inputs)
    wholes = {folded(file) for file in files}
    for file in files:
        parts = file.split("/")
        assert not {folded("/".join(parts[:depth])) for depth in range(1, len(parts))} & wholes


@given(PATHS)
def test_every_file_system_takes_it(parts: list[str]) -> None:
    file = f"{Names().name(0, parts, 'a')}.json.gz"
    assert len(file.encode()) <= 900
    for part in file.split("/"):
        assert part not in {"", ".", ".."}
        assert not REFUSED.search(part)
        assert not part.endswith((".", " "))
        assert not DEVICES.match(part)
        assert len(part.encode()) <= 255


@given(st.lists(st.from_regex(r"\A[\w\-][\w\- ]{0,20}\.(txt|docx)\Z"), min_size=1, max_size=4))
def test_a_path_that_can_stay_stays(parts: list[str]) -> None:
    expected = all(not DEVICES.match(part) and len(part.encode()) <= 200 for part in parts)
    assert (Names().name(0, parts, "a") == "/".join(parts)) == expected


def test_as_much_of_the_mark_as_is_needed() -> None:
    names = Names()
    mark = hashlib.sha256(b"a").hexdigest()
    given_names = [names.name(number, ["附件1.txt"], "a") for number in range(200)]
    assert given_names[:3] == ["附件1.txt", f"附件1.txt~{mark[:8]}", f"附件1.txt~{mark[:16]}"]
    assert len(set(given_names)) == 200
    # An input is called the same when it is asked for again.
    assert [names.name(number, ["附件1.txt"], "a") for number in range(200)] == given_names


@pytest.mark.parametrize(
    ("one", "other"), [("a.txt", "A.TXT"), ("é.txt", "e\u0301.txt"), ("ß", "SS"), ("Å", "\u212b")]
)
def test_names_that_some_file_system_takes_for_one_are_told_apart(one: str, other: str) -> None:
    names = Names()
    assert names.name(0, [one], "a") == one
    assert names.name(1, [other], "b").startswith(f"{other}~")


def test_a_folder_never_stands_where_a_plan_is_to_be() -> None:
    names = Names()
    assert names.name(0, ["a"], "a") == "a"
    assert names.name(1, ["a.json", "b"], "b").startswith("a.json_/b~")
    # A long s is an s to file systems that do not tell cases apart.
    assert names.name(2, ["a.j\u017fon", "b"], "b").startswith("a.j\u017fon_/b~")


def test_a_path_that_is_too_long_keeps_its_ends() -> None:
    parts = [f"{number:03d}{'x' * 100}" for number in range(20)]
    name = Names().name(0, [*parts, "plan.txt"], "a")
    assert name.startswith(f"{parts[0]}/{parts[1]}/")
    assert "/~/plan.txt~" in name
