"""Plans for ZW226."""

from tests.checks.case import HEAD, Case

TASK = "1. 做好年报编制。（县府办负责，2022年6月底前完成）\n"


def _numbered(raw: str) -> str:
    return HEAD.replace("甲府办〔2022〕7号", raw) + TASK


def _stored(raw: str, *says: str) -> Case:
    """A plan whose number is edited to `raw` after it was read."""
    edits = {"/document_number": {"raw": raw}}
    return Case(raw, HEAD + TASK, (None,) if says else (), edits, says)


PASSING = (
    Case("by the standard", HEAD + TASK),
    Case("no number", _numbered("")),
    Case("a telegram", _numbered("甲府办发明电〔2022〕17号")),
    Case("another's number is cited", HEAD + "1. 落实国办发[2016]80号文件。（县府办负责）\n"),
    _stored("中办发〔2022〕1号"),
    _stored("粤府函〔2022〕120号"),
    _stored("十堰府办〔2022〕7号"),
    _stored("二连政办发〔2022〕7号"),
    _stored("国务院令第711号"),
    _stored("财政部公告2022年第3号"),
    _stored("甲府办﹝2022﹞7号"),
)
FAILING = (
    Case("square brackets", _numbered("甲府办[2022]7号"), (None,), says=("six-cornered",)),
    Case("round brackets", _numbered("甲府办（2022）7号"), (None,), says=("six-cornered",)),
    Case("with 第", _numbered("甲府办〔2022〕第7号"), (None,), says=("第 stands",)),
    _stored("盐府办函〔202313", "does not stand in brackets"),
    _stored("甲府办【2022】7号", "six-cornered"),
    _stored("甲府办〔2022]7号", "six-cornered"),
    _stored("甲府办〔22〕7号", "four Arabic numerals"),
    _stored("甲府办〔二〇二二〕7号", "four Arabic numerals"),
    _stored("甲府办〔2022〕07号", "begins with 0"),
    _stored("甲府办〔2022〕第07号", "第 stands", "begins with 0"),
    _stored("甲府办〔2022〕7", "does not end with 号"),
    _stored("甲府办〔2022〕号", "the number is missing"),
    _stored("甲府办2022年7号", "does not stand in brackets"),
    _stored("〔2022〕7号", "no issuer's code"),
    _stored("甲府办", "neither a year nor a number"),
    _stored("甲府办〔2022〕7-1号", "more than a number"),
    _stored("二连政办发[2022]7号", "six-cornered"),
    *(
        Case(
            f"a draft's {number}",
            HEAD.replace("甲府办〔2022〕7号", number) + "1. 做好公开。（县府办负责）\n",
            (None,),
            says=("placeholder",),
        )
        for number in ("甲府办〔2022〕XX号", "甲府办〔2022〕××号", "甲府办〔20XX〕X号")
    ),
)
