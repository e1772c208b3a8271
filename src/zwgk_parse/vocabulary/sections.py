"""Section titles under which leaves are no tasks, unless they name an owner."""

from __future__ import annotations

from zwgk_parse.patterns import lazy

# Each part of a title (`指导思想和工作目标`) must be one of these; a title that also names work
# (`时间进度和工作安排`) heads tasks.
# fmt: off
NO_TASKS = frozenset(
    {
        "指导思想", "总体要求", "总体思路", "总体目标", "总体考虑", "总体原则", "基本原则",
        "基本思路", "基本要求", "工作原则", "工作目标", "工作思路", "主要目标", "发展目标", "目标",
        "目标要求", "试点目标", "预期目标", "行动目标", "阶段目标", "年度目标", "重大意义",
        "重要意义", "意义", "重要性", "试点范围", "实施范围", "适用范围", "范围", "工作进度",
        "工作进度安排", "时间进度", "进度安排", "工作背景", "背景", "基本情况", "现状", "发展现状",
        "面临形势", "形势", "总则", "编制依据", "工作依据", "指导原则", "实施原则", "建设目标",
        "主要指标", "名词解释", "术语定义", "附则",
    }
)
# fmt: on
# A crawler runs a title and its text together (`指导思想以习近平…`): these words alone begin one.
_HEADS = ("指导思想", "总体要求", "基本原则", "工作原则", "重大意义", "重要意义", "总体思路")
_AND = lazy(r"[、和与及]|以及")
_STOP = lazy(r"[。：:；;\s]")


def heads_no_tasks(title: str) -> bool:
    """Whether leaves under `title`, or the leaf that begins with it, are no tasks."""
    head = _STOP.split(title.strip(), maxsplit=1)[0].strip('“”"（）()')
    parts = [part for part in _AND.split(head) if part]
    if parts and all(part in NO_TASKS for part in parts):
        return True
    return head.startswith(_HEADS) and len(head) > 12
