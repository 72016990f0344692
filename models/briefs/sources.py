"""The numbered sources of a brief: the works that its sentences cite, else the articles that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.briefs.records import Run, Source
from models.pages.evidence import cited
from models.pages.houses import house, house_of, is_devised

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from models.pages.evidence import Sentence
    from models.records import Bibliography, Citation, PartialDate

NO_DATE = "n.d."
"""What stands in an English citation for a date that is not known, as CSL has it."""

TELLING = 4
"""Words that a title has at least before it alone tells which work is meant."""

SCHEMES = ("https://www.", "http://www.", "https://", "http://")


class Sources:
    """Numbers works and articles in the order in which the brief first leans on them."""

    def __init__(
        self, articles: Iterable[Bibliography], day: Callable[[PartialDate], str], undated: str = NO_DATE
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._day = day
        self._undated = undated
        self._found: dict[int, Source] = {}
        self._numbers: dict[str, int] = {}
        self._near: dict[str, list[int]] = {}
        self._imported = set[int]()
        self._read = set[str]()

    def all(self) -> tuple[Source, ...]:
        """Every source that was numbered, in order."""
        return tuple(self._found.values())

    def renumbered(self, new: Mapping[int, int]) -> Sources:
        """The same under the new numbers, without those that have none; what comes later is numbered behind them."""
        made = Sources(self._articles.values(), self._day, self._undated)
        known = {number: old for old, number in new.items() if old in self._found}
        made._found = {number: replace(self._found[known[number]], number=number) for number in sorted(known)}
        made._numbers = {key: new[old] for key, old in self._numbers.items() if old in new}
        near = ((name, [new[old] for old in olds if old in new]) for name, olds in self._near.items())
        made._near = {name: numbers for name, numbers in near if numbers}
        made._imported = {new[old] for old in self._imported if old in new}
        return made

    def numbers(self, sentences: Iterable[Sentence]) -> tuple[int, ...]:
        """The numbers of the articles, or of the works that the sentences themselves cite."""
        found = set[int]()
        for sentence in sentences:
            self._read.add(sentence.article)
            if sentence.exact:
                found.update(self.work(work, sentence.title) for work in sentence.cites)
            else:
                found.add(self._article(sentence))
        return tuple(sorted(found))

    def places(self, article: str) -> bool:
        """Whether it is known of an article when it came out, who published it, or on which works it rests."""
        known = self._articles.get(article)
        return known is None or bool(known.published or house_of(known) or known.cites)

    def in_another(self, language: str) -> bool:
        """Whether any article that was leaned on is in another language."""
        return any(self._articles[key].language != language for key in self._read if key in self._articles)

    def work(self, work: Citation, digest: str = "") -> int:
        """The number of a work; the first digest that leads to it is named."""
        fields = Source(0, work.title, work.publisher, self._day(work.date or ""), (), digest, work.url or "")
        fields = replace(fields, day=work.date or "")
        return self._number(f"{cited(work)} {work.url}", fields)

    def _article(self, sentence: Sentence) -> int:
        """The number of an article; of one that draws on other works for another sentence there is another number."""
        article = self._articles.get(sentence.article)
        fields = Source(
            number=0,
            title=sentence.title,
            publisher=sentence.publisher or "",
            published=self._day(sentence.published or ""),
            cites=tuple(cited(work, self._undated, self._day) for work in sentence.cites),
            url=(article.url or "") if article else "",
            day=sentence.published or "",
        )
        return self._number(" ".join((sentence.article, *fields.cites)), fields, article)

    def _number(self, key: str, fields: Source, article: Bibliography | None = None) -> int:
        """The number under a key; a work that is cited and in the library as an `article`, too, has one number, as have
        its copies.

        What articles cite as different works stays so.
        """
        if key in self._numbers:
            return self._numbers[key]
        author, own = ((article.author or "") if article else "", article.corrected if article else ())
        known = (author, fields.title, fields.publisher, fields.published, fields.url)
        whose = house_of(article) if article else house(fields.publisher, fields.url)
        told = runs(*known, own, house=whose, undated=self._undated)
        made = replace(fields, number=len(self._found) + 1, runs=told)
        names = [name for name in (bare(fields.url), fields.title.casefold()) if name]
        imported = article is not None
        near = (one for name in names for one in self._near.get(name, ()) if imported or one in self._imported)
        number = next((number for number in near if alike(self._found[number], made)), made.number)
        if number == made.number or _known(made) > _known(self._found[number]):
            self._found[number] = replace(made, number=number)
        if imported:
            self._imported.add(number)
        for name in names:
            self._near.setdefault(name, []).append(number)
        self._numbers[key] = number
        return number


def newest(days: Iterable[PartialDate]) -> PartialDate:
    """The last of the days, the most exact of its year or month; empty where there are none."""
    return max(days, default="")


def days_of(sentences: Iterable[Sentence]) -> Iterator[PartialDate]:
    """When the works came out that the sentences themselves cite, else the articles that they stand in."""
    for sentence in sentences:
        if sentence.exact:
            yield from (work.date or "" for work in sentence.cites)
        else:
            yield sentence.published or ""


def alike(one: Source, other: Source) -> bool:
    """Whether both are the same work: by their address, else by a title that tells and nothing that speaks against.

    What draws on other works leads elsewhere.
    """
    if one.cites and other.cites and one.cites != other.cites:
        return False
    if one.url and other.url:
        return bare(one.url) == bare(other.url)
    if one.title.casefold() != other.title.casefold() or len(one.title.split()) < TELLING:
        return False
    pairs = ((one.publisher, other.publisher), (one.published, other.published))
    return all(not a or not b or a == b for a, b in pairs)


def _known(source: Source) -> int:
    """How many things are known of a source."""
    return sum(map(bool, (source.publisher, source.published, source.url)))


def runs(
    author: str,
    title: str,
    publisher: str,
    published: str,
    url: str,
    own: Collection[str] = (),
    *,
    house: str | None = None,
    undated: str = "",
) -> tuple[Run, ...]:
    """The citation as resources/templates/brief.csl sets it: author, title, publisher, date; the address last.

    `own` names the parts that are the user's word and not the source's. `house`, where it is handed in, stands for a
    publisher that is not known or none, unless it says the title again, `undated` for a date. A title in square
    brackets only tells what a work without one is: it is not set as a title.
    """
    author, title = supplied(author, "author", own), supplied(title, "title", own)
    publisher = supplied(publisher, "publisher", own) if house in (None, publisher) else house or ""
    publisher = "" if publisher == title else publisher
    published = supplied(published, "published", own) or undated
    before = f"{author}, " if author and author != publisher else ""
    after = "".join(f", {part}" for part in (publisher, published) if part)
    stop = "" if f"{title}{after}".endswith((".", "?", "!")) else "."
    parts = (Run(before), Run(title, italic=not is_devised(title)), Run(f"{after}{stop}"))
    link = (Run(" "), Run(bare(url), link=url)) if url else ()
    return tuple(run for run in (*parts, *link) if run.text)


def supplied(text: str, name: str, own: Collection[str]) -> str:
    """The text; in square brackets, as librarians have it, where it is the user's own word of an article."""
    return f"[{text}]" if text and name in own else text


def bare(url: str) -> str:
    """The address as it is read aloud: without its scheme and a slash at its end."""
    scheme = next((scheme for scheme in SCHEMES if url.startswith(scheme)), "")
    return url.removeprefix(scheme).rstrip("/")
