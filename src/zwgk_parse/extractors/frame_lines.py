"""What kind of line a paragraph of a document's head or foot is, by its words alone.

In goes a paragraph's text, out comes its Kind. Where it stands decides what is made of it.
"""

from __future__ import annotations

from typing import Literal

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.patterns import lazy
from zwgk_parse.source import Span
from zwgk_parse.vocabulary.documents import (
    DAY,
    NUMBER,
    disclosure_value,
    is_addressed,
    is_title,
    is_unit,
    label_field,
    words,
)
from zwgk_parse.vocabulary.page_words import is_furniture, is_page_number, is_rule, page_facts

Kind = Literal[
    "rule",
    "number",
    "printed",
    "signed",
    "date",
    "copies",
    "disclosure",
    "copied",
    "catalogue",
    "furniture",
    "attachment-list",
    "attachment-mark",
    "letterhead",
    "addressees",
    "label",
    "unit",
    "title",
    "text",
]

# One row a kind that a pattern tells: lines it claims whole, and near misses. Order matters.
SHAPES: tuple[tuple[Kind, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "number",
        NUMBER,
        ("国办发〔2018〕117号", "冠政办发(2022)7号", "盐府办函〔202313", "肇鼎府办函[2021] 38 号"),
        ("三年行动计划（2021）", "国办发〔2018〕117号文件精神"),
    ),
    (
        "printed",
        rf"[\u4e00-\u9fff（）、\s]{{0,60}}?{DAY}\s*印[发制]。?",
        ("2022年4月28日印发", "冠县人民政府办公室2022年4月28日印发"),
        ("2022年4月28日印发的通知",),
    ),
    (
        "date",
        rf"[（(]?{DAY}[）)]?",
        ("2022年4月28日", "二〇二二年四月二十八日", "（2022年4月28日）"),
        ("2022年4月28日前", "2022年4月"),
    ),
    ("copies", r"[（(]?\s*共印\s*\d+\s*份\s*[）)]?。?", ("(共印20份)", "共印 300 份"), ()),
    (
        "copied",
        r"(?:抄送|抄报|抄发|分送|发送)(?:单位|机关)?\s*[:：].*",
        ("抄送：区委各部委，区人大办公室。",),
        ("抄送有关部门",),
    ),
    (
        "attachment-list",
        r"(?:相关)?附件?\s*[0-9一二三四五六七八九十]{0,3}\s*[:：]\s*.+",
        ("附件：第二批改革举措推广清单", "附件1：任务分解表", "附:1.任务表"),
        ("附件", "附件1", "附表下载"),
    ),
    (
        "attachment-mark",
        r"(?:相关)?附(?:件|表|录)?\s*[0-9一二三四五六七八九十]{0,3}\s*[:：]?",
        ("附件", "附件1", "附件 2：", "附表一", "相关附件："),
        ("附件下载",),
    ),
    ("letterhead", r"[\u4e00-\u9fff（）\s]{3,60}文\s*件", ("冠县人民政府办公室文件",), ("文件",)),
)
_SHAPES = tuple((kind, lazy(pattern)) for kind, pattern, *_ in SHAPES)
_SIGNED = lazy(rf"(?P<unit>[\u4e00-\u9fff（）、\s]{{3,60}}?)\s*(?P<day>{DAY})")
_ASIDE = lazy(r"[（(](?:此件|本文|此文|该件|本件).{1,25}[）)]?|[（(]?此件.{2,15}公开.{0,3}[）)]?")
_SERIAL = lazy(r"0\d{5}")
# A line about whom to ask: （联系人：李某，电话：…）.
_CONTACT = lazy(r"[（(]?[^，。：:]{0,6}(?:联系人|联系方式|电话|传真|邮箱)[^，。：:]{0,6}[:：]")
_SENTENCE = lazy(r"[。；;！!？?]|[:：，,、]$")
_NO_ADDRESSEE = lazy(
    r"请|如下|现将|为了|以下|下列|包括|要求|关于|[。；《]|^(?:[（(【〔\[]|为|经(?!开|济)|附(?!属)|[责牵配主承协督]|抄|其中|联系|落实|完成|监)"
)
_LINE_LIMIT = 600


def kind_of(text: str) -> Kind:
    """The kind of line that `text` is; `text` for prose and for whatever is no line of a frame."""
    if len(text) > _LINE_LIMIT:
        return "label" if read_label(text) else "text"
    bare = _tidy(text)
    if not bare or is_rule(text) or is_page_number(text):
        return "rule"
    for kind, pattern in _SHAPES:
        if pattern.fullmatch(bare):
            return kind
    return _kind_by_words(text, bare)


def _kind_by_words(text: str, bare: str) -> Kind:
    if _is_disclosure(bare):
        return "disclosure"
    if page_facts(text.strip()):
        return "catalogue"
    if is_furniture(text) or bare.startswith(words("asides", "starts")) or _SERIAL.fullmatch(bare):
        return "furniture"
    if is_addressees(bare):
        return "addressees"
    if read_label(bare):
        return "label"
    if split_signed(bare):
        return "signed"
    if is_unit(bare) and not is_title(bare):
        return "unit"
    return "title" if is_title_line(bare) else "text"


def _tidy(text: str) -> str:
    return Passage.of(text, Span()).tidy().text


def _is_disclosure(bare: str) -> bool:
    label, colon, _ = bare.strip("（）()").replace(":", "：").partition("：")
    if colon and label_field(label) == "disclosure":
        return disclosure_value(bare) is not None
    return bool(_ASIDE.fullmatch(bare)) and disclosure_value(bare) is not None


def is_addressees(text: str) -> bool:
    """Whether `text` is a line of addressees (主送机关): bodies, closed by a colon."""
    bare = _tidy(text)
    return (
        bare.endswith(("：", ":"))
        and len(bare) <= _LINE_LIMIT
        and not _NO_ADDRESSEE.search(bare)
        and is_addressed(bare[:-1])
        and read_label(bare) is None
    )


def split_signed(text: str) -> tuple[int, int] | None:
    """Where the unit ends and the day begins in a line that holds both, or None."""
    match = _SIGNED.fullmatch(text.strip())
    if match is None or not is_unit(match["unit"]):
        return None
    return match.end("unit"), match.start("day")


def is_title_line(text: str) -> bool:
    """Whether `text` may be a line of a title: short and no sentence."""
    return 2 <= len(text) <= 120 and not _SENTENCE.search(text) and not _CONTACT.match(text)
