"""Plans for ZW220."""

from tests.checks.case import HEAD, Case

REPORT = "规范编制发布政府信息公开工作年度报告，切实提高年报内容质量和数据准确性。"
LONG = (
    "加强政务新媒体建设管理，严格执行内容发布审核制度，健全完善监测预警机制，做好日常巡检，"
    "及时准确传递党和政府权威声音，更好发挥政务公开窗口作用，每季度通报检查结果。"
)


def _plan(*texts: str, owners: tuple[str, ...] = ()) -> str:
    units = owners or ("县府办",) * len(texts)
    tasks = zip(texts, units, strict=True)
    return HEAD + "".join(f"{n}. {text}（{unit}负责）\n" for n, (text, unit) in enumerate(tasks, 1))


SITES = "规范网站和账号管理，清理长期不更新的专栏，整改错链、断链以及错别字，定期通报排查结果。"
LISTS = "做好养老信息公开，多渠道发布养老保障、养老机构、养老服务、养老设施等相关补贴政策。"


def _table(*rows: tuple[str, str]) -> str:
    lines = [f"| {n} | {text} | 县府办 | {due} |" for n, (text, due) in enumerate(rows, 1)]
    head = ["| 序号 | 工作任务 | 责任单位 | 完成时限 |", "|---|---|---|---|"]
    return HEAD + "\n".join((*head, *lines, ""))


PASSING = (
    Case("different tasks", _plan(REPORT, LONG)),
    Case("short texts", _plan("按时发布年报。", "按时发布年报。")),
    Case("different owners", _plan(REPORT, REPORT, owners=("县司法局", "县财政局"))),
    Case(
        "different days",
        _plan("6月底前" + REPORT[:-1] + "。", "年底前" + REPORT[:-1] + "。"),
    ),
    Case(
        "another subject",
        _plan(
            "推进义务教育领域政务公开，制定公开目录，明确公开主体、内容、时限和方式，动态更新。",
            "推进养老服务领域政务公开，制定公开目录，明确公开主体、内容、时限和方式，动态更新。",
        ),
    ),
    Case(
        "another place",
        _plan(
            "建设甲镇政务公开专区，提供政策咨询、信息查询、申请接收等服务，方便群众办事。",
            "建设乙镇政务公开专区，提供政策咨询、信息查询、申请接收等服务，方便群众办事。",
        ),
    ),
    Case(
        "another number",
        _plan(
            "第一批公开范围包括规划、计划、统计信息，由各单位梳理目录后统一发布。",
            "第二批公开范围包括规划、计划、统计信息，由各单位梳理目录后统一发布。",
        ),
    ),
    Case("three alike are a form", _plan(REPORT, REPORT, REPORT)),
    Case("a clause in common", _plan(REPORT, "规范编制发布政府信息公开工作年度报告，按时报送。")),
    Case("the same end", _plan(REPORT, "完善统计口径，切实提高年报内容质量和数据准确性。")),
    Case("steps, word for word", _table((SITES, "6月底前"), (SITES, "12月底前"))),
    Case(
        "a second round",
        _table((SITES, "6月底前"), ("继续" + SITES.replace("以及", "和"), "12月底前")),
    ),
    Case("the same for each unit", _plan(LISTS, LISTS, owners=("县民政局", "县医保局"))),
    Case(
        "each for itself, an item less",
        _plan(
            LISTS.replace("相关", "本部门"),
            LISTS.replace("相关", "本部门").replace("养老机构、", ""),
            owners=("县民政局", "县医保局"),
        ),
    ),
    Case(
        "another item for another unit",
        _plan(LISTS, LISTS.replace("养老机构", "康复机构"), owners=("县民政局", "县医保局")),
    ),
    Case(
        "two items less for another unit",
        _plan(LISTS, LISTS.replace("养老机构、养老服务、", ""), owners=("县民政局", "县医保局")),
    ),
    Case(
        "another clause for another unit",
        _plan(LISTS, LISTS[:-1] + "，每月更新。", owners=("县民政局", "县医保局")),
    ),
    Case(
        "a short list for another unit",
        _plan(
            "公开补贴、救助、抚恤政策。", "公开补贴、抚恤政策。", owners=("县民政局", "县医保局")
        ),
    ),
)
FAILING = (
    Case("the same text", _plan(REPORT, "做好公开。", REPORT), ("t3",), says=("1.",)),
    Case("other verbs", _plan(REPORT, REPORT.replace("切实提高", "进一步提升")), ("t2",)),
    Case("a word more", _plan(REPORT, REPORT.replace("年报内容", "年报总体内容")), ("t2",)),
    Case("other signs", _plan(REPORT, REPORT.replace("，", "；").replace("和", "、")), ("t2",)),
    Case("a word changed", _plan(LONG, LONG.replace("日常巡检", "经常巡检")), ("t2",)),
    Case(
        "one owner more",
        _plan(REPORT, REPORT, owners=("县司法局", "县司法局、县财政局")),
        ("t2",),
    ),
    Case(
        "reworded, due on another day",
        _table(
            (SITES, "6月底前"), (SITES.replace("规范", "管好").replace("以及", "和"), "12月底前")
        ),
        ("t2",),
    ),
    Case(
        "an item of a list left out",
        _plan(LISTS, LISTS.replace("养老机构、", ""), owners=("县民政局", "县医保局")),
        ("t2",),
    ),
)
