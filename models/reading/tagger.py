"""The tagger: what an article names is found, and its sentences are tagged with it as the rules see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import dates
from models.catalog import LANGUAGES
from models.reading.reference.days import Days
from models.reading.reference.definite import Definite
from models.reading.reference.facing import Facing
from models.reading.reference.labels import Labels
from models.reading.reference.links import Links
from models.reading.reference.measures import measure
from models.reading.reference.operators import Operators
from models.reading.reference.owners import Owners
from models.reading.sentence.chunks import group, load_chunks
from models.reading.sentence.datelines import set_apart
from models.reading.sentence.described import Described
from models.reading.sentence.few import Few
from models.reading.sentence.mentions import NUMBER, Mention, build_gazetteer
from models.reading.sentence.names import name_words
from models.reading.sentence.naming import with_names
from models.reading.sentence.offices import Offices
from models.reading.sentence.stamps import unstamp
from models.reading.sentence.tagging import of_gazetteer, places_after, select, tag

if TYPE_CHECKING:
    from pathlib import Path

    from models.catalog import Catalog
    from models.reading.grammar.language import Language
    from models.reading.reference.context import Context
    from models.reading.sentence.amounts import Amounts
    from models.reading.sentence.tagging import Sentence
    from models.records import Article


class Tagger:
    """Finds the names of a catalog, amounts and dates, and tells of each sentence what its words stand for.

    Made once from a catalog and the words of the language; tagging changes nothing in it.
    """

    def __init__(self, catalog: Catalog, folders: tuple[Path, ...], language: Language, amounts: Amounts) -> None:
        self._language = language
        self._amounts = amounts
        self._chunks = load_chunks(folders, language, catalog.cache)
        self._gazetteer = build_gazetteer(catalog, language, amounts.words, LANGUAGES)
        self._offices = Offices(language)
        self._names = name_words(language)
        self._here = places_after(language)
        self._few = Few({code: len(group.members) for code, group in catalog.groups.items()}, language)
        self._described = Described(catalog, language)
        self._operators = Operators(catalog, language)
        self._days = Days(language)
        self._links = Links(language)
        self._definite = Definite(language)
        self._owners = Owners(language)
        self._facing = Facing(language)
        self._labels = Labels(language)

    def found(self, article: Article) -> list[Mention]:
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

    def tagged(self, article: str, start: int, end: int, found: list[Mention], context: Context) -> Sentence:
        """The sentence from `start` to `end` of an article's text, with all that its words stand for by `context`."""
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
