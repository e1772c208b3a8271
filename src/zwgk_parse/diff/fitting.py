"""The values of a plan or task and edits of them go in; the new values come out, and what misfits.

Values are those of JSON. What does not fit is left as it is, and named in a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zwgk_parse.plan.violations import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import JsonValue

    from zwgk_parse.plan.changes import Edit

Values = dict[str, Any]


def by_names_here(edits: Iterable[Edit], sources: list[Values]) -> Iterator[Edit]:
    """`edits` with the names that the plan's sources have here, where their bytes are the same.

    Who reads OLD under another name, or from standard input, has the same plan.
    """
    for edit in edits:
        if edit.field == "sources" and isinstance(edit.old, list):
            old = [*map(_named_as, edit.old, sources), *edit.old[len(sources) :]]
            yield edit.model_copy(update={"old": old})
        else:
            yield edit


def _named_as(said: JsonValue, found: Values) -> JsonValue:
    """The source as it was said to be, by the name of `found` if it is of the same bytes."""
    if isinstance(said, dict) and "name" in said and said.get("sha256") == found.get("sha256"):
        return {**said, "name": found["name"]}
    return said


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
        field, said, stands = _unlike(edit.field, edit.old, found)
        return f"the field {shown(field)} is {shown(stands)}, not {shown(said)}"
    return None


def _unlike(field: str, said: object, found: object) -> tuple[str, object, object]:
    """The first part of the value in which the two differ, and where it is."""
    if isinstance(said, dict) and isinstance(found, dict) and said.keys() <= found.keys():
        parts = [(str(name), said[name], found[name]) for name in said]
    elif isinstance(said, list) and isinstance(found, list) and len(said) == len(found):
        parts = [(str(place), *pair) for place, pair in enumerate(zip(said, found, strict=True))]
    else:
        parts = []
    for name, here, there in parts:
        if not fits(here, there):
            return _unlike(f"{field}/{name}", here, there)
    return field, said, found


def fits(said: object, found: object) -> bool:
    """Whether `found` is what was said; of an object, fields may be left unsaid, but not all."""
    if isinstance(said, dict) and isinstance(found, dict):
        named = bool(said) or not found
        return named and all(name in found and fits(said[name], found[name]) for name in said)
    if isinstance(said, list) and isinstance(found, list):
        return len(said) == len(found) and all(map(fits, said, found))
    # True is no 1, but 1.0 is.
    return said == found and isinstance(said, bool) == isinstance(found, bool)
