"""Plans for ZW505."""

from tests.checks.case import HEAD, Case

TASK = "1. 做好年报。（县府办负责）\n"

PASSING = (
    Case("an office", HEAD + "县府办电话：0758-2621234\n" + TASK),
    Case("an office as contact", HEAD + "联系人：政务公开股，电话：0758-2621234\n" + TASK),
    Case("no name", HEAD + "联系电话：2621234，传真：0758-2621235\n" + TASK),
    Case("hotlines", HEAD + "1. 办好12345、400-8001234热线。（县府办负责）\n"),
    Case("a high zone", HEAD + "1. 高新区0758-2621234、江门市0750-3831234受理。（县府办）\n"),
    Case("a name without a number", HEAD + "联系人：张三\n" + TASK),
    Case(
        "an office in the column",
        HEAD + "序号|工作任务|责任单位|联系人|联系电话\n1|做好年报。|县府办|办公室|2621234\n",
    ),
    Case("mobile", HEAD + "联系人：张三，电话：13812345678\n" + TASK),
    Case("day and number", HEAD + "负责人：张三，2022年3月15日前报，文号20220315。\n" + TASK),
)
FAILING = (
    Case(
        "a contact",
        HEAD + "联系人：张三，电话：0758-2621234\n" + TASK,
        (None,),
        says=("07582****34",),
    ),
    Case("without area code", HEAD + "（联系人：李四，联系电话：8221234）\n" + TASK, (None,)),
    Case("in brackets", HEAD + "1. 做好年报，联系张三（0758-2621234）。（县府办）\n", ("t1",)),
    Case(
        "in columns",
        HEAD + "序号|工作任务|责任单位|联系人|联系电话\n1|做好年报。|县府办|张三|2621234\n",
        ("t1",),
        says=("2****34",),
    ),
    Case("named without a label", HEAD + "咨询：张三，0758-2621234。\n" + TASK, (None,)),
)
