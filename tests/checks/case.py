"""How the tables of plans that pass and fail a check are written."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.pipeline import parse
from zwgk_parse.plan.model import Plan

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = """甲县人民政府办公室关于印发甲县2022年政务公开工作要点的通知
甲府办〔2022〕7号
各乡镇人民政府，县直各部门：
《甲县2022年政务公开工作要点》已经县政府同意，现印发给你们，请认真组织实施。
甲县人民政府办公室
2022年3月15日
（此件公开发布）
甲县2022年政务公开工作要点
"""


class Case(NamedTuple):
    """A plan, and the tasks that a check names in it (None: the whole plan).

    `document` is the text of a document, `edits` what is changed in the JSON of the plan read from
    it: a JSON pointer and the new value (a value at `…/-` is appended, None at a key removes
    nothing: it is null). `says` are words that the findings' data hold, in any order.
    """

    name: str
    document: str
    finds: tuple[str | None, ...] = ()
    edits: Mapping[str, Any] = {}
    says: tuple[str, ...] = ()

    def plan(self) -> Plan:
        """The plan to check."""
        plan = parse(io.BytesIO(self.document.encode()), name="plan.txt").value
        if not self.edits:
            return plan
        data = json.loads(plan.model_dump_json())
        for pointer, value in self.edits.items():
            put(data, pointer, value)
        return Plan.model_validate_json(json.dumps(data))


def put(data: Any, pointer: str, value: Any) -> None:
    """Set what stands at `pointer` (RFC 6901) in `data`."""
    *way, last = pointer.removeprefix("/").split("/")
    for step in way:
        data = data[int(step)] if isinstance(data, list) else data[step]
    if isinstance(data, list) and last == "-":
        data.append(value)
    elif isinstance(data, list):
        data[int(last)] = value
    else:
        data[last] = value
