"""The words that give a unit its role, from roles.toml: a word goes in, a Role comes out."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from zwgk_parse.tables import table

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Role

Tables = dict[str, dict[str, list[str]]]
ROLES: tuple[Role, ...] = ("lead", "support", "supervise", "responsible")


@cache
def tables() -> Tables:
    """The tables of roles.toml."""
    return table("vocabulary", "roles")  # type: ignore[no-any-return]


@cache
def role_words() -> dict[str, Role]:
    """Each word that closes an enumeration, and the role it gives."""
    return {word: cast("Role", role) for role, words in tables()["words"].items() for word in words}


def alternation(words: list[str]) -> str:
    """A pattern for any of `words`, longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _heading_pattern() -> re.Pattern[str]:
    heading = tables()["heading"]
    part = alternation([word for role in ROLES for word in heading[role]])
    return re.compile(
        r"(?:[省市县区镇乡局](?:级|直|内)|相关|各|涉及)?"
        rf"(?P<parts>(?:(?:{part})(?:{alternation(heading['bodies'])})?[/／、及和与或（）]*)++)"
        rf"(?P<body>(?:{alternation(heading['bodies'])})[）]?)?(?:名称|分工)?"
    )


@lru_cache(maxsize=1024)
def role_of_heading(heading: str) -> Role | None:
    """The role that a column heading or label gives; None when it is no owner heading.

    White space inside is ignored. Parts of more than one role (`牵头落实单位`, `配合/责任单位`)
    make a mixed heading, which is `responsible`.
    """
    words = re.sub(r"\s+", "", heading).strip("：:。【】[]〔〕")
    words = words.replace("(", "（").replace(")", "）")
    return _role(words) or _role(re.sub(r"（[^）]*）", "", words)) or _beside_people(words)


def _beside_people(words: str) -> Role | None:
    """The role that a heading gives which names persons as well (`责任单位及责任人`)."""
    people = alternation(tables()["heading"]["people"])
    rest = re.sub(rf"[/／、及和与（]*(?:{people})[）/／、及和与]*", "", words)
    return _role(rest) if rest != words else None


def _role(words: str) -> Role | None:
    heading = tables()["heading"]
    match = _heading_pattern().fullmatch(words) if len(words) <= 24 else None
    ends_in_body = words.rstrip("）").endswith(tuple(heading["bodies"]))
    if words not in heading["whole"] and not (match and ends_in_body):
        return None
    parts = match["parts"] if match else words
    found: set[Role] = {
        role for role in ROLES for word in heading[role] if word in _without_longer(parts, word)
    }
    return found.pop() if len(found) == 1 else "responsible"


def _without_longer(parts: str, word: str) -> str:
    """`parts` without the longer words that hold `word` (责任 in 主要责任)."""
    heading = tables()["heading"]
    for role in ROLES:
        for longer in heading[role]:
            if word in longer and word != longer:
                parts = parts.replace(longer, "·")
    return parts


def is_deadline_label(label: str) -> bool:
    """Whether `label` heads a deadline (`完成时限`)."""
    return re.sub(r"\s+", "", label).strip("：:【】[]〔〕") in tables()["deadline"]["labels"]
