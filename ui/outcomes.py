"""What became of imported files, in words for the window and the command line."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from models.exchange.notes import Incoming
    from models.library.contents import Contents
    from models.library.merging import Merged
    from models.records import Bibliography, Step

FEW = 5
"""Kinds of files that are named."""

DOCUMENTS = (".doc", ".docx", ".odt", ".pdf", ".rtf")
"""Kinds of files that are not read, but may hold an article."""


def outcome(step: Step) -> str:
    """What became of one file, in a few words."""
    if step.problem is not None:
        return f"Refused: {step.problem.reason}"
    if step.duplicate:
        return "Already in the library"
    if step.passed:
        return _passed(step.passed)
    if step.article is None:
        return "Nothing to read"
    count = len(step.claims)
    if not count and is_short(step.article.text):
        return "Too short to read anything from; kept to search"
    if not count and (language := unread_language(step.article.bibliography)):
        return f"Written in {language}, which Oxus does not read yet; kept to search"
    about = step.article.bibliography.about_region
    if not count:
        return f"No claim found{'' if about else ', nothing about the region'}; kept to read and search"
    return counted(count, "claim") if about else f"{counted(count, 'claim')}; not about the region"


def is_new(step: Step) -> bool:
    """Whether a file gave an article that was not here before."""
    return step.article is not None and not step.duplicate and step.problem is None


def _passed(names: Sequence[str]) -> str:
    """Which files of a folder were passed over, and what to do where articles may be among them."""
    endings = {PurePath(name).suffix.lower() for name in names}
    documents = ", ".join(ending for ending in DOCUMENTS if ending in endings)
    hint = f"; to have {documents} read, save it as text first" if documents else ""
    return f"{counted(len(names), 'file')} of other kinds passed over ({_kinds(endings)}){hint}"


def _kinds(found: Iterable[str]) -> str:
    """The endings of files, the first few of many: ".jpg, .png"."""
    endings = sorted(ending or "no ending" for ending in found)
    more = f" and {len(endings) - FEW} more" if len(endings) > FEW else ""
    return f"{', '.join(endings[:FEW])}{more}"


def taken(found: Incoming, folder: Path) -> str:
    """How many notes were taken from a folder, how many here have its text now, and how many were here before."""
    edited = f"; {counted(len(found.edited), 'note')} here brought up to date" if found.edited else ""
    told = f"; {counted(found.here, 'note')} here already" if found.here else ""
    return f"{counted(len(found.new), 'note')} taken from {folder}{edited}{told}."


def is_short(text: str) -> bool:
    """Whether a text is so short that not even its language can be told."""
    from models.formats import language_of

    return language_of(text) is None


def unread_language(known: Bibliography) -> str:
    """The language of an article where no rules read it; empty where they do."""
    from models.catalog import LANGUAGES

    return "" if known.language in LANGUAGES else _named(known.language)


def read_in_part(articles: Iterable[Bibliography]) -> str:
    """Which of the articles' languages are read in part only, and how far; empty where there is none."""
    from models.catalog import LANGUAGES

    whole, *partly = LANGUAGES
    names = sorted(_named(code) for code in {known.language for known in articles} if code in partly)
    told = " and ".join(names)
    less = f"less fully than in {_named(whole)}: names, amounts, dates and plain sentences"
    return f"Articles in {told} are read {less}." if names else ""


def _named(language: str) -> str:
    """The English name of a language, by its code."""
    from PySide6.QtCore import QLocale

    return QLocale.languageToString(QLocale(language).language())


def summary(steps: Sequence[Step]) -> str:
    """An import in one sentence."""
    refused = sum(step.problem is not None for step in steps)
    known = sum(step.duplicate and step.problem is None for step in steps)
    new = [step for step in steps if is_new(step)]
    claims = counted(sum(len(step.claims) for step in new), "claim")
    left = steps[-1].total - len(steps) if steps else 0
    unread = f", {left} not read" if left > 0 else ""
    other = sum(len(step.passed) for step in steps)
    passed = f", {counted(other, 'file')} of other kinds passed over" if other else ""
    gave = f"{counted(len(new), 'new article')} with {claims}"
    return f"{gave}, {known} already known, {refused} refused{passed}{unread}."


def handed(held: Contents) -> str:
    """What a library that is handed over holds: "3 articles with 12 claims, 1 note"; empty for nothing."""
    counts = (len(held.verdicts), len(held.corrections), len(held.notes), len(held.views), len(held.own))
    kinds = zip(counts, ("decision", "correction", "note", "view", "file"), strict=True)
    articles = (
        [f"{counted(len(held.articles), 'article')} with {counted(held.claims, 'claim')}"] if held.articles else []
    )
    of = " of rules, names or templates" if held.own else ""
    return ", ".join((*articles, *(counted(number, thing) for number, thing in kinds if number))) + of


def merged(outcome: Merged) -> str:
    """A merge in a sentence or two."""
    new = handed(outcome.plan.adds)
    told = f"{new} added." if new else "There is nothing in it that is not here already."
    if not outcome.plan.kept:
        return told
    return f"{told} Your own {', '.join(outcome.plan.kept)} stayed as before, with what came under the name beside it."


def counted(number: int, thing: str) -> str:
    """The number with its noun: "1 claim", "3 claims"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
