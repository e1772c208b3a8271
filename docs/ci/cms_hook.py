#!/usr/bin/env python3
"""A hook of a content system: may the plan in this HTML fragment be published?

    cms_hook.py --url https://www.example.gov.cn/zwgk/ --title 甲县2022年工作要点 <fragment.html
    cms_hook.py --url https://www.example.gov.cn/zwgk/ --name draft-7 '<p>…</p>'

The title that the content system keeps in a field of its own is given with --title. Without it
nobody can tell what of the heading stands elsewhere: a missing title, document number, issuer or
date (ZW104 to ZW107) is then not told.

Prints one line and exits with
    0  publish
    1  refused: `zwgk validate` found something
    2  not checked: the hook or `zwgk validate` was called in a wrong way
    3  not checked: the fragment cannot be read as a document
    4  not checked: `zwgk` is not installed, was killed or took too long
Whatever is not 0 refuses publication: what was not checked is not published either. Needs nothing
but Python and the command `zwgk` (ZWGK_COMMAND names another).
"""

import argparse
import html
import json
import os
import shlex
import subprocess
import sys

FINDINGS, WRONG_CALL, UNREADABLE, NOT_RUN = 1, 2, 3, 4
WORDS = {
    "zh": {
        0: "通过：共 {count} 条，均不妨碍发布",
        FINDINGS: "拒绝发布：{count}；{reason}",
        WRONG_CALL: "未能检查，不予发布：调用有误：{reason}",
        UNREADABLE: "未能检查，不予发布：无法读取：{reason}",
        NOT_RUN: "未能检查，不予发布：检查程序未能运行：{reason}",
    },
    "en": {
        0: "passed: {count} findings, none of which forbids publication",
        FINDINGS: "refused: {count}; {reason}",
        WRONG_CALL: "not checked, refused: wrong call: {reason}",
        UNREADABLE: "not checked, refused: it cannot be read: {reason}",
        NOT_RUN: "not checked, refused: the check did not run: {reason}",
    },
}
GRAVE = ("error", "warning", "info")
COUNTED = {
    "zh": {"error": "{} 个错误", "warning": "{} 个警告", "info": "{} 条提示", "and": "、"},
    "en": {"error": "errors: {}", "warning": "warnings: {}", "info": "infos: {}", "and": ", "},
}
# What a content system may keep in fields of its own: title, document number, issuer, date.
HEADING = "ZW104,ZW105,ZW106,ZW107"


def main():
    """The exit code; the line is printed."""
    arguments = _arguments()
    if arguments.fragment is None:
        fragment = sys.stdin.buffer.read()
    else:
        fragment = arguments.fragment.encode("utf-8", "surrogateescape")
    if arguments.title:
        # As references, for the fragment may be in any encoding.
        title = html.escape(arguments.title).encode("ascii", "xmlcharrefreplace")
        fragment = b"<h1>" + title + b"</h1>\n" + fragment
    code, report, complaint = validated(fragment, arguments)
    count, reason = len(_new(report)), complaint
    if code == FINDINGS:
        blocking = _blocking(report, arguments.fail_on)
        count, reason = _counted(blocking, arguments.lang), _first(blocking, arguments.lang)
    elif code == UNREADABLE and report.get("failures"):
        reason = report["failures"][0]["reason"]
    line = WORDS[arguments.lang][code].format(count=count, reason=reason)
    sys.stdout.buffer.write(" ".join(line.split()).encode("utf-8", "replace") + b"\n")
    return code


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("fragment", nargs="?", help="the HTML; by default standard input")
    parser.add_argument("--url", required=True, help="where it is going to be published")
    parser.add_argument("--title", help="the title, where the fragment is without it")
    parser.add_argument("--name", default="fragment.html", help="what the fragment is called")
    parser.add_argument("--fail-on", default="error", choices=GRAVE)
    parser.add_argument("--lang", default="zh", choices=sorted(WORDS))
    parser.add_argument("--seconds", type=float, default=60)
    return parser.parse_args()


def validated(fragment, arguments):
    """The exit code of the check, its report as a dict, and the last line of its complaints."""
    command = shlex.split(os.environ.get("ZWGK_COMMAND", "zwgk"), posix=os.name != "nt")
    options = ["--base-url", arguments.url, "--name", arguments.name, "-f", "json"]
    options += ["--fail-on", arguments.fail_on, "--lang", arguments.lang]
    options += [] if arguments.title else ["--ignore", HEADING]
    try:
        run = subprocess.run(
            [*command, "validate", "-", *options],
            input=fragment,
            capture_output=True,
            timeout=arguments.seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return NOT_RUN, {}, str(error)
    lines = run.stderr.decode("utf-8", "replace").splitlines() or [""]
    if run.returncode not in (0, FINDINGS, WRONG_CALL, UNREADABLE):
        return NOT_RUN, {}, f"zwgk: exit code {run.returncode}; {lines[-1]}"
    if run.returncode == WRONG_CALL:
        return WRONG_CALL, {}, lines[-1]
    try:
        return run.returncode, json.loads(run.stdout), lines[-1]
    except ValueError:
        # An exit code without a report is no answer, not even 0 is.
        return NOT_RUN, {}, f"zwgk: no report; {lines[-1]}"


def _new(report):
    """The findings that the baseline does not accept."""
    return [one for one in report.get("findings", ()) if one["accepted"] is None]


def _blocking(report, fail_on):
    """The findings that refuse publication, the gravest first."""
    blocking = GRAVE[: GRAVE.index(fail_on) + 1]
    found = [one for one in _new(report) if one["severity"] in blocking]
    return sorted(found, key=lambda one: GRAVE.index(one["severity"]))


def _counted(blocking, language):
    """How many there are of each severity."""
    words = COUNTED[language]
    severities = [one["severity"] for one in blocking]
    counts = [words[one].format(severities.count(one)) for one in GRAVE if one in severities]
    return words["and"].join(counts)


def _first(blocking, language):
    """The first of them in one line."""
    if not blocking:
        return ""
    first = blocking[0]
    named = first["named"][language] if first["named"] else ""
    said = first["sentence"][language]
    return f"{first['code']} {named}: {said}" if named else f"{first['code']} {said}"


if __name__ == "__main__":
    sys.exit(main())
