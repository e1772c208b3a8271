"""Numbered paragraphs → sections and tasks: an item with text and no items below it is a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.fields import (
    Split,
    as_printed,
    split_fields,
    split_paragraphs,
    starts_with_fields,
)
from zwgk_parse.extractors.outline import Node, Tree, grow
from zwgk_parse.messages import remark
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.raw import RawField, RawTask
from zwgk_parse.vocabulary.roles import looks_like_owners, owner_brackets
from zwgk_parse.vocabulary.sections import heads_no_tasks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.document.model import Paragraph
    from zwgk_parse.extractors.draft import Draft

_SENTENCE = lazy(r"[。！？]")
_ENDED = "。；;！!？?：:…”）)】"
_SHORT = 30
# What a heading that names a unit says besides: `市教育局（12项）：`.
_COUNT = lazy(
    r"\s*(?:[（(]\s*(?:共\s*)?[\d一二三四五六七八九十]{1,3}\s*[项条件个]\s*[）)])?\s*[:：]?$"
)
_SHI = lazy(r"(?<=[。；：;:）)])[一二三四五六七八九十]{1,2}是(?!否)")
_SHI_HEAD = lazy(r"[一二三四五六七八九十]{1,2}是(?!否)")

# How paragraphs begin that close a plan and belong to none of its items.
_CLOSES = lazy(
    r"(?:联系|咨询)(?:人|电话|方式)|备注\s*[:：]|注\s*[:：]|说明\s*[:：]|请(?:各[^，。]{0,20})?[于将在]|特此通知"
    r"|各[^，。]{1,20}[，,]?请?[要应]?[于将][^。]{0,60}报|(?:本|此)(?:方案|通知|要点|意见|办法|分工|计划)"
)


_NOTHING = Split(Passage())


def extract_paragraphs(
    paragraphs: Sequence[Paragraph], draft: Draft, *, owners_needed: bool, parent: int | None = None
) -> None:
    """Put the sections and tasks of `paragraphs` into `draft`.

    `owners_needed`: the plan's tasks stand in a table, so a paragraph is a task only if it names
    an owner.
    """
    tree = grow(paragraphs)
    walk = _Walk(draft, tree, owners_needed=owners_needed)
    walk.lead(parent)
    for node in tree.roots:
        walk.visit(node, parent, _NOTHING)
    walk.tell_scope(tree)


class _Walk:
    """One way through the tree, with what is known of the whole plan."""

    def __init__(self, draft: Draft, tree: Tree, *, owners_needed: bool) -> None:
        self.draft = draft
        self.owners_needed = owners_needed
        leaves = tree.leaves()
        self.last = leaves[-1] if leaves else None
        self.continued = any(len(leaf.paragraphs) > 1 for leaf in leaves if leaf is not self.last)
        self.nested = any(root.children for root in tree.roots)
        self.unnumbered = not leaves
        self.tree = tree
        self.bracketed: list[Node] = []

    def lead(self, parent: int | None) -> None:
        """Paragraphs before the first item: tasks only where the plan numbers nothing."""
        for passage in self.tree.lead:
            split = split_fields(passage)
            if self.unnumbered and split.text and (split.owners or split.deadlines):
                self.add_task(Passage(), parent, split)
            else:
                self.draft.keep(passage, parent)

    def visit(self, node: Node, section: int | None, given: Split) -> None:
        """A node and all below it; `given` are the owners that its sections state."""
        if node.children:
            self.visit_section(node, section, given)
        elif self.is_task(node, section):
            self.visit_leaf(node, section, given)
        else:
            self.keep_heading(node, section)

    def visit_section(self, node: Node, section: int | None, given: Split) -> None:
        title, rest = _title(node)
        split = split_fields(title)
        unit = title.slice(0, len(_COUNT.sub("", title.text)))
        if not split.owners and looks_like_owners(unit.text):
            split = split._replace(owners=(RawField(None, (unit,), "section"),))
        index = self.draft.enter(_labelled(node, split.text), section)
        for passage in rest:
            more = split_fields(passage)
            split = split.and_more(more)
            self.draft.keep(more.text, index)
        first = len(self.draft.tasks)
        for child in node.children:
            self.visit(child, index, split.over(given))
        self.keep_untaken(split, self.draft.tasks[first:], index)

    def keep_untaken(self, split: Split, tasks: Sequence[RawTask], section: int) -> None:
        """Keep the words of a section's fields that none of its tasks takes over."""
        for stated, taken in (
            (split.owners, [task.owners for task in tasks]),
            (split.deadlines, [task.deadlines for task in tasks]),
            (split.people, [task.people for task in tasks]),
        ):
            if stated and stated not in taken and stated[0].place != "section":
                for field in stated:
                    self.draft.keep(as_printed(field), section)

    def keep_heading(self, node: Node, section: int | None) -> None:
        """A heading without tasks: a section, its paragraphs kept."""
        title, rest = _title(node)
        index = self.draft.enter(_labelled(node, title), section)
        for passage in rest:
            self.draft.keep(passage, index)

    def is_task(self, node: Node, section: int | None) -> bool:
        if not node.paragraphs or node.label is None:
            return False
        if _names_owner(node.paragraphs):
            return True
        if self.owners_needed or self.is_excluded(node, section):
            return False
        if section is None and self.nested and node in self.tree.roots:
            return False
        return not self.is_bare_heading(node)

    def is_excluded(self, node: Node, section: int | None) -> bool:
        """Whether the item or a section above it is of a kind that holds no tasks."""
        if heads_no_tasks(node.paragraphs[0].text):
            return True
        while section is not None:
            if heads_no_tasks(self.draft.sections[section].title.text):
                return True
            section = self.draft.sections[section].parent
        return False

    def is_bare_heading(self, node: Node) -> bool:
        """A heading that nothing stands below: short, no sentence, where its like have items."""
        text = node.paragraphs[0].text
        if len(node.paragraphs) > 1 or len(text) > _SHORT or text.endswith(tuple(_ENDED)):
            return False
        return any(other.children for other in self.tree.nodes() if other.style == node.style)

    def visit_leaf(self, node: Node, section: int | None, given: Split) -> None:
        kept, after = self.own_paragraphs(node)
        pieces = list(_shi_items(Passage.join(kept)))
        if len(pieces) > 1:
            self.visit_shi(node, section, given, pieces)
        else:
            split = split_paragraphs(kept)
            if split.owners:
                self.bracketed.append(node)
            self.add_task(node.numbered, section, split, given)
        for passage in after:
            self.draft.keep(passage, None, "tail")

    def own_paragraphs(self, node: Node) -> tuple[list[Passage], list[Passage]]:
        """The item's text, and the closing paragraphs of the plan behind its last item."""
        if node is not self.last or len(node.paragraphs) == 1:
            return node.paragraphs, []
        count = 1
        for passage in node.paragraphs[1:]:
            if _CLOSES.match(passage.text):
                break
            joins = _SHI_HEAD.match(passage.text) is not None or _has_fields(passage)
            closed = bool(split_paragraphs(node.paragraphs[:count]).owners)
            if not joins and (closed or not self.continued):
                break
            count += 1
        return node.paragraphs[:count], node.paragraphs[count:]

    def visit_shi(
        self,
        node: Node,
        section: int | None,
        given: Split,
        pieces: Sequence[Passage],
    ) -> None:
        """`一是…（…负责）二是…（…负责）`: each is a task of its own."""
        lead = pieces[0] if _SHI_HEAD.match(pieces[0].text) is None else Passage()
        index = self.draft.enter(_labelled(node, lead), section)
        for piece in pieces[1:] if lead else pieces:
            match = _SHI_HEAD.match(piece.text)
            numbered = piece.slice(0, match.end()) if match is not None else Passage()
            split = split_fields(piece.slice(len(numbered)).strip())
            self.add_task(numbered, index, split, given)

    def add_task(
        self,
        numbered: Passage,
        section: int | None,
        split: Split,
        given: Split = _NOTHING,
    ) -> None:
        """A task with the owners behind its text, or those `given` by a section above it."""
        inherited = tuple(
            name
            for name in ("owners", "deadlines")
            if getattr(given, name) and not getattr(split, name)
        )
        whole = split.over(given)
        text = split.text.tidy()
        label = read_label(f"{numbered.text}…")
        self.draft.tasks.append(
            RawTask(
                label=label.printed if label is not None else None,
                number=label.number if label is not None else None,
                section=section,
                text=text,
                numbered=numbered,
                owners=whole.owners,
                deadlines=whole.deadlines,
                people=whole.people,
                inherited=inherited,
                provenance=text.spans,
            )
        )

    def tell_scope(self, tree: Tree) -> None:
        """Say where only the last of several items has owners: they may be meant for all."""
        for node in tree.nodes():
            leaves = [child for child in node.children if not child.children]
            if len(leaves) < 2 or len(leaves) != len(node.children):
                continue
            with_owners = [leaf for leaf in leaves if leaf in self.bracketed]
            if with_owners == [leaves[-1]] and _trailing_only(leaves):
                spans = leaves[-1].paragraphs[-1].spans
                self.draft.diagnostics.append(remark("ZW307", spans, count=len(leaves)))


def _trailing_only(leaves: Sequence[Node]) -> bool:
    return not any(_names_owner(leaf.paragraphs) for leaf in leaves[:-1])


def _has_fields(passage: Passage) -> bool:
    return starts_with_fields(passage) or bool(split_fields(passage).owners)


def _names_owner(paragraphs: Sequence[Passage]) -> bool:
    text = Passage.join(paragraphs).text
    return bool(owner_brackets(text)) or bool(split_paragraphs(paragraphs).owners)


def _title(node: Node) -> tuple[Passage, list[Passage]]:
    """A section's title (its first sentence), and the paragraphs that stand under it."""
    if not node.paragraphs:
        return Passage(), []
    first, *rest = node.paragraphs
    match = _SENTENCE.search(first.text)
    brackets = [b for b in owner_brackets(first.text) if match and b[0] >= match.end()]
    if (
        match is None
        or match.end() == len(first.text)
        or (brackets and brackets[0][0] == match.end())
    ):
        return first, rest
    return first.slice(0, match.end()), [first.slice(match.end()).strip(), *rest]


def _labelled(node: Node, title: Passage) -> Passage:
    """The title with the label before it, as a heading is printed."""
    if node.label is None:
        return title
    return Passage.join([node.printed.slice(0, node.label.end), title])


def _shi_items(text: Passage) -> Iterator[Passage]:
    """The `一是 … 二是 …` pieces of a text where each closes with owners; else the text."""
    starts = [match.start() for match in _SHI.finditer(text.text)]
    if _SHI_HEAD.match(text.text):
        starts.insert(0, 0)
    if len(starts) < 2:
        yield text
        return
    bounds = sorted({0, *starts})
    pieces = [
        text.slice(start, end).strip()
        for start, end in zip(bounds, [*bounds[1:], len(text)], strict=True)
    ]
    if all(split_fields(piece).owners for piece in pieces if _SHI_HEAD.match(piece.text)):
        yield from pieces
    else:
        yield text
