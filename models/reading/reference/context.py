"""What earlier sentences of an article leave behind for the next one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from models.reading.around.periods import Year
from models.reading.around.sites import Sites
from models.reading.reference.lines import Lines
from models.reading.reference.salience import acting, is_crew
from models.reading.reference.voices import Voices
from models.reading.reference.wares import Wares
from models.records import Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from models.reading.around.periods import Period
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Trace
    from models.records import Content, PartialDate

PAIR = 2
# a plural noun as subject, whom "they" stands for in the next sentence: "J0 sewing shops _are"
_MANY = r"(?:(?:the|many|some|most|several|local|two|three|[BQ]\d+) ){0,2}(?:J\d+ )?(?:[a-z-]+ ){0,2}?[a-z]{3,}s "
_DO = r"_(?:are|were|have|had|will|would|can|could|may|might|must|should|do|did) |[a-z]+(?:ed|e|t|w|y) "
_CROWD = re.compile(rf"(?:(?:q|question) [.:] )?{_MANY}(?:(?:in|of|from|for|on) [^ ]+ )?(?:{_DO})")


class Context(Struct):
    """What earlier sentences of the article leave behind for the next one."""

    region: tuple[str, ...]
    members: frozenset[str]
    states: frozenset[str] = frozenset()
    blocs: frozenset[str] = frozenset()
    parts: Mapping[str, str] = {}
    called: Mapping[str, str] = {}
    countries: tuple[str, ...] = ()
    often: dict[str, int] = {}
    route: Mention | None = None
    person: Mention | None = None
    body: Mention | None = None
    first: Mention | None = None
    turn: Mention | None = None
    answering: bool = False
    asked: bool = False
    named: tuple[str, ...] = ()
    bodies: dict[str, Mention] = {}
    short: dict[str, Mention] = {}
    lands: dict[str, tuple[str, ...]] = {}
    homes: dict[str, tuple[str, ...]] = {}
    spoke: str = ""
    firm: Mention | None = None
    company: Mention | None = None
    maker: Mention | None = None
    issuer: Mention | None = None
    works: dict[str, tuple[str, ...]] = {}
    other: Mention | None = None
    subject: Mention | None = None
    several: Mention | None = None
    bloc: tuple[str, ...] = ()
    groups: dict[int, tuple[str, ...]] = {}
    wares: Wares = field(default_factory=Wares)
    currency: str = ""
    term: int = 0
    figure: Quantity | Money | None = None
    line: Mention | None = None
    on_part: bool = False
    seller: Mention | None = None
    buyer: Mention | None = None
    producer: Mention | None = None
    traded: Mention | None = None
    dealing: tuple[str, ...] = ()
    yields: Mapping[str, str] = {}
    published: PartialDate | None = None
    part_ends: Mapping[str, int] = {}
    periods: dict[str, Period] = {}
    year: Year = Year()
    parties: tuple[str, ...] = ()
    people: dict[str, Mention] = {}
    holders: dict[str, Mention] = {}
    dealt: dict[str, tuple[str, ...]] = {}
    acted: tuple[str, ...] = ()
    did: tuple[str, tuple[str, ...]] = ("", ())
    since: int = 0
    figured: list[tuple[Frame, Content]] = []
    latest: str = ""
    when: str = ""
    age: int = 0
    guest: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    told: dict[str, tuple[str, ...]] = {}
    joint: dict[str, tuple[str, ...]] = {}
    before: tuple[str, ...] = ()
    last: Sentence | None = None
    bare: Sentence | None = None
    dealers: set[str] = set()
    voices: Voices = field(default_factory=Voices)
    met: bool = False
    occasion: Mention | None = None
    present: frozenset[str] = frozenset()
    paragraph: dict[str, None] = {}
    sites: Sites = field(default_factory=Sites)
    lines: Lines = field(default_factory=Lines)
    trace: Trace | None = None

    @property
    def guests(self) -> tuple[str, ...]:
        """Those of the parties that belong to the region, the region itself when none is named."""
        return tuple(code for code in self.parties if code in self.members) or self.region

    @property
    def lead(self) -> tuple[str, ...]:
        """The first of the parties from outside the region."""
        return tuple(code for code in self.parties if code not in self.members)[:1]

    @property
    def home(self) -> tuple[str, ...]:
        """The state in which something is done that no words place: of who speaks of it, else the one spoken of."""
        own = self.turn
        return (own.ids or self.homes.get(own.name, ()) if own is not None else ()) or self.countries

    @property
    def pair(self) -> tuple[str, ...]:
        """The parties where they are two, else the two states that were last named together."""
        return self.parties if len(self.parties) == PAIR else self.groups.get(PAIR, ())

    @property
    def crew(self) -> Mention | None:
        """Who acts in the sentence before, if called by a plural of people of one state."""
        if self.last is None or (acts := acting(self.last)) is None:
            return None
        return acts if is_crew(self.last, acts) else None

    @property
    def crowd(self) -> bool:
        """Whether a plural noun that is no mention acts in the sentence before."""
        return self.last is not None and _CROWD.match(self.last.tags) is not None

    @property
    def commodity(self) -> Mention | None:
        """The commodity that the article speaks of."""
        return self.wares.last

    @property
    def surnames(self) -> Collection[str]:
        """Last names met so far."""
        return self.people.keys()
