"""Folders of plans for the tests of CI: with an error, without, and with a file that is broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CI = ROOT / "docs" / "ci"
# Due before the plan was issued.
LATE = """甲县人民政府办公室关于印发甲县2022年政务公开工作要点的通知
甲府办〔2022〕7号
各乡镇人民政府，县直各部门：
《甲县2022年政务公开工作要点》已经县政府同意，现印发给你们，请认真组织实施。
甲县人民政府办公室
2022年3月15日
（此件公开发布）
甲县2022年政务公开工作要点
一、主要任务
1. 公开财政预算。（县财政局负责，2021年6月底前完成）
2. 公开统计数据。（县统计局负责，2022年9月底前完成）
"""
GOOD = LATE.replace("2021年6月底", "2022年6月底")


def folder_of_plans(place: Path, *, late: bool = False, broken: bool = False) -> Path:
    """A repository at `place` whose folder `plans` holds a good plan, and others if asked for."""
    plans = place / "plans"
    plans.mkdir(parents=True)
    (plans / "好 plan.txt").write_text(GOOD, encoding="utf-8")
    if late:
        (plans / "late.txt").write_text(LATE, encoding="utf-8")
    if broken:
        (plans / "empty.txt").write_bytes(b"")
    return place


def needs_packages(place: Path) -> None:
    """Skip the test where pip can install nothing."""
    run = subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(place), "hatchling"],
        capture_output=True,
        check=False,
    )
    if run.returncode:
        pytest.skip("pip can install nothing here")
