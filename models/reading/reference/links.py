"""Links: words that stand for something named before ("the region", "she", "both sides") become mentions of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.reading.around.wording import quoted_spans
from models.reading.grammar.speakers import speaker_before
from models.reading.grammar.tokens import spaced, words_of
from models.reading.reference.areas import is_other, leaders_of
from models.reading.reference.counting import counted, mark_one, mark_pair, named_here, without_actor
from models.reading.reference.labels import hear
from models.reading.reference.lines import Allusions, leads_to_way, way_ahead
from models.reading.reference.offices import introduce, name_land
from models.reading.reference.peoples import give_offices, lead_of, name_peoples
from models.reading.reference.referents import before, referent, they
from models.reading.reference.salience import body_before, leader, opens
from models.reading.reference.shared import Shared
from models.reading.sentence.bodies import Bodies, a_woman, know_people
from models.reading.sentence.chunks import rejoin
from models.reading.sentence.mentions import Mention

if TYPE_CHECKING:
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.tagging import Sentence

_ANAPHOR = re.compile(r"(?<![a-z])(?:([A-Za-z][a-z0-9-]*+) )?([XUW]\d+) ")
_REGIONS = re.compile(r"(X\d+) 's (U\d+) ")
_REFERS = "XUW"
_TAG = re.compile(r"[A-Z]\d+")
_THEIR, _ACTORS = "their", "CHLOR"
_CLAUSE_OPENS = re.compile(r"(?: [,;]| and| but)(?: (?:[a-z_]+ )?[CDP]\d+)? $")
_LATTER = re.compile(r"the (?<![^ ]the )(latter|former) ")
_NAMED_BEHIND = re.compile(r", L\d+ [,.]")  # "the two U1 , L2 , met"
_UNDER, _DASHES = ("which", "whom"), ("—", "-")
_UNDER_WHICH = re.compile(r"([CHLO]\d+) (?:, )?(with|from|to|by|against) (?:which|whom) (?=[CHLO]\d)")
_PEOPLE = re.compile(r"[HN]\d+")
_CLEFT = re.compile(r"_(?:is|was) (?:[CHLO]\d+ (?!'s )|(?:_\S+ )?(?:agreed|decided) (?:that|_to) )")
_IT_ACTS = re.compile(r"(?:_(?!to |not )\S+ )|[a-z]+(?:s|ed) ")
_TOLD = {"route": "R", "commodity": "K"}  # what an anaphor rather means when its own sentence names one
_ACTING = re.compile(r"[CHO]\d+")
_GOES_ON = re.compile(r"[a-z]+ (?:(?:the|a|an|their|many|some|more|no|with|in|on|over|_over|_to) |[CPKQMF]\d)")
_OWNERS = "NOSP"  # "the O1 president" is not the one named before


class Links:
    """The words of the language that refer back, join and part clauses."""

    def __init__(self, language: Language) -> None:
        words = {key: frozenset(value) for key, value in language.tables["clauses"].items()}
        self._language = language
        self._bodies = Bodies(language)
        self._allusions = Allusions(language)
        self._counts: dict[str, int] = language.tables.get("counts", {})
        says = {form for entry in language.classes["say"] for form in entry.split()[:1]}
        self._saying = frozenset(says) | frozenset(language.classes["tell"])
        every = {form for forms in language.verbs.values() for form in forms["any"]}
        past = {form for forms in language.verbs.values() for name in ("ed", "ing") for form in forms[name]}
        self._words = words | {"governing": frozenset(every - says), "present": frozenset(every - past)}
        self._base = frozenset(form for forms in language.verbs.values() for form in forms["base"])
        told = {entry for name in ("say", "tell") for entry in language.classes[name] if " " not in entry}
        self._finite = frozenset(form for forms in language.verbs.values() for form in forms["finite"]) | told
        self._shared = Shared(self._words, self._finite, frozenset(past - self._base), self._saying)
        self._pronouns = words["person"] | words["thing"] | words["plural"]
        relative = "|".join(sorted(words["relative"]))
        # "a way to one land that avoids another" speaks of the way
        free = "".join(rf"(?<! {word} .)" for word in sorted(words["behind"]))
        self._pronoun = re.compile(rf"(?<![^ ])({'|'.join(sorted(self._pronouns))}) ")
        self._relative = re.compile(
            rf"([CHLORKN](?:{free}|(?<!C)|(?!\d+ that ))\d+) (?:[,—(-] )?(?:_\S+ )?(?:of )?(?:{relative}) "
            r"(?=[_a-z]|D\d)"
        )
        numbers = "|".join(sorted(word for word in self._counts if word.isalpha() and word.isascii()))
        self._few = re.compile(rf"(?<![^ ])(?:the ({numbers or '(?!)'})|(_both)|(?:each|neither) (side)) ")
        self._counting = frozenset((*self._counts, "_both", "side"))
        self._whose = re.compile(rf"([CHLORKN]\d+) (?:, )?(?:{'|'.join(sorted(words['whose']))}) ")
        self._relative_aside = re.compile(rf"([CHLOR]\d+) [—-] ((?:[^ —]+ ){{1,8}})[—-] (?:{relative}) ")

    def resolve(self, sentence: Sentence, context: Context) -> None:
        """Resolve what can be resolved in the tagged sentence, give every clause its subject, remember its people."""
        sentence.words = self._words
        introduce(sentence)
        name_peoples(sentence, self._finite)
        give_offices(sentence)
        know_people(sentence, context)
        self._bodies.resolve(sentence, context)
        self._allusions.mark(sentence, context.lines)
        mark_one(sentence, context)
        sentence.counts = self._counts
        mark_pair(sentence, context)
        tokens, known = words_of(sentence.tags), len(sentence.mentions)
        if any(map(sentence.tags.__contains__, _REFERS)):
            sentence.tags = _REGIONS.sub(lambda match: leaders_of(sentence, match, context), sentence.tags)
            sentence.tags = _ANAPHOR.sub(lambda match: self._resolved(sentence, match, context), sentence.tags)
        self._hear(sentence, context)
        name_land(sentence, context)
        if not tokens.isdisjoint(self._pronouns):
            sentence.tags = self._pronoun.sub(lambda match: self._referred(sentence, match, context), sentence.tags)
        if not tokens.isdisjoint(self._counting):
            sentence.tags = self._few.sub(lambda match: self._counted(sentence, match, context), sentence.tags)
        if len(sentence.mentions) > known:
            rejoin(sentence)
        if not tokens.isdisjoint(self._words["whose"]):
            sentence.tags = self._whose.sub(r"\1 , \1 's ", sentence.tags)
        if not tokens.isdisjoint(self._words["relative"]):
            sentence.tags = self._related(sentence.tags, tokens)
        sentence.tags = self._shared.told(spaced(sentence.tags))

    def _related(self, tags: str, tokens: frozenset[str]) -> str:
        """The tags with whom a relative word stands for."""
        if not tokens.isdisjoint(_UNDER):
            tags = _UNDER_WHICH.sub(r"\1 ; , \2 \1 ", tags)
        if not tokens.isdisjoint(_DASHES):
            tags = self._relative_aside.sub(r"\1 — \2— \1 ", tags)
        return self._relative.sub(_repeated, tags)

    def _resolved(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """The tagged text with the anaphor as a mention of what it stands for, or in its own words."""
        mention = sentence.mention(match[2])
        lead = f"{match[1]} " if match[1] else ""
        before_it = match[1] or " "
        theirs = mention.kind == "U" and lead_of(sentence, mention) == _THEIR
        described = (mention.kind in "UW" and before_it[0] in _OWNERS and not theirs) or (
            mention.kind == "U" and before_it[0].islower() and before_it not in self._words["before_people"]
        )
        letter = _TOLD.get(mention.ids[0]) if mention.kind == "X" else None
        told = before(sentence, match.start(), letter) if letter else self._the_same(match, context)
        if theirs:
            told = told or they(sentence, match.start(), context)
        described = described or (mention.kind == "U" and _NAMED_BEHIND.match(sentence.tags, match.end()) is not None)
        meant = told or referent(sentence, match.start(), mention, context) or named_here(sentence, mention, context)
        counted_alone = mention.kind == "X" and mention.name.split()[-1] in self._counting
        if (counted_alone and not self._ends(sentence.tags, match.end())) or is_other(sentence, match.end(), mention):
            meant = None  # "all three projects"
        found = None if described else meant
        if found is None:
            return lead + (self._language.literal(mention.name) if mention.kind != "W" else f"{match[2]} ")
        found = replace(found, start=mention.start, end=mention.end)
        sentence.mentions[int(match[2][1:])] = found  # so that what follows in the sentence can refer to it
        return lead + sentence.add(found)

    def _ends(self, tags: str, at: int) -> bool:
        """Whether a group of words ends before the place: a verb, a preposition, a mark or a mention comes next."""
        word = tags[at:].partition(" ")[0]
        if word == "-":  # "the five-member group"
            return False
        known = ("governing", "prepositions", "beside", "joins", "relative")
        return word in self._base or not word[:1].islower() or any(word in self._words[name] for name in known)

    def _the_same(self, match: re.Match[str], context: Context) -> Mention | None:
        """The states named last together, for "the same leaders": whoever received them is not among them."""
        return context.several if match[1] in self._words["same"] and match[2][0] == "U" else None

    def _referred(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        word = match[1]
        if word in self._words["plural"]:
            parties = () if context.asked else context.parties  # an interview speaks of whom it asks about
            plural = context.crew or (Mention("L", 0, 0, word, parties) if parties else context.subject)
            # inside a sentence "they" may be anyone it names: banks, migrants
            first = opens(sentence, match.start()) and not context.crowd
            found = they(sentence, match.start(), context if first else None) or (plural if first else None)
        elif word in self._words["thing"]:
            found = self._it(sentence, match, context)
        elif word in self._words["him"]:
            found = self._acted_on(sentence, match, context)
        else:
            found = self._speaking(sentence, match)
            if word in self._words["woman"]:
                found = a_woman(found, context)
            found = found or context.person
        return match[0] if found is None else sentence.add(found)

    def _it(self, sentence: Sentence, match: re.Match[str], context: Context) -> Mention | None:
        """The state, body or way that acts as "it"; None where "it" does not act or is nothing known."""
        tags, at = sentence.tags, match.start()
        if leads_to_way(f" {tags[:at]}", self._words):
            way = before(sentence, at, "R") or context.line
            return way if way is not None and way.kind == "R" else None
        acts = _IT_ACTS.match(tags, match.end()) or self._acts(tags, match.end())
        if not acts or _CLEFT.match(tags, match.end()) or tags.endswith("of ", 0, at):  # "half of it went _to C1"
            return None
        subject = context.subject if context.subject is not None and _is_thing(context.subject) else None
        line = None if context.on_part else context.line
        subject = None if context.on_part and subject is not None and subject.kind == "R" else subject
        if (own := self._own(sentence, match) or self._again(sentence, match, context)) is not None:
            return own
        if self._says(tags, match.end()) and (body := before(sentence, at, "O") or context.body):
            return body
        found = (leader(sentence, at, subject, self._finite) or body_before(sentence, at)) if at else None
        return found or way_ahead(tags, match.end(), line, self._words) or subject

    def _again(self, sentence: Sentence, match: re.Match[str], context: Context) -> Mention | None:
        """Whom the "it" that acted first in the sentence stands for, where another one opens a clause behind it."""
        if not _CLAUSE_OPENS.search(sentence.tags, 0, match.start()):
            return None
        found = self._pronoun.finditer(sentence.tags, 0, match.start())
        first = next((one for one in found if one[1] == match[1]), None)
        return self._it(sentence, first, context) if first is not None else None

    def _own(self, sentence: Sentence, match: re.Match[str]) -> Mention | None:
        """The state or body that speaks of itself ("C1 met C2 and said it will", "O2 condemned what it called")."""
        tokens = sentence.tags[: match.start()].split()
        at = len(tokens) - 1 - (tokens[-1:] == ["that"])
        shared = at > 0 and tokens[at] in self._saying and tokens[at - 1] in self._words["joins"]
        if tokens[-1:] == ["what"] or shared:
            clause = sentence.tags[: match.start()].rpartition(" ; ")[2]
            found = next((sentence.mention(tag) for tag in _ACTING.findall(clause)), None)
        elif at > 0 and tokens[at] in self._saying:
            place = speaker_before(tokens, at, _ACTORS, self._words)
            found = sentence.mention(tokens[place]) if place is not None else None
        else:
            return None
        return found if found is not None and (found.kind in "CO" or found.public) else None

    def _counted(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """The states that "the two", "both" or "each side" stands for where no noun follows."""
        behind = sentence.tags[match.end() :]
        alone = (
            behind[:1] in ".,;_" or self._acts(behind, 0) or self._is_relative(sentence.tags, match) or self._do(behind)
        )
        before = sentence.tags[: match.start()].rpartition(" ")[0].rpartition(" ")[2]
        if not alone or (match[2] and before[:1].isupper()) or before[:1] == "_":
            return match[0]
        name = match[1] or ("both sides" if match[3] else "both")
        codes = counted(sentence, match.start(), name, context)
        if before not in self._words["of_both"]:
            codes = without_actor(sentence, match.start(), codes, context)
        return sentence.add(Mention("L", 0, 0, name, codes)) if codes else match[0]

    def _do(self, behind: str) -> bool:
        """Whether a plural verb comes next with its object or a phrase ("the two share a border")."""
        return behind.partition(" ")[0] in self._base and _GOES_ON.match(behind) is not None

    def _is_relative(self, tags: str, match: re.Match[str]) -> bool:
        """Whether the words stand between a relative word and a verb ("the border which the two share")."""
        lead = tags[: match.start()].rstrip().rpartition(" ")[2]
        return lead in self._words["relative"] and tags[match.end() :].partition(" ")[0] in self._words["governing"]

    def _hear(self, sentence: Sentence, context: Context) -> None:
        """Note whose turn it is in a transcript; "the latter" is the state named last."""
        hear(sentence, context)
        if context.named and ("latter " in sentence.tags or "former " in sentence.tags):
            sentence.tags = _LATTER.sub(lambda match: self._one_of_two(sentence, match, context), sentence.tags)

    def _one_of_two(self, sentence: Sentence, match: re.Match[str], context: Context) -> str:
        """The state that "the latter" or "the former" is, before a verb."""
        behind = sentence.tags[match.end() :]
        if not behind.startswith(("_", "'s ")) and not self._acts(sentence.tags, match.end()):
            return match[0]
        ids = context.named[-1 if match[1] == "latter" else 0]
        return sentence.add(Mention("C", 0, 0, f"the {match[1]}", (ids,)))

    def _speaking(self, sentence: Sentence, match: re.Match[str]) -> Mention | None:
        """The first person before a pronoun; none of those named in the words that the pronoun's verb gives him."""
        told = quoted_spans(sentence.text) if self._says(sentence.tags, match.end()) else []
        for tag in _PEOPLE.findall(sentence.tags[: match.start()]):
            found = sentence.mention(tag)
            at = found.start - sentence.start
            if not found.public and not any(start <= at < end for start, end in told):
                return found
        return None

    def _acted_on(self, sentence: Sentence, match: re.Match[str], context: Context) -> Mention | None:
        """The person named last before the pronoun who does not act himself ("H1 met H2 and asked him")."""
        people = [sentence.mention(tag) for tag in _PEOPLE.findall(sentence.tags[: match.start()])]
        people = [person for person in people if not person.public]
        own = people[0].name if people else ""
        others = (*reversed(people), *((context.person,) if context.person is not None else ()))
        return next((person for person in others if person.name != own), None)

    def _says(self, tags: str, at: int) -> bool:
        """Whether a verb of saying comes next, adverbs aside."""
        words = (word for word in tags[at:].split() if word[0] not in "_D")
        return next(words, "") in self._saying

    def _acts(self, tags: str, at: int) -> bool:
        """Whether the word at a place is a finite verb."""
        return tags[at:].partition(" ")[0] in self._finite


def _repeated(match: re.Match[str]) -> str:
    """The mention with a comma and itself behind it."""
    return f"{match[1]} , {match[1]} "


def _is_thing(subject: Mention) -> bool:
    """Whether "it" may be the subject: a state, a way, a body or firm, and no list of such."""
    single = len(subject.ids) <= 1 and not subject.names
    return single and (subject.kind in "CRO" or (subject.kind == "H" and subject.public))
