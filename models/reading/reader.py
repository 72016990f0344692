"""The reader: an article goes in, its claims come out. Made once in a process; reading changes nothing in it."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from models import text
from models.catalog import RESOURCES
from models.reading.around.makers import note_works
from models.reading.cells import Heads
from models.reading.claims import make_claim
from models.reading.factuality.bygone import is_bygone
from models.reading.factuality.countered import find_countered
from models.reading.factuality.denials import Denials
from models.reading.factuality.ends import is_lost, is_over, without_end
from models.reading.factuality.explained import find_explained
from models.reading.factuality.judging import as_of
from models.reading.factuality.partial import denies_only_part
from models.reading.factuality.qualify import quality_words
from models.reading.factuality.revised import find_revised
from models.reading.finishing import Finishing
from models.reading.furniture import Gate, Topic
from models.reading.grammar.language import load_language
from models.reading.grammar.rules import RuleBook, load_rules
from models.reading.ground import Ground
from models.reading.kinds.deeds import aimed
from models.reading.matching import find_frames
from models.reading.reference.context import Context
from models.reading.reference.echoed import Echoed, echoes
from models.reading.reference.interviews import Interviews
from models.reading.reference.referents import remember
from models.reading.reference.respective import goes_together, in_turn
from models.reading.reference.situation import learn, settle
from models.reading.reference.unsaid import Unsaid, is_idle, is_unsaid
from models.reading.reference.wares import Wares, headed, of_title
from models.reading.rivals import sourced, voiced
from models.reading.sentence.amounts import Amounts
from models.reading.sentence.marks import doubled
from models.reading.sentence.tagging import LONGEST
from models.reading.tables import Tables, is_of_rows, of_rows
from models.reading.tagger import Tagger
from models.reading.told import is_told
from models.reading.trace import TOLD, tell_passed_over
from models.reading.unnamed import is_carried
from models.records import Article, Claim, Content, Event, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from models.catalog import Catalog
    from models.reading.frames import Frame
    from models.reading.grammar.language import Language
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
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
        rules, problems = load_rules(folders, catalog.cache)
        self._book = RuleBook(rules, self._language)
        self.problems = problems + self._book.problems
        amounts = Amounts(catalog, self._language)
        self._tagger = Tagger(catalog, folders, self._language, amounts)
        self._quality = quality_words(self._language)
        self._ground = Ground(catalog, self._language)
        self._interviews = Interviews(self._language)
        self._unsaid = Unsaid(self._language)
        self._echoed = Echoed(self._language)
        self._gate = Gate(self._language)
        self._denials = Denials(self._language)
        self._revised = find_revised(self._language)
        self._countered = find_countered(self._language)
        self._explained = find_explained(self._language)
        self._topic = Topic(self._language)
        self._tables = Tables(Heads(self._language, amounts), Wares(self._ground.only).fits, self._ground.sites)

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
        found = self._tagger.found(article)
        context = self.context(trace)
        weight = self._topic.weigh(article, found, context.members)
        if trace is not None:
            trace.weight = weight
        if not weight.about_region:
            return Reading((), about_region=False)
        return Reading(self._all_claims(article, found, context), about_region=True)

    def claims(self, article: Article, trace: Trace | None = None) -> tuple[Claim, ...]:
        """The claims of a text that is taken to be about the region."""
        return self._all_claims(article, self._tagger.found(article), self.context(trace))

    def _all_claims(self, article: Article, found: list[Mention], context: Context) -> tuple[Claim, ...]:
        rows = self._tables.read(article, found)
        corrected = self._quality.untold.corrected
        finishing = Finishing(article, self._denials, corrected, self._explained, self._revised, self._countered)
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
            if inside:
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
        yield from self.sentences(article, self._tagger.found(article), self.context())

    def context(self, trace: Trace | None = None) -> Context:
        """What is known before the first sentence of an article."""
        return self._ground.context(trace)

    def sentences(self, article: Article, found: list[Mention], context: Context) -> Iterator[Sentence]:
        """The tagged sentences of the article that are its own prose; `context` follows along."""
        starts = [mention.start for mention in found]
        context.published = article.bibliography.published
        context.wares.note(of_title(article, found), ())
        turns = self._interviews.turns(article)
        body = doubled(article.text)
        seen: set[str] = set()  # a sentence that stands twice says nothing new, and may stand a thousand times
        for block in article.blocks:
            if block.role is _FURNITURE:
                continue
            context.turn, context.paragraph = None, {}
            context.voices.turn()
            for start, end in text.sentences(body, block.start, block.end):
                named = found[bisect_left(starts, start) : bisect_left(starts, end)]
                prose = body[start:end]
                if why := self._passed_over(prose, seen, named, context):
                    context.wares.note(headed(prose, named), (), heads=True)
                    tell_passed_over(context.trace, start, end, why)
                    continue
                seen.add(prose)
                context.answering = start in turns.answers
                sentence = self._tagger.tagged(body, start, end, named, context)
                settle(sentence, context)
                note_works(sentence, context)
                context.bare = context.voices.given(sentence, body, block.start, block.end, context)
                asked = block.start in turns.questions
                if block.role is _TITLE:
                    self._learn(sentence, context, article.bibliography.language)
                if not asked and block.role is not _TITLE:
                    yield sentence
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
        if context.figured:
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
                claim = structs.replace(claim, carried=True) if is_carried(frame, content) else claim
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
