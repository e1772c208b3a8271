"""ZW502: a mark that the document is not for publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.vocabulary.marks import mark_of_line, mark_of_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan
    from zwgk_parse.source import Span

_WITHHELD = frozenset(("on_request", "withheld"))


def not_for_publication(plan: Plan) -> Iterator[Found]:
    """The document is marked as not for publication.

    ## Why it matters
    A document that is disclosed on request only, is for internal use or is secret must not stand
    on a public page.

    ## When it keeps quiet
    Where a task speaks of such things (做好依申请公开工作, 保密审查): only marks count, that is a
    line of its own, the field 公开方式, words before a title or in brackets behind it.

    ## Example
    （此件依申请公开）; 秘密★1年; 内部资料，注意保存.

    ## What to do
    Do not publish the file. If the mark is wrong, have the office that issued it correct it.
    """
    told: set[str] = set()
    for mark, spans in _marks(plan):
        if mark not in told:
            told.add(mark)
            yield Found.of(None, spans, subject=mark)


def _marks(plan: Plan) -> Iterator[tuple[str, tuple[Span, ...]]]:
    disclosure = plan.disclosure
    # A form prints all values: 主动公开、依申请公开、不予公开.
    if disclosure and disclosure.value in _WITHHELD and "主动公开" not in disclosure.raw:
        yield disclosure.raw, ()
    titles = (plan.title, plan.notice_title, *(each.title for each in plan.attachments))
    for title in filter(None, titles):
        mark = mark_of_title(title)
        if mark:
            yield mark, ()
    catalog = plan.catalog
    for line in filter(None, (catalog.category, catalog.topic, catalog.validity, catalog.summary)):
        mark = mark_of_line(line)
        if mark:
            yield mark, ()
    last = len(plan.preamble) - 1
    for at, paragraph in enumerate(plan.preamble):
        mark = mark_of_line(paragraph.text, closes=at == last and disclosure is None)
        if mark:
            yield mark, paragraph.provenance
