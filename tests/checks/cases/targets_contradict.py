"""Plans for ZW225."""

from tests.checks.case import HEAD, Case


def _plan(*texts: str, owners: tuple[str, ...] = ()) -> str:
    units = owners or ("县府办",) * len(texts)
    tasks = zip(texts, units, strict=True)
    return HEAD + "".join(f"{n}. {text}（{unit}负责）\n" for n, (text, unit) in enumerate(tasks, 1))


PASSING = (
    Case("the same value", _plan("网上可办率达到90%。", "网上可办率达到90%。")),
    Case("both can be met", _plan("网上可办率不低于80%。", "网上可办率不低于90%。")),
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
)
