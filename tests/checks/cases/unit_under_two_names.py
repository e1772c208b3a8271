"""Plans for ZW214."""

from tests.checks.case import HEAD, Case

PLACE = HEAD.replace("甲县", "阳西县")
OTHERS = "1. 做好年报。（县府办负责）\n"

PASSING = (
    Case("one name", HEAD + "1. 做好年报。（县府办负责）\n2. 做好公开。（县财政局负责）\n"),
    Case(
        "short and full form",
        HEAD + "1. 做好就业。（县人社局负责）\n2. 做好社保。（县人力资源和社会保障局负责）\n",
    ),
    Case(
        "two levels",
        HEAD + "1. 做好治安。（市公安局负责）\n2. 做好户籍。（县公安局负责）\n",
    ),
    Case(
        "with and without the place",
        PLACE + "1. 做好预算。（阳西县财政局负责）\n2. 做好决算。（县财政局负责）\n",
    ),
    Case(
        "bodies that may both exist",
        HEAD + "1. 做好执法。（县城市管理局负责）\n2. 做好执法。（县综合行政执法局负责）\n",
    ),
    Case(
        "a short form that may be that of the other",
        HEAD + "1. 做好旅游。（县文旅局负责）\n2. 做好文化。（县文化广电旅游体育局负责）\n",
    ),
    Case(
        "branch and the city's own body",
        PLACE + "1. 做好环保。（市生态环境局阳西分局负责）\n2. 做好环保。（市生态环境局负责）\n",
    ),
    Case(
        "the city's plan names branches of two counties",
        HEAD.replace("甲县", "肇庆市")
        + "1. 做好环保。（市生态环境局鼎湖分局负责）\n2. 做好环保。（市生态环境局高要分局负责）\n"
        "3. 做好环保。（市生态环境局负责）\n",
    ),
    Case(
        "power supply",
        PLACE + "1. 做好供电。（县供电公司负责）\n2. 做好供电。（阳西供电局负责）\n",
    ),
    Case(
        "publicity and news",
        HEAD + "1. 做好发布。（县委宣传部负责）\n2. 做好发布。（县政府新闻办负责）\n",
    ),
)
FAILING = (
    Case(
        "with and without a joining word",
        HEAD + "1. 做好旅游。（县文化旅游局负责）\n2. 做好文化。（县文化和旅游局负责）\n",
        ("t2",),
    ),
    Case(
        "own body and branch",
        PLACE + "1. 做好环保。（市生态环境局阳西分局负责）\n2. 做好环保。（县生态环境局负责）\n",
        ("t2",),
        says=("县生态环境局", "市生态环境局阳西分局"),
    ),
    Case(
        "bureau and commission",
        HEAD + "1. 做好项目。（县发改局负责）\n2. 做好项目。（县发改局负责）\n"
        "3. 做好项目。（县发展和改革委员会负责）\n",
        ("t3",),
        says=("县发改局", "t1", "t2"),
    ),
    Case(
        "the rarer name comes first",
        HEAD + "1. 做好卫生。（县卫健委负责）\n2. 做好卫生。（县卫健局负责）\n"
        "3. 做好卫生。（县卫生健康局负责）\n4. 做好卫生。（县卫健局负责）\n",
        ("t1",),
    ),
    Case(
        "two full names",
        HEAD + "1. 做好规划。（县自然资源局负责）\n2. 做好规划。（县自然资源和规划局负责）\n",
        ("t2",),
    ),
    Case(
        "education alone and with sports",
        HEAD + "1. 做好招生。（县教育局负责）\n2. 做好招生。（县教育和体育局负责）\n",
        ("t2",),
    ),
)
