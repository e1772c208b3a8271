"""Plans for ZW215."""

from tests.checks.case import HEAD, Case

PLACE = HEAD.replace("甲县", "阳西县")
OWN = (
    "1. 做好年报。（县府办负责）\n2. 做好公开。（县教育局负责）\n3. 做好解读。（县司法局负责）\n"
    "4. 做好就业。（县人社局负责）\n5. 做好回应。（县民政局负责）\n6. 做好平台。（县水务局负责）\n"
)
CITY = HEAD.replace("甲县", "肇庆市")

PASSING = (
    Case("own units", PLACE + OWN),
    Case("with the place", PLACE + OWN + "7. 做好预算。（阳西县财政局负责）\n"),
    Case(
        "bodies that answer to the level above",
        PLACE + OWN + "7. 做好管理。（市公安局、市生态环境局阳西分局、省税务局）\n",
    ),
    Case("branch of the city", PLACE + OWN + "7. 做好环保。（市生态环境局阳西分局负责）\n"),
    Case("power and banks", PLACE + OWN + "7. 做好服务。（阳江供电局、人行阳江支行负责）\n"),
    Case("beside the own one", PLACE + OWN + "7. 做好预算。（市财政局、县财政局负责）\n"),
    Case("the text says so", PLACE + OWN + "7. 配合市级部门做好预算。（市财政局、县府办负责）\n"),
    Case("it only supervises", PLACE + OWN + "7. 做好预算。（县府办负责，市财政局监督）\n"),
    Case(
        "most units are the city's",
        PLACE + "1. 做好年报。（市府办负责）\n2. 做好公开。（市教育局负责）\n"
        "3. 做好预算。（市财政局负责）\n4. 做好解读。（县司法局负责）\n",
    ),
    Case(
        "a city gives tasks to its counties",
        CITY + OWN.replace("县", "市") + "7. 做好预算。（鼎湖区财政局、县财政局负责）\n",
    ),
    Case(
        "a city that is a county",
        HEAD.replace("甲县", "四会市") + OWN.replace("县", "市") + "7. 做好预算。（市财政局）\n",
    ),
    Case("the neighbour is in the text", PLACE + OWN + "7. 与阳东区共建。（阳东区财政局负责）\n"),
    Case("a part of the town", PLACE + OWN + "7. 做好。（城区教育局、高新区财政局负责）\n"),
    Case("a place of several", PLACE + OWN + "7. 做好。（县政府办、阳江市阳西县财政局负责）\n"),
    Case(
        "a zone",
        HEAD.replace("甲县人民政府办公室", "平潭综合实验区管委会办公室").replace(
            "甲县", "平潭综合实验区"
        )
        + OWN.replace("县", "区")
        + "7. 做好预算。（省财政厅负责）\n",
    ),
    Case(
        "no place",
        "2022年政务公开工作要点\n" + OWN + "7. 做好预算。（省财政厅负责）\n",
    ),
    Case(
        "a branch office in the town", PLACE + OWN + "7. 做好环保。（市生态环境局城区分局负责）\n"
    ),
    Case("a branch that is called so", PLACE + OWN + "7. 做好环保。（市公安局第一分局负责）\n"),
    Case(
        "a city's branch offices",
        CITY + OWN.replace("县", "市") + "7. 做好环保。（市生态环境局鼎湖分局负责）\n",
    ),
    Case(
        "the text names the neighbour",
        PLACE + OWN + "7. 与阳春共建。（市生态环境局阳春分局负责）\n",
    ),
)
FAILING = (
    Case(
        "the city's, by its place",
        PLACE + OWN + "7. 做好预算。（阳江市财政局负责）\n",
        ("t7",),
    ),
    Case(
        "land of a county is the county's",
        PLACE + OWN + "7. 做好规划。（市自然资源局负责）\n",
        ("t7",),
    ),
    Case(
        "the city's",
        PLACE + OWN + "7. 做好预算。（市财政局负责）\n",
        ("t7",),
        says=("市财政局", "阳西县"),
    ),
    Case("the province's", PLACE + OWN + "7. 做好预算。（省财政厅负责）\n", ("t7",)),
    Case("the neighbour's", PLACE + OWN + "7. 做好预算。（阳东区财政局负责）\n", ("t7",)),
    Case(
        "the province's in a city's plan",
        CITY + OWN.replace("县", "市") + "7. 做好住房。（省住房和城乡建设厅负责）\n",
        ("t7",),
    ),
    Case(
        "in two tasks, told once",
        PLACE
        + OWN
        + OWN.replace("1.", "7.").replace("2.", "8.").replace("3.", "9.").split("4.")[0]
        + "10. 做好预算。（市财政局负责）\n11. 做好决算。（市财政局负责）\n",
        ("t10",),
        says=("t11",),
    ),
    Case("another city's", PLACE + OWN + "7. 做好预算。（肇庆市财政局负责）\n", ("t7",)),
    Case(
        "a neighbour's branch office",
        PLACE + OWN + "7. 做好环保。（市生态环境局阳春分局负责）\n",
        ("t7",),
        says=("阳春",),
    ),
)
