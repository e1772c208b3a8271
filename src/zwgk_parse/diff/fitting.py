"""The values of a plan or task and edits of them go in; the new values come out, and what misfits.

Values are those of JSON. What does not fit is left as it is, and named in a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zwgk_parse.plan.violations import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.plan.changes import Edit

Values = dict[str, Any]


def put(values: Values, edits: Iterable[Edit], fields: Sequence[str], where: str) -> Iterator[str]:
    """Put what is new into `values`; what does not fit there, one sentence each."""
    seen = set[str]()
    for edit in edits:
        misfit = _misfit(values, edit, fields, seen)
        seen.add(edit.field)
        if misfit:
            yield f"{where}: {misfit}"
        else:
            values[edit.field] = edit.new


def _misfit(values: Values, edit: Edit, fields: Sequence[str], seen: set[str]) -> str | None:
    if edit.field not in fields:
        return f"there is no field {shown(edit.field)}"
    if edit.field in seen:
        return f"the field {shown(edit.field)} is edited twice"
    found = values.get(edit.field)
    if not fits(edit.old, found):
        return f"the field {shown(edit.field)} is {shown(found)}, not {shown(edit.old)}"
    return None


def fits(said: object, found: object) -> bool:
    """Whether `found` is what was said; of an object, fields may be left unsaid, but not all."""
    if isinstance(said, dict) and isinstance(found, dict):
        named = bool(said) or not found
        return named and all(name in found and fits(said[name], found[name]) for name in said)
    if isinstance(said, list) and isinstance(found, list):
        return len(said) == len(found) and all(map(fits, said, found))
    # True is no 1, but 1.0 is.
    return said == found and isinstance(said, bool) == isinstance(found, bool)
