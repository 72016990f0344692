"""One sentence after another: what it names, how rules see it, what each match gave or why it gave nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.explain.attempts import Attempt, attempt
from models.explain.columns import paragraph, row, shortened
from models.reading.revising import RULE as REVISED
from models.reading.superseded import RULE as MENDED
from models.records import Money, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.catalog.entries import Unit
    from models.explain.document import Read
    from models.phrases import Phrases
    from models.reading import Reader
    from models.reading.grammar.rules import Compiled, Rule
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence
    from models.reading.trace import Told, Try
    from models.records import Claim

_DENIED = "it denies what the sentence before it passes on"
_MADE_BY = {
    MENDED: "it gives the correct figure for one that the text takes back",
    REVISED: "it gives the figure that the one told before was revised to",
}

# What the letters of mentions mean (resources/rules/words.toml, slots).
KINDS = {
    "C": "country",
    "J": "adjective",
    "H": "person",
    "L": "states",
    "O": "organisation",
    "N": "other name",
    "V": "forum",
    "S": "medium",
    "K": "commodity",
    "R": "route",
    "P": "place",
    "G": "part of map",
    "T": "list of ends",
    "M": "money",
    "Q": "quantity",
    "F": "share",
    "D": "date",
    "B": "number",
    "W": "office",
    "U": "offices",
    "X": "refers back",
    "Y": "currency",
}
_NAME = 44
_RULE = 30
_PATTERN = 300


class Explainer:
    """Tells sentences of one article; with a `rule`, only what concerns it."""

    def __init__(
        self, read: Read, reader: Reader, phrases: Phrases, rule: Rule | None = None, units: Iterable[Unit] = ()
    ) -> None:
        self._read = read
        self._reader = reader
        self._phrases = phrases
        self.rule = rule
        self._unread = sorted(re.escape(word) for unit in units for word in unit.unread)
        self._lang = read.article.bibliography.language

    def heading(self, rule: Rule) -> Iterator[str]:
        """The rule, and whether it is for the language of the article."""
        yield rule.id
        yield row("kind", rule.kind.value, indent=2)
        other = "" if rule.lang == self._lang else f", which the article is not in: it is in {self._lang}"
        yield row("language", f"{rule.lang}{other}", indent=2)
        for name, value in (
            ("unless", rule.unless),
            ("never", rule.never),
            ("where", rule.where),
            ("roles", rule.roles),
        ):
            if value:
                yield row(name, _written(value), indent=2)
        yield row("gives", _written(rule.gives), indent=2)

    def concerns(self, told: Told) -> bool:
        """Whether there is anything to tell of the sentence: with a rule, whether one of its triggers stands there."""
        if self.rule is None:
            return True
        return told.sentence is not None and any(item.rule is self.rule for item in self._opened(told.sentence))

    def tell(self, number: int, told: Told, *, whole: bool) -> Iterator[str]:
        """The sentence with all that was done on it; `whole` tells why each other rule or pattern did not match."""
        yield paragraph(self._read.text(told.start, told.end), first=f"{number:3} ")
        sentence = told.sentence
        if sentence is None:
            yield row("passed over", told.passed)
            return
        yield row("tagged", sentence.tags)
        yield from self._mentions(sentence)
        for figure in self._left_unread(sentence):
            yield row("unread", f"“{figure}” may be told in more than one unit, so no figure is read")
        yield from self._tries(told, whole=whole)
        for claim in told.denials if self.rule is None else ():
            yield row("CLAIM", f"{self._phrases.claim(claim)} [{claim.rule}]")
            yield row("", "; ".join((_MADE_BY.get(claim.rule, _DENIED), *self._quality(claim))))
        if self.rule is None:
            yield from self._unmatched(told, sentence, whole=whole)
        else:
            yield from self._details(self.rule, sentence, whole=whole)

    def _left_unread(self, sentence: Sentence) -> list[str]:
        """Numbers with a unit that may stand for several."""
        units = "|".join(self._unread) or "(?!)"
        return [found[0] for found in re.finditer(rf"\d(?:[\d.,]*\d)?[ -]?(?:{units})\b", sentence.text)]

    # --- what it names ----------------------------------------------------------------------------------------------

    def _mentions(self, sentence: Sentence) -> Iterator[str]:
        label = "names"
        for word in dict.fromkeys(word.strip("()") for word in sentence.tags.split()):
            if word[:1].isupper() and word[1:].isdigit():
                mention = sentence.mention(word)
                kind = KINDS.get(mention.kind, mention.kind)
                yield row(label, self._called(mention), f"{word:4}", f"{kind:12}")
                label = ""

    def _called(self, mention: Mention) -> str:
        """The mention's wording and what it stands for."""
        name = shortened(mention.name or self._read.text(mention.start, mention.end), _NAME)
        ids = ", ".join(mention.ids)
        role = mention.role if len(mention.ids) < 2 else None  # of several it is only the first one's
        inferred = "" if not mention.inferred else "year inferred" if mention.value else "no year known"
        stands = dict.fromkeys((ids, role, mention.place, self._value(mention.value), inferred))
        told = "; ".join(part for part in stands if part and part != name)
        return f"{name} = {told}" if name and told else name or told or "nothing"

    def _value(self, value: object) -> str:
        if isinstance(value, Money):
            return self._phrases.numbers.money(value)
        if isinstance(value, Quantity):
            return self._phrases.numbers.quantity(value)
        if isinstance(value, float | tuple):
            return self._phrases.numbers.number(value)
        return "" if value is None else str(value)

    # --- what was made of it ----------------------------------------------------------------------------------------

    def _tries(self, told: Told, *, whole: bool) -> Iterator[str]:
        assert told.sentence is not None, "only sentences that are read have tries"
        for one in told.tries:
            if self.rule is None or one.compiled.rule is self.rule:
                yield from self._try(one, told.sentence, whole=whole)

    def _try(self, one: Try, sentence: Sentence, *, whole: bool) -> Iterator[str]:
        """Each claim of a match, or why it has none."""
        how = self._matched(one, sentence)
        if not one.claims:
            yield row("no claim", f"{one.compiled.rule.id}: {one.why}")
            if whole or not one.told_already:
                yield row("", how)
        for claim in one.claims:
            why = self._read.trace.why_left_out(claim)
            because = f", because {why}" if why else ""
            yield row("dropped" if why else "CLAIM", f"{self._phrases.claim(claim)} [{claim.rule}]{because}")
            if whole or not why:
                yield row("", "; ".join(filter(None, (how, *self._quality(claim)))))

    def _matched(self, one: Try, sentence: Sentence) -> str:
        """The words that matched, and which mention is in which slot."""
        text = sentence.tags[one.start : one.end].strip()
        near, whole = text.split(), sentence.tags.split()
        every = [f"{mention.kind}{at}" for at, mention in enumerate(sentence.mentions)]
        every.sort(key=lambda tag: (tag in near, tag in whole))  # of two tags of one mention the last stands
        tags = {id(sentence.mention(tag)): tag for tag in every}
        slots = ", ".join(f"{name} = {tags.get(id(mention), mention.name)}" for name, mention in one.slots.items())
        return f"matched “{text}”" + (f" with {slots}" if slots else "")

    def _quality(self, claim: Claim) -> Iterator[str]:
        """What is not plain of the claim: how real, who says it, how sure."""
        if claim.modality.value != "done":
            yield claim.modality.value
        if not claim.affirmed:
            yield "denied"
        if claim.attribution:
            yield f"according to {claim.attribution}"
        if claim.certainty:
            yield f"“{claim.certainty}”"

    # --- what did not match -----------------------------------------------------------------------------------------

    def _opened(self, sentence: Sentence) -> list[Compiled]:
        return self._reader.book.opened(sentence.tags, self._lang)

    def _attempts(self, sentence: Sentence, patterns: Iterable[Compiled]) -> list[Attempt]:
        """What became of the patterns, those that got furthest first."""
        found = [attempt(item, sentence.tags, self._reader.language) for item in patterns]
        return sorted(found, key=lambda one: -one.reached)

    def _unmatched(self, told: Told, sentence: Sentence, *, whole: bool) -> Iterator[str]:
        """How many rules had words here and did not match; of each how far it got, if `whole`."""
        matched = {one.compiled.rule.id for one in told.tries}
        others = [item for item in self._opened(sentence) if item.rule.id not in matched]
        if not whole:
            count = len({item.rule.id for item in others})
            yield row("no match", f"{count} more rules have a word of theirs here")
            return
        best: dict[str, Attempt] = {}
        for found in self._attempts(sentence, others):
            best.setdefault(found.compiled.rule.id, found)
        label = "no match"
        for rule, found in best.items():
            yield row(label, found.why or "it says no more than a match before", f"{rule:{_RULE}}")
            label = ""

    def _details(self, rule: Rule, sentence: Sentence, *, whole: bool) -> Iterator[str]:
        """The rule's patterns and what became of them; unless `whole`, without those that lack more than the best."""
        found = self._attempts(sentence, self._reader.book.patterns(rule))
        for one in found:
            if whole or one.reached > 0 or one.reached == found[0].reached:
                yield row("pattern", shortened(one.compiled.pattern.source, _PATTERN))
                share = f" ({one.reached:.0%} of its pieces fit)" if 0 < one.reached < 1 else ""
                yield row("", f"→ {one.why or 'it matches'}{share}")


def _written(value: object) -> str:
    """A table of a rule on one line, nearly as it is written."""
    return ", ".join(f"{name} = {part}" for name, part in value.items()) if isinstance(value, dict) else str(value)
