"""ZW218: a unit's name that is one edit from that of a known unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.named_units import named_units, tasks_of
from zwgk_parse.vocabulary.unit_names import bare
from zwgk_parse.vocabulary.unit_spellings import is_other, meant, one_edit
from zwgk_parse.vocabulary.units import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

# A name unknown to the table is taken for right when the plan has it that often.
_OFTEN = 3
_LONG = 6


def unit_misprint(plan: Plan) -> Iterator[Found]:
    """The name of a unit is one edit from that of a known one.

    ## Why it matters
    The task is given to a body that does not exist, and whoever looks for the tasks of the right
    one does not find it.

    ## When it keeps quiet
    For names that exist beside the near one (税务局 and 水务局, 司法局 and 司法所, 卫健局 and
    卫健委, 教育局 and 教体局); for short names, unless a character stands twice or is one often put
    for another (卫建局); for names that differ by 和 or 与 only. A name is told once, at its first
    task.

    ## Example
    区市市场监管局: 区市场监管局.

    ## What to do
    Compare with the original, and correct the name.
    """
    units = named_units(plan)
    likely = {name: meant(name) for name in units}
    unknown = [name for name in units if not likely[name] and known(name, None) is None]
    often = [name for name in unknown if len(units[name]) >= _OFTEN]
    likely |= {name: _near(name, often) for name in unknown if len(units[name]) == 1}
    for name, namings in units.items():
        right = likely[name]
        if right:
            yield Found.of(
                namings[0].task,
                namings[0].owner.provenance,
                subject=namings[0].owner.raw,
                name=name,
                meant=right,
                tasks=tasks_of(namings),
            )


def _near(name: str, often: list[str]) -> str | None:
    """The unit that the plan itself names often and `name`, which stands once, nearly is."""
    core = bare(name)
    if not often or len(core) < _LONG or is_other(core[1:]):
        return None
    # The first character names the level, the last the kind of body.
    near = [
        other
        for other in often
        if core[:1] == other[:1] and core[-1:] == other[-1:] and one_edit(core, bare(other))
    ]
    return near[0] if len(near) == 1 else None
