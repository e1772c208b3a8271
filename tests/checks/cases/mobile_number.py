"""Plans for ZW504."""

from tests.checks.case import HEAD, Case

NUMBER = "13812345678"
MASKED = "138****5678"

PASSING = (
    Case("hotlines", HEAD + "1. 办好12345、12315、400-123-4567热线。（县府办负责）\n"),
    Case("landline", HEAD + "联系电话：0758-2621234、02087654321\n1. 做好。（县府办）\n"),
    Case("an index number", HEAD + f"索引号：{NUMBER}\n1. 做好。（县府办）\n"),
    Case("an index number with lines", HEAD + f"1. 见11440900-2022-{NUMBER}。（县府办）\n"),
    Case("an account", HEAD + f"1. 汇入账号{NUMBER}。（县府办）\n"),
    Case("an amount", HEAD + f"1. 完成投资{NUMBER}元。（县府办）\n"),
    Case("a link", HEAD + f"1. 见http://a.gov.cn/{NUMBER}.html、a.cn/?id={NUMBER}。（县府办）\n"),
    Case("longer", HEAD + f"1. 编号1{NUMBER}、{NUMBER}9。（县府办）\n"),
    Case("masked", HEAD + f"1. 联系{MASKED}。（县府办）\n"),
    Case("a file", HEAD + f"1. 见P0{NUMBER}.docx。（县府办）\n"),
    Case("days", HEAD + "1. 2022年3月15日至2022年12月31日做好。（甲府办〔2022〕13号，县府办）\n"),
    Case("not a mobile number", HEAD + "1. 联系12345678901。（县府办）\n"),
)
FAILING = (
    Case(
        "of a contact",
        HEAD + f"联系人：张三，{NUMBER}\n1. 做好。（县府办）\n",
        (None,),
        says=(MASKED,),
    ),
    Case("in a task", HEAD + f"1. 做好年报，联系张三{NUMBER}。（县府办负责）\n", ("t1",)),
    Case(
        "parted", HEAD + "1. 做好年报，联系张三138-1234-5678。（县府办）\n", ("t1",), says=(MASKED,)
    ),
    Case("with the country's", HEAD + f"1. 做好年报，电话+86{NUMBER}。（县府办）\n", ("t1",)),
    Case(
        "in full width",
        HEAD + "1. 联系１３８１２３４５６７８。（县府办）\n",
        ("t1",),
        says=(MASKED,),
    ),
    Case(
        "in a column",
        HEAD + f"序号|工作任务|责任单位|联系人|联系电话\n1|做好年报。|县府办|张三|{NUMBER}\n",
        ("t1",),
        says=(MASKED,),
    ),
    Case("two", HEAD + f"1. 联系{NUMBER}、13912345678。（县府办）\n", ("t1", "t1")),
    Case("in owners", HEAD + f"1. 做好年报。（责任单位：县府办，张三{NUMBER}）\n", ("t1",)),
)
