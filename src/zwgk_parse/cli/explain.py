"""`zwgk explain`: what a diagnostic or a finding means and what to do about it."""

from __future__ import annotations

from difflib import get_close_matches

import click

from zwgk_parse.messages import catalogue
from zwgk_parse.messages.texts import phrase
from zwgk_parse.patterns import lazy

_FILLED_IN = lazy(r"\{[^{}]*\}")
SEVERITIES = {"info": "info", "warning": "warning", "error": "severity-error"}


@click.command()
@click.argument("code")
@click.pass_context
def explain(ctx: click.Context, code: str) -> None:
    """Explain a diagnostic or a check.

    CODE is a code (ZW401) or a name (deadline-not-understood).

    \b
    Example:
      zwgk explain ZW401
    """
    found = _code_of(code)
    if found is None:
        near = _near(code)
        said = phrase("did-you-mean", ctx.obj, codes=", ".join(near)) if near else ""
        near_words = said or phrase("all-codes", ctx.obj)
        raise click.UsageError(phrase("unknown-code", ctx.obj, code=code, near=near_words), ctx)
    entry, ending = catalogue()[found], "_zh" if ctx.obj == "zh" else ""
    severity = phrase(SEVERITIES[entry["severity"]], ctx.obj)
    what = entry.get(f"what{ending}") or _outline(entry[ctx.obj])
    click.echo(f"{found} {entry['name']} ({severity})\n\n{what}")
    for part in ("why", "quiet", "example", "advice"):
        if part in entry:
            click.echo(f"\n{phrase(part, ctx.obj)}\n  {entry[part + ending]}")


def _outline(sentence: str) -> str:
    """The sentence with dots for what each case fills in."""
    return _FILLED_IN.sub("…", sentence)


def _code_of(words: str) -> str | None:
    """The code that `words` is, or is the name of, in whatever case."""
    for code, entry in catalogue().items():
        if words.lower() in {code.lower(), entry["name"]}:
            return code
    return None


def _near(words: str) -> list[str]:
    """Codes and names that look like `words`."""
    known = [*catalogue(), *(entry["name"] for entry in catalogue().values())]
    return get_close_matches(words.upper(), known) + get_close_matches(words.lower(), known)
