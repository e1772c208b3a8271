"""Bodies that reforms renamed: the table, and what is read by it."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

import zwgk_parse.vocabulary
from zwgk_parse.vocabulary.reforms import is_old, renamed

TABLE = tomllib.loads(
    (Path(zwgk_parse.vocabulary.__path__[0]) / "reforms.toml").read_text(encoding="utf-8")
)
ROWS = TABLE["renamed"]
NEW = sorted({row["new"] for row in ROWS if "until" not in row})
LATE, EARLY = dt.date(2030, 1, 1), dt.date(2008, 5, 1)
HEADS = {"national": "", "province": "省", "prefecture": "市", "county": "县"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['old'][0]} {row['since']}")
def test_a_row_is_whole(row: dict[str, object]) -> None:
    assert set(row) <= {"old", "new", "reform", "since", "until", "levels", "ground"}
    since = dt.date.fromisoformat(str(row["since"]))
    assert since >= dt.date(int(str(row["reform"])), 1, 1)
    assert str(row["ground"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['old'][0]} {row['since']}")
def test_every_old_name_is_read_from_the_day_on(row: dict[str, list[str]]) -> None:
    since = dt.date.fromisoformat(str(row["since"]))
    for name in row["old"]:
        for level in row.get("levels", ["county"]):
            whole = name if name.startswith(("国", "中国")) else HEADS[level] + name
            found = renamed(whole, level, since)
            assert found is not None, whole
            before = renamed(whole, level, since - dt.timedelta(days=1))
            assert before is None or before.new != found.new, whole


@pytest.mark.parametrize("name", NEW)
def test_no_new_name_is_old(name: str) -> None:
    assert renamed(name, "county", LATE) is None


@pytest.mark.parametrize(
    ("name", "level", "new"),
    [
        ("县工商局", None, "市场监督管理局"),
        ("阳西县工商行政管理局", None, "市场监督管理局"),
        ("市环保局鼎湖分局", None, "生态环境局"),
        ("省安监局", None, "应急管理厅"),
        ("省物价局", None, "发展和改革委员会"),
        ("农业部", "national", "农业农村部"),
        ("卫计局", "county", "卫生健康局"),
        ("卫计局", None, None),
        ("省食品药品监督管理局", None, None),
        ("镇安监所", None, None),
        ("经济开发区环保局", None, None),
        ("高新区国土局", None, None),
        ("县公安局法制办", None, None),
        ("县规划局", None, None),
        ("县综合执法局（安监局）", None, None),
        ("县财政局", None, None),
        ("", None, None),
    ],
)
def test_what_is_read(name: str, level: str | None, new: str | None) -> None:
    found = renamed(name, level, dt.date(2022, 3, 15))
    assert (found.new if found else None) == new
    assert new is None or is_old(name)


def test_nothing_is_old_before_the_first_reform() -> None:
    old = {name for row in ROWS for name in row["old"]}
    assert [name for name in old if renamed("县" + name, "county", EARLY)] == []
