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
    listed_once = (*entries, *found)
    return tuple(
        Attachment(label=label, title=title or None, href=href, state=state)
        for (label, title), state, href in (
            *((each, state, _href(each, links)) for each, state in listed_once),
            *_linked([each for each, _ in listed_once], links),
        )
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


def _href(listed: _Listed, links: Sequence[Link]) -> str | None:
    """Where the link goes that bears the title, or else the number and nothing besides."""
    label, title = listed
    folded = fold(title)
    matches = (link.href for link in links if folded and folded in fold(_title(link.text)))
    numbered = (
        link.href
        for link in links
        if label
        and label[-1:].isdecimal()
        and _FILE.search(link.href)
        and _name(link) == (label, "")
    )
    return next(matches, None) or next(numbered, None)


def _name(link: Link) -> _Listed:
    """The label that a link bears, and the title behind it."""
    head = _LABEL.match(link.text)
    title = _title(_LABEL.sub("", link.text))
    return (f"{head[1]}{head[2]}" if head else None, title)


def _linked(
    listed: Sequence[_Listed], links: Sequence[Link]
) -> list[tuple[_Listed, AttachmentState, str | None]]:
    """The files that are linked, but listed nowhere; some links bear no title."""
    known = [fold(title) for _, title in listed if title]
    told = {_href(each, links) for each in listed}
    named = {link.href for link in links if _name(link)[1]}
    loose: dict[str, tuple[_Listed, str | None]] = {}
    for link in links:
        label, title = _name(link)
        folded = fold(title)
        if not _FILE.search(link.href):
            continue
        if not title:
            if link.href not in named | told:
                loose.setdefault(link.href, ((label, ""), link.href))
        elif not any(each in folded or folded in each for each in known):
            loose.setdefault(folded, ((None, title), _href((None, title), links)))
    return [(each, "missing", href) for each, href in loose.values()]
