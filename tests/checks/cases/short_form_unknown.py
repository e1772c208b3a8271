"""Plans for ZW217."""

from tests.checks.case import HEAD, Case

PASSING = (
    Case("known", HEAD + "1. 做好。（县人社局、县府办、县委网信办负责）\n"),
    Case("known, full forms differ", HEAD + "1. 做好。（县城管局、县教体局、县民宗局负责）\n"),
    Case("full names", HEAD + "1. 做好。（县智慧岛中心、县检验检测院、县社会事业局负责）\n"),
    Case("other bodies", HEAD + "1. 做好。（县畜牧局、县公路局、县移民局负责）\n"),
    Case("sets", HEAD + "1. 做好。（各乡镇人民政府、县直各单位负责）\n"),
    Case("an office of the party", HEAD + "1. 做好。（县委办、县委宣传部负责）\n"),
    Case("sections", HEAD + "1. 做好。（办公室、规划科负责）\n"),
    Case("explained in a bracket", HEAD + "1. 做好。（县创城办（县文明办）负责）\n"),
    Case("a misprint", HEAD + "1. 做好。（县卫建局负责）\n"),
)
FAILING = (
    Case(
        "told once",
        HEAD + "1. 做好。（县治超办负责）\n2. 做好。（县治超办负责）\n",
        ("t1",),
        says=("县治超办", "t2"),
    ),
    Case("two of them", HEAD + "1. 做好。（县迎检办、县攻坚办负责）\n", ("t1", "t1")),
    Case("of a district", HEAD + "1. 做好。（区旧改局负责）\n", ("t1",)),
)
