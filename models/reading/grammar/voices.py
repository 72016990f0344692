"""Voices: what a rule says of an active verb and its noun holds of the passive too.

A rule with roles that has "<impose> .... @levies" ("C1 imposed duties on C2") need not name the passive of it,
"@levies .... <impose:done>" ("duties on C2 were imposed by C1"): the second is made of the first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.grammar.rules import Rule

_VERB_AND_NOUN = re.compile(r"<([^>:]+)> \.{2,4} (@\w+|\([^(){}<>]*\))")


def lines(rule: Rule) -> Iterator[str]:
    """The patterns of a rule, and of one that tells of events by roles their passives."""
    yield from rule.patterns
    if rule.kind is Kind.EVENT and rule.roles:
        for line in rule.patterns:
            if active := _VERB_AND_NOUN.fullmatch(line):
                yield f"{active[2]} .... <{active[1]}:done>"
