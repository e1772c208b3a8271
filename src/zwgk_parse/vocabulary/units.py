"""Known bodies: a unit's name goes in, its function and its full form come out.

The table is units.toml. Full forms differ between places and change with reforms, so a short form
has one only where every place calls the body so and the year allows it. A user's own file
(`unit_files`) adds to the table, and lists which units the open sets of a place stand for.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table
from zwgk_parse.vocabulary.unit_names import bare, is_group, level_head, scope_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zwgk_parse.vocabulary.unit_files import UnitsFile

F = TypeVar("F", bound="Callable[..., Any]")

_FULL_SUFFIX = {"委": "委员会", "办": "办公室"}
_SUFFIX_KEPT = frozenset(("政法委", "纪委", "团委"))
# Levels and places before a body's own name; the longest that leaves a known name counts.
_PLACE_END = lazy(r"(?:省|自治区|市|县|区|州|盟|旗)(?:委(?!员会))?")
_LEVEL = lazy(r"(?:国家|国务院|中国|全国|中央|[省市县区州盟旗乡镇](?:委(?!员会))?)")
_BRANCH = lazy(r"(.+局).{2,6}分局")
_SECTION = lazy(r"(.{2,})[处科股]")
_SIGN = lazy(r"(自治区|[省市县区州盟旗乡镇])委?$")
_SIGN_LEVELS = {
    "省": "province",
    "自治区": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "区": "county",
    "旗": "county",
    "乡": "township",
    "镇": "township",
}


class Known(NamedTuple):
    """What the table tells of a name: `canonical` is None where no one full form is certain."""

    system: str
    canonical: str | None


class _Reading(NamedTuple):
    """One row's reading of a name without level; `full` is empty where places differ."""

    system: str
    full: str
    first: int
    last: int
    place: bool
    levels: tuple[str, ...] = ()
    own: bool = False

    def right(self, year: int | None, level: str | None) -> bool:
        """Whether it holds in `year` at `level`."""
        in_time = year is None or self.first <= year <= self.last
        return in_time and (not self.levels or level in self.levels)


class _Frame(NamedTuple):
    """A full form that is built around the place (`上海证监局`)."""

    ending: str
    full: str
    row: dict  # type: ignore[type-arg]


class _Added:
    """The user's own file, for the whole process; `use` sets it."""

    file: UnitsFile | None = None
    # Forget the answers that the file before gave.
    forget: list[Callable[[], None]] = []  # noqa: RUF012  filled by `remembered`


def remembered(function: F) -> F:
    """`function` with its latest answers kept until `use` changes the table they depend on."""
    kept = lru_cache(maxsize=4096)(function)
    _Added.forget.append(kept.cache_clear)
    return kept  # type: ignore[return-value]


def use(file: UnitsFile | None) -> None:
    """Read units by the built-in table and `file` from now on, in the whole process."""
    _Added.file = file
    for forget in _Added.forget:
        forget()


def members(name: str, place: str | None = None) -> tuple[str, ...]:
    """The units that the open set `name` stands for at `place`, as the user's own file lists them.

    Without `place`, the place that `name` opens with, or the only one in the file. Nothing for a
    set that no list can settle (`有关部门`), and for a single unit.
    """
    listed = _Added.file.places if _Added.file else ()
    if place is None:
        found = [one for one in listed if name.startswith(one.name)] or list(listed)
    else:
        found = [one for one in listed if one.name == place]
    if len(found) != 1 or not is_group(name):
        return ()
    rest = name.removeprefix(found[0].name)
    lists = {"all_townships": found[0].townships, "own_departments": found[0].units}
    return lists.get(scope_of(rest), ())


@remembered
def _table() -> dict[str, list[_Reading]]:
    """Every known name without level, and the rows that know it."""
    found: dict[str, list[_Reading]] = {}
    data = _data()
    for row, own in _rows():
        years = row.get("from", 0), row.get("to", 9999), row.get("place", False)
        where = tuple(row.get("levels", ())), own
        named = dict(row.get("exact", {}))
        stems = {stem: stem for stem in row.get("stems", [])} | row.get("short", {})
        for stem, full in stems.items():
            for suffix in data["suffixes"]:
                whole = full + _FULL_SUFFIX.get(suffix, suffix) if full else ""
                named.setdefault(stem + suffix, whole)
        for name, full in named.items():
            found.setdefault(name, []).append(_Reading(row["system"], full, *years, *where))
    return found


def _rows() -> Iterator[tuple[dict, bool]]:  # type: ignore[type-arg]
    """Every row, and whether it is the user's own."""
    yield from ((row, False) for row in _data()["unit"])
    if _Added.file:
        yield from ((row, True) for row in _Added.file.rows)


@cache
def _data() -> dict[str, list]:  # type: ignore[type-arg]
    return table("vocabulary", "units")  # type: ignore[no-any-return]


@remembered
def _heads() -> dict[str, tuple[str, str]]:
    return {
        head: (row["system"], full)
        for row, _ in _rows()
        for head, full in row.get("heads", {}).items()
    }


@remembered
def _frames() -> tuple[_Frame, ...]:
    return tuple(
        _Frame(ending, full, row)
        for row, _ in _rows()
        for ending, full in row.get("frames", {}).items()
    )


@cache
def national_names() -> frozenset[str]:
    """The central bodies whose names carry no level."""
    return frozenset(_data()["national"]["names"])  # type: ignore[call-overload]


@remembered
def known(name: str, year: int | None) -> Known | None:
    """What the table tells of `name` in `year`; None for a name that it does not hold.

    `canonical` keeps the level and any bracket as printed (`县人社局` → `县人力资源和社会保障局`).
    """
    core = bare(name)
    tail = name[len(core) :] if name.startswith(core) else None
    framed = _framed(core, year)
    if framed:
        return framed
    for head in _openings(core):
        readings = _table().get(core[len(head) :])
        if readings:
            return _settled(head, readings, year, tail)
    return _branch(core, year) or _headed(core) or _section(core, year)


@cache
def full_stems() -> tuple[str, ...]:
    """The stems of full names in the built-in table (人力资源和社会保障)."""
    return tuple(dict.fromkeys(stem for row in _data()["unit"] for stem in row.get("stems", ())))


@cache
def body_stems() -> tuple[str, ...]:
    """All stems in the built-in table, short ones as well (人社)."""
    short = (stem for row in _data()["unit"] for stem in row.get("short", ()))
    return tuple(dict.fromkeys((*full_stems(), *short)))


def is_known(name: str) -> bool:
    """Whether the table holds `name` as it stands, without a level."""
    return name in _table()


@remembered
def place_named(name: str) -> bool:
    """Whether `name` is a branch named by its place (`平潭海关`, `阳西供电局`)."""
    if any(name.startswith(head) and name != head for head in _heads()):
        return True
    return any(
        reading.place
        for at in range(2, len(name) - 1)
        for reading in _table().get(name[at:], ())
        if name not in _table()
    )


def _openings(core: str) -> list[str]:
    """What may stand before the body's own name: nothing, its level, its place."""
    level = _LEVEL.match(core)
    openings = [""]
    openings += [level[0][0]] if level and level[0].endswith("委") else []
    openings += [level[0]] if level and (level_head(core) or len(level[0]) > 1) else []
    openings += [core[: place.end()] for place in _PLACE_END.finditer(core[:14], 1)]
    openings += [core[:at] for at in range(2, 7) if _is_branch(core[at:])]
    return openings


def _is_branch(rest: str) -> bool:
    return any(reading.place for reading in _table().get(rest, ()))


def _settled(head: str, readings: list[_Reading], year: int | None, tail: str | None) -> Known:
    """The reading that is right in `year`; a full form only if a single one remains."""
    sign = _SIGN.search(head)
    level = _SIGN_LEVELS[sign[1]] if sign else None
    valid = [reading for reading in readings if reading.right(year, level)]
    valid = [reading for reading in valid if reading.own] or valid
    fulls = {reading.full for reading in valid}
    full = fulls.pop() if len(fulls) == 1 else ""
    system = (valid or readings)[0].system
    if not full or tail is None:
        return Known(system, None)
    # 国家 + 国家统计局 is said once; 市 + 市场监督管理局 are two things.
    head = "" if len(head) > 1 and full.startswith(head) else head
    return Known(system, head + full + tail)


def _framed(core: str, year: int | None) -> Known | None:
    """What is known of a body that is named by its place alone (`上海证监局`)."""
    for ending, full, row in _frames():
        place = core.removesuffix(ending)
        # 省金融监管局 is the province's; 区管委会 has no place, but keeps what it has in front.
        in_front = full.startswith("{}")
        if place in ("", core) or (_SIGN.search(place) and not in_front):
            continue
        right = year is None or row.get("from", 0) <= year <= row.get("to", 9999)
        return Known(row["system"], full.format(place) if right else None)
    return None


def _branch(core: str, year: int | None) -> Known | None:
    """What is known of `市公安局鼎湖分局` by the body that it is a branch of."""
    match = _BRANCH.fullmatch(core)
    found = known(match[1], year) if match else None
    return Known(found.system, None) if found else None


def _headed(core: str) -> Known | None:
    for head, (system, full) in _heads().items():
        if core.startswith(head):
            return Known(system, full + core[len(head) :])
    return None


def _section(core: str, year: int | None) -> Known | None:
    """What is known of the section `农业农村处` by the body that does the same: its function."""
    match = _SECTION.fullmatch(core)
    readings = _table().get(match[1] + "局") if match else None
    return Known(_settled("", readings, year, None).system, None) if readings else None
