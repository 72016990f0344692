"""What is known of an article as a whole, where it was found, and what of it is no prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from models.explain.columns import row, shortened
from models.records import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.formats import Draft
    from models.reading.trace import Trace
    from models.records import Article, Claim

_OWN = "the file says so itself"
_SHOWN = 70


class Read(Struct, frozen=True):
    """One file as it was read, with the trace of its reading; `kept` are the claims that came out of it."""

    draft: Draft
    article: Article
    trace: Trace
    kept: tuple[Claim, ...]

    @property
    def about_region(self) -> bool:
        return self.trace.weight is not None and self.trace.weight.about_region

    def text(self, start: int, end: int) -> str:
        """A piece of the article on one line."""
        return " ".join(self.article.text[start:end].split())


def document(read: Read) -> Iterator[str]:
    """The article's facts, why it is read or not, and its furniture."""
    known, notes = read.article.bibliography, read.draft.notes
    yield known.origin
    for name, value, kept in (
        ("title", known.title, read.draft.title),
        ("published", known.published, known.published),
        ("publisher", known.publisher, known.publisher),
        ("byline", known.author, known.author),
    ):
        found = notes.facts.get(name, _OWN) if kept else "the file's name" if value else "not found"
        yield row(name, f"{value} ({found})" if value else found, indent=2)
    yield row("language", known.language, indent=2)
    yield row("the region", _weighed(read), indent=2)
    yield row("read", _counted(read), indent=2)
    yield from _furniture(read)


def _weighed(read: Read) -> str:
    """Whether the article is about the region, and why."""
    weight = read.trace.weight
    if weight is None:
        return "not weighed"
    named = f"its states and routes are named {weight.hits} times in {weight.size:,} characters"
    if weight.about_region:
        return f"yes: {named}"
    return f"NO, so no claim is kept: {named}; {weight.against}. What its sentences would give stands below."


def _counted(read: Read) -> str:
    told = read.trace.sentences
    passed = sum(bool(one.passed) for one in told)
    return f"{len(read.kept)} claims kept of {len(told) - passed} sentences; {passed} sentences passed over"


def _furniture(read: Read) -> Iterator[str]:
    """The paragraphs that are not read, each group under what tells that it is furniture."""
    why = read.draft.notes.furniture
    groups: dict[str, list[str]] = {}
    for block in read.article.blocks:
        if block.role is Role.FURNITURE:
            text = shortened(read.text(block.start, block.end), _SHOWN)
            groups.setdefault(why.get(block.start, "told by the file"), []).append(f"“{text}”")
    for reason, texts in groups.items():
        yield row("furniture", f"{' '.join(texts)}: {reason}", indent=2)
