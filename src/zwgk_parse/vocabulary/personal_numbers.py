"""Numbers that belong to a person: a text goes in, what is a person's number in it comes out.

Found are identity numbers (GB 11643, with their check digit), mobile telephone numbers, and
landline numbers beside a person's name.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_names import is_group, shape

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

Kind = Literal["identity", "mobile", "landline"]

# What a text with each kind of number has: patterns that begin with a plain character are fast.
_IDENTITY_HINTS = (
    lazy(r"1[89]\d\d[01]\d[0-3]\d[- ]?\d{3}"),
    lazy(r"20\d\d[01]\d[0-3]\d[- ]?\d{3}"),
    lazy(r"身份[^，,。；;\n]{0,12}?\d{6}"),
)
_MOBILE_HINTS = (lazy(r"1[3-9]\d(?:[- ]?\d{4}){2}"), lazy("１[3-9３-９]"))
_AREA_HINTS = (lazy(r"0\d{2,3}[）) —－-]*[2-8]\d{6}"),)
_LABEL_HINTS = (lazy(r"人[^\n]{2,16}?[2-8]\d{6}"), lazy(r"员[^\n]{2,16}?[2-8]\d{6}"))
_LABELS = (
    *("联系人", "责任人", "负责人", "经办人", "承办人", "咨询人", "联络人", "填报人", "审核人"),
    *("牵头人", "签发人", "联络员", "信息员"),
)
_IDENTITY = lazy(
    r"(?<!\d)\d{6}[- ]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[- ]?\d{3}"
    r"[\dXxＸｘ](?![\dA-Za-z])"
)
# A number that is called so is meant as one, a slip of the pen or not.
_CALLED_IDENTITY = lazy(
    r"身份(?:证|号)[^，,。；;\d\n]{0,8}"
    r"(?P<number>\d{6}[- ]?\d{8}[- ]?\d{3}[\dXxＸｘ])(?![\dA-Za-z])"
)
_MOBILE = lazy(r"(?<!\d)(?:(?:\+|00)?86[- ]?)?(?P<number>[1１][3-9３-９]\d(?:[- ]?\d{4}){2})(?!\d)")
_AREA = r"[（(]?0\d{2,3}[）)]?[-—－ ]?"
_LOCAL = r"[2-8]\d{6,7}"
_MARKS = r"[（(，,、；;：:。\s]"
_CALLED = r"(?:(?:办公|联系|咨询|单位)?(?:电话|座机|固话))?(?:号码)?[：:\s]*"
# A day written in one number is none: 20220315.
_LOCAL_ALONE = rf"(?!20\d\d[01]\d[0-3]\d(?!\d)){_LOCAL}"
_LABELLED = lazy(
    rf"(?:{'|'.join(_LABELS)})(?P<colon>[：:\s]*)(?P<name>[^\W\d_]{{2,4}}?)(?P<marks>{_MARKS}*"
    rf"{_CALLED})(?P<number>{_AREA}{_LOCAL}|{_LOCAL_ALONE})(?!\d)"
)
# The hundred commonest family names, and a number with its area code.
_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]"
)
_NAMED = lazy(
    rf"(?:(?<![^\W\d_])|(?<=联系)|(?<=咨询))(?P<name>{_SURNAME}[^\W\d_]{{1,2}})(?:同志|先生|女士|[科股处局]长|主任)?"
    rf"{_MARKS}*{_CALLED}(?P<number>{_AREA}{_LOCAL})(?!\d)"
)
_OFFICE = lazy(
    r"(?:办|室|科|股|处|局|厅|委|部|院|所|站|队|组|中心|区|县|市|镇|乡|村|街|路|线|台|电话|传真|热线|公开|单位)$"
)
# Numbers of other kinds, by what stands before them.
_OTHER_LABEL = lazy(
    r"(?:索引号|信用代码|账号|帐号|账户|卡号|编号|编码|代码|文号|许可证号|登记证号|备案号|单号|流水号|标识码|条码|QQ|qq|群号|ISBN|邮编)"
    r"[^，,。；;\n]{0,6}$"
)
_AMOUNT = lazy(r"\s*(?:余?[元万亿人户件吨个项条次亩米株头]|[%％‰])|[A-Za-z_]|[-—/.]\d")
_IN_LONGER = lazy(r"[A-Za-z_./=&%#\\]$|[0-9A-Za-z][-—－]$|[0-9]\s$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
# The first two digits: regions of the country (1 North … 6 North-west), 71 Taiwan, 81–83.
_PROVINCE = lazy(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")


class PersonalNumber(NamedTuple):
    """A number found; `masked` is what may be repeated of it (`138****5678`)."""

    kind: Kind
    masked: str


# Anything that may be such a number, whatever stands around it: what is said of a plan is read by
# more people than the plan.
_MASKED = lazy(
    r"(?<!\d)(\d{6})\d{8}(\d{3}[\dXxＸｘ])(?!\d)|(?<!\d)(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)"
    r"|(?<!\d)(0\d{2,3}[-－—])\d{4,5}(\d{3})(?!\d)"
)


def masked(text: str) -> str:
    """`text` with the middle of all numbers hidden that may be a person's."""
    if len(text) < 11:
        return text
    return _MASKED.sub(lambda match: "****".join(filter(None, match.groups())), text)


def may_hold(text: str) -> bool:
    """Whether `text` may hold such a number: a quick test."""
    return any(_kinds(text))


def _kinds(text: str) -> tuple[bool, bool, bool, bool]:
    """Whether it may hold an identity number, a mobile one, one behind a label or behind a name."""
    return (
        _hinted(text, _IDENTITY_HINTS),
        _hinted(text, _MOBILE_HINTS),
        _hinted(text, _LABEL_HINTS),
        _hinted(text, _AREA_HINTS),
    )


def _hinted(text: str, hints: tuple[re.Pattern[str], ...]) -> bool:
    return any(hint.search(text) for hint in hints)


def personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """Each of a person's numbers in `text`, each once."""
    yield from dict.fromkeys(_all(text))


def telephone_of(name: str, phone: str) -> PersonalNumber | None:
    """The landline number `phone` of the person `name`; None for a mobile one and an office's."""
    digits = _digits(phone)
    if not 7 <= len(digits) <= 16 or _MOBILE.search(phone) or not _is_person(name):
        return None
    return PersonalNumber("landline", _masked_telephone(phone))


def _all(text: str) -> Iterator[PersonalNumber]:
    identity, mobile, labelled, named = _kinds(text)
    for match in _IDENTITY.finditer(text) if identity else ():
        digits = _digits(match[0])
        if is_identity_number(digits) and not _is_another(text, match):
            yield PersonalNumber("identity", f"{digits[:6]}********{digits[-4:]}")
    for match in _CALLED_IDENTITY.finditer(text) if identity else ():
        digits = _digits(match["number"])
        yield PersonalNumber("identity", f"{digits[:6]}********{digits[-4:]}")
    for match in _MOBILE.finditer(text) if mobile else ():
        digits = _digits(match["number"])
        if not _is_another(text, match):
            yield PersonalNumber("mobile", f"{digits[:3]}****{digits[-4:]}")
    yield from _landlines(_LABELLED.finditer(text) if labelled else ())
    yield from _landlines(_NAMED.finditer(text) if named else ())


def _landlines(matches: Iterable[re.Match[str]]) -> Iterator[PersonalNumber]:
    for match in matches:
        parts = match.groupdict()
        # 负责人名单8221234 is no person's.
        parted = parts.get("colon", " ") or parts.get("marks", " ")
        if parted and _is_person(match["name"]):
            yield PersonalNumber("landline", _masked_telephone(match["number"]))


def is_identity_number(digits: str) -> bool:
    """Whether 18 digits are a resident identity number: place, day of birth and check digit."""
    if not _PROVINCE.fullmatch(digits[:2]):
        return False
    try:
        dt.date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECK_DIGITS[total % 11] == digits[17]


def _is_another(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around the number shows one of another kind."""
    before = text[max(0, match.start() - 16) : match.start()]
    if _IN_LONGER.search(before) or _OTHER_LABEL.search(before):
        return True
    return _AMOUNT.match(text, match.end()) is not None


def _is_person(name: str) -> bool:
    return not (_OFFICE.search(name) or shape(name) or is_group(name))


def _digits(printed: str) -> str:
    """The digits of a number in ASCII, with the X that closes some."""
    folded = unicodedata.normalize("NFKC", printed).upper()
    return "".join(character for character in folded if character in "0123456789X")


def _masked_telephone(printed: str) -> str:
    digits = _digits(printed)
    return f"{digits[:-6]}****{digits[-2:]}"
