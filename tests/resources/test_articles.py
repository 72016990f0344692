"""The built-in library: digests in our own words, with their sources."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from models.catalog import RESOURCES, Catalog
from models.formats import frontmatter
from models.formats.draft import Draft
from models.formats.readers import READERS
from models.library import Library
from models.pages.evidence import works_cited
from models.pages.lines import date_of
from models.phrases import Phrases
from models.records import Citation, Commitment, Standing, Variant, best
from models.statements.figures import value_in
from models.statements.origins import names_nobody

ARTICLES = sorted((RESOURCES / "articles").glob("*.md"))
COUNTRIES = [path for path in ARTICLES if path.stem.startswith("country-")]
NEWS = [path for path in ARTICLES if path.stem in {"japan-business-target", "tokyo-summit"}]
DIGESTS = [path for path in ARTICLES if path not in NEWS]
KINDS = {
    "basics", "commitment", "company", "country", "deposit", "dispute", "geopolitics", "group", "meeting", "partner",
    "resource", "route",
}  # fmt: skip
WINDOW = 6  # words in a row that no digest may share with an original
PUBLIC = (
    "https://www.geonames.org/",
    "https://github.com/factbook/factbook.json/",
    "https://github.com/aandrewaugustine13-dev/Country-Factbook/",
    "https://github.com/pranava0x0/usgs-mineral-commodity-summaries/",
    "https://docslib.org/doc/10518186/the-mineral-industry-of-turkmenistan-in-2016",
)
MARK = re.compile(r"\[\^[^\]]*\]")
MARKS = re.compile(rf"(?:{MARK.pattern})+")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
INNER_END = re.compile(r"[a-z0-9)%][.!?] +[A-Z]")
SHORTEST, LONGEST = 60, 320  # words of a digest, its headings counted
LONGEST_OF_FIGURES = 460  # with the figures of a country
TIMELESS = {
    "According to Global Energy Monitor, the Central Asia-China gas pipeline has had a capacity of 55 billion cubic "
    "metres a year since 2014.",
    "CAREC corridor 1 crosses China, Kyrgyzstan, Kazakhstan and Russia.",
    "Chevron holds 50 percent of this venture, ExxonMobil 25 percent, KazMunayGas 20 percent and Lukoil 5 percent.",
    "It owns a fifth of the venture at Tengiz, as a copy of an encyclopedia says.",
    "The currency of the United States is the US dollar.",
}
"""Sentences whose works bear no date: a record that is kept up, a page on a programme, a table of countries, and a copy
of an encyclopedia."""


def draft(path: Path) -> Draft:
    found = READERS[".md"](path.read_bytes(), path.name)
    assert isinstance(found, Draft)
    return found


def written(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter of a digest and its text with the citation marks in it."""
    return frontmatter.split(path.read_text(encoding="utf-8"))


def paragraphs(path: Path) -> list[str]:
    _, body = written(path)
    return [text for block in body.split("\n\n") if (text := block.strip()) and not text.startswith("#")]


TITLED = {
    "Action Plan of the Central Asia plus Japan Dialogue",
    "CAREC in Kazakhstan",
    "The Mineral Industry of Turkmenistan",
}
PUBLISHERS = {
    "Kazatomprom (RNS announcement)": "Kazatomprom, stock exchange announcement",
    "Today Headline / Reuters": "Reuters, carried by Today Headline",
    "Piglix (Wikipedia mirror)": "Wikipedia (mirror)",
    "WikiMili (Wikipedia mirror)": "Wikipedia (mirror)",
    "Wikipedia mirror (IPFS)": "Wikipedia (mirror)",
    "Wikipedia mirror (clateway)": "Wikipedia (mirror)",
    "Wikipedia mirror, citing USGS": "Wikipedia (mirror), after the US Geological Survey",
}
"""Digests name the publisher before the mirror that the reference names."""


def told(source: Citation | dict[str, str]) -> tuple[str, str, str, str]:
    """Title (without the brackets of one that only tells what it is), publisher, date and address, as far as known."""
    found = source if isinstance(source, dict) else {"title": source.title, "publisher": source.publisher}
    date, url = (source.get("date"), source.get("url")) if isinstance(source, dict) else (source.date, source.url)
    publisher = PUBLISHERS.get(found["publisher"], found["publisher"])
    return found["title"].strip("[]"), publisher, "" if date in (None, "n.d.") else str(date), url or ""


Reference = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def reference(shared: Path) -> Reference:
    names = ("facts", "places", "routes")
    tables = [tomllib.loads((shared / "reference" / f"{name}.toml").read_text("utf-8")) for name in names]
    return {key: rows for table in tables for key, rows in table.items()}


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + WINDOW]) for i in range(len(words) - WINDOW + 1)}


def test_there_is_a_profile_of_each_country_and_a_digest_of_each_original(catalog: Catalog) -> None:
    members = {catalog.name(code).casefold() for code in catalog.region.members}
    assert {path.stem.removeprefix("country-") for path in COUNTRIES} == members
    assert len(NEWS) == 2
    assert {path.stem.split("-")[0] for path in DIGESTS} <= KINDS


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_front_matter_cites_its_sources(path: Path) -> None:
    article = draft(path)
    assert article.title
    assert article.language == "en"
    assert article.cites
    assert all(citation.title and citation.publisher for citation in article.cites)
    assert all(citation.url for citation in article.cites[path in NEWS :])
    facts, _ = written(path)
    assert facts["topics"]
    assert article.published
    assert article.as_of
    assert article.as_of <= article.published


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_a_source_without_a_title_of_its_own_says_so(path: Path) -> None:
    """In square brackets, as the reference tells works by what they are; but for the few whose titles it has."""
    titles = {citation.title for citation in draft(path).cites} - TITLED
    assert [title for title in titles if not (title.startswith("[") and title.endswith("]"))] == []


def test_the_originals_are_cited_by_their_titles(shared: Path) -> None:
    originals = {path.read_text(encoding="utf-8").split("\n")[0] for path in (shared / "goldset/seeds").glob("*.txt")}
    assert {draft(path).cites[0].title for path in NEWS} == originals


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_phrase_of_an_original_is_repeated(path: Path, shared: Path) -> None:
    originals = [text.read_text(encoding="utf-8") for text in (shared / "goldset" / "seeds").glob("*.txt")]
    assert originals
    taken = set.union(*map(shingles, originals)) & shingles(draft(path).text)
    assert taken == set()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_sentence_bears_the_marks_of_its_sources(path: Path) -> None:
    for text in paragraphs(path):
        *sentences, rest = MARKS.split(text)
        assert not rest, rest
        for sentence in sentences:
            assert sentence.endswith((".", "?", "!")), sentence
            assert not INNER_END.search(sentence), sentence


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_mark_names_a_source_and_every_source_is_marked(path: Path) -> None:
    facts, body = written(path)
    names = [source.get("id", "") for source in facts["sources"]]
    assert all(ID.fullmatch(name) for name in names)
    assert len(names) == len(set(names))
    assert {mark[2:-1] for mark in MARK.findall(body)} == set(names)
    article = draft(path)
    assert not MARK.search(article.text)
    assert all(article.text[at - 1] in ".?!" for source in article.cites for at in source.at)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_sources_are_those_of_the_reference(path: Path, reference: Reference, catalog: Catalog) -> None:
    """Or, for what it leaves out, those that the catalog has its routes from, and public works of reference."""
    rows = [row for rows in reference.values() for row in rows]
    known = {told(source) for row in rows for source in (*row.get("sources", ()), *filter(None, [row.get("source")]))}
    routes = {source.url for route in catalog.routes.values() for source in route.sources}
    cited = draft(path).cites[path in NEWS :]
    other = [source for source in cited if told(source) not in known and source.url not in routes]
    assert [source.url for source in other if not (source.url or "").startswith(PUBLIC)] == []


def test_a_work_without_a_date_is_of_the_time_that_the_reference_has_its_facts_of(reference: Reference) -> None:
    of = {(source["url"], fact["as_of"]) for fact in reference["fact"] for source in fact["sources"]}
    works = [source for path in DIGESTS for source in draft(path).cites if source.as_of]
    assert works
    assert [source for source in works if source.date or (source.url, source.as_of) not in of] == []


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_a_digest_is_no_older_than_the_works_it_draws_on(path: Path) -> None:
    """Or what it tells of others who are not named would be reported later than the digest that is cited for it."""
    article = draft(path)
    dates = [work.date for work in article.cites if work.date]
    own = article.published or ""
    assert dates
    assert [date for date in dates if date[: len(own)] > own[: len(date)]] == []


def test_an_encyclopedia_is_known_as_one(catalog: Catalog) -> None:
    """By its publisher: so that it confirms nobody, and what it alone tells stands behind first-hand works."""
    cited = [source for path in DIGESTS for source in draft(path).cites]
    found = {source.publisher for source in cited if "ncyclopedia" in source.title or "Wikipedia" in source.publisher}
    assert found
    assert {publisher for publisher in found if not catalog.is_tertiary(publisher)} == set()


def test_few_statements_have_no_time(held: Library) -> None:
    """What is neither dated itself nor rests on a work whose time is known."""
    timeless = [found for found in held.statements() if not date_of(found.shown.content) and not found.shown.told]
    assert {claim.evidence.quote for found in timeless for claim in found.claims} == TIMELESS


def test_a_sentence_without_a_time_rests_on_works_without_one() -> None:
    for path in DIGESTS:
        facts, body = written(path)
        dates = {source["id"]: source.get("date") or source.get("as_of") for source in facts["sources"]}
        for sentence in TIMELESS:
            for marks in re.findall(re.escape(sentence) + rf"((?:{MARK.pattern})+)", body):
                assert [name for name in re.findall(r"\[\^([^\]]+)\]", marks) if dates[name]] == [], path.stem


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_topics_are_codes_or_names_of_the_catalog(path: Path, catalog: Catalog) -> None:
    known = {catalog.region.id, *catalog.countries, *catalog.groups, *catalog.commodities}
    for entry in (*catalog.routes.values(), *catalog.actors.values()):
        known |= {name for names in (entry.names.values(), *entry.also.values()) for name in names}
    facts, _ = written(path)
    assert {topic.strip() for topic in facts["topics"].split(",")} <= known


@pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
def test_a_digest_is_short_dated_and_in_other_words(path: Path, reference: Reference) -> None:
    article, (facts, _) = draft(path), written(path)
    assert article.published
    assert facts["topics"]
    longest = LONGEST_OF_FIGURES if path.stem.startswith(("partner-", "basics-")) else LONGEST
    assert SHORTEST <= len(article.text.split()) <= longest
    assert not [fact["id"] for fact in reference["fact"] if fact["statement"] in article.text]


@pytest.mark.parametrize(
    "figure", ["$19 billion", "3 trillion yen", "20 December 2025", "Sanae Takaichi", "uranium", "bypasses Russia"]
)
def test_both_digests_carry_what_both_originals_tell(figure: str) -> None:
    assert all(figure in draft(path).text for path in NEWS)


def test_the_sides_of_a_dispute_rest_on_sources_of_their_own(held: Library) -> None:
    """But where one is told of others who are not named: which of the works that is, nobody says."""
    articles = {article.id: article for article in held.bibliographies()}
    sides = {
        statement.key: [
            frozenset(work for claim in side.claims for work in works_cited(claim, articles[claim.evidence.article]))
            for side in statement.variants
            if not all(names_nobody(claim.attribution or "") for claim in side.claims)
        ]
        for statement in held.statements()
        if statement.standing is Standing.CONTESTED
    }
    unweighed = {found.key for found in held.statements() if not any(side.own for side in found.variants)}
    assert sides
    assert not [told for told, works in sides.items() if len(set(works)) < len(works)]
    assert {told for told, works in sides.items() if not works} <= unweighed


def test_a_digest_is_no_source_of_what_it_tells_by_works(held: Library) -> None:
    disputed = [found for found in held.statements() if found.standing is Standing.CONTESTED]
    told = [one for found in disputed for one in held.evidence(found.id).sentences]
    assert told
    assert [one.quote for one in told if not one.exact] == []


def test_values_of_the_same_works_are_not_weighed_against_each_other(held: Library) -> None:
    """Nor do all values together have more sources than there are works."""
    shared = 0
    for found in held.statements():
        if found.standing is Standing.CONTESTED:
            told = held.evidence(found.id).sentences
            works = [
                {work for one in told if one.variant == at for work in one.cites}
                for at in range(len(best(found.variants)))
            ]
            assert found.independent <= len(set[object]().union(*works)), found.key
            if all(side == works[0] for side in works):
                shared += 1
                assert not any(side.own for side in found.variants), found.key
    assert shared


def test_each_side_of_a_dispute_is_counted_or_none(held: Library, catalog: Catalog) -> None:
    several = [found for found in held.statements() if found.standing is Standing.CONTESTED]
    assert several
    for language in ("en", "ja", "ru"):
        words = Phrases(catalog, language)
        for found in several:
            numbers = re.findall(r"\d+", words.sides(found))
            if any(side.own for side in found.variants):
                counted = {side.sources for side in best(found.variants)}
                level = len(counted) == 1 and len(numbers) <= 1  # told once for all sides
                assert level or len(numbers) == len(best(found.variants))
            else:
                assert numbers == []


def _value(side: Variant) -> object:
    """The figure or sum that a side gives, a range as a list."""
    content = side.content
    found = content.amount.value if isinstance(content, Commitment) else value_in(content)
    return list(found) if isinstance(found, tuple) else found


def test_what_the_reference_calls_disputed_is_contested(root: Path, held: Library, reference: Reference) -> None:
    told = tomllib.loads((root / "tests" / "data" / "digests" / "disputes.toml").read_text("utf-8"))
    noted = {fact["id"] for fact in reference["fact"] if "note" in fact}
    assert told["contested"].keys() | told["apart"].keys() == noted
    assert told["contested"].keys().isdisjoint(told["apart"])
    found = [statement for statement in held.statements() if statement.standing is Standing.CONTESTED]
    sides = [sorted(map(str, map(_value, statement.variants))) for statement in found]
    wanted = {name: sorted(str(_plain(value)) for value in values) for name, values in told["contested"].items()}
    assert [name for name, values in wanted.items() if values not in sides] == []
    assert len(found) == len(wanted)


def _plain(value: float | list[float]) -> object:
    return [float(end) for end in value] if isinstance(value, list) else float(value)
