"""What pages show is in words: no code of a country or currency, no joined ids, no name of a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from models.catalog import Catalog
from models.library import Library
from models.pages.figures import Figure
from models.pages.lines import Line
from models.records import Problem, Resource

JOINED = re.compile(r"\b[A-Z]{3}\+[A-Z]{3}|\b[a-z]+_[a-z]+\b")
CAPITALS = re.compile(r"\b[A-Z]{3}\b")


def of_lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield from (line.text, line.detail, *(variant.text for variant in line.variants))


def of_figures(figures: Iterable[Figure]) -> Iterator[str]:
    for figure in figures:
        yield from (figure.owner_name, figure.label, figure.text)


def shown(library: Library) -> Iterator[str]:
    """Everything that tabs say in words of ours."""
    yield from of_lines(library.lines(statement.id for statement in library.statements()))
    for statement in library.statements():
        yield from (sentence.says for sentence in library.evidence(statement.id).sentences)
    for row in library.countries().rows:
        yield row.name
        yield from of_lines(line for section in library.country(row.code).sections for line in section.lines)
    resources = library.resources()
    yield from (cell.text for cell in resources.cells)
    for commodity, name in resources.commodities:
        yield name
        yield from of_figures(library.commodity(commodity).figures)
    for route in library.routes().rows:
        page = library.route(route.id)
        yield from (page.status, *page.crossed, *page.avoided)
        yield from (stop.country_name for leg in page.legs for stop in (leg.start, leg.end))
        yield from of_figures(page.figures)
    geopolitics = library.geopolitics()
    for moment in geopolitics.timeline:
        yield from (moment.text, moment.label)
    for promise in geopolitics.commitments:
        yield from (promise.by, promise.to, promise.amount)
    for article in library.articles().rows:
        yield from (mark.says for mark in library.reader(article.id).marks)


def firms(library: Library) -> re.Pattern[str]:
    """The names of firms, which may hold capitals of their own ("KAZ Minerals")."""
    contents = [variant.content for statement in library.statements() for variant in statement.variants]
    named = {content.firm for content in contents if isinstance(content, Resource) and content.firm}
    return re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))))


def codes(catalog: Catalog) -> frozenset[str]:
    return frozenset({*catalog.countries, *catalog.currencies, *catalog.groups, *catalog.plover})


def test_nothing_is_shown_as_a_code(library: Library, catalog: Catalog) -> None:
    assert not isinstance(library.add(()), Problem)
    named = firms(library)
    assert named.pattern
    texts = {named.sub("", text) for text in shown(library)}
    assert len(texts) > 100
    known = codes(catalog)
    wrong = {text for text in texts if JOINED.search(text) or known.intersection(CAPITALS.findall(text))}
    assert wrong == set()
