"""`zwgk trace`, `zwgk compare` and `zwgk lineage`: files in, formats out, exit codes."""

from __future__ import annotations

import json
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.diff.family import FOLDER, SAMPLES, family
from zwgk_parse.tracing import workers

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

PROVINCE, CITY, DEPARTMENT = (FOLDER / f"{n}.txt" for n in ("province", "city", "department"))


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A plan a line: the city, a line that is no plan, the province itself, the department."""
    path = tmp_path / "children.jsonl"
    texts = [family("city").model_dump_json(), '{"tasks": 7}']
    texts += [family(name).model_dump_json() for name in ("province", "department")]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_what_is_missing_fails(run: Run) -> None:
    result = run("trace", PROVINCE, CITY, DEPARTMENT)
    assert result.exit_code == 1
    assert "split t5, t6" in result.stdout
    assert result.stderr == ""


def test_nothing_missing_is_fine(run: Run, tmp_path: Path) -> None:
    city = family("city")
    copy = tmp_path / "copy.json"
    copy.write_text(city.model_copy(update={"id": "copy"}).model_dump_json(), encoding="utf-8")
    assert run("trace", CITY, copy).exit_code == 0


@pytest.mark.parametrize(("share", "code"), [("0", 0), ("0.8", 0), ("0.875", 0), ("0.9", 1)])
def test_a_share_may_be_required(run: Run, share: str, code: int) -> None:
    result = run("trace", PROVINCE, CITY, "--require", share)
    assert result.exit_code == code
    assert ("7/8 is below 90%" in result.stderr) == bool(code)


def test_where_nothing_is_owed_nothing_is_below(run: Run) -> None:
    result = run("trace", SAMPLES / "guanxian-2022.txt", CITY, "--require", "1")
    assert result.exit_code == 0
    assert "no task is addressed to it for certain" in result.stdout


@pytest.mark.parametrize("share", ["1.5", "-1", "all"])
def test_a_share_that_is_none_is_wrong_usage(run: Run, share: str) -> None:
    assert run("trace", PROVINCE, CITY, "--require", share).exit_code == 2


def test_a_folder_stands_for_its_plans_and_the_parent_is_left_out(run: Run) -> None:
    result = run("trace", PROVINCE, FOLDER, "-f", "json")
    found = json.loads(result.stdout)
    names = [Path(one["file"]).name for one in found["children"]]
    assert names == ["city.txt", "department.txt"]
    assert "is the parent itself" in result.stderr
    assert "README.md says neither" in result.stderr


def test_a_file_of_many_plans_is_traced_line_by_line(run: Run, lines: Path) -> None:
    result = run("trace", PROVINCE, lines, "-f", "jsonl")
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == [
        f"{lines}:1",
        f"{lines}:4",
    ]
    assert result.exit_code == 3
    assert f"{lines}:2" in result.stderr
    assert f"{lines}:3 is the parent itself" in result.stderr


@pytest.mark.slow
def test_several_processes_say_the_same(
    run: Run, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lines.open("ab") as stream:
        stream.write(b'{"id": nothing}\n[]\n{"id": "\xff"}\n \n{"id": 1, "id": 2}\n')
    alone = run("trace", PROVINCE, lines, "-f", "jsonl")
    monkeypatch.setattr(workers, "LONG", 1)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    several = run("trace", PROVINCE, lines, "-f", "jsonl")
    assert several.stdout == alone.stdout
    assert several.exit_code == alone.exit_code == 3
    assert sorted(several.stderr.splitlines()) == sorted(alone.stderr.splitlines())
    told = run("trace", PROVINCE, lines)
    assert told.stdout == run("trace", PROVINCE, lines).stdout


@pytest.mark.slow
def test_a_process_that_is_ended_is_told(
    run: Run, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __init__(self, *_: object) -> None: ...

        def __enter__(self) -> Broken:
            return self

        def __exit__(self, *_: object) -> None: ...

        def submit(self, *_: object) -> None:
            raise BrokenProcessPool

    monkeypatch.setattr(workers, "LONG", 1)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    monkeypatch.setattr(workers, "ProcessPoolExecutor", Broken)
    result = run("trace", PROVINCE, lines, CITY, "-f", "jsonl", language="zh")
    assert result.exit_code == 3
    assert "读取它的进程被外部中止" in result.stderr
    assert json.loads(result.stdout)["taken"] == 7


def test_standard_input_is_read(run: Run, lines: Path) -> None:
    given = lines.read_bytes().splitlines()[0]
    result = run("trace", PROVINCE, "-", "-f", "jsonl", input=given)
    assert json.loads(result.stdout)["taken"] == 7
    document = run("trace", PROVINCE, "-", "-f", "jsonl", input=CITY.read_bytes())
    assert json.loads(document.stdout)["taken"] == 7


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("t.json", "{\n"),
        ("t.jsonl", '{"schema_version"'),
        ("t.md", "## "),
        ("t.html", "<!DOCTYPE html>"),
        ("t.txt", "Tasks of"),
    ],
)
def test_the_name_of_the_output_tells_the_format(
    run: Run, tmp_path: Path, name: str, begins: str
) -> None:
    output = tmp_path / name
    result = run("trace", PROVINCE, CITY, "-o", output)
    assert result.stdout == ""
    assert output.read_text(encoding="utf-8").startswith(begins)


def test_chinese_is_told_in_chinese(run: Run) -> None:
    result = run("trace", PROVINCE, CITY, "--lang", "zh")
    assert "应承接 8 项，已承接 7 项" in result.stdout
    assert "待定 1" in result.stdout
    assert "说明一份方案的任务" in run("trace", "--help", language="zh").stdout


@pytest.mark.parametrize("processors", [1, 2])
def test_a_list_of_units_is_asked_for_where_it_could_settle_a_task(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int
) -> None:
    text = PROVINCE.read_text(encoding="utf-8")
    assert text.count("有关设区市人民政府") == 1
    parent = tmp_path / "province.txt"
    parent.write_text(text.replace("有关设区市人民政府", "省直有关单位"), encoding="utf-8")
    children = tmp_path / "children.jsonl"
    children.write_text(family("department").model_dump_json() + "\n", encoding="utf-8")
    monkeypatch.setattr(workers, "LONG", 1)
    monkeypatch.setattr(workers, "processors", lambda: processors)
    result = run("trace", parent, children)
    assert "undecided tasks that a list may settle: 1;" in result.stderr
    said = run("trace", parent, children, "--lang", "zh").stderr
    assert "列明名单可望判定的待定任务 1 项" in said
    units = tmp_path / "units.toml"
    units.write_text('[[place]]\nname = "浙江省"\nunits = ["省财政厅"]\n', encoding="utf-8")
    assert run("trace", parent, children, "--units", units).stderr == ""


@pytest.mark.slow
def test_a_units_file_settles_who_is_meant(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = tmp_path / "units.toml"
    units.write_text(
        '[[place]]\nname = "浙江省"\nunits = ["省财政厅"]\ntownships = []\n', encoding="utf-8"
    )
    result = run("trace", PROVINCE, DEPARTMENT, "--units", units, "-f", "jsonl")
    assert json.loads(result.stdout)["owed"] == 1  # what names it; no longer 省直各单位
    many = tmp_path / "many.jsonl"
    many.write_text(family("department").model_dump_json() + "\n", encoding="utf-8")
    monkeypatch.setattr(workers, "LONG", 1)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    several = run("trace", PROVINCE, many, "--units", units, "-f", "jsonl")
    assert json.loads(several.stdout)["owed"] == 1


def test_what_cannot_be_read_is_told_and_the_rest_traced(run: Run, tmp_path: Path) -> None:
    result = run("trace", PROVINCE, tmp_path / "none.json", CITY, "-f", "jsonl")
    assert result.exit_code == 3
    assert "none.json" in result.stderr
    assert json.loads(result.stdout)["taken"] == 7


def test_no_child_at_all_is_no_success(run: Run, tmp_path: Path) -> None:
    result = run("trace", PROVINCE, tmp_path)
    assert result.exit_code == 3
    assert "no child could be read" in result.stderr


def test_the_output_is_no_input(run: Run) -> None:
    assert run("trace", PROVINCE, CITY, "-o", CITY).exit_code == 2
    assert run("trace", "-", "-").exit_code == 2
    assert run("trace", PROVINCE).exit_code == 2


def test_compare_tells_what_two_plans_share(run: Run) -> None:
    files = SAMPLES / "yangxi-2022.txt", SAMPLES / "jiangmen-jtj-2022.txt"
    result = run("compare", *files, "-f", "json")
    assert result.exit_code == 1
    shared = json.loads(result.stdout)["shared"]
    assert {("t35", "t18"), ("t36", "t19"), ("t28", "t12"), ("t33", "t16")} <= {
        (one["first"][0]["id"], one["second"][0]["id"]) for one in shared
    }
    assert run("compare", files[0], files[0]).exit_code == 0


def test_compare_goes_through_a_parent(run: Run) -> None:
    result = run("compare", CITY, DEPARTMENT, "--via", PROVINCE, language="zh")
    assert "经由浙江省2024年政务公开工作要点分工方案" in result.stdout
    rows = [line.split()[:4] for line in result.stdout.splitlines()]
    assert ["t7", "t2", "100%", "t11"] in rows


def test_lineage_draws_a_folder(run: Run, tmp_path: Path) -> None:
    result = run("lineage", FOLDER)
    assert result.exit_code == 0
    assert "├── 丽政办发〔2024〕902号" in result.stdout
    assert "README.md says neither" in result.stderr
    picture = tmp_path / "tree.svg"
    run("lineage", FOLDER, "-o", picture, language="zh")
    assert "<svg" in picture.read_text(encoding="utf-8")


def test_lineage_of_the_real_county_names_its_parents(run: Run) -> None:
    found: dict[str, Any] = json.loads(
        run("lineage", SAMPLES / "dinghu-2021.txt", "-f", "json").stdout
    )
    assert [one["document_number"] for one in found["plans"] if not one["held"]] == [
        "粤府办〔2021〕17号",
        "肇府办函〔2021〕79号",
    ]


def test_lineage_of_nothing_is_no_success(run: Run, tmp_path: Path) -> None:
    assert run("lineage", tmp_path).exit_code == 3


def test_a_missing_file_of_many_plans_is_told(run: Run, tmp_path: Path) -> None:
    result = run("trace", PROVINCE, tmp_path / "nope.jsonl")
    assert result.exit_code == 3
    assert "there is no such file" in result.stderr
