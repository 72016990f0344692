"""What was read in a sentence, put right by the user: its value, unit, year, whose it is, how real, who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.amending import fields
from models.catalog.naming import fold
from models.records import Problem, Reading
from models.text import within_marks
from ui.commandline import answers
from ui.commandline.opening import FAILED, FINE, absent, done, opened, refused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from models.library import Library
    from models.records import Claim


def amend(options: argparse.Namespace) -> int:
    """Put right what a claim says, or take that back; without either show what was read."""
    with opened(options, to_write=bool(options.set or options.as_read)) as library:
        if absent(library):
            return FAILED
        try:
            claim = library.claim(options.claim)
        except KeyError:
            reason = "No claim has this id. “statements --json” and the export claims-csv tell the id of each."
            answers.complain(Problem(options.claim, reason))
            return FAILED
        if (options.set or options.as_read) and refused(library):
            return FAILED
        if options.as_read and not done(library.correct_claim(claim.id, None)):
            return FAILED
        if options.set and not _kept(options.set, claim.as_read if options.as_read else claim, library):
            return FAILED
        _show(library.claim(claim.id), library)
        return FINE


def _kept(given: Sequence[str], claim: Claim, library: Library) -> bool:
    """Whether what was typed could be understood and kept; what could not is told."""
    typed = _typed(given, claim)
    if typed is None:
        return False
    reading = library.forms.understood(claim, typed)
    if isinstance(reading, Reading):
        return done(library.correct_claim(claim.id, reading))
    for problem in reading.values():
        answers.complain(problem)
    return False


def _typed(given: Sequence[str], claim: Claim) -> dict[str, str] | None:
    """The texts by the names of the fields; None, and said, where there is no such field."""
    known = {fold(word): field.name for field in fields(claim.kind) for word in (field.label, field.name)}
    typed: dict[str, str] = {}
    for each in given:
        name, _, text = each.partition("=")
        if fold(name) not in known:
            there = ", ".join(field.name for field in fields(claim.kind))
            answers.complain(Problem(name, f"There is no such field here; there are {there}."))
            return None
        typed[known[fold(name)]] = text
    return typed


def _show(claim: Claim, library: Library) -> None:
    """The sentence, what it is told to say, and every field that says something."""
    answers.say(f"“{within_marks(claim.evidence.quote)}”")
    answers.say(library.in_words(claim))
    if claim.read:
        answers.say(f"read as: {library.in_words(claim.as_read)} (corrected by you on {claim.amended[:10]})")
    told = library.forms.told(claim.kind, claim.reading)
    for field in fields(claim.kind):
        answers.say(f"{field.name:12} {told[field.name] or 'none'}")
