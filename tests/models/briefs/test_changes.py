"""What has changed since a day, which views are kept, and how sources are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from msgspec import structs

from models import briefs
from models.briefs import Options, Part, Subject
from models.briefs.changes import is_news
from models.briefs.sources import NO_DATE, runs
from models.catalog import RESOURCES, Catalog
from models.exchange.citations import csl
from models.exchange.references import PAGE, Reference
from models.library import Library
from models.library.knowledge import came
from models.phrases import Numbers, load
from models.records import (
    Bibliography,
    Citation,
    Commitment,
    Content,
    Event,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
    Variant,
)
from tests.models.briefs import making
from tests.models.making import claim

DAY = "2026-11-21"
PEOPLE = ((20e6, "2025"), (21e6, "2026-07"))
CODE = "KAZ"
ADDED = {
    "2026-05-01": "Kazakhstan produced 20,000 tonnes of uranium in 2023. "
    "Kazakhstan exported 5 tonnes of gold in 2025.\n",
    "2026-07-01": "Kazakhstan produced 30,000 tonnes of uranium in 2023. Kazakhstan has zinc. "
    "Kazakhstan exported 7 tonnes of silver in 2025. Kazakhstan exported 9 tonnes of copper in 2021.\n",
}


@pytest.fixture(scope="module")
def grown(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library to which an article was added in May and another in July. To be looked at, not changed."""
    folder = tmp_path_factory.mktemp("grown")
    paths = [folder / f"{day}.txt" for day in ADDED]
    for path, text in zip(paths, ADDED.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    library = Library.open(folder / "library", catalog)
    for day, step in zip(ADDED, library.read(paths), strict=True):
        assert step.article is not None
        known = structs.replace(step.article.bibliography, added=f"{day}T10:00:00+00:00")
        library.add([structs.replace(step, article=structs.replace(step.article, bibliography=known))])
    yield library
    library.close()


def changes(library: Library, since: str) -> Part | None:
    brief = briefs.make(library, Subject("countries", (CODE,)), DAY, Options(since=since))
    return next((part for part in brief.chapters[0].parts if part.id == "changes"), None)


def test_what_came_since_the_day_is_told_and_how_it_changed_the_rest(grown: Library) -> None:
    part = changes(grown, "2026-06-01")
    assert part is not None
    told = {(entry.label, entry.text) for entry in part.entries}
    assert [text for label, text in told if label == "Newly known"] == [
        "Kazakhstan exported 7 tonnes of silver in 2025"
    ]
    assert any(label == "Newly contested" and "uranium" in text for label, text in told)
    assert not any("gold" in text for _, text in told)
    assert part.lead.startswith("Since 1 June 2026: 0 new, 1 newly known, 1 newly contested, 0 no longer current.")
    assert "Not listed: 2 statements" in part.lead  # zinc has no time, copper an old one
    assert all(entry.numbers for entry in part.entries)


def test_that_nothing_came_is_told_and_without_a_day_nothing_is(grown: Library) -> None:
    part = changes(grown, "2026-08-01")
    assert part is not None
    assert part.lead.startswith("Since 1 August 2026: 0 new, 0 newly known, 0 newly contested, 0 no longer current.")
    assert not part.entries
    assert changes(grown, "") is None


def test_before_everything_all_is_new(grown: Library) -> None:
    part = changes(grown, "2025-06-01")
    assert part is not None
    assert {entry.label for entry in part.entries} == {"Newly contested", "New"}  # the uranium of 2023 is disputed


def test_a_dispute_that_came_as_a_whole_is_newly_contested_once_with_both_sides(
    catalog: Catalog, tmp_path: Path
) -> None:
    route = next(route.id for route in catalog.routes.values() if CODE in route.countries)
    library = Library.open(tmp_path / "library", catalog)
    for name, tonnes, billions in (("one", 3.4e6, 4.3e9), ("two", 3.9e6, 4.7e9)):
        told: list[Content] = [
            RouteFact(route, "crosses", (CODE,)),
            RouteFact(route, "carried", Quantity(tonnes, "tonne"), 2026),
            Relation(CODE, "UZB", "trade", year=2025, quantity=Quantity(billions, "USD")),  # of before
        ]
        one = making.step(name, [claim(content, name, quote=f"One {place}.") for place, content in enumerate(told)])
        assert one.article
        dated = structs.replace(one.article.bibliography, published="2026-10-14", added="2026-11-02T10:00:00+00:00")
        library.add([structs.replace(one, article=structs.replace(one.article, bibliography=dated))])
    part = changes(library, "2026-10-01")
    assert part is not None
    assert "0 new, 0 newly known, 2 newly contested" in part.lead
    later = making.step("three", [claim(RouteFact(route, "carried", Quantity(4.5e6, "tonne"), 2026), "three")])
    assert later.article
    dated = structs.replace(later.article.bibliography, published="2026-11-14", added="2026-11-15T10:00:00+00:00")
    library.add([structs.replace(later, article=structs.replace(later.article, bibliography=dated))])
    third = changes(library, "2026-11-10")
    assert third is not None
    assert "1 newly contested" in third.lead  # a further side of what was contested before
    assert len(third.entries[0].values) == 3
    last = changes(library, "2026-11-18")
    assert last is not None
    assert not last.entries
    values = [" ".join(value.text for value in entry.values) for entry in part.entries]
    assert len(values) == 2
    assert any("3.4" in text and "3.9" in text for text in values)
    assert any("4.3" in text and "4.7" in text for text in values)


def test_how_many_statements_a_brief_tells_is_the_same_with_what_has_changed(held: Library) -> None:
    with_changes, without = (
        briefs.make(held, Subject("countries", (CODE,)), DAY, Options(since=since)) for since in ("2024-06-01", "")
    )
    assert any(part.id == "changes" and part.entries for part in with_changes.chapters[0].parts)
    assert with_changes.facts == without.facts


def test_a_figure_of_before_the_day_is_not_new_but_newly_known_with_the_day_when_it_came_out(
    catalog: Catalog, tmp_path: Path
) -> None:
    told: list[Content] = [
        Profile(CODE, "population", 21e6, "people", "2026-03"),
        Profile(CODE, "gdp", 288e9, "USD", "2025"),
        Resource(CODE, "coal", "reserves", quantity=Quantity(25e9, "tonne")),
    ]
    entries = {entry.text.partition(":")[0]: entry for entry in news(catalog, tmp_path, told).entries}
    assert [entry.label for entry in entries.values()] == ["New", "Newly known", "Newly known"]
    assert entries["Gross domestic product"].as_of == "1 year ago · published 1 August 2026"
    assert "reported 1 August 2026" in next(entry.as_of for text, entry in entries.items() if "coal" in text)


def test_news_stands_before_key_figures_with_a_new_date_and_tells_its_own(catalog: Catalog, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", catalog)
    told: list[Content] = [
        Profile(CODE, "population", 20e6, "people", "2026-07"),
        Event("CONSULT", (CODE, "CHN"), date="2026-03-01"),
        Commitment(("JPN",), (CODE,), Money(1e9, "USD")),
        Event("AGREE", (CODE, "CHN"), date="2026-05-01"),
    ]
    one = making.step("news", [claim(content, "news") for content in told])
    assert one.article
    dated = structs.replace(one.article.bibliography, published="2026-08-01", added="2026-08-02T10:00:00+00:00")
    library.add([structs.replace(one, article=structs.replace(one.article, bibliography=dated))])
    part = changes(library, "2026-01-01")
    assert part is not None
    texts = [f"{entry.text} {entry.as_of}" for entry in part.entries]
    assert len(texts) == len(told)
    assert "reported 1 August 2026" in texts[0]  # the money, which states no time itself
    assert "1 May 2026" in texts[1]
    assert "1 March 2026" in texts[2]
    assert texts[3].count("July 2026") == 1


def news(catalog: Catalog, folder: Path, told: list[Content]) -> Part:
    """What changed since 2026 in a library to which an article that tells these came in August."""
    library = Library.open(folder / "library", catalog)
    one = making.step(
        "news", [claim(content, "news", quote=f"Sentence {place}.") for place, content in enumerate(told)]
    )
    assert one.article
    dated = structs.replace(one.article.bibliography, published="2026-08-01", added="2026-08-02T10:00:00+00:00")
    library.add([structs.replace(one, article=structs.replace(one.article, bibliography=dated))])
    part = changes(library, "2026-01-01")
    assert part is not None
    return part


def test_what_came_with_what_takes_its_place_is_no_news(catalog: Catalog, tmp_path: Path) -> None:
    people: list[Content] = [Profile(CODE, "population", number, "people", year) for number, year in PEOPLE]
    told = [entry.text for entry in news(catalog, tmp_path, people).entries]
    assert len(told) == 1
    assert "21 million" in told[0]


def test_a_figure_of_a_route_is_news_of_the_country_whose_table_has_it(catalog: Catalog, tmp_path: Path) -> None:
    route = next(route.id for route in catalog.routes.values() if CODE in route.countries)
    told: list[Content] = [
        RouteFact(route, "crosses", (CODE,)),
        RouteFact(route, "carried", Quantity(70.5e6, "tonne"), 2025),
    ]
    assert [entry.label for entry in news(catalog, tmp_path, told).entries if "70.5 million" in entry.text] == [
        "Newly known"
    ]


@pytest.mark.parametrize(
    ("kind", "codes"), [("countries", (CODE,)), ("commodities", ("uranium",)), ("geopolitics", ())]
)
def test_changes_alone_are_those_of_the_whole_page(held: Library, kind: str, codes: tuple[str, ...]) -> None:
    told = []
    for parts in (("changes",), Options().parts):
        brief = briefs.make(held, Subject(kind, codes), DAY, Options(parts, since="2024-06-01"))
        (part,) = (part for part in brief.chapters[0].parts if part.id == "changes")
        told.append({entry.text for entry in part.entries})
    assert told[0]
    assert told[0] >= told[1]


MEETING = Event("CONSULT", ("KAZ",), date="2018-03-15")
OUTPUT = Resource(CODE, "gold", "produces", quantity=Quantity(5.0, "tonne"), year=2024)
MONEY = Commitment(("JPN",), (CODE,), Money(1e9, "USD"))


@pytest.mark.parametrize(
    ("content", "told", "news"),
    [
        (MEETING, "2026-06", False),  # long ago, whoever tells it now
        (structs.replace(MEETING, date="2026-02-01"), "2026-06", True),
        (structs.replace(MEETING, date="2026-01-30"), "2026-06", False),
        (structs.replace(MEETING, date=None), "2026-06", True),
        (structs.replace(MEETING, date=None), "2025-06", False),
        (OUTPUT, "2026-06", False),
        (structs.replace(OUTPUT, year=2025), "2026-06", True),  # a year's figures come out in the next
        (structs.replace(OUTPUT, year=2025), "2026-01-30", False),
        (structs.replace(OUTPUT, year=None), "2026-06", True),
        (structs.replace(OUTPUT, year=None, quantity=None), "2026-06", False),
        (Profile(CODE, "currency", "KZT"), "2026-06", False),
        (Profile(CODE, "population", 20e6, "people", "2026-01"), "2026-06", True),
        (Profile(CODE, "population", 20e6, "people", "2021"), "2026-06", False),
        (RouteFact("cpc", "length", Quantity(1511.0, "kilometre")), "2026-06", False),
        (Relation(CODE, "KGZ", "borders"), "2026-06", False),
        (Relation(CODE, "KGZ", "partner", year=2026), "2026-06", True),
        (MONEY, "2026-06", True),
        (MONEY, "2025-06", False),
        (MONEY, "", True),
    ],
)
def test_news_is_what_happened_since_or_was_told_since_of_no_time_long_before(
    content: Content, told: str, news: bool
) -> None:
    variant = Variant(content, (claim(content, "a"),), 1, told=told)
    assert is_news(variant, date(2026, 1, 31)) is news


@pytest.mark.parametrize(
    ("words", "news"),
    [
        ("In 2019 it carried 0.7 million tonnes, said the ministry.", False),
        ("It carried 4.1 million tonnes in 2025, said the ministry.", True),
        ("After 0.7 million tonnes in 2019 it carried 4.1 million in 2025, said the ministry.", True),
        ("It carries more than ever, said the ministry.", True),
    ],
)
def test_what_was_said_of_a_time_long_before_is_no_news(words: str, news: bool) -> None:
    said = Quote("the ministry")
    variant = Variant(said, (claim(said, "a", quote=words),), 1, told="2026-03-10")
    assert is_news(variant, date(2026, 1, 1)) is news


@pytest.mark.parametrize(
    ("dates", "day"),
    [(("2026-07", "2026-08"), "2026-07"), (("2026-08", None), "2026-08"), ((None,), ""), ((), "2026-10-01")],
)
def test_an_undated_work_of_a_built_in_article_is_no_news(dates: tuple[str | None, ...], day: str) -> None:
    digest = Bibliography("d", "Digest", "d.md", published="2026-10-01", added="2026-11-01T10:00:00", builtin=True)
    assert came(digest, [Citation("A work", date=date) for date in dates]) == day


def test_built_in_articles_count_from_what_they_cite(held: Library) -> None:
    code = held.catalog.region.members[0]
    numbers = []
    for since in ("2000-01-01", "2025-12-01", "2030-01-01"):
        brief = briefs.make(held, Subject("countries", (code,)), DAY, Options(since=since))
        found = [part for part in brief.chapters[0].parts if part.id == "changes"]
        numbers.append(sum(len(part.entries) for part in found))
    assert numbers[0] > numbers[1] > numbers[2] == 0


# --- views ------------------------------------------------------------------------------------------------------------


def test_a_view_tells_only_what_has_its_words(grown: Library) -> None:
    view = Subject("countries", (CODE,), words="silver", title="Silver")
    brief = briefs.make(grown, view, DAY)
    assert (brief.title, brief.facts[0]) == ("Silver", "only statements with “silver”")
    assert brief.facts[1:] == ("1 statement", "1 source")
    assert [part.id for part in brief.chapters[0].parts] == ["map", "resources"]


def test_below_the_name_of_a_view_stands_what_it_is_about(held: Library) -> None:
    first, second = held.catalog.region.members[:2]
    name, local = held.country(first).name, " · ".join(held.country(first).local_names)
    for title in ("Steppe watch", name):  # one that is called what it is about says so once
        brief = briefs.make(held, Subject("countries", (first,), title=title), DAY)
        assert (brief.title, brief.subtitle) == (title, local if title == name else f"{name} · {local}")
        assert [chapter.title for chapter in brief.chapters] == [title]  # so no heading says it again
    both = briefs.make(held, Subject("countries", (first, second), title="Two of them"), DAY)
    assert both.subtitle == f"{name} and {held.country(second).name}"
    assert [chapter.title for chapter in both.chapters][:3] == ["Two of them", name, held.country(second).name]
    whole = briefs.make(held, Subject("countries", title="All of them"), DAY)
    assert whole.subtitle == held.catalog.region.name


# --- citations --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ["A title of a work", "[Report on a work]"])
@pytest.mark.parametrize("author", ["", "A. Reporter"])
@pytest.mark.parametrize("date", ["", "2025", "2025-12", "2025-12-20"])
@pytest.mark.parametrize("publisher", ["", "An Agency"])
def test_sources_are_cited_as_the_csl_style_sets_them(author: str, date: str, publisher: str, title: str) -> None:
    """What is exported, set by the style with another's processor, is what is printed: to the italics, to "n.d."."""
    item = csl(Reference("w", PAGE, title, publisher, date, author))
    style = CitationStylesStyle(str(RESOURCES / "templates" / "brief" / "brief.csl"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.html)
    bibliography.register(Cited([CitationItem("w")]))
    (theirs,) = bibliography.bibliography()
    words = Numbers(load(RESOURCES / "phrases")).date(date)
    found = runs(author, title, publisher, words, "", undated=NO_DATE)
    ours = "".join(f"<i>{run.text}</i>" if run.italic else run.text for run in found)
    assert re.sub(r"\s+", " ", str(theirs)) == f"[1] {ours}"
    assert ("<i>" in ours, "n.d." in ours) == (title.startswith("A"), not date)


@pytest.mark.parametrize(
    ("limit", "said"),
    [("2", "only what is older than 2 years"), ("-1", "only what is not older than 1 year")],
)
def test_a_brief_says_to_which_age_it_is_cut_down(grown: Library, limit: str, said: str) -> None:
    brief = briefs.make(grown, Subject("countries", (CODE,), older=limit), DAY, Options())
    assert brief.facts[0] == said
