"""Nothing but imports: what the process that begins others has loaded, so that they need not."""

from zwgk_parse.batch import convert as convert
from zwgk_parse.batch import worker as worker
from zwgk_parse.readers import docx as docx
from zwgk_parse.readers import html as html
from zwgk_parse.readers import pdf as pdf
from zwgk_parse.readers import text as text
