"""One sentence for each kind of content, and for a statement as a whole."""

from __future__ import annotations

from functools import singledispatchmethod
from typing import TYPE_CHECKING

from msgspec import structs

from models.catalog import RESOURCES
from models.phrases import digests
from models.phrases.articles import office
from models.phrases.closely import closely, who
from models.phrases.deeds import deed
from models.phrases.goods import SHARE, Goods, told_as
from models.phrases.names import Names
from models.phrases.parts import unlike
from models.phrases.profiles import labelled, sentence, valued
from models.phrases.promises import due, in_other_currencies, lasting, promised, stage, with_land
from models.phrases.reality import COULD, intended, is_possible, real, unsaid
from models.phrases.support import by_hand, hedged, ranged, sides, voices
from models.phrases.templates import capital, fill, load, with_note
from models.phrases.timed import is_early, settled, timeless
from models.phrases.trimming import named_in, role, summary, unmarked, without_party
from models.phrases.ways import Ways
from models.records import (
    Commitment,
    Content,
    Event,
    Modality,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
    Variant,
)
from models.statements.keys import MEETING, MUTUAL, plover_type
from models.statements.parties import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from models.catalog import Catalog
    from models.records import Claim, PartialDate, Statement


class Phrases(Names):
    """Puts records into the words of one language, with the names of the catalog.

    A plan for a time before `today` (an ISO day) is told as a past one.
    """

    def __init__(
        self, catalog: Catalog, language: str = "en", folder: Path = RESOURCES / "phrases", today: PartialDate = ""
    ) -> None:
        super().__init__(catalog, language, load(folder, language, catalog.cache))
        self._today = today
        self.goods = Goods(self._words, self.numbers, self)
        self.hedges = tuple(self._words["hedge"])
        self._ways = Ways(self._words, self.numbers, self, catalog, language)

    def title(self, section: str) -> str:
        """The heading of a section."""
        return str(self._words["titles"][section])

    def measured(self, content: Resource | RouteFact, quantity: Quantity, claims: Sequence[Claim]) -> str:
        """The heading under which a figure stands: "Production, world", "Share of exports to" a partner."""
        words = self._words["figures"]
        told, of = told_as(content) if isinstance(content, Resource) else (content.predicate, quantity.of or "")
        told = COULD if is_possible(claims, content) else told
        label = words.get(told, told.replace("_", " ").capitalize())
        if isinstance(content, Resource):
            label = f"{label}{self.goods.flow(content)}{self.goods.part(content)}"
        first, _, rest = of.partition(", ")
        if quantity.unit == SHARE and first in ("", told):  # of all that is exported, not of the world's
            label, of = fill(words["share"], label=self.inside(label)), rest
        if of:
            label = fill(words["of"], label=label, of=self.called(of))
        return real(label, claims, content, self._words, self._today)

    # --- statements -------------------------------------------------------------------------------------------------

    def undated(self, statement: Statement) -> str:
        """The statement in one sentence, as it stands beside its date."""
        chosen = statement.shown
        content = settled(chosen)
        if not (isinstance(content, Event) and content.date):
            return self.variant(chosen, timed=True)
        beside = structs.replace(content, date=None, summary=self._trimmed(content))
        text = self._content(beside, None, structs.replace(chosen, content=beside))
        return capital(self._real(text, chosen.claims, content, told=chosen.told))

    def summary(self, event: Event) -> str:
        """What is told of an event, without what stands beside it; the other party stays where its words need it."""
        whole = self._trimmed(event)
        parties = [self._catalog.name(party) for party in (*event.actor, *event.target)]
        short = without_party(whole, parties) if plover_type(event) in MUTUAL else whole
        return self.quoted(whole) if self.is_foreign(short) else self.quoted(short)

    def _trimmed(self, event: Event) -> str:
        place = self._catalog.name(event.place) if event.place else ""
        return summary(event, place, self._words["dates"]["leads"], self._words["event"]["idle"])

    def variant(self, variant: Variant, about: str | None = None, *, timed: bool = False) -> str:
        """One value of a statement in a sentence; `about` (a route) is not named, and if `timed` no year beside it."""
        content = settled(variant)
        told = timeless(content, variant.claims) if timed else content
        shown = structs.replace(variant, content=told)
        text = self._content(told, about, shown)
        return capital(self._real(text, variant.claims, variant.content, timed=told is not content, told=variant.told))

    def told(self, variant: Variant, text: str) -> str:
        """The `text` of the value with those who give it."""
        said_by = voices(variant, self, self._words["detail"], side=True)
        joint: str = self._words["detail"]["join"]
        return joint.join(filter(None, (text, said_by)))

    def voiced(self, variant: Variant) -> str:
        """From whom alone its sources have it, and who denies it; empty where a source says it of itself."""
        return voices(variant, self, self._words["detail"], side=False)

    def noted(self, text: str, notes: Iterable[str]) -> str:
        """The text with the notes in brackets behind it."""
        for note in filter(None, notes):
            text = with_note(text, note, self._words["noted"])
        return text

    def claim(self, claim: Claim) -> str:
        """What one claim says."""
        said = claim.content
        if isinstance(said, Quote) and not said.words:
            said = structs.replace(said, words=claim.evidence.quote)
        variant = None if isinstance(said, Event | Quote) else Variant(said, (claim,), 1)
        return capital(self._real(self._content(said, None, variant), (claim,), claim.content))

    def content(self, content: Content) -> str:
        """What a content says."""
        return capital(self._content(content, None, None))

    def detail(self, statement: Statement) -> str:
        """Modality, attribution, of sides that disagree which has more sources, and of what a part exceeds the whole;
        empty where all is said."""
        shown, content = statement.shown, statement.variants[0].content
        words = self._words["detail"]
        parts = [
            words["ongoing"] if all(claim.modality is Modality.ONGOING for claim in shown.claims) else "",
            voices(shown, self, words, side=True) if len(statement.variants) > 1 else self.voiced(shown),
            ranged(shown, self.numbers, words),
            office(role(content, shown.claims), self._words) if isinstance(content, Quote) else "",
            self.sides(statement),
            unlike(statement, self, self.numbers, words),
        ]
        joint: str = words["join"]
        return joint.join(filter(None, parts))

    def sides(self, statement: Statement) -> str:
        """Whether the value told first has more independent sources than any other; empty where all agree."""
        return sides(statement, self._words["contested"])

    def badges(self, statement: Statement) -> tuple[str, ...]:
        """The badges of the claims that the sentence itself does not say."""
        return unsaid(statement, self._words["reality"])

    def _real(
        self, text: str, claims: Sequence[Claim], content: Content, *, timed: bool = False, told: str = ""
    ) -> str:
        """The text as its sentences tell it, where it is no plain fact, and where the user put it right."""
        text = closely(text, claims, content, self._words)
        said = intended(text, claims, content, self._words, self._today, timed=timed, told=told)
        return self.by_hand(said, claims, content)

    def by_hand(self, text: str, claims: Sequence[Claim], shown: Content) -> str:
        """The text, marked where claims say so by the user's correction alone, so that nobody takes it for a source's
        words; otherwise where that holds for some."""
        form = by_hand(claims, shown)
        return with_note(text, self._words["detail"][form], self._words["noted"]) if form else text

    def cell(self, content: Resource, claims: Sequence[Claim], *, timed: bool = False) -> str:
        """What a country has to do with a commodity, in a cell, `timed` where its year stands beside that."""
        said = timeless(content, claims) if timed else content
        text = self.goods.cell(said, lambda amount: hedged(amount, content, claims, self._words))
        text = closely(text, claims, content, self._words)
        told = self._real(text, claims, content, timed=said is not content)
        return told if told.startswith(text) or content.firm else told.replace(text, self.inside(text))

    @singledispatchmethod
    def _content(self, content: Content, about: str | None, variant: Variant | None) -> str:
        raise TypeError(type(content).__name__)

    @_content.register(Profile)
    def _(self, content: Profile, about: str | None, variant: Variant | None) -> str:
        label, said, date = self._figure(content, variant)
        words = self._words["profile"]
        if content.country == about:
            return fill(words["bare"], label=label, value=said, date=date)
        country, template = self.name(content.country), sentence(content, label, self._catalog, words)
        return fill(template, country=country, label=self.inside(label), value=said, date=date)

    def key_figure(self, content: Profile, variant: Variant) -> tuple[str, str, str]:
        """What a key figure measures, its value and whether it is a forecast, and as of when: the cells of a row."""
        label, said, date = self._figure(content, variant)
        return label, self._real(said, variant.claims, content), date

    def holding(self, variant: Variant) -> str:
        """Who owns a share, how large it is, and whether that is only planned: beside what it is of."""
        content = variant.content
        assert isinstance(content, Relation), "only for shares"
        assert content.quantity, "only for shares"
        share = self.hedged(self.numbers.quantity(content.quantity), variant)
        text = f"{self.owner(content)} {share}"
        return real(text, variant.claims, content, self._words, self._today)

    def _figure(self, content: Profile, variant: Variant | None) -> tuple[str, str, str]:
        """What a key figure measures, its value, and as of when (empty when not said)."""
        found = self._catalog.properties.get(content.property)
        label = labelled(content, self, self._catalog, self._language, self._words["profile"])
        quote = variant.claims[0].evidence.quote if variant else ""
        currency = self._catalog.currencies.get(str(content.value))
        counted = self._words["profile"]["counted"]
        value = currency.called(self._language) if currency else valued(content, quote, self, self._catalog, counted)
        said = self.hedged(value, variant)
        date = self.numbers.date(content.as_of) if content.as_of else ""
        if found and found.yearly and variant and is_early(variant):
            date = fill(self._words["profile"]["early"], date=date)
        inferred = content.year_inferred and not (variant and variant.told)
        return label, said, self.numbers.within(date) if inferred else date

    @_content.register(Resource)
    def _(self, content: Resource, about: str | None, variant: Variant | None) -> str:
        return self.goods.sentence(content, self.name(content.resource), lambda amount: self.hedged(amount, variant))

    def hedged(self, amount: str, variant: Variant | None) -> str:
        return hedged(amount, variant.content, variant.claims, self._words) if variant else amount

    @_content.register(RouteFact)
    def _(self, content: RouteFact, about: str | None, variant: Variant | None) -> str:
        possible = variant is not None and is_possible(variant.claims, content)
        denied = variant is not None and not any(claim.affirmed for claim in variant.claims)
        text = self._ways.fact(content, lambda amount: self.hedged(amount, variant), possible=possible, denied=denied)
        if content.route == about:
            return text
        return fill(self._words["route"]["named"], route=self.name(content.route), text=text)

    @_content.register(Event)
    def _(self, content: Event, about: str | None, variant: Variant | None) -> str:
        words = self._words["event"]
        text = deed(content, self, words, variant.claims if variant else ())
        if content.place:
            text = fill(words["where"], text=text, place=self.name(content.place))
        if content.date:
            date = self.numbers.date(content.date, inferred=content.year_inferred)
            text = fill(words["when"], text=text, date=date)
        # a meeting tells itself by who met, unless it is told what they spoke of; of any other event without a summary
        # the sentence is shown
        met = plover_type(content) == MEETING and content.summary.partition(" ")[0] not in words["talks"]
        if met or (variant is None and not content.summary):
            return text
        if variant is None or content.summary:
            return fill(words["told"], text=text, summary=self.summary(content))
        return fill(words["quoted"], text=text, words=self.within(self.retold(variant.claims[0].evidence.quote)))

    @_content.register(Commitment)
    def _(self, content: Commitment, about: str | None, variant: Variant | None) -> str:
        givers, words = folded(with_land(content.by, self._catalog)[0], self._catalog), self._words["commitment"]
        claims = variant.claims if variant else ()
        firms = who(content.by, claims, self._catalog)
        told = fill(
            promised(content, givers, words, claims, several=bool(firms)),
            by=self.dealing(content.by, firms),
            to=self.dealing(content.to),
            amount=self._said_twice(content.amount, variant),
            years=self.period(content.period_years),
        )
        behind = words["to_do" if self.is_deed(content.purpose) else "purpose"]
        told = fill(behind, text=told, purpose=self.purpose(content)) if content.purpose else told
        return self._due(told, content, variant)

    def _due(self, told: str, promise: Commitment, variant: Variant | None) -> str:
        """What is told of a promise, with the year by which it is due."""
        year = variant and due(promise, variant)
        return fill(self._words["commitment"]["by_year"], text=told, year=str(year)) if year else told

    def period(self, years: int | None) -> str:
        """The period in words: "five years"; empty when there is none."""
        return "" if years is None else lasting(years, self.numbers, self._words["commitment"])

    def stage(self, variant: Variant) -> str:
        """How far the money has come, in a word or two, and who says so; empty for other content."""
        if not isinstance(variant.content, Commitment):
            return ""
        return self.told(variant, self._words["commitment"]["stages"][stage(variant.content, variant.claims)])

    def money(self, variant: Variant) -> str:
        """The amount of a commitment, also in other currencies, and by when; empty for other content."""
        content = variant.content
        if not isinstance(content, Commitment):
            return ""
        amount = self._due(self._said_twice(content.amount, variant), content, variant)
        return self.by_hand(closely(amount, variant.claims, content, self._words), variant.claims, content)

    def _said_twice(self, amount: Money, variant: Variant | None) -> str:
        """The amount, with what it is in other currencies by the claims of the same value."""
        text = self.hedged(self.numbers.money(amount), variant)
        others = [self.numbers.money(other) for other in in_other_currencies(amount, variant.claims if variant else ())]
        listed = self._words["comma"].join(others)
        return fill(self._words["money"]["both"], amount=text, others=listed) if others else text

    @_content.register(Quote)
    def _(self, content: Quote, about: str | None, variant: Variant | None) -> str:
        words = unmarked(content.words or (variant.claims[0].evidence.quote if variant else ""))
        if ours := digests.told(words, self._words["digests"]):
            return self.sentences(ours)
        if not content.direct and named_in(words, content.speaker):
            return self.reported(words)
        pronoun, _, rest = words.partition(" ")
        said = rest.partition(" ")[0] in self._words["quote"]["saying"]
        if not content.direct and pronoun in self._words["quote"]["pronouns"] and said:
            return self.reported(f"{capital(self.attributed(content.speaker))} {rest}")
        if content.direct and content.words:
            return fill(self._words["quote"]["direct"], speaker=content.speaker, words=words)
        return fill(self._words["quote"]["reported"], speaker=content.speaker, words=self.reported(words))

    @_content.register(Relation)
    def _(self, content: Relation, about: str | None, variant: Variant | None) -> str:
        told = self.tied(content, lambda amount: self.hedged(amount, variant))
        return told + self.goods.in_year(content)
