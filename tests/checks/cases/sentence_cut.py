"""Plans for ZW221."""

from tests.checks.case import HEAD, Case

STOPPED = "".join(f"{number}. 做好第{number}批公开工作。（县府办负责）\n" for number in range(2, 9))
UNSTOPPED = "".join(f"{number}. 做好第{number}批公开工作（县府办负责）\n" for number in range(2, 9))


def _stored(name: str, text: str, *says: str, others: str = STOPPED) -> Case:
    """A plan whose first task's text is edited to `text` after it was read."""
    document = HEAD + "1. 做好公开。（县府办负责）\n" + others
    return Case(name, document, ("t1",) if says else (), {"/tasks/0/text": text}, says)


PASSING = (
    Case("a sentence", HEAD + "1. 规范编制发布年报，提高年报质量。（县府办负责）\n" + STOPPED),
    _stored(
        "without a stop, as all of them",
        "规范编制发布年报，提高年报质量和数据准确性",
        others=UNSTOPPED,
    ),
    _stored("a name of few words", "政府工作报告公开"),
    _stored("an item of a list", "公开规范性文件，标注文号、发布机构；"),
    _stored("announces a table", "各单位要对照清单落实，具体分工如下："),
    _stored("ends on a title", "落实《政府信息公开条例》"),
    _stored("ends on a bracket", "更新主动公开目录（含试行）"),
    _stored("a question", "政策怎么看？"),
    _stored("an adverb and a verb", "持续抓好监督落实", others=UNSTOPPED),
    _stored("words that end like 与", "扩大公众参与", others=UNSTOPPED),
    _stored("words that end like 及", "推动知识普及", others=UNSTOPPED),
    _stored("words that end like 和", "促进供需总和", others=UNSTOPPED),
    _stored("an empty text", "", others=UNSTOPPED),
)
FAILING = (
    _stored("a comma", "对年报编制和数据统计要提前介入指导，", "介入指导，"),
    _stored("an enumeration", "公开财政预决算、", "预决算、", others=UNSTOPPED),
    _stored("a colon", "重点做好：", "重点做好：", others=UNSTOPPED),
    _stored("a conjunction", "规范政务公开专区建设以及", "以及", others=UNSTOPPED),
    _stored("和", "加强年报编制和", "编制和", others=UNSTOPPED),
    _stored("a verb without its object", "规范编制年报，进一步加强", "加强", others=UNSTOPPED),
    _stored("an open bracket", "更新主动公开目录（含试", "含试", others=UNSTOPPED),
    _stored("the only one without a stop", "规范编制发布年报，对年报编制和数据统计", "数据统计"),
    Case(
        "as it was printed",
        HEAD + "1. 规范编制发布年报，对年报编制和数据统计\n" + STOPPED,
        ("t1",),
        says=("和数据统计",),
    ),
)
