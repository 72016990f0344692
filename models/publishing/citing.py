"""One source as it is cited in printed briefs, to be pasted elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from models.briefs.sources import NO_DATE, runs
from models.catalog import RESOURCES
from models.pages.houses import house, house_of
from models.phrases import Numbers, load
from models.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.briefs import Run
    from models.pages.evidence import Sentence
    from models.records import Bibliography, Citation


class Cited(Record):
    """A citation, or one a line, as plain text and as HTML with its title set off and its address as a link."""

    text: str
    html: str


def cite_article(article: Bibliography) -> Cited:
    """The article itself."""
    title, publisher = article.title or article.origin, article.publisher or ""
    told = (article.author or "", title, publisher, _day(article.published), article.url or "")
    return _cited([runs(*told, article.corrected, house=house_of(article), undated=NO_DATE)])


def cite_sentence(sentence: Sentence, article: Bibliography) -> Cited:
    """What the sentence rests on: the works that it cites by marks of its own, else its article."""
    return _cited(map(_work, sentence.cites)) if sentence.exact else cite_article(article)


def _work(work: Citation) -> tuple[Run, ...]:
    told = (work.title, work.publisher, _day(work.date), work.url or "")
    return runs("", *told, house=house(work.publisher, work.url), undated=NO_DATE)


def _day(date: str | None) -> str:
    return Numbers(load(RESOURCES / "phrases")).date(date or "")


def _cited(found: Iterable[tuple[Run, ...]]) -> Cited:
    citations = list(found)
    return Cited(
        text="\n".join("".join(run.text for run in citation) for citation in citations),
        html="".join(f"<p>{''.join(map(_html, citation))}</p>" for citation in citations),
    )


def _html(run: Run) -> str:
    text = escape(run.text)
    if run.link.startswith(("http://", "https://")):
        return f'<a href="{escape(run.link)}">{text}</a>'
    return f"<i>{text}</i>" if run.italic else text
