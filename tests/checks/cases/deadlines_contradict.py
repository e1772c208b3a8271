"""Plans for ZW212."""

from tests.checks.case import HEAD, Case


def _table(text: str, due: str) -> str:
    return (
        HEAD
        + "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n"
        + f"| 1 | {text} | 县府办 | {due} |\n| 2 | 做好公开。 | 县府办 | 2022年12月底前 |\n"
    )


def _says(text: str) -> str:
    return HEAD + f"1. {text}（县府办负责）\n2. 做好公开。（县府办负责）\n"


PASSING = (
    Case("one day", _table("做好年报编制。", "2022年6月底前")),
    Case("the same day", _table("2022年6月30日前完成年报编制。", "2022年6月底前")),
    Case("the same day by another reading", _table("6月30日前完成年报编制。", "6月前")),
    Case("one goes on, one is due", _table("汇总发放结果，年底前公开。", "持续推进")),
    Case("one recurs", _table("每年至少召开一次会议。", "2022年底前")),
    Case("a step of its own", _table("6月底前印发方案，组织开展整治，巩固成效。", "2022年底前")),
    Case("steps", _table("6月底前印发方案，9月底前完成整治。", "2022年底前")),
    Case("an aim farther off", _table("到2025年，建成全覆盖的公开体系。", "2022年底前")),
    Case("at least once in the year", _table("年内组织培训不少于1次。", "2022年6月底前")),
    Case("different actions", _says("6月底前完成目录编制，9月底前完成专区建设。")),
    Case("different levels", _says("县级6月底前完成目录编制，镇级9月底前完成目录编制。")),
    Case("different shares", _says("6月底前完成50%，年底前全部完成。")),
    Case("different subjects", _says("目录编制，6月底前完成；专区建设，9月底前完成。")),
    Case(
        "different things, worded alike",
        _says("需办理移交的，原则上于6月底前完成；需回收的，原则上于9月底前完成。"),
    ),
    Case("twice a year", _says("5月15日前和11月15日前报送落实情况。")),
    Case("a step that ends early", _table("9月底前完成摸底，组织整改。", "2022年11月底前")),
    Case("an end within the year", _table("开展清查，6月底前完成整改。", "2022年12月底前")),
    Case("what follows", _table("6月底前完成整改，健全制度。", "2022年10月底前")),
    Case("what follows in a sentence", _table("6月底前完成整改。健全制度。", "2022年10月底前")),
    Case(
        "the end of one of several matters",
        _table("推进目录编制，动态更新。开展清查，6月底前完成整改。", "2022年10月底前"),
    ),
    Case("a step named last", _table("组织评议，6月底前完成自查。", "2022年10月底前")),
    Case("a plan to be drawn up", _table("推进公开，6月底前完成方案编制。", "2022年10月底前")),
    Case("a first lot", _table("推进公开，6月底前完成首批整改。", "2022年10月底前")),
    Case("some go first", _table("督促第一批单位6月底前完成整改。", "2022年10月底前")),
    Case("most of it", _table("开展清理，6月底前基本完成主体工作。", "2022年10月底前")),
    Case("it goes on", _table("开展清理，6月底前完成整改。", "持续推进")),
    Case("the same end", _table("开展清理，10月31日前完成整改。", "2022年10月底前")),
)
FAILING = (
    Case(
        "later in the text",
        _table("开展文件清理，年底前完成整改。", "2022年6月底前"),
        ("t1",),
        says=("2022年6月底前", "年底前"),
    ),
    Case("earlier, of the whole task", _table("6月底前完成年报编制。", "2022年9月底前"), ("t1",)),
    Case("earlier, at the end", _table("完成年报编制，6月底前完成。", "2022年9月底前"), ("t1",)),
    Case(
        "bracket and text",
        HEAD
        + "1. 开展清理，11月底前完成整改。（县府办负责，2022年6月底前完成）\n"
        + "2. 公开。（县府办负责）\n",
        ("t1",),
    ),
    Case(
        "twice the same action",
        _says("6月底前完成公开目录编制，9月底前完成公开目录编制。"),
        ("t1",),
        says=("6月底前", "9月底前"),
    ),
    Case(
        "the end of all of it, with a title",
        HEAD
        + "1. 清理账号。关停僵尸账号，登记造册，8月31日前整改到位。（县府办负责，9月30日前完成）\n"
        + "2. 公开。（县府办负责）\n",
        ("t1",),
        says=("8月31日前", "9月30日前"),
    ),
    Case("in a table", _table("开展清查，建立台账，6月底前完成整治。", "2022年10月底前"), ("t1",)),
)
