"""Frames: what a rule matched in a sentence, with its slots, and the words in `gives` looked up in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from models.reading.around.clauses import clause_numbers
from models.reading.around.other_dates import is_apart, is_deadline
from models.reading.factuality.judging import judge
from models.reading.factuality.qualify import looks_ahead
from models.reading.factuality.untold import denied_there
from models.reading.reference.situation import of_context, other_side
from models.reading.sentence.mentions import Mention
from models.records import Kind, Modality, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.reading.factuality.qualify import Quality, Words
    from models.reading.factuality.untold import Stretch
    from models.reading.grammar.rules import Compiled
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_NEXT = {
    kind: re.compile(
        rf"{kind}\d+ (?:of (?:[^ ;K]+ ){{0,2}}?K\d+ )?(?:(?:(?:_\S+ )*[a-z]+ )?_to [CP]\d+ )?(?:D\d+ )?"
        rf"(?:(?!and [HON]\d+ [a-z]|\( D\d|[HONP]\d+ (?:[a-z_]+ |\( )?{kind}\d)[^ ;CJK{kind}][^ ;]* ){{0,7}}?"
        rf"({kind}\d+) "
        r"(?!(?:of (?:[^ ;]+ ){0,2}?)?K)"
    )
    for kind in "MQF"
}
_ENGLISH = "en"
_CLOSE = 2
_LED = re.compile(r"(?:(\S+) )?([CHLJ]\d+)(?= )")
# "O0 offered K1 _to C2 , ; but"
_OFFERING = re.compile(
    r"(?:D\d+ (?:, )?)?(?:J\d+ (?:[a-z-]+ ){0,2})?(O\d+) (?:_\S+ )*[a-z]+ed "
    r"(?=[^;]*(?:; |, )+(?:but|and|which|though) )"
)
_NEAR, _FREE = "near:", "free:"
_PART_OF = re.compile(r"(?<![^ ])[FMQ]\d+ of (?:it|them|which|that) $")  # "textiles , half of it yarn , went _to C0"
_BEGAN = re.compile(
    r"(?<![^ ])from (?:(?:the|a|its|their) (?:present|current|usual|former|previous|existing|earlier) )?$"
)
_CHANGED = re.compile(r"\S+ (?:[^ ;]+ ){0,6}?_to (?:[^ ;]+ ){0,2}?(?:[QMF]\d+|between) ")
# how far a figure is from another: "Q0 D1 , Q2 below D3"
_DIFFERS = re.compile(r"\S+ (?:_?(?:below|above|under|over)|short of|(?:[a-z_]+ )?than|(?:up|down)(?: on|(?= D))) ")
_WORKS = "develops"
_IS_TO = re.compile(r"(?<![^ ])_(?:is|are) _to ")
_IS_DOING = re.compile(r"(?<![^ ])_(?:is|are|being|been) (?:_\S+ )*[a-z]+ ")
_SEVERAL = re.compile(r"(?<![^ ])_?(?:(?:one|some|two|three|several|many) of|among) ")
_OF_SEVERAL = re.compile(rf"{_SEVERAL.pattern}(?:[^ ;,]+ ){{0,4}}$")
_BEFORE = 60
# first of a part of the world, not of all of it
_PART = re.compile(r"[CJ]\d+ 's (?:_\S+ )?(?:\S*largest|\S*biggest|top|first|second|third) ")
_WITHIN = re.compile(r"(?:in|of|among|across|within) (?:the )?[CLG]\d+ ")
# named once: Python 3.11 looks members of an enumeration up by a call
_EVENT, _COMMITMENT = Kind.EVENT, Kind.COMMITMENT
_OF_GOODS_OR_MONEY = frozenset({Kind.RESOURCE, Kind.COMMITMENT})
_NUMBERED = re.compile(r"(?:\bno \. |\bnumber |# |№ )(B\d+) ")
_NAMED = re.compile(r"\{(\w+)\}")


class Frame(Struct, gc=False):
    """One match of a rule: the mentions in its slots, its verb phrase, and where in the tagged text it stands.

    In a `loose` slot stands only what is nearest. `judged` is its quality once anyone has asked for it.
    """

    compiled: Compiled
    sentence: Sentence
    context: Context
    slots: dict[str, Mention]
    found: re.Match[str]
    verbs: list[str]
    signs: Words
    start: int
    end: int
    loose: frozenset[str] = frozenset()
    judged: Quality | None = None

    @property
    def quality(self) -> Quality:
        """How real, how sure and from whom it is; judged when asked for, as many a frame comes to nothing."""
        if self.judged is None:
            self.judged = judge(self.compiled.rule, self.sentence, self.found, self.verbs, self.signs)
            if self.compiled.rule.gives.get("relation") == _WORKS and self.judged.modality is Modality.DONE:
                self.judged = replace(self.judged, modality=self._stage())
        return self.judged

    @property
    def denial(self) -> Stretch | None:
        """The stretch of the sentence that tells what is matched as what is not so, if it is told so."""
        return None if self.quality.affirmed else denied_there(self.sentence.tags, self.start, self.signs.untold)

    def _stage(self) -> Modality:
        """How far works are that are told by a noun ("plans a plant with a capacity of Q1", "is building the dam")."""
        clause = self.sentence.tags[: self.end].rpartition(" ; ")[2]
        if self.ahead or _IS_TO.search(clause):
            return Modality.PLANNED
        built = (word for found in _IS_DOING.finditer(clause) for word in found[0].split())
        return Modality.DONE if self.sentence.words["erecting"].isdisjoint(built) else Modality.ONGOING

    @property
    def ahead(self) -> bool:
        """Whether no verb is known and the clause speaks of what is to come."""
        return _is_bare(self.verbs) and looks_ahead(self.sentence.tags[: self.end].rpartition(" ; ")[2], self.signs)

    @property
    def rank(self) -> int | None:
        """The rank ("largest", "second", "4th", "no. 9") that stands in the matched words."""
        tags = self.sentence.tags[self.start : self.end]
        if _OF_SEVERAL.search(self.sentence.tags, max(0, self.start - _BEFORE), self.start):
            return None
        if _SEVERAL.search(tags) or _PART.search(tags) or _WITHIN.match(self.sentence.tags, self.end):
            return None
        if numbered := _NUMBERED.search(tags):
            value = self.sentence.mention(numbered[1]).value
            return int(value) if isinstance(value, float) else None
        words = [(self.compiled.ranks.get(word.strip("_")), word[0] == "K") for word in tags.split()]
        return _nearest_rank(words)

    def mention(self, expression: str) -> Mention | None:
        """The first mention that the names of "a|subject|near:Q" give."""
        if expression in self.slots:
            return self.slots[expression]
        for name, letters in _alternatives(expression):
            if name in self.slots:
                found: Mention | None = self.slots[name]
            elif letters:
                found = self._near(letters, free=name.startswith(_FREE))
            else:
                found = self._named(name)
            if found is not None:
                return found
        return None

    def _named(self, name: str) -> Mention | None:
        """What a name that is no slot stands for."""
        if name == "opposite":
            return self._opposite()
        if name == "counterpart":
            return other_side(self.codes("a"), self.context)
        if name == "site":
            return self._of_site()
        found = of_context(name, self.context)
        # a figure behind several routes is of one of them, nobody knows which
        joined = found is not None and found.kind == "R" and len(found.ids) > 1
        return None if joined and "figure" in self.compiled.rule.gives else found

    def _of_site(self) -> Mention | None:
        """The commodity of the field, mine or dam that the sentence names, else of the one it refers to."""
        yields = self.context.yields
        named = [mention.place for mention in self.sentence.mentions if mention.place in yields]
        referred = self.context.sites.referred(self.sentence) if not named else ""
        sites = named or [referred for referred in (referred,) if referred in yields]
        return next((Mention("K", 0, 0, ids=(yields[site],)) for site in sites if site), None)

    def _opposite(self) -> Mention | None:
        """The state named last before the match that does not act in it, or the firm that acts before: whose offer is
        turned down.
        """
        own = {*self.codes("a" if "a" in self.slots else "b")}
        leads = self._leads()
        tags = reversed(_LED.findall(self.sentence.tags[: self.start]))
        before = [self.sentence.mention(tag) for lead, tag in tags if lead not in leads]
        rest = tuple(code for code in self.context.parties if code not in own)
        offering = _OFFERING.match(self.sentence.tags, 0, max(0, self.start))
        firm = self.sentence.mention(offering[1]) if offering is not None else None
        if firm is not None and own.isdisjoint(firm.ids):
            return firm
        dealt = other_side(tuple(own), self.context)
        trading = Mention("L", 0, 0, ids=self.context.dealing)  # whose partners the sentence before told
        party = Mention("L", 0, 0, ids=rest) if len(rest) == 1 else None
        known = [*before, dealt, trading, self.context.subject, party]
        states = (item for item in known if item is not None and 0 < len(item.ids) <= _CLOSE and item.kind != "O")
        return next((item for item in states if own.isdisjoint(item.ids)), None)

    def _leads(self) -> frozenset[str]:
        """The prepositions over those in the slots: who stands under the same one is told of beside them, and not as
        the other side ("trade with C1 grew , and trade with C2 fell")."""
        places = (max(0, self.place(mention)) for mention in self.slots.values())
        words = {self.sentence.tags[:at].rstrip().rpartition(" ")[2] for at in places}
        return frozenset(words & self.sentence.words["prepositions"])

    def _near(self, letters: str, *, free: bool = False) -> Mention | None:
        """The mention of these letters nearest to the match: inside it, right after it, else before it, else after.

        A `free` one fills no slot. An event has its date and place from its own clause.
        """
        tags = self.sentence.tags
        hits: Sequence[tuple[int, str]] = _hits(tags, letters)
        if self.compiled.rule.kind is _EVENT and hits:
            hits = self._of_clause(hits)
        if free:
            hits = [(at, tag) for at, tag in hits if self.sentence.mention(tag) not in self.slots.values()]
        before = ""
        for at, tag in hits:  # in the order of the text
            if at < self.start:
                before = before if before and _PART_OF.search(tags, 0, at) else tag
            elif at < self.end or not before or tags.count(" ", self.end, at) <= _CLOSE:
                return self.sentence.mention(tag)
            else:
                break
        return self.sentence.mention(before) if before else None

    def _of_clause(self, hits: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        """The hits that stand in a clause in which the match begins or ends."""
        numbers = clause_numbers(self.sentence.tags, self.sentence.words["apart"])
        tags = self.sentence.tags
        last = tags.rfind(" ", 0, max(self.start, self.end - 1)) + 1
        own = {numbers.get(self.start), numbers.get(last)}
        hits = [(at, tag) for at, tag in hits if numbers.get(at) in own and not is_deadline(self.sentence, tag)]
        return [(at, tag) for at, tag in hits if not is_apart(self, tag)] if ";" in self.sentence.text else hits

    def codes(self, expression: str) -> tuple[str, ...]:
        """The codes of states (or names of firms and places) that "a+b|c" gives, each once."""
        found: dict[str, None] = {}
        for part in expression.split("+"):
            mention = self.mention(part.removeprefix("first:"))
            if mention is not None:
                codes = self._told(mention.codes, mention)
                found.update(dict.fromkeys(codes[:1] if part.startswith("first:") else codes))
        return tuple(found)

    def states(self, expression: str) -> tuple[str, ...]:
        """The codes of states that the expression gives; a firm counts for its own."""
        mention = self.mention(expression)
        return self.known_states(mention) if mention is not None else ()

    def known_states(self, mention: Mention) -> tuple[str, ...]:
        """The codes of states among what the mention stands for."""
        states = self.context.states
        return self._told(tuple([code for code in mention.ids if code in states]), mention)

    def _told(self, codes: tuple[str, ...], mention: Mention) -> tuple[str, ...]:
        """The codes, or the parts of the world that the word for them names: what goes to a continent goes to no union.

        A way to a union leads to its land, and a union and its land meet and speak as one.
        """
        blocs, start = self.context.blocs, mention.start - self.sentence.start
        if blocs.isdisjoint(codes) or self.compiled.rule.kind not in _OF_GOODS_OR_MONEY or start < 0:
            return codes
        part = self.context.parts.get(self.sentence.text[start : start + mention.end - mention.start])
        return tuple([code if part is None or code not in blocs else part for code in codes])

    def figure(self, expression: str, of: str | None) -> Quantity | None:
        """The quantity or share that the expression gives."""
        mention = self.mention(expression)
        if mention is None or not isinstance(mention.value, Quantity):
            return None
        return Quantity(mention.value.value, mention.value.unit, of or mention.value.of)

    def row(self, first: Mention) -> list[Mention]:
        """Mentions of the same kind that follow the first one closely in its clause.

        Only in English is it known which words tell that a second quantity is but compared with the first.
        """
        tags, found = self.sentence.tags, []
        rule = self.compiled.rule
        known = rule.lang == _ENGLISH or rule.kind is _COMMITMENT
        at = self.place(first) if known and first.kind in _NEXT else -1
        while at >= 0 and (match := _NEXT[first.kind].match(tags, at)):
            at = match.start(1)
            if not _DIFFERS.match(tags, at):
                found.append(self.sentence.mention(match[1]))
        return found

    def following(self, mention: Mention, letter: str) -> Mention | None:
        """The next mention of this letter after another, not further than three words, and before the next figure."""
        match = _following(letter).match(self.sentence.tags, max(0, self.place(mention)))
        return self.sentence.mention(match[1]) if match else None

    def is_outdated(self, mention: Mention) -> bool:
        """Whether the mention is where a change began ("from 2 to 3 million tonnes", "from the present 35 to 5")."""
        tags, at = self.sentence.tags, self.place(mention)
        return _BEGAN.search(tags, 0, max(0, at)) is not None and _CHANGED.match(tags, at) is not None

    def place(self, mention: Mention) -> int:
        """Where the tag of a mention stands in the tagged text, or -1."""
        known, found = id(mention), self.sentence.found
        if known not in found:
            for number, item in enumerate(self.sentence.mentions):
                if item is mention:
                    found[known] = self.sentence.tags.find(f"{mention.kind}{number} ")
                    break
            else:
                return -1
        return found[known]

    def words(self, template: str) -> str:
        """A template with the names of its slots filled in."""
        return _NAMED.sub(lambda match: found.name if (found := self.mention(match[1])) else "", template)


@cache
def _alternatives(expression: str) -> tuple[tuple[str, str], ...]:
    """The names of "a|subject|near:Q", with the letters of those to be found near; rules have only so many."""
    names = [name.strip() for name in expression.split("|")]
    return tuple((name, name.partition(":")[2] if name.startswith((_NEAR, _FREE)) else "") for name in names)


@lru_cache(maxsize=8)
def _hits(tags: str, letters: str) -> tuple[tuple[int, str], ...]:
    """Where mentions of these letters stand in the tagged text, and their tags; asked for by many frames."""
    return tuple([(match.start(), match[0]) for match in _any_of(letters).finditer(tags)])


@cache
def _any_of(letters: str) -> re.Pattern[str]:
    return re.compile(rf"[{letters}]\d+")


@cache
def _following(letter: str) -> re.Pattern[str]:
    """A mention of this letter not further than three words behind another, and before the next figure."""
    return re.compile(rf"\S+ (?:(?![QFM]\d)[^ ;]+ ){{0,2}}?({letter}\d+) ")


def _is_bare(verbs: Sequence[str]) -> bool:
    """Whether there is no verb, or only one that leans on the auxiliary of the verb before ("will run and carry")."""
    return not any(verb[0] == "_" or verb.endswith(("s", "ed")) for verb in verbs)


def _nearest_rank(words: list[tuple[int | None, bool]]) -> int | None:
    """The rank said last before the first commodity, else the first behind it; "second largest" is second."""
    best, last = None, -2
    for at, (rank, named) in enumerate(words):
        if named and best is not None:
            break
        if rank is not None:
            best = max(rank, best) if best is not None and at == last + 1 else rank
            last = at
    return best or None
