"""The reader: an article goes in, its claims come out. Made once in a process; reading changes nothing in it."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from models import dates, text
from models.catalog import LANGUAGES, RESOURCES
from models.reading.around.makers import note_works
from models.reading.cells import Heads
from models.reading.claims import make_claim
from models.reading.factuality.bygone import is_bygone
from models.reading.factuality.denials import Denials
from models.reading.factuality.ends import is_lost, is_over, without_end
from models.reading.factuality.explained import find_explained
from models.reading.factuality.judging import as_of
from models.reading.factuality.partial import denies_only_part
from models.reading.factuality.qualify import quality_words
from models.reading.finishing import Finishing
from models.reading.furniture import Gate, Topic
from models.reading.grammar.language import load_language
from models.reading.grammar.rules import RuleBook, load_rules
from models.reading.ground import Ground
from models.reading.kinds.deeds import aimed
from models.reading.matching import find_frames
from models.reading.reference.days import Days
from models.reading.reference.definite import Definite
from models.reading.reference.echoed import Echoed, echoes
from models.reading.reference.facing import Facing
from models.reading.reference.interviews import Interviews
from models.reading.reference.labels import Labels
from models.reading.reference.links import Links
from models.reading.reference.measures import measure
from models.reading.reference.operators import Operators
from models.reading.reference.owners import Owners
from models.reading.reference.referents import Context, remember
from models.reading.reference.respective import goes_together, in_turn
from models.reading.reference.situation import learn, settle
from models.reading.reference.unsaid import Unsaid, is_idle, is_unsaid
from models.reading.reference.wares import Wares, headed, of_title
from models.reading.rivals import sourced, voiced
from models.reading.sentence.amounts import Amounts
from models.reading.sentence.chunks import group, load_chunks
from models.reading.sentence.datelines import set_apart
from models.reading.sentence.described import Described
from models.reading.sentence.few import Few
from models.reading.sentence.mentions import NUMBER, Mention, build_gazetteer
from models.reading.sentence.names import name_words
from models.reading.sentence.naming import with_names
from models.reading.sentence.offices import Offices
from models.reading.sentence.stamps import unstamp
from models.reading.sentence.tagging import LONGEST, Sentence, of_gazetteer, places_after, select, tag
from models.reading.tables import Tables, is_of_rows, of_rows
from models.reading.told import is_told
from models.reading.trace import TOLD, tell_passed_over
from models.records import Article, Claim, Content, Event, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from models.catalog import Catalog
    from models.reading.frames import Frame
    from models.reading.grammar.language import Language
    from models.reading.tables import Cell
    from models.reading.trace import Trace
    from models.records import PartialDate

RULES = RESOURCES / "rules"
# named once: Python 3.11 looks members of an enumeration up by a call
_FURNITURE, _TITLE, _EVENT, _QUOTE = Role.FURNITURE, Role.TITLE, Kind.EVENT, Kind.QUOTE
_PAIR = 2


class Reading(Struct, frozen=True):
    """What an article gave: its claims, and whether it is about the region at all."""

    claims: tuple[Claim, ...]
    about_region: bool


class Reader:
    """Reads articles with the names of a catalog and the rules of folders (later ones on top).

    `problems` tells which rules were left out and why.
    """

    def __init__(self, catalog: Catalog, rules_folders: Iterable[Path] = (RULES,)) -> None:
        folders = tuple(rules_folders)
        self._language = load_language(folders, catalog.cache)
        self._chunks = load_chunks(folders, self._language, catalog.cache)
        rules, problems = load_rules(folders, catalog.cache)
        self._book = RuleBook(rules, self._language)
        self.problems = problems + self._book.problems
        self._amounts = Amounts(catalog, self._language)
        self._gazetteer = build_gazetteer(catalog, self._language, self._amounts.words, LANGUAGES)
        self._offices = Offices(self._language)
        self._names = name_words(self._language)
        self._quality = quality_words(self._language)
        self._here = places_after(self._language)
        self._few = Few({code: len(group.members) for code, group in catalog.groups.items()}, self._language)
        self._described = Described(catalog, self._language)
        self._operators = Operators(catalog, self._language)
        self._days = Days(self._language)
        self._links = Links(self._language)
        self._definite = Definite(self._language)
        self._owners = Owners(self._language)
        self._facing = Facing(self._language)
        self._labels = Labels(self._language)
        self._ground = Ground(catalog, self._language)
        self._interviews = Interviews(self._language)
        self._unsaid = Unsaid(self._language)
        self._echoed = Echoed(self._language)
        self._gate = Gate(self._language)
        self._denials = Denials(self._language)
        self._explained = find_explained(self._language)
        self._topic = Topic(self._language)
        self._tables = Tables(Heads(self._language, self._amounts), Wares(self._ground.only).fits)

    @property
    def book(self) -> RuleBook:
        """The rules in use."""
        return self._book

    @property
    def language(self) -> Language:
        """The words of the language in use."""
        return self._language

    def read(self, article: Article, trace: Trace | None = None) -> Reading:
        """The claims of the article; none when it is not about the region. A trace is told what is done and why."""
        found = self._found(article)
        context = self.context(trace)
        weight = self._topic.weigh(article, found, context.members)
        if trace is not None:
            trace.weight = weight
        if not weight.about_region:
            return Reading((), about_region=False)
        return Reading(self._all_claims(article, found, context), about_region=True)

    def claims(self, article: Article, trace: Trace | None = None) -> tuple[Claim, ...]:
        """The claims of a text that is taken to be about the region."""
        return self._all_claims(article, self._found(article), self.context(trace))

    def _all_claims(self, article: Article, found: list[Mention], context: Context) -> tuple[Claim, ...]:
        rows = self._tables.read(article, found)
        finishing = Finishing(article, self._denials, self._quality.untold.corrected, self._explained)
        claims = chain(of_rows(article, rows), self._told(article, found, context, rows, finishing))
        return finishing.finished(claims, self._ground.members, context.trace)

    def _told(
        self,
        article: Article,
        found: list[Mention],
        context: Context,
        rows: tuple[Cell, ...],
        finishing: Finishing,
    ) -> Iterator[Claim]:
        """The claims of the prose, without the rows of tables and what is read of lists."""
        for sentence in self.sentences(article, found, context):
            finishing.note(sentence)
            inside = [row for row in rows if row.start <= sentence.start < row.end] if rows else []
            sentence.told.extend(row.content for row in inside)
            if inside and any(row.whole for row in inside):
                tell_passed_over(
                    context.trace, sentence.start, sentence.end, "its figures are read as a row of a table"
                )
            else:
                claims = self._claims(article, sentence, context)
                yield from (claim for claim in claims if not is_of_rows(claim.content, inside)) if inside else claims

    def tagged(self, article: Article) -> Iterator[Sentence]:
        """The tagged sentences of the article, as the rules see them."""
        yield from self.sentences(article, self._found(article), self.context())

    def context(self, trace: Trace | None = None) -> Context:
        """What is known before the first sentence of an article."""
        return self._ground.context(trace)

    def sentences(self, article: Article, found: list[Mention], context: Context) -> Iterator[Sentence]:
        """The tagged sentences of the article that are its own prose; `context` follows along."""
        starts = [mention.start for mention in found]
        context.published = article.bibliography.published
        context.wares.note(of_title(article, found), ())
        turns = self._interviews.turns(article)
        seen: set[str] = set()  # a sentence that stands twice says nothing new, and may stand a thousand times
        for block in article.blocks:
            if block.role is _FURNITURE:
                continue
            context.turn, context.paragraph = None, {}
            context.voices.turn()
            for start, end in text.sentences(article.text, block.start, block.end):
                named = found[bisect_left(starts, start) : bisect_left(starts, end)]
                prose = article.text[start:end]
                if why := self._passed_over(prose, seen, named, context):
                    context.wares.note(headed(prose, named), (), heads=True)
                    tell_passed_over(context.trace, start, end, why)
                    continue
                seen.add(prose)
                context.answering = start in turns.answers
                sentence = self._tagged(article.text, start, end, named, context)
                settle(sentence, context)
                note_works(sentence, context)
                context.bare = context.voices.given(sentence, article.text, block.start, block.end, context)
                asked = block.start in turns.questions
                if block.role is _TITLE:
                    self._learn(sentence, context, article.bibliography.language)
                yield from () if asked or block.role is _TITLE else (sentence,)
                context.voices.here.append(sentence)
                remember(sentence, context, asked=asked)

    def _learn(self, sentence: Sentence, context: Context, lang: str) -> None:
        """Learn from a title who meets or agrees with whom; it is no evidence itself."""
        trace, context.trace = context.trace, None
        for frame in find_frames(sentence, context, self._book, lang, self._quality, only=_EVENT):
            for content, _ in voiced(frame):
                if isinstance(content, Event) and _is_of_two(content, context):
                    learn(content, sentence, context, sure=not frame.compiled.rule.fallback)
        context.trace = trace

    def _passed_over(self, prose: str, seen: set[str], found: list[Mention], context: Context) -> str:
        """Why nothing is read of the sentence; empty when it is read."""
        if len(prose) > LONGEST:
            return "it is too long for a sentence"
        return "it stands in the article before" if prose in seen else self._gate.shut(prose, found, context)

    def _tagged(self, article: str, start: int, end: int, found: list[Mention], context: Context) -> Sentence:
        known = found[:-1] if found and found[-1].end > end else found  # the last may go on behind the sentence
        named = with_names(article, start, end, known, self._names, context.surnames, context.short)
        sentence = tag(article, start, end, named, self._language)
        unstamp(sentence)
        self._labels.mark(sentence, context)
        set_apart(sentence)
        self._few.leave_out(sentence)
        self._described.resolve(sentence, context.route.ids[0] if context.route and context.route.ids else "")
        self._operators.resolve(sentence, context)
        group(sentence, self._chunks)
        self._definite.resolve(sentence, context)
        self._links.resolve(sentence, context)
        self._owners.resolve(sentence, context)
        self._facing.resolve(sentence, context)
        measure(sentence, context)
        self._days.resolve(sentence, context)
        return sentence

    def _found(self, article: Article) -> list[Mention]:
        """All mentions of the catalog's names, amounts and dates in the article, without overlap."""
        body = article.text
        stated = dates.find(body)
        anchor = dates.anchor(article.bibliography.published, stated)
        hits: list[Mention] = []
        for item in stated:
            resolved = dates.resolve(item, anchor)
            hits.append(Mention("D", item.start, item.end, value=resolved.date, inferred=resolved.year_inferred))
        numbers: list[int] = []
        for start, end, entry in self._gazetteer.find(body):
            if entry.kind == NUMBER:
                numbers.append(start)
            else:
                mention = of_gazetteer(body, start, end, entry, self._here)
                hits.append(self._offices.extended(body, mention) if mention.kind in "WU" else mention)
        hits.extend(self._amounts.find(body, numbers))
        return select(hits)

    def _turned_down(
        self, frame: Frame, content: Content, told: list[Content], published: PartialDate | None, *, over: bool
    ) -> str:
        """Why the content is not taken; empty when it is."""
        if self._ground.is_mismeasured(content):
            return "the figure is in a unit that is only for other commodities"
        if told and (frame.compiled.rule.fallback or is_unsaid(frame)) and is_told(content, told):
            return TOLD
        if is_idle(frame, content):
            return "the goods are not named, and it tells nothing of those spoken of"
        if why := _past(frame, content, published, over=over):
            told.append(content)  # no other rule shall tell it as if it were so today
            return why
        return "only a part of it is denied, not the whole" if denies_only_part(frame, content) else ""

    def _frames(self, sentence: Sentence, context: Context, lang: str) -> Iterator[Frame]:
        """The frames of the sentence, then those that it has with what it leaves unsaid."""
        find = partial(find_frames, context=context, book=self._book, lang=lang, words=self._quality)
        trace = context.trace
        yield from echoes(self._echoed.joined(sentence, context), trace, find)
        yield from in_turn(sentence, trace, find) if goes_together(sentence.tags) else find(sentence)
        if context.bare is not None:
            if trace is not None:
                trace.opened(context.bare)
            yield from find(context.bare, only=_QUOTE)
        for whole in self._unsaid.completed(sentence, context):
            if trace is not None:
                trace.opened(whole)
            yield from filter(is_unsaid, find(whole))
        yield from echoes(self._echoed.timed(sentence, context), trace, find)

    def _claims(self, article: Article, sentence: Sentence, context: Context) -> Iterator[Claim]:
        lang = article.bibliography.language
        trace = context.trace
        if trace is not None:
            trace.opened(sentence)
        found: list[tuple[Frame, Content]] = []
        for frame in self._frames(sentence, context, lang):
            if trace is not None:
                trace.framed(frame)
            published, mark = article.bibliography.published, len(sentence.told)
            for content, said_by in voiced(frame):
                over = is_over(frame, published)
                known = sentence.told[:mark] if said_by else sentence.told
                if why := self._turned_down(frame, content, known, published, over=over):
                    if trace is not None:
                        trace.turned_down(why)
                    continue
                sentence.told.append(content)
                found.append((frame, content))
                learn(content, sentence, context, sure=not frame.compiled.rule.fallback)
                told_in = _turn(article, sentence) if frame.compiled.rule.gives.get("turn") else sentence
                said, quality = as_of(published, content, sourced(frame.quality, said_by), sentence)
                said, quality = without_end(said, aimed(said, quality), over=over)
                claim = make_claim(article, told_in, frame.compiled.rule.id, said, quality)
                if trace is not None:
                    trace.made(claim)
                yield claim
        context.figured = found


def _is_of_two(event: Event, context: Context) -> bool:
    """Whether two states or firms take part, and not the region as a whole."""
    parties = {*event.actor, *event.target}
    return len(parties) == _PAIR and parties.isdisjoint(context.region)


def _past(frame: Frame, content: Content, published: PartialDate | None, *, over: bool) -> str:
    """Why the content is so no more; empty when it is, or when its denial tells it."""
    if over and is_lost(content, frame.sentence.words["outlived"]):
        return "it was so only until a day that has passed"
    return "it was so in times gone by" if is_bygone(frame, content, published) else ""


def _turn(article: Article, sentence: Sentence) -> Sentence:
    """The sentence with all that follows it in its paragraph: what one speaker says in a row."""
    ends = (block.end for block in article.blocks if block.start <= sentence.start < block.end)
    return structs.replace(sentence, end=next(ends, sentence.end))
