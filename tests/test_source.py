"""Places: those that are made without a check are like any other."""

from __future__ import annotations

import copy
import pickle

from zwgk_parse.source import CellPlace, Span, boxed, meets


def test_a_box_is_a_span_like_any_other() -> None:
    cell = CellPlace(table=1, row=2, column=3)
    made = boxed(0, 4, (1.0, 2.0, 3.0, 4.0), cell)
    plain = Span(source=0, page=4, bbox=(1.0, 2.0, 3.0, 4.0), cell=cell)
    assert made == plain
    assert hash(made) == hash(plain)
    assert made.model_dump_json() == plain.model_dump_json()
    assert repr(made) == repr(plain)
    assert made.model_copy(update={"source": 1}) == plain.model_copy(update={"source": 1})
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == plain  # noqa: S301


def test_boxes_meet_where_they_overlap_on_one_page() -> None:
    one = boxed(0, 1, (0.0, 0.0, 10.0, 10.0), None)
    assert meets(one, [boxed(0, 1, (5.0, 5.0, 15.0, 15.0), None)])
    assert not meets(one, [boxed(0, 2, (5.0, 5.0, 15.0, 15.0), None)])
    assert not meets(one, [boxed(0, 1, (10.0, 0.0, 20.0, 10.0), None)])
    assert not meets(one, [Span(line=1, end_line=1)])
