"""Plans for ZW506."""

from typing import Any

from tests.checks.case import HEAD, Case

TASK = "1. 做好年报。（县府办负责）\n"
LINK = "https://www.example.gov.cn/P020220315612345.docx"


def linked(title: str | None, href: str | None = LINK) -> dict[str, Any]:
    return {
        "/attachments/-": {"label": None, "title": title, "href": href, "state": "missing"},
    }


PASSING = (
    Case("none", HEAD + TASK),
    Case("named", HEAD + TASK, edits=linked("甲县2022年政务公开任务分解表")),
    Case("named, not linked", HEAD + TASK, edits=linked(None, None)),
    Case("a short name", HEAD + TASK, edits=linked("分工表")),
    Case("a year", HEAD + TASK, edits=linked("2022年分工")),
)
FAILING = (
    Case("no name", HEAD + TASK, (None,), edits=linked(None), says=(LINK,)),
    Case("to be pressed", HEAD + TASK, (None,), edits=linked("点击下载")),
    Case("a number", HEAD + TASK, (None,), edits=linked("附件1")),
    Case("the file's own name", HEAD + TASK, (None,), edits=linked("P020220315612345.docx")),
)
