"""How deadlines are worded: one row a wording, with examples of what it reads and must not read.

Patterns are searched in text without layout spaces and with digits of plain width. They are
bounded, so that a search takes time in proportion to the text. The order matters: of the rules that
match at a place the first has it.

An example's reading is written as a key: `date:2022-06-30`, `window:2022-03-29/2022-04-04`,
`rec:FREQ=YEARLY`, `rel:P20Dw` (working days), `ongoing`; several are parted by ` ; `, and `unread`
is a demand that names no day. The examples are for a plan of 2022.
"""

from __future__ import annotations

from zwgk_parse.vocabulary.deadline_rules.months import MONTHS
from zwgk_parse.vocabulary.deadline_rules.others import OTHERS
from zwgk_parse.vocabulary.deadline_rules.pieces import DONE, STARTS, Rule, Weight
from zwgk_parse.vocabulary.deadline_rules.recurring import RECURRENCES
from zwgk_parse.vocabulary.deadline_rules.spans import SPANS
from zwgk_parse.vocabulary.deadline_rules.years import YEARS

__all__ = ["DEADLINE_RULES", "DONE", "STARTS", "Rule", "Weight"]

DEADLINE_RULES: tuple[Rule, ...] = (*SPANS, *RECURRENCES, *MONTHS, *YEARS, *OTHERS)
