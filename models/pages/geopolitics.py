"""The Geopolitics tab: who deals with whom, a timeline, commitments, and what sources disagree on."""

from __future__ import annotations

from models.pages.lines import Line
from models.records import PartialDate, Record


class Party(Record):
    """A country or organisation in the picture of links."""

    code: str
    name: str
    in_region: bool


class Link(Record):
    """Dealings between a partner `a` and a country of the region `b`.

    `weight` is the number of statements, `cooperation` and `conflict` count those of each PLOVER side, and
    `tone` is cooperation, mixed or conflict.
    """

    a: str
    b: str
    weight: int
    cooperation: int
    conflict: int
    tone: str
    statements: tuple[str, ...]


class Moment(Record):
    """An event on the timeline. `date` is as precise as stated; `quad` is the PLOVER quad class 1 to 4."""

    date: PartialDate
    text: str
    plover: str
    quad: int
    actors: tuple[str, ...]
    statement: str


class CommitmentRow(Record):
    """A commitment for the table: names in words, amount as text and as numbers for sorting."""

    by: str
    to: str
    amount: str
    value: float
    currency: str
    period: str
    purpose: str
    line: Line


class GeopoliticsPage(Record):
    """Everything the tab shows: partners left, region right, links between them."""

    partners: tuple[Party, ...]
    region: tuple[Party, ...]
    links: tuple[Link, ...]
    timeline: tuple[Moment, ...]
    commitments: tuple[CommitmentRow, ...]
    contested: tuple[Line, ...]
    lines: tuple[Line, ...]
