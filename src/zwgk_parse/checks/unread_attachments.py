"""The attachments of a plan that were not read, and those among them that assign the owners."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.once import once
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.documents import doc_type, fold
from zwgk_parse.vocabulary.elsewhere import assigns_elsewhere, is_placeholder, placeholders

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Attachment, Plan, Task

# One task in four may name an owner where the owners of all stand in an attachment.
_PART = 4
_WORD = lazy(r"[一-鿿]")
# The label of a bracket is no owner: （责任单位：）.
_LABEL = lazy(
    r"(?:责任|牵头|配合|主办|协办|主责|承办|落实|参与|参加|实施)(?:[和及、/]?(?:责任|牵头|配合|落实))?"
    r"(?:单位|部门|科室|处室|股室|机关|人)?\s*(?:[:：]|(?=[】）)\]]))"
)


class Unread(NamedTuple):
    """`assigning`: the attachments that say who owns what; `stated`: a text says that they do."""

    assigning: tuple[Attachment, ...] = ()
    stated: bool = False

    def __bool__(self) -> bool:
        return bool(self.assigning) or self.stated


def has_owner(task: Task) -> bool:
    """Whether a unit or a person is named for a task, or its cell holds words not understood."""
    if task.people or any(not is_placeholder(owner.raw) for owner in task.owners):
        return True
    if task.owners or task.owners_raw is None:
        return False
    words = _LABEL.sub("", task.owners_raw)
    return _WORD.search(words) is not None and not any(placeholders(words))


def missing_attachments(plan: Plan) -> list[Attachment]:
    """The attachments named, but neither in the file nor given with it.

    A link without a label may lead to another print of the plan, or to what explains it.
    """
    own = {fold(title) for title in (plan.title, plan.notice_title) if title}
    return [
        attachment
        for attachment in plan.attachments
        if attachment.state == "missing"
        and (attachment.label or not attachment.href)
        and not _is_bare_link(attachment)
        and fold(attachment.title or "") not in own
    ]


def _is_bare_link(attachment: Attachment) -> bool:
    """Whether an attachment is a link that says nothing of what it leads to (ZW506)."""
    return bool(attachment.href) and not attachment.title


@once
def unread_owners(plan: Plan) -> Unread:
    """Where the owners of a plan stand whose tasks name none, if in what was not read."""
    without = sum(not has_owner(task) for task in plan.tasks)
    if not without:
        return Unread()
    missing = missing_attachments(plan)
    if not missing and not all(map(_is_bare_link, plan.attachments)):
        return Unread()
    division = tuple(one for one in missing if doc_type(one.title or "") == "division")
    if division and without * _PART >= len(plan.tasks) * (_PART - 1):
        return Unread(division)
    if not _states(plan):
        return Unread()
    return Unread(division or tuple(missing[:1] if len(missing) == 1 else ()), stated=True)


def _states(plan: Plan) -> bool:
    """Whether a paragraph or a task says that the owners stand in an attachment."""
    if any(assigns_elsewhere(paragraph.text) for paragraph in plan.preamble):
        return True
    return any(
        assigns_elsewhere(text)
        for task in plan.tasks
        for text in (task.text, *(column.text for column in task.columns))
    )


def printed(attachment: Attachment) -> str:
    """An attachment as it is named: `附件2《…》`."""
    title = f"《{attachment.title.strip('《》')}》" if attachment.title else ""
    return f"{attachment.label or '附件'}{title}"
