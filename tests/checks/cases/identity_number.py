"""Plans for ZW503. The numbers are made up: no such place, or a day of birth long past."""

from tests.checks.case import HEAD, Case

# Their check digits are right (GB 11643, annex A has the second).
WOMAN, MAN = "11010519491231002X", "440524188001010014"
PERSON = "440524198001010013"

PASSING = (
    Case("none", HEAD + "1. 做好年报。（县府办负责）\n"),
    Case("a wrong check digit", HEAD + "1. 报送110105194912310021。（县府办负责）\n"),
    Case("masked", HEAD + "1. 报送110105********002X。（县府办负责）\n"),
    Case("no such day", HEAD + "1. 报送110105194902310025。（县府办负责）\n"),
    Case("a social credit code", HEAD + "统一社会信用代码：" + WOMAN + "\n1. 做好。（县府办）\n"),
    Case("an index number", HEAD + "索引号：" + PERSON + "\n1. 做好。（县府办）\n"),
    Case("in a link", HEAD + f"1. 见http://a.gov.cn/art/{PERSON}.html。（县府办）\n"),
    Case("longer", HEAD + f"1. 账户{PERSON}0。（县府办）\n"),
    Case("called so and masked", HEAD + "1. 报身份证号：110105********0021。\n"),
    Case("called something else", HEAD + "1. 凭身份证办理，咨询编号：440524188001010015。\n"),
)
FAILING = (
    # The example of the standard.
    Case("of the nineteenth century", HEAD + f"1. 报送{MAN}。（县府办）\n", ("t1",)),
    Case(
        "in a task",
        HEAD + f"1. 联系人张三，身份证号{WOMAN}。（县府办负责）\n",
        ("t1",),
        says=("110105********002X",),
    ),
    Case("before the tasks", HEAD + f"张三，身份证：{PERSON}\n1. 做好。（县府办）\n", (None,)),
    Case(
        "in a column",
        HEAD + f"序号|工作任务|责任单位|身份证号码\n1|做好年报。|县府办|{PERSON}\n",
        ("t1",),
    ),
    Case("a small x", HEAD + f"1. 报{WOMAN.lower()}。（县府办负责）\n", ("t1",)),
    Case(
        "a slip in a number that is called so",
        HEAD + "1. 做好公开。（联络员身份证号：440524188001010015）\n",
        ("t1",),
    ),
    Case(
        "called so, with a day that is none", HEAD + "1. 报身份证：110105194923310021。\n", ("t1",)
    ),
)
