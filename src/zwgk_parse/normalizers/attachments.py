"""The attachments of a document: in go the lines that list them and the titles that were found.

A line `附件：1.甲 2.乙` lists two. One that was found in the document is `included`, one in a file
given with it `separate`; the others are `missing`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import Attachment, AttachmentState
from zwgk_parse.vocabulary.documents import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.document.model import Link
    from zwgk_parse.document.passage import Passage

_LABEL = lazy(r"^\s*(?:相关)?(附(?:件|表|录)?)\s*([0-9一二三四五六七八九十]{0,3})\s*[:：]?\s*")
_ITEM = lazy(r"(?:^|(?<=[\s：:；;。》]))(\d{1,2})\s*[.．、]\s*(?=\D)")
_SUFFIX = lazy(
    r"(?:附件\d{0,2})?\.(?:pdf|docx?|xlsx?|wps|et|zip|rar|ofd|txt|pptx?|jpe?g|png)$", re.IGNORECASE
)
_FILE = lazy(r"\.(?:pdf|docx?|xlsx?|wps|et|zip|rar|ofd)(?:[?#]|$)", re.IGNORECASE)

_Listed = tuple[str | None, str]


def read_attachments(
    lines: Iterable[Passage],
    included: Iterable[Passage] = (),
    separate: Iterable[Passage] = (),
    links: Sequence[Link] = (),
) -> tuple[Attachment, ...]:
    """Every attachment listed, found or linked, once; `href` is that of the link to it."""
    found: list[tuple[_Listed, AttachmentState]] = []
    found += [(each, "included") for words in included for each in _listed(words)]
    found += [(each, "separate") for words in separate for each in _listed(words)]
    entries: list[tuple[_Listed, AttachmentState]] = []
    listed = [each for words in lines for each in _listed(words) if each[1]]
    for each in listed:
        match = next((one for one in found if _same(one[0], each)), None)
        if match is None and len(listed) == len(found) == 1 and found[0][1] == "separate":
            match = found[0]
        entries.append((each, match[1] if match else "missing"))
        found = [one for one in found if one is not match]
    return tuple(
        Attachment(label=label, title=title or None, href=_href(title, links), state=state)
        for (label, title), state in (*entries, *found, *_linked(entries, found, links))
    )


def _listed(words: Passage) -> list[_Listed]:
    """The label and title of each attachment that a line lists."""
    text = words.tidy().text
    head = _LABEL.match(text)
    label, number = (head[1], head[2]) if head else ("附件", "")
    body = text[head.end() :] if head else text
    items = list(_ITEM.finditer(body))
    if not items:
        return [(f"{label}{number}" if head else None, _title(body))]
    ends = [*(item.start() for item in items[1:]), len(body)]
    return [
        (f"附件{item[1]}", _title(body[item.end() : end]))
        for item, end in zip(items, ends, strict=True)
    ]


def _title(text: str) -> str:
    return _SUFFIX.sub("", text.strip().rstrip("。；;，,")).strip()


def _same(one: _Listed, other: _Listed) -> bool:
    """Whether two entries mean one attachment: the same title, or the same number."""
    first, second = fold(one[1]), fold(other[1])
    if first and second and (first == second or (len(first) >= 6 and first in second)):
        return True
    numbered = one[0] is not None and one[0][-1:].isdecimal()
    return numbered and one[0] == other[0] and not (first and second)


def _href(title: str, links: Sequence[Link]) -> str | None:
    folded = fold(title)
    matches = (link.href for link in links if folded and folded in fold(_title(link.text)))
    return next(matches, None)


def _linked(
    entries: Iterable[tuple[_Listed, AttachmentState]],
    found: Iterable[tuple[_Listed, AttachmentState]],
    links: Sequence[Link],
) -> list[tuple[_Listed, AttachmentState]]:
    """The files that are linked, but listed nowhere."""
    known = [fold(title) for (_, title), _ in (*entries, *found) if title]
    loose: dict[str, _Listed] = {}
    for link in links:
        title = _title(_LABEL.sub("", link.text))
        if not _FILE.search(link.href) or not title:
            continue
        if not any(each in fold(title) or fold(title) in each for each in known):
            loose.setdefault(fold(title), (None, title))
    return [(each, "missing") for each in loose.values()]
