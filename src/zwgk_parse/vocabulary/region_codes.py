"""GB/T 2260 by year: a full name goes in, its code in that year comes out.

The table holds code, name, first and last year of every province, prefecture and county since 1980
(scripts/build_regions.py makes it; REGIONS-NOTICE.md names its sources). Its years are those on
whose last day a name stood; a name given up during a year was still in use in part of it, and is
therefore found in that year as well, unless a place bears it at the year's end.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

CodeLevel = Literal["province", "prefecture", "county"]

# Plans are published since the 政府信息公开条例 came into force (2008-05-01): a plan whose year is
# not known is not older.
_OLDEST_PLAN = 2008
_OPEN = 9999
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇"
    "|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各"
)
_OF_PEOPLES = rf"(?:(?:{_PEOPLES})族|蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克)"
# 凉山彝族自治州 is as often written 凉山州, 融水苗族自治县 融水县.
_AUTONOMOUS = lazy(rf"(.{{2,}}?){_OF_PEOPLES}+自治([州县旗])")
_STEM = lazy(rf"(.{{2,}}?)(?:{_OF_PEOPLES}*自治.|特别行政区|地区|新区|.)")


class _Row(NamedTuple):
    code: str
    first: int
    last: int


def level_of(code: str) -> CodeLevel:
    """The level that a six-digit code tells: 440000, 440700, 441721."""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def resolve(name: str, *, within: str | None = None, year: int | None = None) -> str | None:
    """The code that the place `name` (a full name) had in `year`; None unless exactly one remains.

    `within` names a place around it, by its full name or its code: 朝阳区 is several, 朝阳区 within
    北京市 or 110000 is 110105. Without a year, any name in use since 2008 is weighed.
    """
    around = None if within is None else _around(within, year)
    found = codes(name, year=year, around=around)
    return found[0] if len(found) == 1 else None


def _around(within: str, year: int | None) -> tuple[str, ...]:
    if within.isascii() and within.isdigit():
        return (within,)
    return codes(within, year=year) or codes(within, ever=True)


def codes(
    name: str,
    *,
    year: int | None = None,
    around: Iterable[str] | None = None,
    ever: bool = False,
) -> tuple[str, ...]:
    """Every code that `name` had in `year` (or `ever`), the newest last.

    Where `around` is given, only those that lie in one of its codes.
    """
    rows = _rows_of(name) + _rows_of(_short_forms().get(name, ""))
    if around is not None:
        outer = tuple(around)
        rows = tuple(row for row in rows if any(_inside(row.code, code) for code in outer))
    if not ever:
        rows = _in_force(rows, year)
    return tuple(dict.fromkeys(row.code for row in sorted(rows, key=lambda row: row.last)))


def _in_force(rows: tuple[_Row, ...], year: int | None) -> tuple[_Row, ...]:
    if year is None:
        return tuple(row for row in rows if row.last >= _OLDEST_PLAN)
    standing = tuple(row for row in rows if row.first <= year <= row.last)
    return standing or tuple(row for row in rows if row.last == year - 1)


def _inside(code: str, outer: str) -> bool:
    """Whether `code` lies in `outer`; 塔城地区 is named after 伊犁州 and lies beside it."""
    if code == outer:
        return False
    if level_of(outer) == "province" or level_of(outer) == level_of(code) == "prefecture":
        return code[:2] == outer[:2]
    return level_of(outer) == "prefecture" and code[:4] == outer[:4]


def is_name(name: str) -> bool:
    """Whether `name` is or was a place: a full name, or the short form of an autonomous one."""
    return name in _lines() or name in _short_forms()


@cache
def name_lengths() -> tuple[int, ...]:
    """The lengths that names have, the longest first."""
    return tuple(sorted({len(name) for name in _lines()}, reverse=True))


@cache
def names_by_stem() -> dict[str, tuple[str, ...]]:
    """Full names by what is left without their kind: 北京 → 北京市, 广西 → 广西壮族自治区."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _lines():
        # Most names only have their last character for a kind, and need no pattern.
        plain = not name.endswith("区") and "自治" not in name
        match = None if plain else _STEM.fullmatch(name)
        stem = match[1] if match else name[:-1]
        if match or (plain and len(stem) > 1):
            found[stem] = (*found.get(stem, ()), name)
    return found


@cache
def _short_forms() -> dict[str, str]:
    """The full names of autonomous places by their short forms.

    Where a place changed its name (阿坝藏族自治州, 阿坝藏族羌族自治州), the last one counts.
    """
    long = [name for name in _lines() if name[-3:-1] == "自治"]
    found: dict[str, str] = {}
    for name in sorted(long, key=lambda name: max(row.last for row in _rows_of(name))):
        if match := _AUTONOMOUS.fullmatch(name):
            found[match[1] + match[2]] = name
    return found


def _rows_of(name: str) -> tuple[_Row, ...]:
    lines = _lines().get(name, ())
    return tuple(_Row(code, int(first), int(last or _OPEN)) for code, first, last in lines)


@cache
def _lines() -> dict[str, list[tuple[str, str, str]]]:
    """Code, first and last year as the table has them; a document needs few of the thousands."""
    packed = Path(__file__).with_name("regions.tsv.gz").read_bytes()
    cells = gzip.decompress(packed).decode().replace("\n", "\t").split("\t")
    found: dict[str, list[tuple[str, str, str]]] = {}
    # The last line ends too, so that an empty cell is left over.
    for code, name, first, last in zip(*[iter(cells)] * 4, strict=False):
        found.setdefault(name, []).append((code, first, last))
    return found
