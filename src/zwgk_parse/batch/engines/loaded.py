"""Nothing but imports: what the process that begins others has loaded, so that they need not."""

from zwgk_parse.batch import convert
from zwgk_parse.batch.engines import worker
from zwgk_parse.readers import docx, html, pdf, text

__all__ = ["convert", "docx", "html", "pdf", "text", "worker"]
