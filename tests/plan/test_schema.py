"""The published schema accepts what the models accept, and refuses what they refuse."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import ValidationError

from zwgk_parse.diagnostics import Diagnostic, Severity
from zwgk_parse.errors import PlanFileError
from zwgk_parse.plan import model
from zwgk_parse.plan.schema import SCHEMAS, plan_schema
from zwgk_parse.plan.stored import read_stored
from zwgk_parse.source import CellPlace, Span

FOLDER = Path(__file__).parents[2] / "schemas"
PUBLISHED = FOLDER / "plan.schema.json"
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
            targets=(
                model.Target(
                    raw="不低于4%", measure="分值权重", comparator=">=", value=4, unit="%"
                ),
                model.Target(raw="达2.5倍", measure=None, comparator="=", value=2.5, unit="倍"),
            ),
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
    assert list(SCHEMAS) == ["1.0.0", model.SCHEMA_VERSION]


def test_an_older_schema_stays_as_it_was() -> None:
    # The digest of what was published: a change to this line breaks somebody's validation.
    data = (FOLDER / "plan-1.0.0.schema.json").read_bytes()
    assert (
        hashlib.sha256(data).hexdigest()
        == "708c6a450ef1ff6e84eda0bf34f5d548f780af6cdfbffcd2c6e62c03b9a9d8df"
    )
    Draft202012Validator.check_schema(SCHEMAS["1.0.0"]())
    assert json.loads(data) == SCHEMAS["1.0.0"]()


def _old(plan: model.Plan) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(plan.model_dump_json()) | {"schema_version": "1.0.0"}
    for task in data["tasks"]:
        del task["targets"]
    return data


def test_what_the_older_schema_accepts_the_reader_of_stored_plans_accepts() -> None:
    data = _old(FULL)
    Draft202012Validator(SCHEMAS["1.0.0"]()).validate(data)
    stored = read_stored(json.dumps(data), "plan.json")
    assert stored.version == "1.0.0"
    VALIDATOR.validate(json.loads(stored.plan.model_dump_json()))
    task = FULL.tasks[0].model_copy(update={"targets": ()})
    assert stored.plan == FULL.model_copy(update={"tasks": (task,)})


@pytest.mark.parametrize("version", ["1.1.1", "1.2.0", "2.0.0", "1.10.0", "999999.0.0"])
def test_a_newer_version_is_refused_by_name(version: str) -> None:
    data = json.dumps({"id": "p", "schema_version": version})
    with pytest.raises(PlanFileError, match=rf"version {version} is newer than 1\.1\.0"):
        read_stored(data, "plan.json")


@pytest.mark.parametrize(
    "data",
    ['{"id": "p", "schema_version": "0.9"}', '{"id": "p", "schema_version": 2}', '{"id": 1}'],
)
def test_what_is_no_plan_is_refused(data: str) -> None:
    with pytest.raises(PlanFileError, match=r"plan\.json: not a plan: at /"):
        read_stored(data, "plan.json")


def test_a_plan_without_a_version_is_read_as_the_newest() -> None:
    assert read_stored('{"id": "p"}', "plan.json") == (model.Plan(id="p"), "1.1.0")


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
        {"tasks": [{"id": "t1", "text": "", "targets": [{"raw": "", "value": 1}]}]},
        {"id": None},
        {"region": {"name": "冠县", "level": "shire"}},
    ],
)
def test_schema_refuses_what_the_models_refuse(change: dict[str, Any]) -> None:
    data = json.loads(FULL.model_dump_json()) | change
    with pytest.raises(ValidationError):
        model.Plan.model_validate(data)
    assert not VALIDATOR.is_valid(data)
