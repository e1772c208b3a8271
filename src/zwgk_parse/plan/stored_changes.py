"""The JSON text of stored changes in, the Changes out, or the first thing it has against them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zwgk_parse.errors import ChangesFileError
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.changes import CHANGES_VERSION, Changes
from zwgk_parse.plan.expected import CHANGES
from zwgk_parse.plan.json_text import read_json, too_deep
from zwgk_parse.plan.migrate import is_newer
from zwgk_parse.plan.texts import is_stored, utf8
from zwgk_parse.plan.violations import make_whole, pointer, repeated_names, violations

if TYPE_CHECKING:
    from pydantic import ValidationError

# Half a surrogate pair is no text to the models' reader, though JSON can write it.
_HALF = lazy("[\ud800-\udfff]")


def read_changes(data: bytes, name: str) -> Changes:
    """The Changes that the JSON text `data` of the file `name` holds, held to their schema.

    Raises DamagedFileError when it is no JSON, and ChangesFileError when it holds something else
    than changes, is of a version newer than is known, or does not follow the schema.
    """
    if not is_stored(data):
        reason = "it does not begin with a brace"
        raise ChangesFileError(name, reason, "check that it is the right file")
    text = read_json(utf8(data, name), name)
    values = _like_changes(text.value, name)
    error = _error(values)
    if error is not None and error.errors()[0]["type"] == "json_invalid":
        raise too_deep(name) from error
    found = [*repeated_names(text), *(violations(error, values, CHANGES) if error else ())]
    if found:
        place, expected, shown = found[0]
        said = f"at {pointer(place)}: expected {expected}, found {shown}"
        more = len(found) - 1
        raise ChangesFileError(name, f"{said} (and {more} more)" if more else said)
    if error is not None:
        make_whole(error, values)
    # Not strict: lists are tuples in the models; all of it has been judged.
    return Changes.model_validate(values)


def _like_changes(values: dict[str, Any], name: str) -> dict[str, Any]:
    """`values`, if more of their names are those of changes than not, and no newer version's."""
    known = sum(field in Changes.model_fields for field in values)
    if 2 * known <= len(values):
        reason = "it is JSON of another kind"
        raise ChangesFileError(name, reason, "check that it is the right file")
    version = values.get("schema_version")
    if is_newer(version, CHANGES_VERSION):
        reason = f"its version {version} is newer than {CHANGES_VERSION}: a newer zwgk wrote it"
        raise ChangesFileError(name, reason, "install a newer zwgk-parse")
    return values


def _error(values: dict[str, Any]) -> ValidationError | None:
    """What the models have against the values."""
    from pydantic import ValidationError

    text = _HALF.sub("\ufffd", json.dumps(values, ensure_ascii=False))
    try:
        Changes.model_validate_json(text, strict=True)
    except ValidationError as error:
        return error
    return None
