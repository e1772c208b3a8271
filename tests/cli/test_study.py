"""`zwgk stats`, `zwgk sample` and `zwgk accuracy` after a real batch over the samples."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.study.made import folder, guan, yang
from zwgk_parse.batch.reading import OutFolder
from zwgk_parse.cli.stats_table import draw
from zwgk_parse.messages.widths import columns
from zwgk_parse.study.counting import count
from zwgk_parse.study.figures import KINDS
from zwgk_parse.study.sheet import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

SAMPLES = Path(__file__).parents[2] / "samples"
TASKS = 184


@pytest.fixture(scope="module", params=["json", "jsonl"])
def out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a batch made of the samples and one copy; not all formats are put together yet."""
    folder = tmp_path_factory.mktemp("study")
    source = folder / "来源"
    source.mkdir()
    for path in SAMPLES.glob("*-20*.txt"):
        shutil.copy(path, source)
    shutil.copy(SAMPLES / "yangxi-2022.txt", source / "复制.txt")
    (source / "空.txt").write_text("没有任务。\n", encoding="utf-8")
    command = [sys.executable, "-m", "zwgk_parse", "batch", str(source), "-o", str(folder / "out")]
    run = subprocess.run(
        [*command, "--format", request.param],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "ZWGK_LANG": "en"},
    )
    assert run.returncode == 1, run.stderr
    return folder / "out"


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_an_overview_fits_a_terminal(run: Run, out: Path) -> None:
    for language, words in (("en", "Tasks by owner"), ("zh", "各责任单位的任务")):
        result = run("stats", out, language=language)
        assert result.exit_code == 0, result.output
        assert words in result.stdout
        assert max(map(columns, result.stdout.splitlines())) <= 80
        assert f"{TASKS}" in result.stdout.splitlines()[0]


def test_counts_are_those_of_the_plans(run: Run, out: Path) -> None:
    """Counted once more, straight from the plans, in another way."""
    plans = {plan.sources[0].sha256: plan for _, plan in OutFolder(out).plans()}
    owners: dict[str, set[str]] = {}
    for digest, plan in plans.items():
        for task in plan.tasks:
            for owner in task.owners:
                owners.setdefault(owner.canonical, set()).add(f"{digest}{task.id}")
    result = run("stats", out, "--by", "owner", "-f", "csv")
    counted = {row["value"]: int(row["count"]) for row in _rows(result.stdout) if row["value"]}
    assert counted == {name: len(tasks) for name, tasks in owners.items()}


def test_each_file_counts_where_that_is_asked_for(run: Run, out: Path) -> None:
    once = json.loads(run("stats", out, "-f", "json").stdout)["counted"]
    each = json.loads(run("stats", out, "-f", "json", "--all-files").stdout)["counted"]
    assert (once["files"], once["tasks"], once["same_plans_left_out"]) == (7, TASKS, 1)
    assert (each["tasks"], each["same_plans_left_out"]) == (TASKS + 52, None)
    assert each["plans"] == once["plans"] + 1


def test_a_file_names_its_format(run: Run, out: Path, tmp_path: Path) -> None:
    for name, start in (("a.csv", b"\xef\xbb\xbfby,"), ("a.json", b"{"), ("a.txt", b"184 tasks")):
        assert run("stats", out, "--by", "year", "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.slow
def test_a_picture(run: Run, out: Path, tmp_path: Path) -> None:
    result = run("stats", out, "--by", "year", "-o", tmp_path / "a.png")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert run("stats", out, "-f", "png").exit_code == 2


def test_what_no_batch_wrote(run: Run, tmp_path: Path) -> None:
    for command in ("stats", "sample"):
        result = run(command, tmp_path / "none")
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.count("\n") == 1
        assert "none" in result.stderr


def test_nothing_to_count(run: Run, tmp_path: Path) -> None:
    own = tmp_path / ".zwgk"
    own.mkdir()
    (own / "run.json").write_text("{}", encoding="utf-8")
    assert run("stats", tmp_path).exit_code == 1
    result = run("sample", tmp_path)
    assert result.exit_code == 1
    assert "no task to draw" in result.stderr
    assert "has not finished" in result.stderr


def test_a_plan_that_is_gone_is_told(run: Run, out: Path, tmp_path: Path) -> None:
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    gone = next(path for path in copy.rglob("*yanting*") if path.is_file())
    gone.unlink()
    result = run("stats", copy)
    assert result.exit_code == 0
    assert "yanting" in result.stderr
    assert f"{TASKS - 16} tasks" in result.stdout


def test_a_sample_is_ticked_and_counted(run: Run, out: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "核对表.csv"
    result = run("sample", out, "-n", 20, "--seed", 7, "-o", sheet, language="zh")
    assert result.exit_code == 0, result.output
    assert "184 项任务中抽取 20 项" in result.stderr
    again = run("sample", out, "-n", 20, "--seed", 7, language="zh")
    assert again.stdout_bytes == sheet.read_bytes()
    text = sheet.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 21
    assert all(row[FIELDS.index("printed")] for row in rows)
    for number, row in enumerate(rows[1:]):
        row[10:13] = ["对", "错" if number < 5 else "对", "" if number == 0 else "1"]
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    sheet.write_bytes(stream.getvalue().encode("gb18030"))
    data = json.loads(run("accuracy", sheet, "-f", "json").stdout)
    assert [
        (one["column"], one["right"], one["wrong"], one["blank"]) for one in data["columns"]
    ] == [("text", 20, 0, 0), ("owners", 15, 5, 0), ("deadlines", 19, 0, 1), ("all", 15, 4, 1)]
    assert data["columns"][1]["low"] == pytest.approx(0.5313, abs=1e-4)
    assert data["columns"][1]["high"] == pytest.approx(0.8881, abs=1e-4)
    shown = run("accuracy", sheet, language="zh").stdout
    assert shown.split("\n")[4].split() == [
        "责任单位",
        "15",
        "5",
        "0",
        "75.0%",
        "53.1%",
        "–",
        "88.8%",
    ]
    assert run("accuracy", sheet, "-f", "csv").stdout.startswith("column,right,wrong,blank,")


def test_a_sheet_without_a_tick(run: Run, out: Path) -> None:
    sheet = run("sample", out, "-n", 3).stdout
    result = run("accuracy", "-", input=sheet)
    assert result.exit_code == 1
    assert "nothing is ticked yet" in result.stderr


def test_a_cell_that_is_no_tick(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("标识,任务对否,责任单位对否,时限对否\nx,1,大概,1\n", encoding="utf-8")
    result = run("accuracy", sheet, language="zh")
    assert result.exit_code == 3
    assert "第 2 行 C 列：“大概”既不是“对”也不是“错”；请在表中改正" in result.stderr


def test_sources_that_are_gone_are_told(run: Run, out: Path, tmp_path: Path) -> None:
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    ledger = copy / "ledger.jsonl"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("来源", "别处"), encoding="utf-8")
    result = run("sample", copy, "-n", 3)
    assert result.exit_code == 0
    assert "3 tasks have no passage" in result.stderr
    assert result.stdout.count("(the file is not where it was") == 3


def test_a_workbook_goes_to_a_file(run: Run, out: Path, tmp_path: Path) -> None:
    assert run("sample", out, "-f", "xlsx").exit_code == 2
    assert run("sample", out, "-n", 5, "-o", tmp_path / "a.xlsx").exit_code == 0
    result = run("accuracy", tmp_path / "a.xlsx")
    assert (result.exit_code, "5 tasks, 0 of them judged" in result.stdout) == (1, True)


@pytest.mark.parametrize("width", [50, 80, 120])
def test_bars_are_drawn_where_there_is_room(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("COLUMNS", str(width))
    draw(count(folder(a=guan(), b=yang()), [KINDS["year"], KINDS["owner"]], top=1), "en")
    lines = stream.getvalue().splitlines()
    bars = {line.split()[0]: line.count("█") for line in lines if "%" in line}
    assert max(map(columns, lines)) <= width
    assert bars["2022"] == (0 if width == 50 else bars["县财政局"])
    assert bars["no"] == round(bars["2022"] / 3)
    assert "… and 1 more" in lines


@pytest.mark.slow
def test_workers_and_order_do_not_matter(run: Run, tmp_path: Path) -> None:
    sheets = set()
    for jobs, names in (("1", "gjy"), ("2", "yjg")):
        files = [next(SAMPLES.glob(f"{name}*-20*.txt")) for name in names]
        command = [sys.executable, "-m", "zwgk_parse", "batch", *map(str, files)]
        out = tmp_path / jobs
        subprocess.run([*command, "-o", str(out), "--jobs", jobs], check=True, capture_output=True)
        sheets.add(run("sample", out, "-n", 15).stdout)
    assert len(sheets) == 1


def test_a_damaged_line_is_told_and_left_out(run: Run, out: Path, tmp_path: Path) -> None:
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    ledger = copy / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join([lines[0], b'{"path": 1}\n', *lines[1:]]))
    result = run("stats", copy)
    assert result.exit_code == 0
    assert result.stderr == "ledger.jsonl:2: the line is damaged and left out\n"
    assert f"{TASKS} tasks" in result.stdout
