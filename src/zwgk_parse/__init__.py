"""Turn published Chinese government work plans into tasks, owners and deadlines.

from zwgk_parse import parse
plan = parse("plan.txt").value
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "Changes",
    "Diagnostic",
    "Limits",
    "Options",
    "Plan",
    "Result",
    "ZwgkError",
    "__version__",
    "apply_changes",
    "diff_plans",
    "load",
    "load_changes",
    "parse",
    "run_checks",
]

if TYPE_CHECKING:
    from zwgk_parse.checks import run_checks
    from zwgk_parse.diagnostics import Diagnostic, Result
    from zwgk_parse.diff.apply import apply as apply_changes
    from zwgk_parse.diff.compare import diff as diff_plans
    from zwgk_parse.errors import ZwgkError
    from zwgk_parse.pipeline import load, load_changes, parse
    from zwgk_parse.plan.changes import Changes
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.readers.options import Limits, Options

# A folder of the package is called diff, so that the function can't be.
_HOMES = {
    "Changes": "zwgk_parse.plan.changes",
    "Diagnostic": "zwgk_parse.diagnostics",
    "Limits": "zwgk_parse.readers.options",
    "Options": "zwgk_parse.readers.options",
    "Plan": "zwgk_parse.plan.model",
    "Result": "zwgk_parse.diagnostics",
    "ZwgkError": "zwgk_parse.errors",
    "apply_changes": "zwgk_parse.diff.apply:apply",
    "diff_plans": "zwgk_parse.diff.compare:diff",
    "load": "zwgk_parse.pipeline",
    "load_changes": "zwgk_parse.pipeline",
    "parse": "zwgk_parse.pipeline",
    "run_checks": "zwgk_parse.checks",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `zwgk --version` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home, _, own_name = _HOMES[name].partition(":")
    return getattr(import_module(home), own_name or name)
