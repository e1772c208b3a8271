"""Plans for ZW111."""

from tests.checks.case import HEAD, Case
from tests.checks.cases.number_gap import table

PASSING = (
    Case("a task", HEAD + "1. 公开规划。（县府办负责）\n"),
    Case("a task without an owner", HEAD + "1. 公开规划。\n"),
    Case("a table", table("1")),
)
FAILING = (
    Case("a notice alone", HEAD, (None,)),
    Case("nothing", "首页\n", (None,)),
    Case("running text", HEAD + "各单位要高度重视政务公开工作，切实抓好落实。\n", (None,)),
)
