"""A command line to call in the same process, and a pipeline that need not read anything."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from zwgk_parse.cli.group import zwgk
from zwgk_parse.diagnostics import Diagnostic
from zwgk_parse.diagnostics import Result as Parse
from zwgk_parse.document.model import Document
from zwgk_parse.document.passage import Passage
from zwgk_parse.messages import remark
from zwgk_parse.plan.model import Deadline, Owner, Plan, Section, SourceFile, Task
from zwgk_parse.source import CellPlace, Span

if TYPE_CHECKING:
    from collections.abc import Callable

LINE = Span(line=12)
END = dt.date(2022, 12, 31)
CELL = Span(page=2, cell=CellPlace(table=1, row=3, column=4))


def _owner(name: str, **more: Any) -> Owner:
    return Owner(name=name, raw=name, canonical=name, **more)


TASKS = (
    Task(
        id="t1",
        number=1,
        label="1.",
        section="s1",
        text="建立政策文件库，" + "逐项公开" * 20 + "。",
        owners=(_owner("县司法局", role="lead"), _owner("县财政局", role="support")),
        deadlines=(Deadline(kind="date", raw="年底前", due=END),),
        due=END,
    ),
    Task(
        id="r2",
        text="[b]持续\x1b推进",
        owners=(_owner("各镇人民政府"), _owner("县直各单位")),
        deadlines=(Deadline(kind="ongoing", raw="持续推进"),),
    ),
    Task(id="r3", text="报送", owners_raw="有关方面", deadline_raw="春节前"),
)
REMARKS = (
    remark("ZW401", [LINE], task="r3", text="春节前"),
    remark("ZW001", [CELL], encoding="gb18030"),
    remark("ZW003", [], count=2),
)


@dataclass(frozen=True)
class Coverage:
    """What `--coverage` shows."""

    characters: int = 200
    unplaced: int = 3
    share: float = 0.015


@dataclass
class Pipeline:
    """What the commands ask of the pipeline; `asked` keeps what they gave it."""

    tasks: tuple[Task, ...] = TASKS
    diagnostics: tuple[Diagnostic, ...] = REMARKS
    error: BaseException | None = None
    asked: dict[str, Any] = field(default_factory=dict)
    documents: tuple[Document, ...] = (
        Document("plan.txt", "text/plain", "0", "text", (), furniture=(Passage.of("首页", LINE),)),
    )
    reasons: tuple[str, ...] = ("a table has a column 责任单位",)
    coverage: Coverage = Coverage()

    @property
    def plan(self) -> Plan:
        """The plan that is found in whatever is given."""
        source = SourceFile(name="plan.txt", media_type="text/plain", sha256="0", reader="text")
        return Plan(
            id="p1",
            title="工作要点",
            issuer="县政府",
            sections=(Section(id="s1", level=1, title="加强公开"),),
            tasks=self.tasks,
            diagnostics=self.diagnostics,
            sources=(source,),
        )

    def parse_document(self, source: object, **options: object) -> Pipeline:
        """What `zwgk parse` calls."""
        self.asked = {"source": source, **options}
        if self.error is not None:
            raise self.error
        return self

    def load(self, source: object, **options: object) -> Parse[Plan]:
        """What `zwgk show` calls."""
        self.parse_document(source, **options)
        return Parse(self.plan, self.diagnostics)

    @staticmethod
    def fetch(source: object) -> Path:
        """What both call first."""
        return source if isinstance(source, Path) else Path("-")


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    """The stand-in, which the commands find under the pipeline's name."""
    pipeline, module = Pipeline(), ModuleType("zwgk_parse.pipeline")
    module.__dict__.update(
        parse_document=pipeline.parse_document, load=pipeline.load, fetch=pipeline.fetch
    )
    monkeypatch.setitem(sys.modules, "zwgk_parse.pipeline", module)
    return pipeline


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run `zwgk` with arguments; `language` is the reader's."""

    def call(*arguments: object, language: str = "en", **more: Any) -> Result:
        environment = {"ZWGK_LANG": language}
        texts = [str(argument) for argument in arguments]
        return CliRunner().invoke(zwgk, texts, env=environment, prog_name="zwgk", **more)

    return call
