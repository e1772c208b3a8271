"""The hook of a content system: one line, and an exit code for each way it can end."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.ci.plans import CI, LATE

URL = ("--url", "https://www.example.gov.cn/zwgk/")
BAD = "".join(f"<p>{line}</p>" for line in LATE.splitlines())
GOOD = BAD.replace("2021年6月底", "2022年6月底")


def _hook(*arguments: str, given: bytes = b"", command: str | None = None) -> tuple[int, str, str]:
    """The exit code of the hook, its only line, and what it complained of."""
    own = f'"{sys.executable}" -m zwgk_parse'
    run = subprocess.run(
        [sys.executable, str(CI / "cms_hook.py"), *arguments],
        input=given,
        env={**os.environ, "ZWGK_COMMAND": command or own},
        capture_output=True,
        check=False,
    )
    printed = run.stdout.decode()
    assert printed.count("\n") <= 1
    return run.returncode, printed.strip(), run.stderr.decode()


def test_a_good_fragment_is_published() -> None:
    code, line, _ = _hook(*URL, given=GOOD.encode())
    assert (code, line[:3]) == (0, "通过：")


@pytest.mark.parametrize("by_argument", [True, False])
def test_findings_refuse_publication_with_a_reason(by_argument: bool) -> None:
    code, line, _ = _hook(*URL, BAD) if by_argument else _hook(*URL, given=BAD.encode())
    assert code == 1
    assert line.startswith("拒绝发布：1 个错误；ZW202 第1项: 时限 2021-06-30")


BODY = "<p>各乡镇人民政府：</p>" + GOOD.partition("工作要点</p><p>一、")[2]
TITLE = ("--title", "甲县2022年<政务公开>工作要点")


def test_the_title_that_the_system_keeps_elsewhere() -> None:
    for encoding in ("utf-8", "gb18030"):
        given = BODY.encode(encoding)
        assert _hook(*URL, *TITLE, given=given)[0] == 0
    late = BODY.replace("2022年6月底", "3月18日")
    told = _hook(*URL, *TITLE, "--fail-on", "warning", given=late.encode())[1]
    assert "ZW106" in told, "with the title it is known what of the heading is missing"


def test_a_fragment_without_its_title_is_not_asked_for_its_heading() -> None:
    assert _hook(*URL, given=BODY.encode())[0] == 0
    assert _hook(*URL, "--fail-on", "warning", given=BODY.encode())[0] == 0


def test_only_what_refuses_is_counted() -> None:
    # An error, a warning (a cut sentence) and an info (not said how it is disclosed).
    mixed = BAD.replace("（此件公开发布）", "").replace("公开统计数据。", "公开统计数据和")
    lines = {
        least: _hook(*URL, "--fail-on", least, given=mixed.encode())[1]
        for least in ("error", "warning", "info")
    }
    assert lines["error"].startswith("拒绝发布：1 个错误；ZW202 第1项: 时限")
    assert re.match(r"拒绝发布：1 个错误、[1-9] 个警告；ZW202 第1项", lines["warning"])
    assert re.match(r"拒绝发布：1 个错误、[1-9] 个警告、[1-9] 条提示；ZW202", lines["info"])


def test_the_fragment_is_called_what_the_system_calls_it() -> None:
    told = "[{'file': '', 'reason': ' '.join(sys.argv[1:])}]"
    stub = f"import sys, json; print(json.dumps({{'failures': {told}}})); exit(3)"
    command = f'"{sys.executable}" -c "{stub}"'
    _, line, _ = _hook(*URL, "--name", "稿件-7", given=b"x", command=command)
    assert "--name 稿件-7 " in line
    _, line, _ = _hook(*URL, given=b"x", command=command)
    assert "--name fragment.html " in line


def test_the_reason_in_english() -> None:
    code, line, _ = _hook(*URL, "--lang", "en", given=BAD.encode())
    assert code == 1
    assert line.startswith("refused: ")
    assert "before the plan was issued" in line


def test_a_wrong_call_is_told_apart() -> None:
    code, line, complaint = _hook("--fail-on", "nothing", *URL, given=GOOD.encode())
    assert (code, line) == (2, "")
    assert "--fail-on" in complaint
    assert _hook(given=GOOD.encode())[0] == 2, "the address is asked for"


def test_wrong_settings_are_told_apart() -> None:
    complaint = "import sys; print('bad settings', file=sys.stderr); exit(2)"
    command = f'"{sys.executable}" -c "{complaint}"'
    code, line, _ = _hook(*URL, given=GOOD.encode(), command=command)
    assert code == 2
    assert line.endswith("bad settings")


@pytest.mark.parametrize("given", [b"", b"\x00\x01\x02\xff" * 100])
def test_what_cannot_be_read_is_told_apart(given: bytes) -> None:
    code, line, _ = _hook(*URL, given=given)
    assert code == 3
    assert "fragment.html" in line or "：" in line.removeprefix("未能检查，不予发布：")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("no-such-command-here", "no-such-command-here"),
        (f'"{sys.executable}" -c "exit(70)"', "70"),
        (f'"{sys.executable}" -c "exit(0)"', "no report"),
        (f'"{sys.executable}" -c "import time; time.sleep(60)"', "timed out"),
    ],
)
def test_where_the_check_did_not_run_nothing_is_published(command: str, reason: str) -> None:
    arguments = ("--seconds", "2") if "sleep" in command else ()
    code, line, _ = _hook(*URL, *arguments, given=GOOD.encode(), command=command)
    assert code == 4
    assert reason in line
