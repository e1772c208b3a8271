"""ZW226: a document number that is not printed as GB/T 9704 has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.plan.model import Plan

# Small tortoise-shell brackets are the same brackets in another font's repertoire.
_SIX_CORNERED = "〔〕﹝﹞❲❳"
_OPEN = r"[〔﹝❲\[［【〖﹇(（<〈《{｛〘]"
_CLOSE = r"[〕﹞❳\]］】〗﹈)）>〉》}｝〙]"
_WHOLE = lazy(r"[^\W\d_]{2,40}[〔﹝❲]\d{4}[〕﹞❳][1-9]\d*号")
_YEAR = lazy(rf"(?P<open>{_OPEN})?(?P<year>[\d〇○零ＯO一二三四五六七八九]*)(?P<close>{_CLOSE})?")
# 〔2022〕XX号, 〔20××〕 of a draft.
_DRAFT = lazy(rf"{_CLOSE}\s*第?\s*[xXＸ×✕*＊_＿○]+\s*号|\d{{2}}[xXＸ×✕*＊_＿○]{{2}}{_CLOSE}")
_CODE = lazy(
    rf"[^\d{_OPEN[1:-1]}{_CLOSE[1:-1]}]*?"
    rf"(?=第?(?:[\d{_OPEN[1:-1]}{_CLOSE[1:-1]}]|二[〇○零ＯO]))"
)
_REST = lazy(r"(?P<ordinal>第)?(?P<number>\d*)(?P<sign>号)?")
# Orders and announcements are counted in a way of their own (国务院令第711号).
_OWN_COUNT = lazy(r"(?:令|公告|通告)(?:\d{4}年?)?(?:第|[（(〔\[])")


def document_number_form(plan: Plan) -> Iterator[Found]:
    """The plan's own document number is not in the form of GB/T 9704-2012, 7.2.5.

    ## Why it matters
    A document is filed, cited and searched for by its number. The standard has the issuer's code,
    the full year in six-cornered brackets 〔〕, and the number in Arabic numerals with 号, without
    第 and without a leading zero; a number in any other form is not found again.

    ## When it keeps quiet
    Where the plan prints no number, for the numbers of documents it cites, and for orders and
    announcements, which are counted otherwise (`国务院令第711号`).

    ## Example
    `盐府办函〔202313`, `冠政办发[2022]7号`, `甲府办〔2022〕第07号`, `甲府办〔2022〕XX号`.

    ## What to do
    Print the number as `冠政办发〔2022〕7号`.
    """
    number = plan.document_number
    if number is None or not number.raw:
        return
    raw = number.raw
    if _WHOLE.fullmatch(raw) or _OWN_COUNT.search(raw):
        return
    reasons = _reasons(raw)
    if reasons:
        # The plan does not say where its number stands, but the parser's remark on it does.
        said = (one.provenance for one in plan.diagnostics if _is_of(one, raw))
        yield Found.of(None, next(said, ()), subject=raw, reasons="; ".join(reasons))


def _is_of(remark: Diagnostic, raw: str) -> bool:
    return remark.code == "ZW404" and remark.data.get("text") == raw


def _reasons(raw: str) -> list[str]:
    """What is amiss with a number, in the order in which its parts stand."""
    if _DRAFT.search(raw):
        return ["a placeholder stands for the number"]
    code = _CODE.match(raw)
    if code is None:
        return ["it has neither a year nor a number"]
    year = _YEAR.match(raw, code.end())
    found = [] if code[0] else ["it has no issuer's code"]
    if year is None or not (year["open"] and year["close"] and year["year"]):
        return [*found, "the year does not stand in brackets 〔〕"]
    if year["open"] not in _SIX_CORNERED or year["close"] not in _SIX_CORNERED:
        found.append("its brackets are not the six-cornered 〔〕")
    if not (len(year["year"]) == 4 and year["year"].isdecimal()):
        found.append("the year is not in four Arabic numerals")
    return found + _after_year(raw[year.end() :])


def _after_year(rest: str) -> list[str]:
    parts = _REST.match(rest)
    if parts is None or parts.end() != len(rest):
        return ["after the year stands more than a number and 号"]
    found = ["第 stands before the number"] if parts["ordinal"] else []
    if not parts["number"]:
        found.append("the number is missing")
    elif parts["number"].startswith(("0", "０")):
        found.append("the number begins with 0")
    return found if parts["sign"] else [*found, "it does not end with 号"]
