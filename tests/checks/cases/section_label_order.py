"""Plans for ZW206."""

from tests.checks.case import HEAD, Case

TASK = "1. 做好公开工作。（县府办负责）\n2. 做好解读工作。（县府办负责）\n"


def chapters(labels: str) -> str:
    """A chapter with two tasks for each Chinese numeral."""
    return "".join(f"{label}、做好{place}方面工作\n{TASK}" for place, label in enumerate(labels))


PASSING = (
    Case("counts on", HEAD + chapters("一二三四")),
    Case(
        "a chapter without tasks bears its number",
        HEAD + "一、总体要求\n坚持稳中求进。\n二、主要任务\n" + TASK,
    ),
    Case(
        "one level counts on under another",
        HEAD
        + f"一、公开\n（一）规划\n{TASK}（二）预算\n{TASK}"
        + f"二、解读\n（三）主体\n{TASK}（四）形式\n{TASK}",
    ),
    Case(
        "one level counts anew under another",
        HEAD + f"一、公开\n（一）规划\n{TASK}（二）预算\n{TASK}二、解读\n（一）主体\n{TASK}",
    ),
    Case("a piece of a plan begins with 四", HEAD + chapters("四五六")),
    Case(
        "the heading once more, after a page's end",
        HEAD + chapters("一二三"),
        edits={
            "/sections/1/label": "一、",
            "/sections/1/title": "做好0方面工作",
            "/sections/2/label": "二、",
        },
    ),
)
FAILING = (
    Case("一、三、", HEAD + chapters("一三四"), (None,), says=("一、", "三、", "missing")),
    Case(
        "一、二、二、三、", HEAD + chapters("一二二三"), (None,), says=("repeats", "做好2方面工作")
    ),
    Case("the first twice", HEAD + chapters("一一二三"), (None,), says=("repeats",)),
    Case("一、三、二、四、", HEAD + chapters("一三二四"), (None,), says=("steps back",)),
    Case(
        "of the second level",
        HEAD + f"一、公开\n（一）规划\n{TASK}（三）预算\n{TASK}二、解读\n（一）主体\n{TASK}",
        (None,),
        says=("（三）预算",),
    ),
    Case(
        "a label that is not printed",
        HEAD + chapters("一二三"),
        (None,),
        edits={"/sections/1/label": None},
    ),
    Case("the first is missing", HEAD + chapters("二三四"), (None,), says=("二、",)),
)
