"""`zwgk validate`: what is read, what is told, how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zwgk_parse.cli.reports import FORMATS
from zwgk_parse.exporters.findings import FORMATS as WRITERS
from zwgk_parse.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

SAMPLES = Path(__file__).parents[2] / "samples"
HEAD = """甲县人民政府办公室关于印发甲县2022年政务公开工作要点的通知
甲府办〔2022〕7号
各乡镇人民政府，县直各部门：
现将《甲县2022年政务公开工作要点》印发给你们，请认真组织实施。
甲县人民政府办公室
2022年3月15日
（此件公开发布）
甲县2022年政务公开工作要点
"""
GOOD = HEAD + "1. 做好年报编制。（县府办负责，2022年6月底前完成）\n"
LATE = HEAD + "1. 做好年报编制。（县府办负责，2021年6月底前完成）\n"
ONLY = ("--select", "ZW202")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


def put(name: str, text: str = LATE) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def stored(name: str, *texts: str) -> str:
    """A file of plans, a line each, or of one plan."""
    plans = [parse(Path(put(f"{name}.txt", text))).value for text in texts]
    Path(f"{name}.txt").unlink()
    whole = len(plans) == 1 and name.endswith(".json")
    return put(name, "\n".join(plan.model_dump_json(indent=2 if whole else None) for plan in plans))


def test_codes_of_exit(run: Run, folder: Path) -> None:
    late, good = put("late.txt"), put("good.txt", GOOD)
    assert run("validate", good, *ONLY).exit_code == 0
    assert run("validate", late, *ONLY).exit_code == 1
    assert run("validate", late, *ONLY, "--exit-zero").exit_code == 0
    assert run("validate", late, *ONLY, "--severity", "ZW202=warning").exit_code == 0
    assert (
        run(
            "validate", late, *ONLY, "--severity", "ZW202=warning", "--fail-on", "warning"
        ).exit_code
        == 1
    )
    assert run("validate", late, "--ignore", "deadline-before-issue", *ONLY).exit_code == 0
    assert run("validate").exit_code == 2
    assert run("validate", late, "--select", "ZW9").exit_code == 2
    missing = run("validate", "gone.txt", late, *ONLY)
    assert missing.exit_code == 3
    assert "late.txt:9: ZW202" in missing.stdout
    assert "gone.txt: not read: there is no such file" in missing.stdout


def test_plans_documents_and_folders_give_the_same(run: Run, folder: Path) -> None:
    put("in/late.txt")
    put("in/deep/late.html", "<p>" + LATE.replace("\n", "</p><p>") + "</p>")
    stored("in/late.json", LATE)
    stored("in/late.jsonl", GOOD, LATE)
    found = json.loads(run("validate", "in", *ONLY, "-f", "json").stdout)
    assert found["counts"] | {"plans": 5, "errors": 4, "files": 4} == found["counts"]
    assert {one["task"] for one in found["findings"]} == {"t1"}
    assert [one["place"]["file"] for one in found["findings"]] == [
        "in/late.json",
        "in/late.jsonl",
        "in/late.txt",
        "in/deep/late.html",
    ]


def test_a_fragment_comes_by_standard_input(run: Run, folder: Path) -> None:
    page = "<div>" + LATE.replace("\n", "<br>") + '<p><a href="a.docx">附件1：任务表</a></p></div>'
    result = run(
        "validate",
        "-",
        "--name",
        "draft/7",
        "--base-url",
        "https://example.org/x/",
        *ONLY,
        input=page,
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("draft/7: ZW202 error task 1: ")


def test_reports_go_where_the_o_behind_them_says(run: Run, folder: Path) -> None:
    late = put("late.txt")
    result = run("validate", late, *ONLY, "-f", "json", "-o", "a.json", "-f", "text")
    assert result.stdout.startswith("late.txt:9: ZW202")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["counts"]["errors"] == 1
    result = run("validate", late, *ONLY, "-o", "b.json", "-f", "text", "-o", "c.txt")
    assert result.stdout == ""
    assert json.loads(Path("b.json").read_text(encoding="utf-8"))["files"] == ["late.txt"]
    assert Path("c.txt").read_text(encoding="utf-8").startswith("late.txt:9")
    assert run("validate", late, "-f", "json", "-f", "text").exit_code == 2
    assert run("validate", late, "-f", "text", "-o", late).exit_code == 2
    assert Path(late).read_text(encoding="utf-8") == LATE


def test_annotations_come_by_themselves_under_github_actions(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    late = put("late.txt")
    assert run("validate", late, *ONLY).stdout.startswith(
        "::error file=late.txt,line=9,title=ZW202"
    )
    assert run("validate", late, *ONLY, "-f", "text").stdout.startswith("late.txt:9: ZW202")


def test_formats_are_those_that_are_written() -> None:
    assert tuple(one.name for one in WRITERS) == FORMATS


def test_few_many_and_counted(run: Run, folder: Path) -> None:
    late = put("late.txt", LATE + "2. 做好公开。（县府办负责，2月底前完成）\n")
    shown = run("validate", late, *ONLY, "--max-findings", "1")
    assert shown.exit_code == 1
    assert shown.stdout.count("ZW202") == 1
    assert "errors: 2" in shown.stdout
    assert "left out: 1" in shown.stdout
    assert (
        "     2 ZW202 error deadline-before-issue"
        in run("validate", late, *ONLY, "--statistics").stdout
    )
    quiet = run("validate", late, *ONLY, "--quiet").stdout.splitlines()
    assert len(quiet) == 2


def test_the_language_is_asked_for(run: Run, folder: Path) -> None:
    late = put("late.txt")
    assert "错误" in run("validate", late, *ONLY, "--lang", "zh").stdout
    assert "error" in run("validate", late, *ONLY, "--lang", "en", language="zh").stdout
    wrong = run("validate", late, "--select", "ZW20X", language="zh")
    assert "ZW20X 不是检查编号；是否想写 ZW" in wrong.stderr
    assert "不是 info" in run("validate", late, "--severity", "x", language="zh").stderr


def test_what_goes_wrong_is_told_in_the_language_that_is_asked_for(run: Run, folder: Path) -> None:
    late = put("late.txt")
    put("b.json", "{")
    for arguments in (
        ("--baseline", "b.json"),
        ("--write-baseline", "none/b.json"),
        ("-f", "json", "-o", "none/b.json"),
        ("--select", "ZW9"),
        ("--reason", "x"),
    ):
        told = run("validate", late, "--lang", "zh", *arguments).stderr.splitlines()[-1]
        assert told.startswith("错误："), told
        told = run("validate", late, *arguments, "--lang", "en", language="zh").stderr
        assert told.splitlines()[-1].startswith("Error: "), told


def test_settings_by_path(run: Run, folder: Path) -> None:
    put("a/late.txt")
    put("draft/late.txt")
    put("old/late.txt")
    put(
        "zwgk.toml",
        '[validate]\nselect = ["ZW202"]\nexclude = ["old"]\n'
        '[[validate.per-path]]\npaths = ["draft/*"]\nseverity = { ZW202 = "info" }\n',
    )
    result = run("validate", ".")
    assert result.exit_code == 1
    assert [line[:30] for line in result.stdout.splitlines()[:2]] == [
        "a/late.txt:9: ZW202 error task",
        "draft/late.txt:9: ZW202 info t",
    ]
    assert run("validate", "draft").exit_code == 0
    assert run("validate", "a", "--exclude", "late.*").exit_code == 2
    put("zwgk.toml", '[validate]\nselct = ["ZW202"]\n')
    wrong = run("validate", ".")
    assert wrong.exit_code == 2
    assert "unknown key selct; did you mean select?" in wrong.stderr


def test_accepted_findings_do_not_fail(run: Run, folder: Path) -> None:
    late = put("late.txt")
    approval = ("--reason", "原件如此", "--approved-by", "王某", "--expires", "2999-12-31")
    made = run("validate", late, *ONLY, "--write-baseline", "b.json", *approval)
    assert (made.exit_code, made.stdout) == (0, "")
    assert "b.json: 1 accepted" in made.stderr
    accepted = run("validate", late, *ONLY, "--baseline", "b.json")
    assert accepted.exit_code == 0
    assert "accepted: 1" in accepted.stdout
    put("late.txt", LATE.replace("1. ", "7. ") + "8. 做好公开。（县府办负责，2月底前完成）\n")
    more = run("validate", late, *ONLY, "--baseline", "b.json")
    assert more.exit_code == 1
    assert more.stdout.startswith("late.txt:10: ZW202 error task 8")
    put("late.txt", GOOD)
    stale = run("validate", late, *ONLY, "--baseline", "b.json")
    assert stale.exit_code == 0
    assert "the baseline accepts ZW202 in late.txt t1, which is no longer found" in stale.stdout
    put("zwgk.toml", '[validate]\nbaseline = "b.json"\n')
    put("late.txt")
    assert run("validate", late, *ONLY).exit_code == 0
    put("b.json", Path("b.json").read_text(encoding="utf-8").replace("2999", "2020"))
    expired = run("validate", late, *ONLY)
    assert expired.exit_code == 1
    assert "until 2020-12-31; it counts again" in expired.stdout
    put("b.json", "{")
    assert run("validate", late, *ONLY).exit_code == 2


def test_a_baseline_without_reasons_asks_for_them(run: Run, folder: Path) -> None:
    late = put("late.txt")
    made = run("validate", late, *ONLY, "--write-baseline", "b.json")
    assert "1 accepted findings have no reason or no approved_by" in made.stderr
    assert "have no reason" in run("validate", late, *ONLY, "--baseline", "b.json").stdout


def test_what_is_no_document_is_passed_over_in_a_folder_only(run: Run, folder: Path) -> None:
    put("in/good.txt", GOOD)
    Path("in/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    searched = run("validate", "in", *ONLY)
    assert searched.exit_code == 0
    assert "in/a.png: skipped" in searched.stdout
    assert run("validate", "in/a.png", *ONLY).exit_code == 3
    Path("empty").mkdir()
    nothing = run("validate", "empty")
    assert (nothing.exit_code, nothing.stderr) == (2, "no file was checked\n")


def test_a_document_of_an_unread_kind_does_not_pass_in_a_folder(run: Run, folder: Path) -> None:
    put("in/good.txt", GOOD)
    Path("in/a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    result = run("validate", "in", *ONLY)
    assert result.exit_code == 3
    assert "in/a.doc: not read" in result.stdout


def test_what_is_no_plan_is_passed_over_in_a_folder_only(run: Run, folder: Path) -> None:
    put("in/README.md", "# How to\n\n1. Do this.\n2. Do that.\n")
    put("in/package.json", '{"name": "x", "version": "1"}')
    put("in/good.txt", GOOD)
    result = run("validate", "in")
    assert "in/README.md: skipped" in result.stdout
    assert "in/package.json: skipped" in result.stdout
    assert result.exit_code == 0
    assert (
        "ZW111" in run("validate", "in/README.md").stdout
        or "ZW112" in run("validate", "in/README.md").stdout
    )
    assert run("validate", "in/package.json").exit_code == 3


def test_a_personal_number_is_never_repeated(run: Run, folder: Path) -> None:
    mobile = "13912345678"
    text = (
        HEAD + f"1. 做好公开。（责任单位：县教育局李四{mobile}）\n二、加强公开（联系人{mobile}）\n"
    )
    result = run("validate", put("a.txt", text), "-f", "json")
    assert "ZW504" in result.stdout
    assert mobile not in result.stdout
    run("validate", "a.txt", "--write-baseline", "b.json")
    assert mobile not in Path("b.json").read_text(encoding="utf-8")


def test_attachments_belong_to_one_document(run: Run, folder: Path) -> None:
    late = put("late.txt", HEAD)
    table = put(
        "table.txt", "甲县2022年政务公开工作要点\n1. 年报。（县府办负责，2021年6月底前完成）\n"
    )
    assert run("validate", late, *ONLY).exit_code == 0
    result = run("validate", late, *ONLY, "--attachment", table)
    assert result.exit_code == 1
    assert run("validate", late, late, "--attachment", table).exit_code == 2


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_sample_and_its_plan_have_the_same_findings(run: Run, sample: Path, folder: Path) -> None:
    assert run("parse", sample, "-o", "plan.json").exit_code == 0
    told = [
        [
            (one["code"], one["task"], one["fingerprint"])
            for one in json.loads(run("validate", file, "-f", "json").stdout)["findings"]
        ]
        for file in (sample, "plan.json")
    ]
    assert told[0] == told[1]


def test_the_page_of_an_attachment_is_not_told_as_the_notices(run: Run, folder: Path) -> None:
    notice = put("notice.txt", HEAD)
    page = "<h1>甲县2022年政务公开工作要点</h1><p>1. 年报。（县府办负责，2021年6月底前完成）</p>"
    put("table.html", page)
    told = run("validate", notice, *ONLY, "--attachment", "table.html", language="zh").stdout
    assert told.startswith("notice.txt: ZW202 错误 第1项 (table.html")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--write-baseline", "b.json", "--baseline", "a.json"), "不能与 --baseline 同用"),
        (("--reason", "原件如此"), "--reason 只能与 --write-baseline 同用"),
        (("--approved-by", "王某"), "--approved-by 只能与 --write-baseline 同用"),
        (("--expires", "2999-12-31"), "--expires 只能与 --write-baseline 同用"),
        (("--write-baseline", "b.json", "--expires", "2020-01-01"), "2020-01-01 已过"),
        (("-o", "a.json", "-f", "json", "-o", "./a.json"), "a.json 被指定了两种用途"),
        (("--write-baseline", "b.json", "-o", "b.json"), "b.json 被指定了两种用途"),
        (("--baseline", "b.json", "-o", "b.json"), "b.json 被指定了两种用途"),
    ],
)
def test_options_that_would_be_of_no_effect_are_refused(
    arguments: tuple[str, ...], said: str, run: Run, folder: Path
) -> None:
    late = put("late.txt")
    refused = run("validate", late, *ONLY, *arguments, language="zh")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert run("validate", late, *ONLY, *arguments).exit_code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["late.txt"], "nothing is written"


def test_an_attachment_is_not_overwritten(run: Run, folder: Path) -> None:
    late, table = put("late.txt", HEAD), put("table.txt", GOOD)
    assert run("validate", late, "--attachment", table, "-o", table).exit_code == 2
    assert Path(table).read_text(encoding="utf-8") == GOOD


def test_a_baseline_and_reports_are_written_in_one_run(run: Run, folder: Path) -> None:
    late = put("late.txt")
    made = run("validate", late, *ONLY, "--write-baseline", "b.json", "-f", "json", "-o", "r.json")
    assert (made.exit_code, made.stdout) == (0, "")
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["counts"]["errors"] == 1
    assert len(json.loads(Path("b.json").read_text(encoding="utf-8"))["findings"]) == 1
    told = run("validate", late, *ONLY, "--write-baseline", "b.json", "-f", "text")
    assert (told.exit_code, told.stdout[:20]) == (0, "late.txt:9: ZW202 er")


def test_a_baseline_that_cannot_be_written(run: Run, folder: Path) -> None:
    late = put("late.txt")
    failed = run("validate", late, *ONLY, "--write-baseline", "nodir/c.json", language="zh")
    assert failed.exit_code == 3
    assert "请用 --write-baseline 另选位置" in failed.stderr
    unread = run("validate", late, "gone.txt", *ONLY, "--write-baseline", "b.json")
    assert unread.exit_code == 3
    assert "gone.txt: there is no such file" in unread.stderr


def test_excluded_files_are_left_out_by_name_where_that_is_asked_for(
    run: Run, folder: Path
) -> None:
    late, old = put("late.txt"), put("old/late.txt")
    put("zwgk.toml", '[validate]\nexclude = ["old"]\n')
    named = run("validate", late, old, *ONLY).stdout
    assert named.count("ZW202") == 2
    forced = run("validate", late, old, *ONLY, "--force-exclude").stdout
    assert forced.count("ZW202") == 1
    none = run("validate", late, old, *ONLY, "--force-exclude", "--exclude", "*.txt")
    assert (none.exit_code, none.stderr) == (0, "no file was checked\n")
    given = run("validate", "-", *ONLY, "--force-exclude", "--exclude", "*", input=LATE)
    assert given.exit_code == 1


def test_a_damaged_line_is_told_with_its_number(run: Run, folder: Path) -> None:
    stored("mix.jsonl", GOOD, GOOD)
    first, second = Path("mix.jsonl").read_text(encoding="utf-8").splitlines()
    put("in/mix.jsonl", f"{first}\n{second[:300]}\n")
    told = run("validate", "in/mix.jsonl", *ONLY, language="zh").stdout
    assert told.startswith("in/mix.jsonl:2: 无法读取: 内容在第 2 行第")
    noted = run("validate", "in", *ONLY, "-f", "github").stdout
    assert noted.startswith("::error file=in/mix.jsonl,line=2,title=not read::it breaks off")


def test_a_plan_of_a_newer_version_asks_for_a_newer_program(run: Run, folder: Path) -> None:
    put("new.json", '{"schema_version": "99.0.0", "id": "p", "tasks": []}')
    told = run("validate", "new.json", language="zh")
    assert told.exit_code == 3
    assert "不是" not in told.stdout
    assert "版本 99.0.0 由新版 zwgk 写出，本程序只认到 1.1.0；请安装新版" in told.stdout


def test_an_empty_code_in_the_settings(run: Run, folder: Path) -> None:
    put("zwgk.toml", '[validate]\nselect = [""]\n')
    told = run("validate", put("late.txt"), language="zh")
    assert told.exit_code == 2
    assert "空白不是检查编号" in told.stderr
