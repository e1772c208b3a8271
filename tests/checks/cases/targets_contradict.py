"""Plans for ZW225."""

from tests.checks.case import HEAD, Case


def _plan(*texts: str, owners: tuple[str, ...] = ()) -> str:
    units = owners or ("县府办",) * len(texts)
    tasks = zip(texts, units, strict=True)
    return HEAD + "".join(f"{n}. {text}（{unit}负责）\n" for n, (text, unit) in enumerate(tasks, 1))


PASSING = (
    Case("the same value", _plan("网上可办率达到90%。", "网上可办率达到90%。")),
    Case("a range", _plan("网上可办率不低于80%。", "网上可办率不高于95%。")),
    Case("levels", _plan("县级网上可办率达到95%。", "镇级网上可办率达到80%。")),
    Case("times", _plan("6月底前网上可办率达到80%，年底前网上可办率达到95%。")),
    Case("stages", _plan("6月底前网上可办率达到80%。", "11月底前网上可办率达到95%。")),
    Case("places", _plan("城市污水处理率达到95%。", "农村污水处理率达到60%。")),
    Case("units", _plan("新建3个公开专区。", "新建2处公开专区。")),
    Case(
        "other owners",
        _plan("组织技能竞赛达到3次。", "组织技能竞赛达到5次。", owners=("县司法局", "县财政局")),
    ),
    Case("a word for anything", _plan("至多召开会议1次。", "至少召开会议4次。")),
    Case(
        "shares of two kinds",
        _plan("分值权重不低于4%，多元化解读比例不高于3%。", "专项检查每年至少开展1次。"),
    ),
    Case("lots of things", _plan("举办培训班不少于2期。", "举办培训班不少于3期。")),
    Case("both can be met", _plan("各类政策解读材料不少于80份，各类政策解读材料不少于90份。")),
    Case(
        "of different things, worded alike",
        _plan("规范性文件，解读率不低于90%；其他政策，解读率不低于60%。"),
    ),
    Case("by whose they are", _plan("各部门文件解读率不低于60%。", "全县文件解读率不低于90%。")),
    Case(
        "of the whole and of a part",
        _plan("文件解读率不低于90%，其中解读率不低于60%的说明原因。"),
    ),
    Case(
        "by rank",
        _plan(
            "一级以上医院，电子健康档案建档率不低于60%。",
            "二级以上医院，电子健康档案建档率不低于90%。",
        ),
    ),
    Case(
        "of all and of some",
        _plan("解读形式占比不低于50%。", "重大决策，解读形式占比不低于60%。"),
    ),
    Case(
        "by subject",
        _plan(
            "围绕教育，开展解读，图文视频解读材料占比不低于50%。",
            "围绕卫生，开展解读，图文视频解读材料占比不低于60%。",
        ),
    ),
    Case(
        "by kind",
        _plan("新建建筑绿色建筑面积占比不低于90%。", "既有建筑绿色建筑面积占比不低于60%。"),
    ),
    Case(
        "by time",
        _plan("6月底前，行政许可事项办结率不低于80%；年底前，行政许可事项办结率不低于95%。"),
    ),
    Case(
        "an aim beyond",
        _plan("行政许可事项办结率不低于80%。", "力争行政许可事项办结率不低于95%。"),
    ),
    Case("floor and ceiling", _plan("多元化解读比例不低于50%。", "多元化解读比例不高于80%。")),
    Case(
        "other days",
        _plan("县级行政许可事项办结率不低于80%。", "镇级行政许可事项办结率不低于80%。"),
    ),
)
FAILING = (
    Case(
        "two tasks",
        _plan("网上可办率达到90%。", "网上可办率达到95%以上。"),
        ("t2",),
        says=("95%", "90%", "网上可办率"),
    ),
    Case("one task", _plan("网上可办率不低于90%，网上可办率不超过80%。"), ("t1",)),
    Case(
        "two counts",
        _plan("建成30个政务公开专区。", "做好公开。", "建成40个政务公开专区。"),
        ("t3",),
    ),
    Case("at least and at most", _plan("解读比例不低于50%。", "解读比例不高于40%。"), ("t2",)),
    Case(
        "two floors of one share",
        _plan("网上可办率不低于80%。", "网上可办率不低于90%。"),
        ("t2",),
        says=("80%", "90%"),
    ),
    Case("two floors in one task", _plan("办结率不低于80%。做好公开。办结率不低于95%。"), ("t1",)),
    Case(
        "told again where the plan is checked",
        _plan(
            "做好解读，图文视频解读材料占比不低于60%。",
            "按照本要点开展考核，图文视频解读材料占比不低于40%，结果予以通报。",
        ),
        ("t2",),
    ),
    Case(
        "its clause says whose it is",
        _plan(
            "运用村村响广播，全县规范性文件解读率达到90%。",
            "落实责任，全县规范性文件解读率保持100%。",
        ),
        ("t2",),
    ),
    Case(
        "one goes on, one is due",
        HEAD
        + "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n"
        + "| 1 | 规范性文件解读率达到90% | 县府办 | 持续推进 |\n"
        + "| 2 | 规范性文件解读率达到100% | 县府办 | 2022年底前 |\n",
        ("t2",),
    ),
)
