"""Explain: how one file is read, sentence by sentence, so that a wrong or missing claim can be traced to its rule.

It is no second engine: the file goes through the same stages, and a trace that is handed down collects what they do.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from models.explain.document import Read, document
from models.explain.sentences import Explainer
from models.intake import Limits, as_article, read_draft, shown
from models.phrases import Phrases
from models.reading.trace import Trace
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.catalog import Catalog
    from models.reading import Reader
    from models.reading.grammar.rules import Rule

__all__ = ["Choice", "explain"]


class Choice(Struct, frozen=True):
    """What to tell: all, one sentence by its number, what concerns one rule, or one rule on one sentence."""

    sentence: int | None = None
    rule: str | None = None


def explain(path: Path, catalog: Catalog, reader: Reader, choice: Choice) -> Iterator[str] | Problem:
    """How the reader reads the file, in lines of text; or why that cannot be told."""
    rule = _rule(reader, choice.rule)
    if isinstance(rule, Problem):
        return rule
    read = _read(path, reader)
    if isinstance(read, Problem):
        return read
    count = len(read.trace.sentences)
    if choice.sentence is not None and not 1 <= choice.sentence <= count:
        return Problem(
            shown(path.name), f"There is no sentence {choice.sentence}; they are numbered from 1 to {count}."
        )
    return _lines(read, Explainer(read, reader, Phrases(catalog), rule, catalog.units.values()), choice)


def _rule(reader: Reader, name: str | None) -> Rule | Problem | None:
    """The rule of that id, if one is named; the problem when there is none."""
    if name is None:
        return None
    rules = {rule.id: rule for rule in reader.book.rules}
    near = " or ".join(get_close_matches(name, rules))
    return rules.get(name) or Problem(name, f"No such rule. Did you mean {near}?" if near else "No such rule.")


def _read(path: Path, reader: Reader) -> Read | Problem:
    """The file as it is read; one that is not about the region once more as if it were."""
    limits = Limits()
    draft = read_draft(path, limits)
    if isinstance(draft, Problem):
        return draft
    article = as_article(draft, shown(path.name or path), limits)
    if isinstance(article, Problem):
        return article
    trace = Trace()
    reading = reader.read(article, trace)
    if not reading.about_region:
        reader.claims(article, trace)
    bibliography = structs.replace(article.bibliography, about_region=reading.about_region)
    return Read(draft, structs.replace(article, bibliography=bibliography), trace, reading.claims)


def _lines(read: Read, explainer: Explainer, choice: Choice) -> Iterator[str]:
    if explainer.rule is not None:
        yield from explainer.heading(explainer.rule)
    elif choice.sentence is None:
        yield from document(read)
    told = 0
    for number, sentence in enumerate(read.trace.sentences, start=1):
        chosen = number == choice.sentence if choice.sentence is not None else explainer.concerns(sentence)
        if chosen:
            told += 1
            yield ""
            yield from explainer.tell(number, sentence, whole=choice.sentence is not None)
    if not told:
        yield "None of the words that trigger this rule stands in any sentence of the article."
