"""Denials: who denies in a sentence what the one before it passes on ("Reports said ... . H1 denied the reports")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.factuality.contradicted import Contradicting
from models.reading.factuality.disputed import teller
from models.reading.factuality.hearsay import find_hearsay, is_hearsay, reports
from models.reading.factuality.sourcing import ascribed
from models.reading.grammar.branches import any_of, branches
from models.reading.grammar.called import Called
from models.reading.grammar.tokens import words_of

if TYPE_CHECKING:
    from models.reading.factuality.contradicted import Undone
    from models.reading.grammar.language import Language
    from models.reading.sentence.tagging import Sentence

_AUXILIARIES = r"(?:_(?:has|have|had|was|were|is|are|been|later|also|already|repeatedly|[a-z]+ly) )*(?:[a-z]+ly )?"
_NEAR = 6  # tokens at the head of a sentence that say it passes something on
_MOST = 6  # words by which somebody is called


class Denial(Struct, frozen=True, gc=False):
    """A sentence that passes something on, the one behind it that denies that, and who does, as tagged words.

    Without a name it is who speaks there, of himself, and he doubts the figures alone ("I doubt that figure"). It is
    None where the text says by itself that it is not so ("It has not."). Where the sentence only says what was
    `undone`, before the report or behind it, nothing else of the report is denied.
    """

    report: Sentence
    sentence: Sentence
    who: str | None
    undone: Undone | None = None


class Denials:
    """Finds denials with the words of the language data."""

    def __init__(self, language: Language) -> None:
        told, stating = language.tables.get("denials", {}), language.words("untold", "stating")
        self.said = frozenset(told.get("said", ()))
        self._passing_on = stating | frozenset(told.get("passed_on", ()))
        self._sources = language.words("modality", "sources")
        self._plain = frozenset(told.get("reports", ())) | self._passing_on
        self._nobody = frozenset(told.get("nobody", ()))
        self._aside = frozenset(told.get("aside", ()))
        self._state = re.compile(rf" (?:{branches(sorted(told.get('state', ()))) or '(?!)'})(?!\w)")
        self._determiners = {word.removeprefix("_") for word in language.determiners}
        self._pattern = _pattern(language)
        self._doubting = _doubting(language)
        self._flat = _flat(language)
        self._hearsay = find_hearsay(language)
        self._contradicting = Contradicting(language)

    def denier(self, sentence: Sentence) -> str | None:
        """Who the sentence says denies what was told before, as tagged words; None where it plainly does not."""
        found = self._pattern.match(sentence.tags, 0)
        return next(filter(None, found.groupdict().values()), None) if found is not None else None

    def doubts(self, sentence: Sentence) -> bool:
        """Whether somebody says of himself that he doubts the figure that was just told."""
        return self._doubting.search(sentence.tags) is not None

    def is_flat(self, sentence: Sentence) -> bool:
        """Whether the sentence says no more than that what was told is not so."""
        return self._flat.match(sentence.tags) is not None

    def undone(self, sentence: Sentence) -> Undone | None:
        """What somebody says in the sentence was not done; None where nobody says so."""
        return self._contradicting.undone(sentence)

    def contradicts(self, undone: Undone, report: Sentence) -> bool:
        """Whether a report from the press says that such a thing was done."""
        if not self._contradicting.tell_of(report, undone):
            return False
        who = ascribed(report.tags)
        heard = is_hearsay(who, self._hearsay) if who else reports(report.tags, self._hearsay)
        return heard or (who is None and self.is_passed_on(report))

    def source(self, sentence: Sentence) -> str | None:
        """Who passes something on at the head of the sentence, as tagged words."""
        return teller(sentence.tags, self._sources)

    def called(self, sentence: Sentence, spoken: str) -> str:
        """How somebody is called within a sentence who is `spoken` of in this one: a state by all of the words there,
        whatever stands first with a small letter unless it is a name; empty for a mere pronoun."""
        if spoken.lower() in self._nobody:
            return ""
        bare = spoken.removeprefix("the ")
        at = sentence.text.find(bare)
        before = sentence.text[:at].lower().split()[-1:] if at > 0 else []
        more = self._state.match(sentence.text, at + len(bare)) if at >= 0 else None
        if more is not None or bare != spoken:
            article = f"{before[0]} " if before and before[0] in self._determiners else ""
            return f"{article}{bare}{more[0] if more else ''}"
        small = spoken.split(" ", 1)[0].lower() in self._determiners | self._plain
        return spoken[:1].lower() + spoken[1:] if small else spoken

    def passes_on(self, sentence: Sentence) -> bool:
        """Whether the sentence tells of anything said or reported."""
        return not self._passing_on.isdisjoint(words_of(sentence.tags))

    def is_passed_on(self, sentence: Sentence) -> bool:
        """Whether all that the sentence tells is passed on: its head says so, and nothing in it stands aside."""
        words = sentence.tags.split()
        head = not self._passing_on.isdisjoint(words[:_NEAR])
        return head and ";" not in words and self._aside.isdisjoint(sentence.text.lower().split())


class Linking:
    """Follows the sentences of one text, and notes the denials among them."""

    def __init__(self, denials: Denials) -> None:
        self.denials = denials
        self.found: list[Denial] = []
        self._report: Sentence | None = None
        self._before: tuple[Sentence, Undone | None] | None = None

    def note(self, sentence: Sentence, *, beside: bool) -> None:
        """The next sentence of the text, and whether it stands beside the one before."""
        report, self._report = self._report, None
        who = self.denials.denier(sentence) if report is not None and beside else None
        if report is not None and who is not None:
            self.found.append(Denial(report, sentence, who))
            self._report = report  # another may deny it, too
        elif report is not None and beside and self.denials.doubts(sentence):
            self.found.append(Denial(report, sentence, ""))
        elif report is not None and beside and self.denials.is_flat(sentence):
            self.found.append(Denial(report, sentence, None))
        elif self.denials.passes_on(sentence):
            self._report = sentence
        before, undone = self._before, self.denials.undone(sentence)
        self._before = sentence, undone
        if beside and before is not None:
            self._contradict(before[0], sentence, undone)
            self._contradict(sentence, *before)

    def _contradict(self, report: Sentence, sentence: Sentence, undone: Undone | None) -> None:
        """Note that what a sentence says was not done was done as the one beside it has from the press, if it is."""
        if undone is None or not self.denials.contradicts(undone, report):
            return
        if all(found.report is not report for found in self.found):
            self.found.append(Denial(report, sentence, undone.said_by, undone))


def _doubting(language: Language) -> Called:
    """ "I doubt that figure", whatever opens the sentence or tells who speaks."""
    told = language.tables.get("denials", {})
    selves, verbs, pointing, figures = (
        f"(?:{branches(map(re.escape, sorted(map(language.literal, told.get(name, ())), key=len, reverse=True)))})"
        for name in ("selves", "doubts", "pointing", "figures")
    )
    words = frozenset(told.get("selves", ()))
    return Called(rf"(?<![^ ]){selves}{verbs}{pointing}(?:[a-z-]+ ){{0,1}}?{figures}", words)


def _flat(language: Language) -> re.Pattern[str]:
    """ "But it has not.", "That is not so." """
    told = language.tables.get("denials", {})
    who, untrue = (
        branches(map(re.escape, map(language.literal, told.get(name, ())))) or "(?!)" for name in ("it", "untrue")
    )
    verb = r"(?:does |do |did |_(?!not|never)\S+ ){1,2}(?:_not|_never) "
    return re.compile(rf"^(?:but |yet )?(?:(?:{who})|[A-Z]\d+ ){verb}(?:{untrue})?(?:[.!] )?$")


def _pattern(language: Language) -> Called:
    families = language.tables.get("denials", {})

    def family(name: str) -> str:
        return f"(?:{any_of(map(language.literal, families.get(name, ())))})"

    verbs, of_reports, reports, pointing, alone, such, behind, nobody, whole = map(
        family, ("verbs", "of_reports", "reports", "pointing", "alone", "such", "behind", "nobody", "whole")
    )
    name = rf"{whole}?(?:(?!{nobody})(?:[A-Z]\d+|'s|[a-z'-]+) ){{1,{_MOST}}}?"
    lead = r"^(?:(?:but|however|yet|still|meanwhile|later|_later) (?:, )?)?(?:D\d+ (?:, )?)?"
    stop = rf"(?=D\d+ |{behind})"
    report = rf"(?:{pointing}(?:[a-z-]+ ){{0,2}}?|[A-Z]\d+ 's ){reports}"
    either = rf"(?:{verbs}(?:{report}|{alone}|{such}(?:[a-z-]+ ){{1,2}}?)|{of_reports}{report})"
    active = rf"{lead}(?P<one>{name})(?:D\d+ )?{_AUXILIARIES}{either}{stop}"
    passive = (
        rf"{lead}{report}(?:_(?:was|were|has|have|been|is|are) )+(?:_?[a-z]+ly )?(?:{verbs}|{of_reports})by "
        rf"(?P<two>{name}){stop}"
    )
    words = frozenset(word for name in ("verbs", "of_reports") for word in families.get(name, ()))
    return Called(f"{active}|{passive}", words)
