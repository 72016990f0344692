"""What else is told of a commodity or route: events, promises and quotes whose sentences name it or a site of it, and
figures of routes that do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.briefs.dealings import commitments, timeline
from models.briefs.owners import of_owners
from models.briefs.quoting import quotes
from models.briefs.speakers import agreed
from models.briefs.ways import routes
from models.catalog.surfaces import surfaces
from models.pages.lines import newest_first
from models.records import Kind, Quantity, Relation, Resource, RouteFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.briefs.records import Part
    from models.briefs.writer import Writer
    from models.catalog.entries import Entry, Surface
    from models.pages.lines import Line
    from models.records import Statement

PARTS = {Kind.EVENT: "events", Kind.COMMITMENT: "commitments", Kind.QUOTE: "quotes", Kind.ROUTE: "routes"}
"""What sentences tell that name a commodity or route, but for what is told of itself, and the part where it stands."""
EXACT, UNSURE = "exact", "ambiguous"
NOTHING = r"(?!)"


class Deals:
    """The `lines` whose sentences name the commodity or route of the `code`, or a site that the lines on it, its `own`,
    name; only of what concerns a country of the region. `shares` are those on who owns the route or a site. `whole` are
    all but these, whatever the brief keeps."""

    def __init__(self, writer: Writer, code: str, own: Sequence[Line] = ()) -> None:
        self._writer = writer
        named = _named(writer, code, own)
        self.whole = [line for found in named.values() for line in found]
        self._found = {kind: writer.kept(part, named[kind]) for kind, part in PARTS.items()}
        self.shares = writer.kept("ownership", _shares(writer, code, own))
        self.lines = [*(line for found in self._found.values() for line in found), *self.shares]

    def ways(self) -> Part:
        """What routes carry of it, or measure beside it."""
        return routes(self._writer, self._found[Kind.ROUTE])

    def dated(self) -> tuple[Part, ...]:
        """What happened, and what was promised."""
        promised = commitments(self._writer, self._found[Kind.COMMITMENT])
        return *timeline(self._writer, self._found[Kind.EVENT]), promised

    def said(self, others: Iterable[Line]) -> Part:
        """What people and institutions said, but for what the `others` or these lines tell."""
        said = agreed(self._writer, self._found[Kind.QUOTE])
        return quotes(self._writer, said, [*others, *self.lines])


def _shares(writer: Writer, code: str, own: Sequence[Line]) -> list[Line]:
    """The lines that tell who owns a part of the route or of the sites."""
    owned = {code, *_sites(writer, own)}
    found = (statement for statement in writer.library.statements() if statement.kind is Kind.RELATION)
    ours = (told for told in found if isinstance(told.shown.content, Relation) and _site(told.shown.content.b) in owned)
    return of_owners(writer, writer.library.lines(told.id for told in newest_first(ours)))


def _named(writer: Writer, code: str, own: Sequence[Line]) -> dict[Kind, list[Line]]:
    """The lines by kind, the newest first, whatever is wished."""
    words = re.compile("|".join(_words(writer, code, own)) or NOTHING)
    members = frozenset(writer.catalog.region.members)
    ways = {route.id for route in writer.catalog.routes.values() if members.intersection(route.countries)}
    found: dict[Kind, list[Statement]] = {kind: [] for kind in PARTS}
    for statement in writer.library.statements():
        near = bool(statement.topics & (ways if statement.kind is Kind.ROUTE else members))
        told = near and _is_measured(statement, code)
        if statement.kind in PARTS and told and (_names(statement, words) or _is_by_line(writer, statement, code)):
            found[statement.kind].append(statement)
    return {
        kind: list(writer.library.lines(told.id for told in newest_first(statements)))
        for kind, statements in found.items()
    }


def _is_measured(statement: Statement, code: str) -> bool:
    """Whether what is told of a route is a figure, and not of the route of the `code` itself; true of all else."""
    content = statement.shown.content
    return not isinstance(content, RouteFact) or (isinstance(content.object, Quantity) and content.route != code)


def _is_by_line(writer: Writer, statement: Statement, code: str) -> bool:
    """Whether it is told of a line that by its kind is for the commodity alone ("gas pipeline")."""
    content = statement.shown.content
    known = writer.catalog.routes.get(content.route) if isinstance(content, RouteFact) else None
    goods = (writer.catalog.find(word, ("commodity",)) for word in known.kind.split()) if known else ()
    return any(found is not None and found[1] == code for found in goods)


def _names(statement: Statement, words: re.Pattern[str]) -> bool:
    return any(words.search(claim.evidence.quote) for claim in statement.claims)


def _words(writer: Writer, code: str, lines: Iterable[Line]) -> Iterator[str]:
    """Patterns of what the commodity or route and its sites are called in the languages of the articles, but for
    everyday words that may mean another thing."""
    catalog = writer.catalog
    sites = _sites(writer, lines)
    places = [catalog.places[found[1]] for site in sites if (found := catalog.find(site, ("place",)))]
    entries: list[Entry] = [table[code] for table in (catalog.commodities, catalog.routes) if code in table]
    languages = {article.language for article in writer.library.bibliographies()}
    forms = {
        surface
        for language in languages
        for surface in surfaces("", [*entries, *places], language, catalog.endings.values())
    }
    sure = sorted((form for form in forms if UNSURE not in form.flags), key=_longest)
    yield from (_pattern(form.text, exact=EXACT in form.flags) for form in sure)
    yield from (_pattern(site) for site in sites)


def _longest(form: Surface) -> tuple[int, str, tuple[str, ...]]:
    return -len(form.text), form.text, tuple(sorted(form.flags))


def _pattern(name: str, *, exact: bool = False) -> str:
    spaced = name.isascii() or any(letter.islower() for letter in name)  # of scripts that leave spaces between words
    word = rf"(?<!\w){re.escape(name)}(?!\w)" if spaced else re.escape(name)
    return word if exact else f"(?i:{word})"


def _sites(writer: Writer, lines: Iterable[Line]) -> list[str]:
    """The sites that are named, without what stands in brackets behind them."""
    contents = (variant.content for line in lines for variant in writer.library.statement(line.statement).variants)
    found = (content.site for content in contents if isinstance(content, Resource) and content.site)
    return list(dict.fromkeys(map(_site, found)))


def _site(name: str) -> str:
    """The name of a site without what stands in brackets behind it."""
    return name.split(" (", 1)[0]
