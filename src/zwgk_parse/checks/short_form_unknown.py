"""ZW217: a short form of a unit's name that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.named_units import named_units, parts, tasks_of
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_spellings import is_other, meant
from zwgk_parse.vocabulary.units import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

# 创城办, 营商局; not 党委, 司法所, 检验检测院.
_SHORT = lazy(r"[\u4e00-\u9fff]{1,3}[办局委](?<!党委)(?<!村委)(?<!居委)")


def short_form_unknown(plan: Plan) -> Iterator[Found]:
    """A unit is named by a short form that is not known.

    ## Why it matters
    Readers outside of the place cannot tell which body is meant, and its tasks cannot be compared
    with those of other places.

    ## When it keeps quiet
    For known short forms, also those whose full form differs between places; for full names of
    bodies that are not in the table; for sections of an office; for a name that the plan prints in
    full elsewhere in a bracket. A name is told once, at its first task.

    ## Example
    县创城办.

    ## What to do
    Print the full name where it stands first, or add it to a file of your own units.
    """
    for name, namings in named_units(plan).items():
        if known(name, None) is not None or not _is_short(name) or meant(name):
            continue
        yield Found.of(
            namings[0].task,
            namings[0].owner.provenance,
            subject=name,
            tasks=tasks_of(namings),
        )


def _is_short(name: str) -> bool:
    named = parts(name)
    if not named.head or named.place or "（" in name:
        return False
    # 移民局 may be a full name, 移民办 is none.
    full = is_other(named.body) and not named.body.endswith("办")
    return bool(_SHORT.fullmatch(named.body)) and not full
