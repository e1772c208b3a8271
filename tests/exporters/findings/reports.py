"""Reports made by hand: an ordinary one, an empty one, and one that quotes nasty files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from zwgk_parse.diagnostics import Diagnostic, Severity
from zwgk_parse.exporters.findings import FORMATS
from zwgk_parse.findings import Failure, Finding, Identity, Numbered, Place, Report
from zwgk_parse.messages import remark
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language

PDF, TEXT, STORED, CLEAN = "方案/要点 2022.pdf", "plan.txt", "out/plan.json", "clean.html"


def finding(
    diagnostic: Diagnostic, place: Place, *, accepted: str | None = None, label: str | None = None
) -> Finding:
    """A finding of the plan `p1`."""
    identity = Identity(
        diagnostic.code, "p1", diagnostic.task or "", subject=str(diagnostic.data.get("subject"))
    )
    return Finding(diagnostic, place, identity, "甲县2022年工作要点", accepted, label)


def numbered(task: str, place: Place, *known: Any) -> Finding:
    """A finding of a task that is printed under the number that `known` gives."""
    known_by = Numbered(*known)
    made = finding(LATE.model_copy(update={"task": task}), place, label=known_by.label)
    return made._replace(numbered=known_by)


LATE = remark(
    "ZW202", [Span(page=3)], task="t18", due="2021-06-30", issued="2022-03-15", subject="6月底前"
)
GUESSED = remark("ZW001", encoding="gb18030")

ORDINARY = Report(
    findings=(
        finding(LATE, Place(PDF, page=3), label="18"),
        finding(LATE.model_copy(update={"task": "t19"}), Place(PDF, page=4), label="（十九）"),
        finding(GUESSED, Place(TEXT)),
        finding(
            LATE.model_copy(update={"severity": Severity.WARNING, "task": "t2"}),
            Place(TEXT, line=7),
        ),
        finding(
            LATE.model_copy(update={"task": "t3"}),
            Place(STORED, line=120, pointer="/tasks/2/deadlines/0", document="要点.docx"),
        ),
        finding(LATE, Place(STORED, line=99, pointer="/tasks/9"), accepted="原件如此"),
    ),
    failures=(Failure("bad.pdf", "bad.pdf: the file is empty; fetch it again"),),
    skipped=("notes.bin",),
    notes=("one entry of the baseline is no longer found",),
    plans=4,
    tasks=60,
    rest=(finding(GUESSED, Place(CLEAN)), finding(GUESSED, Place(CLEAN))),
    version="0.1.0",
    read=(PDF, TEXT, STORED, CLEAN),
)
# Of a notice whose tasks stand in an attachment, and a line of a file of plans that is damaged.
ATTACHED = Report(
    findings=(
        numbered("t3.4", Place("notice.txt", page=3, document="table.pdf"), "（四）", "三、"),
        numbered("r7", Place("notice.txt", document="table.txt"), None, "", 1, 7),
        numbered("t40-2", Place("notice.txt", line=9), "40.", "", 2, 41),
    ),
    failures=(Failure("in/mix.jsonl", "mix.jsonl:2：内容中断；请重新获取"),),
    read=("notice.txt",),
)
EMPTY = Report(findings=(), plans=1, tasks=3, version="0.1.0", read=(CLEAN,))
NOTHING = Report(findings=())

# A name with a line break, half a surrogate pair, and what terminals, XML and HTML stumble over.
NASTY_FILE = "a\nb\udc80:,%<&\"'\x1b]]>#?.txt"
NASTY_WORDS = (
    "</script><script>alert(1)</script>\x00\x0b\ud800\ufffe\u2028\u202e--> ]]> & {0} \r\n::x"
)
NASTY = Report(
    findings=(
        finding(
            LATE.model_copy(update={"data": LATE.data | {"subject": NASTY_WORDS}}),
            Place(NASTY_FILE, line=1),
            label=NASTY_WORDS,
        )._replace(title=NASTY_WORDS),
        finding(GUESSED, Place(NASTY_FILE), accepted=NASTY_WORDS),
        # A code that no catalogue knows: of a newer version, in a stored plan.
        finding(
            Diagnostic(code="ZW999", name="new", severity=Severity.INFO, message=NASTY_WORDS),
            Place(NASTY_FILE, page=2),
        ),
    ),
    failures=(Failure(NASTY_FILE, NASTY_WORDS),),
    skipped=(NASTY_FILE,),
    read=(NASTY_FILE,),
)

REPORTS = {
    "ordinary": ORDINARY,
    "empty": EMPTY,
    "nothing": NOTHING,
    "attached": ATTACHED,
    "nasty": NASTY,
}


def written(name: str, report: Report, language: Language = "en") -> str:
    """The report in the format `name`."""
    stream = io.StringIO(newline="")
    next(row for row in FORMATS if row.name == name).write(report, stream, language)
    return stream.getvalue()
