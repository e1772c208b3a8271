"""Plans for ZW218."""

from tests.checks.case import HEAD, Case

PASSING = (
    Case("right names", HEAD + "1. 做好。（县财政局、市市场监管局、县农业农村局负责）\n"),
    Case(
        "near ones that exist",
        HEAD + "1. 做好。（县税务局、县水务局、县商务局、县港务局、县政务局、县司法所负责）\n",
    ),
    Case("other endings", HEAD + "1. 做好。（县卫健委、县发改委、县教体局、县文广旅局负责）\n"),
    Case("with 与", HEAD + "1. 做好。（县发展与改革局、县自然资源规划局负责）\n"),
    Case("services for veterans", HEAD + "1. 做好。（县退役军人服务中心、县退役军人事务局负责）\n"),
    Case("those of two levels", HEAD + "1. 做好。（市县财政局、县区财政局负责）\n"),
    Case("farming and fishing", HEAD + "1. 做好。（县渔业局、县林业局、县畜牧局、县果业局负责）\n"),
    Case("merged offices", HEAD + "1. 做好。（县农水局、县科经局、县文教局、县旅文局负责）\n"),
    Case("poor but plain", HEAD + "1. 做好。（县社会事业局、县公共服务中心、县民政事务中心）\n"),
    Case("shared ending", HEAD + "1. 做好。（责任单位：县发改、财政、人社局）\n"),
    Case("branch", HEAD + "1. 做好。（市生态环境局甲县分局、县税务局城关分局负责）\n"),
    Case("zones", HEAD + "1. 做好。（区生态环保局、区农业发展局、区乡村发展局、区城区管理局）\n"),
    Case("salt and fish", HEAD + "1. 做好。（县盐政管理局、县渔政管理局、县市政管理局负责）\n"),
    Case("radio and film", HEAD + "1. 做好。（县广播影视局、市市直机关工委、市市政局负责）\n"),
    Case("schools", HEAD + "1. 做好。（责任单位：县第一中学、县第二中学、县人民医院）\n"),
)
FAILING = (
    Case(
        "a level too many",
        HEAD + "1. 做好。（区市市场监管局负责）\n2. 做好。（区市市场监管局负责）\n",
        ("t1",),
        says=("区市市场监管局", "区市场监管局", "t2"),
    ),
    Case("the level twice", HEAD + "1. 做好。（县县财政局负责）\n", ("t1",), says=("'县财政局'",)),
    Case("a character twice", HEAD + "1. 做好。（县人力资源和和社会保障局负责）\n", ("t1",)),
    Case("the last one twice", HEAD + "1. 做好。（县教育局局负责）\n", ("t1",)),
    Case("left out", HEAD + "1. 做好。（县住房和城乡设局负责）\n", ("t1",)),
    Case("another one", HEAD + "1. 做好。（县农业衣村局负责）\n", ("t1",), says=("县农业农村局",)),
    Case("swapped", HEAD + "1. 做好。（县生态境环局负责）\n", ("t1",)),
    Case("of like sound", HEAD + "1. 做好。（县卫建局负责）\n", ("t1",), says=("县卫健局",)),
    Case(
        "near a unit that the plan names often",
        HEAD + "1. 做好。（县智慧岛中心负责）\n2. 做好。（县智慧岛中心负责）\n"
        "3. 做好。（县智慧岛中心负责）\n4. 做好。（县智惠岛中心负责）\n",
        ("t4",),
        says=("县智慧岛中心",),
    ),
)
