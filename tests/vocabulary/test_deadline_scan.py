"""The scanner in narrow characters finds what the rules, compiled as they stand, would find."""

from __future__ import annotations

import re

import pytest

from zwgk_parse.vocabulary.calendar import unnamed
from zwgk_parse.vocabulary.deadline_rules import DEADLINE_RULES, STARTS
from zwgk_parse.vocabulary.deadline_scan import _narrow, _scanner, scan

EXAMPLES = [text for rule in DEADLINE_RULES for text in (*rule.examples, *rule.misses)]
# Characters of the narrow places themselves, in the text.
LATIN = "é²·××ª6月底前完成«º»¼ Àé一月一调度，ñ年底前"


@pytest.fixture(scope="module")
def wide() -> re.Pattern[str]:
    rules = (f"(?P<r{i}>{unnamed(rule.pattern)})" for i, rule in enumerate(DEADLINE_RULES))
    han = "〇一二三四五六七八九十"
    begins = rf"(?=[{STARTS}])(?!(?<=\d)\d|(?<=[{han}])[{han}])"
    return re.compile(f"{begins}(?:{'|'.join(rules)})")


@pytest.mark.parametrize("text", [*EXAMPLES, "，".join(EXAMPLES), "".join(EXAMPLES), LATIN])
def test_narrow_finds_what_wide_finds(wide: re.Pattern[str], text: str) -> None:
    narrow = _scanner().finditer(text.translate(_narrow()))
    found = [(match.span(), match.lastgroup) for match in narrow]
    assert found == [(match.span(), match.lastgroup) for match in wide.finditer(text)]


def test_places_are_changed_in_pairs_of_one_kind() -> None:
    places = _narrow()
    for one, other in places.items():
        assert places[ord(other)] == chr(one)
        assert chr(one).isalnum() is other.isalnum()
        assert not chr(one).isspace()
        assert not chr(one).isdecimal()


def test_no_rule_has_a_range_of_wide_characters() -> None:
    """A range would not stay one where its ends change places."""
    joined = "".join(rule.pattern for rule in DEADLINE_RULES)
    assert not re.search(r"\[[^\]]*[^\x00-\xff]-[^\]\x00-\x7f][^\]]*\]", joined)


def test_hits_are_matches_of_the_rule() -> None:
    assert [(rule.name, match[0]) for rule, match in scan("6月底前完成，每季度")] == [
        ("by the end of a month", "6月底前"),
        ("every so often", "每季度"),
    ]
