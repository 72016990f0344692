"""Which statements stand on a shelf: those that one of its articles has a part in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from models.pages.shelves import stands_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.library.knowledge import Knowledge
    from models.records import PartialDate, Statement


class Shelf:
    """One of models.pages.shelves.SHELVES on a day."""

    def __init__(self, shelf: str, today: PartialDate, knowledge: Knowledge) -> None:
        self._all = not shelf
        self._knowledge = knowledge
        day = date.fromisoformat(today) if shelf else date.min
        known = knowledge.articles.items() if shelf else ()
        self._articles = {each for each, told in known if stands_on(shelf, "" if told.builtin else told.added, day)}

    def holds(self, statement: Statement) -> bool:
        """Whether one of the articles has a part in the statement."""
        return self._all or any(claim.evidence.article in self._articles for claim in statement.claims)

    def statements(self) -> tuple[Statement, ...]:
        """All statements that stand there."""
        return tuple(filter(self.holds, self._knowledge.all()))

    def about(self, topic: str) -> tuple[Statement, ...]:
        """Those that touch a topic."""
        return tuple(filter(self.holds, self._knowledge.about(topic)))

    def of(self, statement_ids: Iterable[str]) -> frozenset[str]:
        """The ids of those among these statements that stand there."""
        found = ((each, self._knowledge.statement(each)) for each in statement_ids)
        return frozenset(each for each, statement in found if statement and self.holds(statement))
