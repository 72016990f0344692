"""The date grammar: where a text states a date, what it states, and which date that is.

`find` gives mentions that hold only what stands in the text; `resolve` turns one into a partial date with the help of
an anchor (usually the date of publication). The result is never more precise than the words. The words are data:
resources/grammar/dates.toml. Every pattern is linear and looks at most 40 characters around a word.
"""

from models.dates.finding import DateMention, blotted, find
from models.dates.grammar import counted
from models.dates.parts import Months, month_name, months
from models.dates.resolving import Resolved, anchor, iso, last_day, resolve, stated_day

__all__ = [
    "DateMention",
    "Months",
    "Resolved",
    "anchor",
    "blotted",
    "counted",
    "find",
    "iso",
    "last_day",
    "month_name",
    "months",
    "resolve",
    "stated_day",
]
