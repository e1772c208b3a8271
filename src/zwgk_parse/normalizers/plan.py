"""RawPlan → Plan: the stages of normalising in their order, each in a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.document.sources import passages
from zwgk_parse.normalizers.citations import may_cite, read_citations
from zwgk_parse.normalizers.coverage import measure
from zwgk_parse.normalizers.facts import plan_id, read_facts
from zwgk_parse.normalizers.identity import check_numbering, section_ids, task_ids
from zwgk_parse.normalizers.reporting import read_reporting
from zwgk_parse.normalizers.tasks import read_tasks
from zwgk_parse.plan.model import Plan, Preamble, Section, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.document.model import Document
    from zwgk_parse.document.passage import Passage
    from zwgk_parse.normalizers.coverage import Coverage
    from zwgk_parse.normalizers.facts import Facts
    from zwgk_parse.plan.model import Citation
    from zwgk_parse.plan.raw import RawPlan


def normalize(
    raw: RawPlan, documents: Sequence[Document], said: Iterable[Diagnostic], *, generator: str
) -> tuple[Plan, Coverage]:
    """The plan, with what the readers `said` before its own diagnostics, and how much it covers."""
    links = [link for document in documents for link in document.links]
    facts = read_facts(raw.facts, links=links)
    year = facts.value.year or (facts.value.issued_on.year if facts.value.issued_on else None)
    # Before there are tasks, since it takes room of its own.
    coverage, unplaced = measure(raw, documents)
    sections, ids = section_ids(raw.sections), task_ids(raw.tasks, raw.sections)
    tasks, of_tasks = read_tasks(raw, ids, sections, year)
    reporting = read_reporting(_prose(raw), year)
    plan = Plan(
        id=plan_id(facts.value, [task.text.text for task in raw.tasks]),
        **facts.value._asdict(),
        citations=_citations(raw, facts.value, ids, documents),
        reporting=reporting.value,
        preamble=tuple(_preamble(raw, sections)),
        sections=tuple(_sections(raw, sections)),
        tasks=tasks,
        diagnostics=_each_once(
            (
                *said,
                *facts.diagnostics,
                *raw.diagnostics,
                *check_numbering(raw.tasks, ids),
                *of_tasks,
                *reporting.diagnostics,
                *unplaced,
            )
        ),
        sources=tuple(_source(document, raw) for document in documents),
        generator=generator,
    )
    return plan, coverage


def _each_once(remarks: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The remarks in order, repeats left out."""
    seen: dict[tuple[str, str | None, str], list[Diagnostic]] = {}
    once: list[Diagnostic] = []
    for remark in remarks:
        alike = seen.setdefault((remark.code, remark.task, remark.message), [])
        if remark not in alike:
            alike.append(remark)
            once.append(remark)
    return tuple(once)


def _prose(raw: RawPlan) -> Iterator[Passage]:
    """The paragraphs that may bind the whole plan: those that belong to no task."""
    return (paragraph.text for paragraph in raw.paragraphs)


def _citations(
    raw: RawPlan, facts: Facts, ids: Sequence[str], documents: Sequence[Document]
) -> tuple[Citation, ...]:
    """What the plan cites, in printed order."""
    cited: list[tuple[Passage, str | None]] = [(p.text, None) for p in raw.paragraphs]
    cited += [(section.title, None) for section in raw.sections]
    cited += [(task.text, made) for task, made in zip(raw.tasks, ids, strict=True)]
    cited = [pair for pair in cited if may_cite(pair[0].text)]
    printed = enumerate(s for d in documents for p in passages(d) for s in p.anchors)
    order = {anchor: place for place, anchor in reversed(list(printed))} if cited else {}
    cited.sort(key=lambda pair: order.get(pair[0].anchors[0], -1) if pair[0] else -1)
    attached = (attachment.title for attachment in facts.attachments)
    titles = [title for title in (facts.title, facts.notice_title, *attached) if title]
    number = facts.document_number.raw if facts.document_number else None
    return read_citations(cited, own_titles=titles, own_number=number)


def _sections(raw: RawPlan, ids: Sequence[str]) -> Iterator[Section]:
    for section, made in zip(raw.sections, ids, strict=True):
        yield Section(
            id=made,
            parent=ids[section.parent] if section.parent is not None else None,
            level=section.level,
            label=section.label,
            title=section.title.text,
        )


def _preamble(raw: RawPlan, ids: Sequence[str]) -> Iterator[Preamble]:
    for paragraph in raw.paragraphs:
        yield Preamble(
            text=paragraph.text.text,
            section=ids[paragraph.section] if paragraph.section is not None else None,
            provenance=paragraph.text.spans,
        )


def _source(document: Document, raw: RawPlan) -> SourceFile:
    return SourceFile(
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        pages=document.pages,
        reader=document.reader,
        extractor=raw.extractor or None,
    )
