"""Dealings, events and commitments as tables: twins of the pictures, sortable by what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pages.ages import dated
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.views.strokes import TONE_WORDS
from ui.views.timeline_layout import span_of, when_in_words
from ui.views.timeline_marks import QUADS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.pages.geopolitics import CommitmentRow, GeopoliticsPage, Moment


class LinkTable(FactTable):
    """Who deals with whom, how often, and in which tone. The key of a row is both codes."""

    def __init__(self, name: str) -> None:
        columns = (
            Column("Partner", wide=True),
            Column("Country", wide=True),
            Column("Statements", number=True),
            Column("Co-operation", number=True),
            Column("Tension", number=True),
            Column("Tone"),
        )
        super().__init__(name, columns)

    def set_page(self, page: GeopoliticsPage) -> None:
        """Show the links of a page."""
        names = {party.code: party.name for party in (*page.partners, *page.region)}
        self.set_facts(
            [
                Fact(
                    f"{link.a} {link.b}",
                    (
                        names.get(link.a, link.a),
                        names.get(link.b, link.b),
                        str(link.weight),
                        str(link.cooperation),
                        str(link.conflict),
                        TONE_WORDS.get(link.tone, link.tone),
                    ),
                    {2: float(link.weight), 3: float(link.cooperation), 4: float(link.conflict)},
                )
                for link in page.links
            ]
        )


class EventTable(FactTable):
    """Events by date, as precise as stated."""

    def __init__(self, name: str) -> None:
        super().__init__(name, (Column("Date"), Column("Event", wide=True), Column("Type"), Column("Class")))

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show these events."""
        self.set_facts([_moment(moment) for moment in moments])


class CommitmentTable(FactTable):
    """Money promised, targeted or invested; amounts sort within their currency."""

    def __init__(self, name: str) -> None:
        columns = (
            Column("By", wide=True),
            Column("To", wide=True),
            Column("Amount", number=True),
            Column("Stage", wide=True),
            Column("Over"),
            Column("What for", wide=True),
            Column("As of", spare=True),
            Column("Standing", spare=True),
            Column("Sources", number=True, spare=True),
        )
        super().__init__(name, columns)

    def set_rows(self, rows: Sequence[CommitmentRow], today: date) -> None:
        """Show these commitments, with their age on this day."""
        self.set_facts([_commitment(row, today) for row in rows])


def _moment(moment: Moment) -> Fact:
    span = span_of(moment.date)
    when = when_in_words(moment.date) if span else moment.date or "not stated"
    when += " (year inferred)" if moment.year_inferred else ""
    sort: dict[int, float] = {0: span.start if span else 0.0}
    kind = moment.label or moment.plover.replace("_", " ").lower()
    return Fact(moment.statement, (when, moment.text, kind, QUADS.get(moment.quad, ("", ""))[1]), sort)


def _commitment(row: CommitmentRow, today: date) -> Fact:
    line = row.line
    when = dated(line.as_of, today)
    cells = (
        row.by,
        row.to,
        row.amount,
        row.stage,
        row.period,
        row.purpose,
        when,
        line.standing.value,
        str(line.sources),
    )
    since = line.as_of.date if line.as_of else ""
    return Fact(line.statement, cells, {2: (row.currency, row.value), 6: since, 8: float(line.sources)})
