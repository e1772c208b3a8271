"""Plans for ZW213."""

from tests.checks.case import HEAD, Case

TABLE = "序号|工作任务|牵头单位|配合单位|完成时限\n"

PASSING = (
    Case("a lead and others", HEAD + "1. 做好年报。（县府办牵头，县财政局、县教育局配合）\n"),
    Case("an open set", HEAD + "1. 做好年报。（县府办牵头，各乡镇人民政府、各部门配合）\n"),
    Case(
        "leads one clause, supports another",
        HEAD + "1. 做好年报。（县府办牵头，县财政局配合；县财政局牵头，县府办配合）\n",
    ),
    Case(
        "two leads in one clause",
        HEAD + "1. 做好年报。（县府办牵头编制年报，县财政局牵头公开预算，县府办配合）\n",
    ),
    Case(
        "supervised by itself", HEAD + "1. 做好年报。（责任单位：县司法局；监督单位：县司法局）\n"
    ),
    Case("two columns", HEAD + TABLE + "1|做好年报。|县府办|县财政局|2022年6月底前\n"),
    Case(
        "parts of a task in two columns",
        HEAD + TABLE + "1|做好年报。|（1）县府办（2）县财政局|（1）县财政局（2）县府办|2022年底\n",
    ),
    Case("a unit and its section", HEAD + "1. 做好年报。（县府办牵头，县府办政务公开股配合）\n"),
    Case("a unit with 18 leads", HEAD + "1. 做好。（县府办、县财政局、县教育局牵头，各镇配合）\n"),
    Case("two levels", HEAD + "1. 做好普查。（市统计局、县统计局负责）\n"),
    Case(
        "named again for another part",
        HEAD + "1. 做好年报。（县府办负责编制，县财政局负责经费，县府办负责报送）\n",
    ),
    Case(
        "the lead takes part",
        HEAD + "1. 做好年报。（牵头单位：县府办；参与单位：县府办、县财政局）\n",
    ),
    Case(
        "leads and is responsible",
        HEAD + "1. 做好年报。（牵头单位：县府办；责任单位：县府办、县财政局）\n",
    ),
    Case(
        "bodies that were merged later",
        HEAD + "1. 做好年报。（县司法局、县法制办、县工商局、县质监局负责）\n",
    ),
    Case("no owner", HEAD + "1. 做好年报。\n"),
    Case(
        "a bracket inside of the text",
        HEAD + "1. 做好年报（县府办牵头，县财政局配合），公开预算（县财政局牵头，县府办配合）。\n",
    ),
    Case(
        "one owner of two parts",
        HEAD
        + "1. 公开规划。（牵头单位：县教育局；责任单位：县教育局）\n"
        + "2. 公开预算。（县财政局负责）\n",
    ),
)
FAILING = (
    Case(
        "in one bracket",
        HEAD + "1. 做好年报。（县教育局牵头，县教育局、县财政局配合）\n",
        ("t1",),
        says=("县教育局", "leads and supports"),
    ),
    Case(
        "in two columns",
        HEAD + TABLE + "1|做好年报。|县教育局|县教育局、县财政局|2022年6月底前\n",
        ("t1",),
    ),
    Case(
        "in two fields",
        HEAD + "1. 做好年报。\n牵头单位：县教育局\n配合单位：县财政局、县教育局\n",
        ("t1",),
    ),
    Case(
        "short and full form",
        HEAD + "1. 做好年报。（县人社局牵头，县人力资源和社会保障局、县财政局配合）\n",
        ("t1",),
        says=("县人力资源和社会保障局",),
    ),
    Case(
        "twice in one list",
        HEAD + "1. 做好年报。（县财政局、县教育局、县财政局负责）\n",
        ("t1",),
        says=("named twice",),
    ),
    Case(
        "under two names in one list",
        HEAD + "1. 做好年报。（责任单位：县卫健局、县教育局、县卫生健康局）\n",
        ("t1",),
        says=("县卫生健康局",),
    ),
    Case(
        "responsible and supporting",
        HEAD + "1. 做好年报。（责任单位：县府办；配合单位：县府办、县财政局）\n",
        ("t1",),
        says=("as well",),
    ),
    Case(
        "one of two leads",
        HEAD + TABLE + "1|做好年报。|县府办、县教育局|县教育局、县财政局|2022年底\n",
        ("t1",),
    ),
    Case(
        "one owner twice",
        HEAD + "1. 公开规划。（责任单位：县教育局、县教育局）\n2. 公开预算。（县财政局负责）\n",
        ("t1",),
        says=("县教育局",),
    ),
)
