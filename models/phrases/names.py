"""Names in one language: of countries, commodities, routes, bodies, firms and places, alone and in lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.dates import months
from models.phrases import digests, rendering
from models.phrases.amounts import in_one_style, whole
from models.phrases.articles import attributed, named
from models.phrases.closely import who
from models.phrases.numbers import Numbers
from models.phrases.promises import with_land
from models.phrases.templates import capital, fill, shortened, with_note
from models.phrases.trimming import unmarked, without_end
from models.statements.keys import SYMMETRIC, plain
from models.statements.parties import folded
from models.text import within_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from models.catalog import Catalog
    from models.phrases.templates import Templates
    from models.records import Claim, Commitment, Relation

_ENGLISH = "en"
_PARTIES = ("country", "group", "actor")
_NAMED = (*_PARTIES, "place")
_NAMES = (*_NAMED, "route")
_ANY = (*_NAMES, "commodity")
_MONTHS = re.compile(r"[A-Z][a-z]+ ?(?:-|–|to) ?[A-Z][a-z]+")
_LONGEST = 4  # words of a name that may begin a text
_BESIDE = ",;:.()"


class Names:
    """The names of the catalog in the words of one language."""

    def __init__(self, catalog: Catalog, language: str, words: Templates) -> None:
        self._catalog = catalog
        self._language = language
        self._words = words
        self._named: dict[tuple[str, ...], str] = {}
        self._rendered: dict[str, str] = {}
        self._phrases = rendering.patterns(words["phrases"])
        self.numbers = Numbers(words)

    def plain_name(self, code: str) -> str:
        """The name of a country, commodity, route, actor or place as it stands in lists.

        What an article calls by an English name is called by its own in the other languages, also where more is told
        in brackets behind it: "place (expansion)".
        """
        entry = self._catalog.entry(code)
        if entry is None and self._language != _ENGLISH:
            entry = self._catalog.entry(self.known(code, _NAMED))
            named, bracket, more = code.partition(" (")
            if entry is None and bracket:
                inner = self.rendered(more.removesuffix(")"))
                return with_note(self.plain_name(named), inner, self._words["noted"])
        return entry.called(self._language) if entry else self.rendered(code)

    def is_group(self, codes: Sequence[str]) -> bool:
        """Whether it is one group of countries, and nobody else."""
        return len(codes) == 1 and codes[0] in self._catalog.groups

    def apart(self, told: Iterable[str]) -> str:
        """Things that are told side by side, as one line."""
        between: str = self._words["apart"]
        return between.join(told)

    def after_commas(self, told: Iterable[str]) -> str:
        """The same with commas, as the language writes them."""
        between: str = self._words["comma"]
        return between.join(told)

    def plover(self, plover: str) -> str:
        """What a PLOVER type of event is called."""
        found = self._catalog.plover.get(plover)
        return found.called(self._language) if found else plover

    def local_name(self, place: str) -> str:
        """What its own people call a place, where they write it otherwise than this language; empty if nobody knows."""
        places, kind = self._catalog.places, "place"
        found = places.get(place) or self._catalog.localities.get(place) or places.get(self.known(place, (kind,)))
        return next((own for own in found.local.values() if own != found.called(self._language)), "") if found else ""

    def rendered(self, text: str) -> str:
        """Words of a source in the language where all of them are listed: a firm's or body's name stays as it is.

        English ones stay, with their amounts written as all others are.
        """
        if self._language == _ENGLISH:
            return self.called(in_one_style(text, self._catalog, self.numbers))
        if text not in self._rendered:
            self._rendered[text] = self._in_phrases(text) or text
        return self._rendered[text]

    def quoted(self, text: str) -> str:
        """The same, but what stays as the source has it stands between quotation marks."""
        return fill(self._words["as_written"], words=text) if self.is_foreign(text) else self.rendered(text)

    def is_foreign(self, text: str) -> bool:
        """Whether the language has no words for it."""
        return bool(text) and self._language != _ENGLISH and self.rendered(text) == text

    def purpose(self, promise: Commitment) -> str:
        """What the money is for, beside which it stands to whom it goes: that is not told again, unless the words are
        known only with it."""
        short = without_end(promise.purpose, [self._catalog.name(code) for code in promise.to])
        whole = promise.purpose if self.is_foreign(short) else short
        return self.aim(whole)

    def aim(self, purpose: str) -> str:
        """What money is for: a thing, or what it is "to" do."""
        return self.quoted(f"to {purpose}" if self.is_deed(purpose) else purpose)

    def is_deed(self, purpose: str) -> bool:
        """Whether it begins with a verb, which stands behind "to", in words of a source that stay as they are."""
        words = self._words["commitment"]["verbs"]
        first, _, rest = purpose.partition(" ")
        sure = first in words["sure"] and bool(rest) and rest.partition(" ")[0] not in words["no_object"]
        either = first in words["either"] and rest.partition(" ")[0] in words["object"]
        return (sure or either) and self.rendered(purpose) == purpose

    def sentences(self, words: str, *, direct: bool = False) -> str:
        """Sentences of a source that say themselves who speaks, or stand behind one that does; between quotation marks
        what somebody said in just these words, or what is in another language."""
        told = self.retold(words)
        return fill(self._words["as_written"], words=told) if direct else self.reported(told)

    def reported(self, words: str) -> str:
        """What is reported: between quotation marks only where it is not in the letters of the language, and so stays
        as its source has it."""
        letters: str = self._words["quote"]["letters"]
        foreign = letters and not re.search(letters, words)
        return fill(self._words["as_written"], words=words) if foreign else words

    def in_marks(self, sentence: str, *, ours: bool = False) -> str:
        """The beginning of a sentence of a source between quotation marks; one of `ours`, of a built-in digest, is
        nobody's own words and stands without them, but where it is not in the letters of the language."""
        told = self.retold(sentence)
        if ours or told != sentence:
            return self.reported(shortened(told))
        return fill(self._words["as_written"], words=self.within(told))

    def within(self, sentence: str) -> str:
        """The beginning of a sentence as it stands between quotation marks: its own are those within others."""
        return within_marks(shortened(unmarked(sentence)), self._words["within"])

    def retold(self, words: str) -> str:
        """Sentences of a source, those of the built-in digests in the language."""
        return digests.told(words, self._words["digests"]) or words

    def titled(self, title: str) -> str:
        """The title of an article; a built-in digest has one in every language."""
        return digests.titled(title, self._words["digests"])

    def _in_phrases(self, text: str) -> str | None:
        """The text as an amount of money, an office or body, or a phrase; None where it is none that is listed."""
        bare = rendering.ARTICLES.sub("", text)
        listed = next((said for part in (text, bare) if (said := self.called(part)) != part), None)
        if listed:
            return listed
        if amount := rendering.money(bare, self._catalog):
            return self.numbers.money(amount)
        if quantity := rendering.quantity(bare, self._catalog):
            return self.numbers.quantity(quantity)
        if amount_or_share := whole(bare, self._catalog, self.numbers):
            return amount_or_share
        known = self._in_catalog(bare) or self._as_office(bare)
        return known or rendering.rendered(text, self._phrases, self._word)

    def _as_office(self, text: str) -> str | None:
        """An office or body with whose it is; None where either is not known."""
        found = rendering.owner(text, self._catalog)
        if found is None or (office := self.called(found[1])) == found[1]:
            return None
        whose = self.plain_name(found[0])
        if formed := self._words["whose"].get(whose):
            return fill(self._words["office_of"], whose=formed, office=office)
        return fill(self._words["office"], whose=whose, office=office)

    def _word(self, text: str) -> str | None:
        """A word within a phrase: a number, what the language or the catalog knows, or the name of a firm or place."""
        bare = rendering.ARTICLES.sub("", text)
        as_is = bare.isdecimal() or (bare == text and rendering.NAME.fullmatch(bare))
        return self._in_catalog(bare) or self._in_phrases(text) or (bare if as_is else None)

    def _in_catalog(self, name: str) -> str | None:
        entry = self._catalog.entry(self.known(name, _ANY)) or self._catalog.house(name)
        return entry.called(self._language) if entry else None

    def called(self, words: str) -> str:
        """Words of an article or the catalog ("first half", "railway") in the language, where they are listed."""
        listed: dict[str, str] = self._words["called"]
        if not listed:
            return words
        parts = words.split(", ")
        told = [listed.get(part) or self._run_of_months(part) or part for part in parts]
        return self.after_commas(told) if told != parts else words

    def _run_of_months(self, part: str) -> str:
        """ "January-June" by the names of the months; empty for anything else."""
        span = months(part) if self._language != _ENGLISH and _MONTHS.fullmatch(part) else None
        return "–".join(self.numbers.month(number) for number in span) if span is not None else ""

    def name(self, code: str) -> str:
        """The name as it stands in a sentence: with its article where it has one."""
        return named(self.plain_name(code), code, self._words)

    def names(self, codes: Iterable[str]) -> str:
        """The names in their order; all members of a group are the group."""
        given = tuple(dict.fromkeys(codes))
        if given not in self._named:  # the same few parties stand in thousands of lines
            self._named[given] = self.listed([self.name(code) for code in self._folded(given)])
        return self._named[given]

    def _folded(self, codes: Sequence[str]) -> list[str]:
        whole = folded(codes, self._catalog)
        return [*(code for code in codes if code in whole), *sorted(whole.difference(codes))]

    def dealing(self, codes: Sequence[str], firms: str = "") -> str:
        """The names of those who deal with money, a single firm with its land behind it in brackets; of lands whose
        `firms` deal, or investors or banks, these."""
        dealing, land = with_land(codes, self._catalog)
        names = self.names(dealing)
        return fill(self._words["closely"][firms], land=names) if firms else self._with_land(names, land)

    def whose(self, codes: Sequence[str], claims: Sequence[Claim]) -> str:
        """The names of those to whom something is done, or those of whom in these lands by all sentences."""
        firms = who(codes, claims, self._catalog)
        return fill(self._words["closely"][firms], land=self.names(codes)) if firms else self.names(codes)

    def heading(self, codes: Sequence[str], claims: Sequence[Claim] = ()) -> str:
        """The same as they stand alone in a cell or begin a line: without their articles."""
        dealing, land = with_land(codes, self._catalog)
        names = self.listed([self.plain_name(code) for code in self._folded(tuple(dict.fromkeys(dealing)))])
        firms = who(codes, claims, self._catalog)
        return capital(fill(self._words["closely"][firms], land=names) if firms else self._with_land(names, land))

    def owner(self, tie: Relation) -> str:
        """The name of an owner, of a firm with its country behind it in brackets: as the catalog knows it, or as the
        text tells it beside the land of what is owned."""
        found = self._catalog.find(tie.a, _PARTIES)
        if found is not None and found[0] != "actor":
            return self.plain_name(tie.a)
        actor = self._catalog.actors[found[1]] if found else None
        home = actor.country if actor else next(iter(tie.lands[1:]), None)
        return self._with_land(self.plain_name(tie.a), (home,) if home else ())

    def _with_land(self, names: str, land: Iterable[str]) -> str:
        country = self.listed([self.plain_name(code) for code in land])
        return fill(self._words["resource"]["firm"], firm=names, country=country) if country else names

    def along(self, line: str, codes: Iterable[str]) -> str:
        """A line of a route, and the countries that only it crosses."""
        names = self._words["comma"].join(self.plain_name(code) for code in codes)
        return fill(self._words["route"]["along"], line=capital(self.rendered(line)), names=names)

    def attributed(self, who: str) -> str:
        """From whom something is, as it stands behind "according to"."""
        return attributed(self.plain_name(who), self._words)

    def inside(self, text: str) -> str:
        """The text as it stands within a sentence: with a small letter, unless a name or abbreviation begins it."""
        if not self._words["profile"]["small"]:
            return text
        words = [word.strip(_BESIDE) for word in text.split(" ", _LONGEST)[:_LONGEST]]
        starts = (" ".join(words[: count + 1]) for count in range(len(words)))
        if not text[1:].lstrip(" ")[:1].islower() or words[0] in self._words["profile"]["proper"]:
            return text
        return text if any(self._catalog.find(start, _NAMES) for start in starts) else text[:1].lower() + text[1:]

    def related(
        self, party: str, relation: str, others: Iterable[str], hedged: Callable[[str], str] = lambda amount: amount
    ) -> str:
        """What a party is to others; `hedged` puts a word such as "nearly" before the amount in the relation."""
        templates = self._words["relation"]
        kind, colon, figure = relation.partition(": ")
        template = templates.get(f"{kind}{colon}".strip().casefold(), templates["other"])
        listed = self.listed([self.name(other) for other in others])
        words = self.rendered(relation)
        if amount := rendering.amount(relation):
            told = self.rendered(amount)
            words = words.replace(told, hedged(told))
        return fill(
            template,
            a=self.name(party),
            b=listed,
            relation=words,
            figure=hedged(self.rendered(figure)) if figure else "",
        )

    def tied(self, content: Relation, hedged: Callable[[str], str]) -> str:
        """What one is to another; of a figure also which goods or part of the year it is of."""
        if content.quantity is None:
            return self.related(content.a, content.relation, (content.b,), hedged)
        templates, told = self._words["relation"], content.quantity.of
        one, other = self._ends(content)
        of = self._words["comma"].join(map(self.rendered, told.split(", "))) if told else ""
        figure = hedged(self.numbers.quantity(content.quantity))
        return fill(
            templates.get(f"{content.relation.casefold()}:", templates["figure"]),
            a=self.name(one),
            b=self.name(other),
            relation=self.rendered(content.relation),
            figure=with_note(figure, of, self._words["noted"]) if of else figure,
        )

    def _ends(self, content: Relation) -> tuple[str, str]:
        """Who is told of first: of what two of the region are to each other always the same one."""
        members, ends = self._catalog.region.members, (content.a, content.b)
        if plain(content.relation) not in SYMMETRIC or not set(ends) <= set(members):
            return ends
        first, second = sorted(ends, key=members.index)
        return first, second

    def listed(self, words: Sequence[str]) -> str:
        """The words as a list: "A, B and C"."""
        if len(words) < 2:
            return "".join(words)
        first: str = self._words["comma"].join(words[:-1])
        return fill(self._words["and"], first=first, last=words[-1])

    def known(self, name: str, kinds: Iterable[str] = _PARTIES) -> str:
        """The id of what the name names in the catalog, else the name itself."""
        found = self._catalog.find(name, kinds)
        return found[1] if found else name
