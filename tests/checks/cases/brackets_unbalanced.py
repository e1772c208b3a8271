"""Plans for ZW224."""

from tests.checks.case import HEAD, Case


def _says(text: str) -> str:
    return HEAD + f"1. {text}\n2. 做好公开。（县府办负责）\n"


def _stored(name: str, text: str, *says: str) -> Case:
    """A plan whose first task's text is edited to `text` after it was read."""
    found = ("t1",) if says else ()
    return Case(name, _says("做好公开。（县府办负责）"), found, {"/tasks/0/text": text}, says)


PASSING = (
    Case("an owner in a bracket", _says("做好年报编制。（县府办负责，6月底前完成）")),
    Case(
        "a document cited",
        _says("落实《公开通知》（阳府办函〔2020〕87号），做到应公开尽公开。（县府办）"),
    ),
    _stored("brackets in brackets", "公开信息（含目录（试行）），更新“专栏（‘一网’）”。"),
    _stored(
        "a title in a title", "落实《关于印发〈公开办法〉的通知》和《转发《公开办法》的通知》。"
    ),
    _stored("items with half a bracket", "重点做好：1）年报编制；2）目录编制；3)专区建设。"),
    _stored("items with letters", "重点做好：a)年报编制；b)目录编制（见附件 2）。"),
    _stored("Chinese items", "重点做好，一）年报编制；二）目录编制。"),
    _stored("an apostrophe", "推广People’s Daily和Jack's方法。"),
    _stored("straight quotation marks", '推进"放管服"改革，打造"一网通办"。'),
    Case(
        "what goes on in the next task",
        HEAD + "1. 公开以下信息（包括规划。\n2. 计划和统计信息）。（县府办负责）\n",
    ),
    Case(
        "a page's own words",
        _says("做好公开。（县府办负责）"),
        edits={"/preamble/-": {"text": "【字体：大 中 小"}},
    ),
)
FAILING = (
    _stored(
        "an owner's bracket that is open",
        "做好年报编制。（县府办负责",
        "（县府办负责",
        "not closed",
    ),
    _stored("closed only", "做好年报编制）和目录编制。", "not opened"),
    _stored("an open title", "落实《政府信息公开条例，做好公开。", "《政府信息", "not closed"),
    _stored("an open quotation", "推进“放管服改革。", "not closed"),
    _stored("twice the closing mark", "推进”放管服”改革。", "not opened"),
    _stored("the marks the wrong way round", "推进”放管服“改革。", "not opened"),
    _stored("mixed widths", "做好目录编制（见附件)。", "another kind"),
    _stored("a mixed number", "落实阳府办函〔2020]87号文件。", "another kind"),
    _stored("mixed quotation marks", '推进“放管服"改革。', "another kind"),
    _stored("crossed", "落实《公开条例（试行》），做好公开。", "not closed"),
    _stored("one straight mark", '推进"放管服改革。', "not closed"),
    Case(
        "in the title",
        _says("做好公开。（县府办）"),
        (None,),
        {"/title": "甲县2022年工作要点（试行"},
    ),
    Case(
        "in a paragraph",
        _says("做好公开。（县府办）"),
        (None,),
        {"/preamble/-": {"text": "为落实《条例，制定本要点。"}},
    ),
    Case(
        "in the owners", _says("做好公开。（县府办）"), ("t1",), {"/tasks/0/owners_raw": "（县府办"}
    ),
)
