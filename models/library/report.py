"""What a check of the whole library found."""

from __future__ import annotations

from models.records import Problem, Record


class CheckReport(Record):
    """What `Library.check` looked at, and everything it found wrong; `orphans` are claims without their sentence."""

    articles: int
    claims: int
    notes: int
    orphans: int
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.problems
