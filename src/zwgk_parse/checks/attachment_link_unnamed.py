"""ZW506: a link to an attachment without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

# 点击下载, 附件1, P020220315.docx, a link's own address: no name of what is attached.
_NO_NAME = lazy(
    r"(?:附件|附表|附录)?\s*[0-9一二三四五六七八九十]{0,3}"
    r"|(?:请?点击|附件|文件)?(?:此处|这里)?(?:下载|查看|打开|浏览)(?:附件|文件|此处|这里|全文)?"
    r"|[A-Za-z]{0,3}[0-9A-Fa-f_-]{6,}(?:\.[A-Za-z]{2,4})?|https?://.*|[.…—\-\s]*"
)


def attachment_link_unnamed(plan: Plan) -> Iterator[Found]:
    """A link to an attachment does not say what is attached.

    ## Why it matters
    Readers, and those who search the site, cannot tell what the file is, and a screen reader reads
    a file's number aloud.

    ## When it keeps quiet
    For an attachment with a title, and for one that is named but not linked.

    ## Example
    A link named 点击下载, or P020220315612345.docx.

    ## What to do
    Give the link the attachment's full title.
    """
    for attachment in plan.attachments:
        if attachment.href and _NO_NAME.fullmatch((attachment.title or "").strip()):
            yield Found.of(None, subject=attachment.href)
