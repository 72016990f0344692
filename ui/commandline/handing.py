"""Whole libraries: handed over in one file, and merged into one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Problem
from ui.commandline import answers
from ui.commandline.opening import FAILED, FINE, absent, opened
from ui.outcomes import handed, merged

if TYPE_CHECKING:
    import argparse


def pack(options: argparse.Namespace) -> int:
    """Write the whole library to one file."""
    with opened(options) as library:
        if absent(library):
            return FAILED
        packed = library.pack(options.out, with_notes=options.notes)
        if isinstance(packed, Problem):
            answers.complain(packed)
            return FAILED
        answers.say(f"{options.out}: {handed(packed) or 'nothing yet'}.")
        return FINE


def merge(options: argparse.Namespace) -> int:
    """Take in what another library holds."""
    with opened(options, to_write=True) as library:
        outcome = library.merge(options.path)
        if isinstance(outcome, Problem):
            answers.complain(outcome)
            return FAILED
        answers.say(f"{options.path}: {merged(outcome)}")
        return FINE
