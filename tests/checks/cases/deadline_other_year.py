"""Plans for ZW208."""

from tests.checks.case import HEAD, Case

OTHERS = "".join(
    f"{number}. 做好第{number}批公开。（县府办负责，2022年{number}月底前完成）\n"
    for number in (5, 6, 7, 8)
)


def _plan(*tasks: str, head: str = HEAD) -> str:
    return head + "".join(f"{place}. {task}\n" for place, task in enumerate(tasks, 1)) + OTHERS


def _titled(title: str) -> str:
    return HEAD.replace("甲县2022年政务公开工作要点", title)


PASSING = (
    Case("the plan's year", _plan("做好年报编制。（县府办负责，2022年12月底前完成）")),
    Case("no year is printed", _plan("做好年报编制。（县府办负责，年底前完成）")),
    Case("the year after, as words say", _plan("编制年报。（县府办负责，次年1月31日前完成）")),
    Case("the year's report", _plan("编制年报。（县府办负责，2023年1月31日前完成）")),
    Case("an aim that lies farther off", _plan("到2025年，建成全覆盖的公开体系。（县府办负责）")),
    Case("the end of a five-year plan", _plan("完善体系。（县府办负责，2025年底前完成）")),
    Case(
        "works take longer", _plan("新建服务中心，做好信息公开。（县府办负责，2023年9月底前完成）")
    ),
    Case("a later stage", _plan("开展清理。（县府办负责，2022年9月底前和2023年6月底前完成）")),
    Case(
        "several tasks go on",
        _plan(
            "开展清理。（县府办负责，2023年6月底前完成）",
            "开展评议。（县府办负责，2023年9月底前完成）",
        ),
    ),
    Case(
        "a plan for three years",
        _plan(
            "开展清理。（县府办负责，2023年9月底前完成）",
            head=_titled("甲县政务公开三年行动方案（2022—2024年）"),
        ),
    ),
    Case(
        "a plan of no year",
        _plan("开展清理。（县府办负责，2023年9月底前完成）", head=_titled("甲县政务公开实施方案")),
    ),
    Case("history", _plan("2021年以来，各单位共公开信息1万条，要继续做好公开。（县府办负责）")),
    Case("done by then", _plan("2021年底前已完成目录编制的单位，要动态更新。（县府办负责）")),
    Case("what it is about", _plan("对2021年6月30日前印发的文件进行清理。（县府办负责）")),
    Case("what was left over", _plan("督促2021年底前未完成整改的单位抓紧整改。（县府办负责）")),
    Case("since a year", _plan("自2020年起实施的目录，要继续执行。（县府办负责）")),
    Case(
        "a title",
        _plan("落实《关于2021年底前完成目录编制的通知》（甲府办〔2021〕3号）。（县府办负责）"),
    ),
    Case("last year's report", _plan("发布2021年度政府信息公开工作年度报告。（县府办负责）")),
    Case(
        "reports on the whole year",
        _plan(
            "做好公开。（县府办负责）",
            head=HEAD.replace("请认真组织实施", "请于2023年1月10日前将落实情况报送县政府办公室"),
        ),
    ),
    Case(
        "beside an aim, one for works",
        _plan(
            "到2025年，专区全覆盖。（县府办负责）",
            "新建档案馆，做好公开。（县府办负责，2023年10月底前完成）",
        ),
    ),
    Case(
        "beside an aim, two that go on",
        _plan(
            "专区全覆盖。（县府办负责，到2025年）",
            "开展清理。（县府办负责，2023年6月底前完成）",
            "开展评议。（县府办负责，2023年9月底前完成）",
        ),
    ),
    Case("an aim alone", _plan("专区全覆盖。（县府办负责，到2024年底）")),
    Case(
        "in the last year of a five-year plan, as it says",
        _plan("完成“十四五”改革，2025年10月底前见效。（县府办负责）"),
    ),
)
FAILING = (
    Case(
        "before what has not been done",
        _plan("2021年8月底前实现文件统一查询，未公开的不得作为依据。（县府办负责）"),
        ("t1",),
    ),
    Case(
        "last year's in a bracket",
        _plan("做好年报编制。（县府办负责，2021年6月底前完成）"),
        ("t1",),
        says=("2021年6月底前", "2022"),
    ),
    Case(
        "last year's in the text",
        _plan("做好年报编制，2021年底前完成。（县府办负责）"),
        ("t1",),
        says=("2021年底前",),
    ),
    Case(
        "at the head of the text", _plan("2021年9月底前，各单位要完成清理。（县府办负责）"), ("t1",)
    ),
    Case("in the middle", _plan("各单位要于2021年11月15日前报送清单。（县府办负责）"), ("t1",)),
    Case(
        "a year too late",
        _plan("开展文件清理。（县府办负责，2023年9月底前完成）"),
        ("t1",),
        says=("2023年9月底前",),
    ),
    Case(
        "a demand on the whole plan",
        _plan(
            "做好公开。（县府办负责）",
            head=HEAD.replace("请认真组织实施", "请于2021年11月20日前将落实情况报送县政府办公室"),
        ),
        (None,),
        says=("2021年11月20日前",),
    ),
    Case(
        "two of them",
        _plan(
            "做好年报编制。（县府办负责，2021年底前完成）",
            "做好清理。（县府办负责，2021年底前完成）",
        ),
        ("t1", "t2"),
    ),
    Case(
        "beside an aim",
        _plan(
            "专区全覆盖。（县府办负责，到2025年）",
            "组织开放日，走进机关。（县府办负责，2024年10月底前完成）",
        ),
        ("t2",),
        says=("2024年10月底前",),
    ),
    Case(
        "in a year that ends a five-year plan, but not at its end",
        _plan("组织开放日，走进机关。（县府办负责，2025年8月底前完成）"),
        ("t1",),
    ),
)
