"""Plans for ZW216."""

from tests.checks.case import HEAD, Case

EARLY_2019 = HEAD.replace("2022", "2019")
LATE_2019 = EARLY_2019.replace("3月15日", "9月15日")
ZONE = HEAD.replace("甲县人民政府办公室", "平潭综合实验区管委会办公室").replace(
    "甲县", "平潭综合实验区"
)

PASSING = (
    Case("today's names", HEAD + "1. 做好。（县市场监督管理局、县生态环境局、县卫健局负责）\n"),
    Case(
        "before the reform", HEAD.replace("2022", "2017") + "1. 做好。（县工商局、县环保局负责）\n"
    ),
    Case("while counties reform", EARLY_2019 + "1. 做好。（县工商局、县环保局负责）\n"),
    Case(
        "no date and no year", "政务公开工作要点\n1. 做好。（县工商局负责）\n2. 做。（县环保局）\n"
    ),
    Case("a zone", ZONE + "1. 做好。（区环保局、区安监局负责）\n"),
    Case("a zone's in a county's plan", HEAD + "1. 做好。（经济开发区环保局负责）\n"),
    Case("a township's", HEAD + "1. 做好。（镇安监所、镇环保办、镇农业办负责）\n"),
    Case("in a bracket behind another", HEAD + "1. 做好。（县综合执法局（安监局）负责）\n"),
    Case(
        "some places kept them",
        HEAD + "1. 做好。（县规划局、县林业局、县大数据局、县旅游发展委员会）\n",
    ),
    Case(
        "an office inside of a department",
        HEAD.replace("甲县人民政府办公室", "江门市公安局").replace("甲县", "江门市")
        + "1. 做好。（法制办、监察局负责）\n",
    ),
    Case("only cited", HEAD + "1. 按照《县环保局公开办法》做好公开。（县府办负责）\n"),
    Case("relief of poverty in 2020", HEAD.replace("2022", "2020") + "1. 做好。（县扶贫办负责）\n"),
    Case(
        "an older plan, stored with a later day",
        HEAD + "1. 做好。（县工商局负责）\n",
        edits={"/year": 2016},
    ),
    Case("banks' overseer in 2022", HEAD + "1. 做好。（县银保监组、县政府金融办负责）\n"),
    Case("a section of an office", HEAD + "1. 做好。（县公安局法制科、县纪委监委负责）\n"),
    Case(
        "revitalization in 2025",
        HEAD.replace("2022", "2025") + "1. 做好。（县乡村振兴局、县大数据局负责）\n",
    ),
)
FAILING = (
    Case(
        "the environment",
        HEAD + "1. 做好环保。（县环保局负责）\n2. 做好环保。（县环保局负责）\n",
        ("t1",),
        says=("县环保局", "生态环境局", "2018", "t2"),
    ),
    Case("trade", LATE_2019 + "1. 做好。（县工商局负责）\n", ("t1",), says=("市场监督管理局",)),
    Case(
        "full names",
        HEAD + "1. 做好。（县国土资源局负责）\n2. 做好。（县食品药品监督管理局负责）\n",
        ("t1", "t2"),
    ),
    Case("with the place", HEAD + "1. 做好。（甲县卫计局负责）\n", ("t1",), says=("卫生健康局",)),
    Case("the legal office", HEAD + "1. 做好。（县政府法制办负责）\n", ("t1",), says=("司法局",)),
    Case("a branch", HEAD + "1. 做好。（市国土资源局甲县分局负责）\n", ("t1",)),
    Case(
        "relief of poverty in 2023", HEAD.replace("2022", "2023") + "1. 做。（县扶贫办）\n", ("t1",)
    ),
    Case(
        "by the year alone",
        "甲县2021年政务公开工作要点\n1. 做好。（县安监局负责）\n2. 做。（县府办负责）\n",
        ("t1",),
    ),
    Case(
        "the province's",
        HEAD.replace("甲县", "福建省") + "1. 做好。（省农业厅负责）\n",
        ("t1",),
        says=("农业农村厅",),
    ),
    Case("national and local taxes", HEAD + "1. 做好。（县国税局、县地税局负责）\n", ("t1", "t1")),
)
