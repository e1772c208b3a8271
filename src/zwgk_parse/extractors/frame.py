"""The frame of a document: what stands around a plan's tasks, found by where it stands.

In go a document and those given with it, out comes a Frame: the facts as printed, the blocks that
hold the plan, and the words of the notice that covers it. The order of the parts is that of
GB/T 9704-2012: letterhead, number, title, addressees, text, attachments, signature, day, imprint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.model import Block, Document, Paragraph, Table
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.frame_closing import merge_facts, page_labelled, split_closing
from zwgk_parse.extractors.frame_head import Head, cut_lines, read_head
from zwgk_parse.extractors.frame_parts import cut_notice, hands_on, is_mark, opening_title
from zwgk_parse.extractors.frame_titles import promised, take_title
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.raw import RawFacts
from zwgk_parse.vocabulary.documents import doc_type, fold
from zwgk_parse.vocabulary.headings import field_of_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES_OWNERS = lazy(
    r"[（(][^（）()]{2,80}(?:负责|牵头|配合|落实|参与|指导)[^（）()]{0,20}[）)]"
    r"|(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门|科室|股室)?\s*[:：]"
)


class Frame(NamedTuple):
    """A document taken apart.

    `body` holds the plan without its title lines; `notice` what a covering notice says between its
    addressees and its signature; `tail` lines around the plan that state no fact; `covers` whether
    a notice covers a plan. The catalogue of `facts` also holds, as `included` and `separate`, the
    titles of attachments found in the first document and in those given with it.
    """

    facts: RawFacts
    body: tuple[Block, ...]
    notice: tuple[Paragraph, ...] = ()
    tail: tuple[Paragraph, ...] = ()
    covers: bool = False


class _Sheet(NamedTuple):
    """A plan or an attachment: its head, its blocks, the titles of what is attached within."""

    head: Head
    blocks: tuple[Block, ...]
    facts: RawFacts
    leftovers: tuple[Paragraph, ...]
    attached: tuple[Passage, ...]

    @property
    def title(self) -> Passage:
        return self.head.titles[-1] if self.head.titles else Passage()


def find_frame(documents: Sequence[Document]) -> Frame:
    """The frame of `documents[0]` with the attachments given beside it, taken together."""
    first, *others = documents
    page = page_labelled(first.facts)
    parts = cut_notice(cut_lines(first.blocks), _stated_title(page))
    opening = opening_title(parts.head, _stated_title(page))
    wanted = promised(opening).text
    sheet = _read_sheet(parts.after, wanted) if parts.after else None
    separate = [_read_sheet(cut_lines(document.blocks), wanted) for document in others]
    sheets = [each for each in (sheet, *separate) if each is not None]
    covers = bool(sheets) and _covers(opening, parts.before, sheets)
    notice, body = _share(parts.before, sheets, covers=covers)
    title, notice_title = _titles(parts.head, opening, sheets, covers=covers)
    facts = merge_facts(
        RawFacts(title=title, notice_title=notice_title),
        parts.head.facts,
        parts.facts,
        *(each.facts for each in sheets),
        page,
        _attached(parts.head, sheet, separate),
    )
    return Frame(
        facts,
        body,
        notice,
        (*_unused(parts.head, (title, notice_title)), *parts.leftovers, *_leftovers(sheets)),
        covers,
    )


def _unused(head: Head, used: tuple[Passage, ...]) -> list[Paragraph]:
    """The lines at the head that became no fact: a page's own title, a sole 附件 line."""
    known = {fold(title.text) for title in used}
    titles = [title for title in head.titles if fold(title.text) not in known]
    mark = Passage() if head.titles else head.mark
    return [Paragraph(line) for line in (*titles, mark) if line]


def _leftovers(sheets: Sequence[_Sheet]) -> list[Paragraph]:
    return [line for each in sheets for line in (*_unused_titles(each), *each.leftovers)]


def _unused_titles(sheet: _Sheet) -> list[Paragraph]:
    return [Paragraph(title) for title in sheet.head.titles[:-1]]


def _attached(head: Head, sheet: _Sheet | None, separate: Sequence[_Sheet]) -> RawFacts:
    """The titles of attachments found, each as `附件1：…` where an 附件 line stands above it.

    A file may also be an attachment alone, without the notice that it belongs to.
    """
    own = (_marked(head.mark, head.titles[-1]),) if head.mark and head.titles else ()
    found = (*own, *(sheet.attached if sheet else ()))
    included = [("included", title) for title in found]
    given = [("separate", title) for each in separate for title in each.attached or (each.title,)]
    return RawFacts(catalog=tuple(entry for entry in (*included, *given) if entry[1]))


def _share(
    before: Sequence[Block], sheets: Sequence[_Sheet], *, covers: bool
) -> tuple[tuple[Paragraph, ...], tuple[Block, ...]]:
    """The notice's paragraphs and the plan's blocks; a table in a covering notice is the plan's."""
    blocks = [block for each in sheets for block in each.blocks]
    if not covers:
        return (), (*before, *blocks)
    notice = tuple(block for block in before if isinstance(block, Paragraph))
    tables = [block for block in before if isinstance(block, Table)]
    return notice, (*tables, *blocks)


def _stated_title(page: RawFacts) -> Passage:
    return next((value.tidy() for field, value in page.catalog if field == "title"), Passage())


def _titles(
    head: Head, opening: Passage, sheets: Sequence[_Sheet], *, covers: bool
) -> tuple[Passage, Passage]:
    """The plan's own title and that of its notice."""
    if not covers:
        notices = [title for title in head.titles if promised(title) and title is not opening]
        return opening, notices[-1] if notices else Passage()
    own = next((each.title for each in sheets if each.title), Passage())
    return own or promised(opening), opening


def _covers(title: Passage, before: Sequence[Block], sheets: Sequence[_Sheet]) -> bool:
    """Whether what stands first is only the notice of what follows it.

    It says so; or it is a notice that names no owner, above a table that does.
    """
    if promised(title) or any(hands_on(block) for block in before):
        return True
    texts = [block.text.text for block in before if isinstance(block, Paragraph)]
    return (
        doc_type(title.text) == "notice"
        and any(_is_task_table(block) for each in sheets for block in each.blocks)
        and not any(_NAMES_OWNERS.search(text) for text in texts)
    )


def _is_task_table(block: Block) -> bool:
    """Whether a block is a table with a column of owners or deadlines."""
    return isinstance(block, Table) and any(
        field_of_heading(cell.text.text) in {"owners", "deadline"}
        for row in block.rows[:3]
        for cell in row.cells
    )


def _read_sheet(blocks: Sequence[Block], wanted: str) -> _Sheet:
    """A plan or attachment below its notice, or in a file of its own."""
    head = read_head(blocks, wanted)
    inner, closing = split_closing(blocks[head.end :])
    kept, attached = _strip_marks(inner)
    first = [_marked(head.mark, head.titles[-1])] if head.titles and head.mark else []
    facts = merge_facts(head.facts, closing.facts)
    leftovers = (*head.leftovers, *closing.leftovers)
    return _Sheet(head, tuple(kept), facts, leftovers, (*first, *attached))


def _marked(mark: Passage, title: Passage) -> Passage:
    return Passage.join((mark.strip(":： \u3000"), title), "：")


def _strip_marks(blocks: Sequence[Block]) -> tuple[list[Block], list[Passage]]:
    """`blocks` without the 附件 lines and titles of further attachments, and those titles."""
    kept: list[Block] = []
    titles: list[Passage] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        title, end = take_title(blocks, at + 1) if is_mark(block) else (Passage(), at)
        if title and isinstance(block, Paragraph):
            titles.append(_marked(block.text, title))
            at = end
        else:
            kept.append(block)
            at += 1
    return kept, titles
