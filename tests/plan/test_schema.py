"""The published schema accepts what the models accept, and refuses what they refuse."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import ValidationError

from zwgk_parse.diagnostics import Diagnostic, Severity
from zwgk_parse.plan import model
from zwgk_parse.plan.schema import SCHEMAS, plan_schema
from zwgk_parse.source import CellPlace, Span

PUBLISHED = Path(__file__).parents[2] / "schemas" / "plan.schema.json"
VALIDATOR = Draft202012Validator(plan_schema())
PLACE = Span(page=1, bbox=(1.0, 2.0, 3.5, 4.0), cell=CellPlace(table=1, row=2, column=3))
DEADLINE = model.Deadline(
    kind="relative",
    raw="收到之日起20个工作日内",
    due=dt.date(2022, 12, 31),
    due_alternatives=(dt.date(2022, 6, 30),),
    after=model.After(event="收到", duration="P20D", working_days=True),
    provenance=(PLACE,),
)
NUMBER = model.DocumentNumber(raw="冠政办发〔2022〕7号", code="冠政办发", year=2022, number=7)
FULL = model.Plan(
    id="p",
    title="2022年冠县政务公开工作要点",
    doc_type="key_points",
    document_number=NUMBER,
    issuer_kind="general_office",
    issued_on=dt.date(2022, 4, 28),
    year=2022,
    region=model.Region(name="冠县", code="371525", level="county"),
    disclosure=model.Disclosure(raw="主动公开", value="proactive"),
    catalog=model.Catalog(index_number="1"),
    addressees=("各镇人民政府",),
    citations=(model.Citation(title="条例", document_number=NUMBER, relation="implements"),),
    reporting=(model.Reporting(deadline=DEADLINE, what="报送情况"),),
    attachments=(model.Attachment(label="附件", title="清单", state="missing"),),
    preamble=(model.Preamble(text="为做好工作", provenance=(PLACE,)),),
    sections=(model.Section(id="s1", level=1, label="一、", title="总体要求"),),
    tasks=(
        model.Task(
            id="t1",
            text="建立专栏",
            owners=(
                model.Owner(name="县司法局", raw="司法局", canonical="县司法局", level="county"),
            ),
            deadlines=(DEADLINE,),
            people=(model.Person(name="张三", role="contact", phone="1"),),
            columns=(model.Column(heading="备注", text="无"),),
            inherited=("owners",),
        ),
    ),
    diagnostics=(
        Diagnostic(
            code="ZW401",
            name="deadline-not-understood",
            severity=Severity.WARNING,
            message="m",
            data={"text": "春节前", "nested": [1, None, {"a": True}]},
        ),
    ),
    sources=(
        model.SourceFile(name="a.txt", media_type="text/plain", sha256="0" * 64, reader="text"),
    ),
)


def test_schema_is_valid_and_published() -> None:
    Draft202012Validator.check_schema(plan_schema())
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == plan_schema()
    assert list(SCHEMAS) == [model.SCHEMA_VERSION]


@pytest.mark.parametrize("plan", [FULL, model.Plan(id="p")], ids=["full", "least"])
def test_schema_accepts_what_is_written(plan: model.Plan) -> None:
    VALIDATOR.validate(json.loads(plan.model_dump_json()))


def test_schema_accepts_what_the_models_accept_without_defaults() -> None:
    data = json.loads(FULL.model_dump_json(exclude_defaults=True))
    assert model.Plan.model_validate(data) == FULL
    VALIDATOR.validate(data)


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"schema_version": "0.9"},
        {"doc_type": "letter"},
        {"year": "soon"},
        {"tasks": [{"id": "t1"}]},
        {"id": None},
        {"region": {"name": "冠县", "level": "shire"}},
    ],
)
def test_schema_refuses_what_the_models_refuse(change: dict[str, Any]) -> None:
    data = json.loads(FULL.model_dump_json()) | change
    with pytest.raises(ValidationError):
        model.Plan.model_validate(data)
    assert not VALIDATOR.is_valid(data)
