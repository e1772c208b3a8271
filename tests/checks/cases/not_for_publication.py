"""Plans for ZW502."""

from tests.checks.case import HEAD, Case

TASK = "1. 做好年报。（县府办负责）\n"
SILENT = HEAD.replace("（此件公开发布）\n", "")

PASSING = (
    Case("for publication", HEAD + TASK),
    Case(
        "a task on requests",
        HEAD + "1. 规范依申请公开。（县府办负责）\n2. 依申请公开。（县府办）\n",
    ),
    Case(
        "tasks on secrecy",
        HEAD
        + "1. 落实保密审查，不得公开国家秘密、内部资料。（县府办负责）\n2. 严守秘密。（县府办）\n",
    ),
    Case("a heading", HEAD + "一、依申请公开\n1. 做好答复。（县府办负责）\n二、机密管理\n" + TASK),
    Case(
        "a sentence before the tasks",
        HEAD + "各单位要坚持以公开为常态、不公开为例外，做好依申请公开。\n" + TASK,
    ),
    Case("the kinds of a form", HEAD + "公开方式：主动公开、依申请公开、不予公开\n" + TASK),
    Case("a form", SILENT + TASK + "公开方式：主动公开、依申请公开、不予公开\n"),
    Case("cells of a table", HEAD + "依申请公开\n主动公开\n依申请公开\n" + TASK),
    Case("how things are published", HEAD + "公开方式：主动公开\n" + TASK),
    Case(
        "a title about requests",
        HEAD.replace("政务公开工作要点", "依申请公开工作要点") + TASK,
    ),
    Case("cut for publication", SILENT + TASK + "（本文有删减）\n"),
    Case("urgent", "特急\n" + HEAD + TASK),
    Case(
        "a column of a catalogue",
        HEAD + "序号|工作任务|责任单位|公开方式\n1|做好年报。|县府办|依申请公开\n",
    ),
)
FAILING = (
    Case("a line at the end", SILENT + TASK + "依申请公开\n", (None,)),
    Case("on request", SILENT + TASK + "（此件依申请公开）\n", (None,), says=("依申请公开",)),
    Case("in the imprint", SILENT + TASK + "公开方式：不予公开\n抄送：县委办公室。\n", (None,)),
    Case("a secret with its term", "秘密★1年\n" + HEAD + TASK, (None,), says=("秘密★1年",)),
    Case("a secret", HEAD + "机密\n" + TASK, (None,)),
    Case("before the title", "内部资料　注意保存\n" + HEAD + TASK, (None,), says=("内部资料",)),
    Case("at the end", HEAD + TASK + "内部资料，注意保存\n", (None,)),
    Case("for use inside", HEAD + "（仅供内部使用）\n" + TASK, (None,)),
    Case(
        "in the title",
        HEAD.replace("要点\n", "要点（内部资料）\n") + TASK,
        (None,),
    ),
    Case("not to be published", SILENT + TASK + "（此件不公开）\n", (None,)),
)
