"""Plans for ZW227."""

from tests.checks.case import HEAD, Case

DOCUMENT = HEAD + (
    "一、加强政策公开\n（一）公开规范性文件。\n1. 公开规范性文件。（县司法局负责，6月底前完成）\n"
    "二、加强保障\n（一）加强培训。\n2. 落实《公开条例》。（县府办负责）\n"
)

PASSING = (
    Case("as it was read", DOCUMENT),
    Case("a task without a section", DOCUMENT, edits={"/tasks/0/section": None}),
    Case("a section without a parent", DOCUMENT, edits={"/sections/1/parent": None}),
    Case("no tasks", HEAD),
    Case("no sections", HEAD + "1. 公开规范性文件。（县司法局负责）\n"),
)
FAILING = (
    Case("a section that is gone", DOCUMENT, ("t1",), {"/tasks/0/section": "s9"}, ("s9",)),
    Case("a parent that is gone", DOCUMENT, (None,), {"/sections/1/parent": "s9"}, ("s9",)),
    Case("its own parent", DOCUMENT, (None,), {"/sections/0/parent": "s1"}, ("s1",)),
    Case(
        "parents in a circle",
        DOCUMENT,
        (None, None, None),
        {
            "/sections/0/parent": "s1.1",
            "/preamble": [{"text": "说明。", "section": "s7"}],
        },
        ("s7",),
    ),
    Case("two tasks with one id", DOCUMENT, ("t1",), {"/tasks/1/id": "t1", "/citations": []}),
    Case(
        "two sections with one id",
        DOCUMENT,
        (None,),
        {"/sections/2/id": "s1", "/sections/3/parent": "s1"},
    ),
    Case(
        "a source that is not listed",
        DOCUMENT,
        ("t1",),
        {"/tasks/0/provenance/0/source": 3},
        ("3",),
    ),
    Case("an owner's source", DOCUMENT, ("t2",), {"/tasks/1/owners/0/provenance/0/source": -1}),
    Case("a citation's task", DOCUMENT, (None,), {"/citations/0/task": "t8"}, ("t8",)),
    Case("no sources", DOCUMENT, (None, "t1", "t2"), {"/sources": []}),
)
