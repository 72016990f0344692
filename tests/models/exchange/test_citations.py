"""Citations, each read back by a library that others wrote."""

from __future__ import annotations

import bibtexparser
import orjson
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from models.exchange.citations import bibtex, csl_json, ris
from models.exchange.references import NEWS, PAGE, Reference, references
from models.records import Bibliography, Citation

ARTICLE = Bibliography(
    "a1", "Gas & gold: 50% more", "a.txt", "Caspian Wire", "2026-01-14", author="Desk", url="https://example.org/a_b"
)
DIGEST = Bibliography(
    "d1", "A digest", "d.md", builtin=True, cites=(Citation("Обзор {2024}", "Банк", "2024-03", "https://example.org/o"),)
)  # fmt: skip
WORKS = references((ARTICLE, DIGEST))
UNDATED = (Reference("u", PAGE, "[Record of a line]", "A register", url="https://example.org/r"),)
words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40).map(str.strip)


def test_an_article_is_a_work_and_so_is_what_a_digest_cites() -> None:
    assert [(work.title, work.kind) for work in WORKS] == [("Gas & gold: 50% more", NEWS), ("Обзор {2024}", PAGE)]
    assert [work.id for work in WORKS] == ["caspian-wire-2026-gas-gold-50", "2024-2024"]


def test_what_is_not_about_the_region_is_no_source() -> None:
    away = Bibliography("away", "Tides of another sea", "tides.txt", about_region=False)
    near = Bibliography("near", "Uranium", "uranium.txt")
    assert [work.title for work in references([away, near])] == ["Uranium"]


def test_a_work_stands_once_and_no_two_share_an_id() -> None:
    other = Bibliography("b", "Gas & gold: 50% more", "b.txt", "Caspian Wire", "2026-02")
    found = references((ARTICLE, ARTICLE, other))
    assert [work.id for work in found] == ["caspian-wire-2026-gas-gold-50", "caspian-wire-2026-gas-gold-50-2"]


def test_csl_json_is_read_by_a_citation_processor() -> None:
    items = CiteProcJSON(orjson.loads(csl_json(WORKS)))
    article, page = (items[work.id] for work in WORKS)
    assert (article.type, *article.title, *article.container_title) == (NEWS, "Gas & gold: 50% more", "Caspian Wire")
    assert (article.issued.year, article.issued.month, article.issued.day) == (2026, 1, 14)
    assert (page.type, page.issued.year, page.issued.month) == (PAGE, 2024, 3)


def test_bibtex_is_read_back_with_its_marks() -> None:
    article, page = bibtexparser.parse_string(bibtex(WORKS).decode()).entries
    fields = {name: field.value for name, field in article.fields_dict.items()}
    assert article.entry_type == "article"
    assert (fields["journal"], fields["year"], fields["month"], fields["day"]) == ("Caspian Wire", "2026", "jan", "14")
    assert fields["title"] == r"{Gas \& gold: 50\% more}"
    assert fields["url"] == "https://example.org/a_b"
    assert (page.entry_type, page.fields_dict["howpublished"].value) == ("online", "Банк")


def test_what_the_user_corrected_is_noted() -> None:
    works = references((replace(ARTICLE, corrected=("publisher", "published")),))
    told = "Corrected by the user: publisher, date"
    assert [item["note"] for item in orjson.loads(csl_json(works))] == [told]
    (entry,) = bibtexparser.parse_string(bibtex(works).decode()).entries
    assert entry.fields_dict["note"].value == told
    assert [record["notes"] for record in rispy.loads(ris(works).decode())] == [[told]]


def test_which_copy_was_read_is_noted_and_no_part_of_the_publisher() -> None:
    copied = Citation("A survey", "An Agency (public-domain survey, archived copy)", "2025", "https://example.org/s")
    named = Citation("A bulletin", "Union of Lines (UL), Bern", "2025", "https://example.org/b")
    works = references((replace(DIGEST, cites=(copied, named)),))
    assert [work.publisher for work in works] == ["An Agency", "Union of Lines (UL), Bern"]
    assert works[0].id == "an-agency-2025-a-survey"
    told = "Public-domain survey, archived copy"
    assert [item.get("note") for item in orjson.loads(csl_json(works))] == [told, None]
    entry, _ = bibtexparser.parse_string(bibtex(works).decode()).entries
    assert {entry.fields_dict[name].value for name in ("organization", "howpublished")} == {"An Agency"}
    assert entry.fields_dict["note"].value == told
    assert rispy.loads(ris(works).decode())[0]["notes"] == [told]


def test_ris_is_read_back() -> None:
    article, page = rispy.loads(ris(WORKS).decode())
    assert (article["type_of_reference"], article["title"], article["secondary_title"]) == (
        "NEWS", "Gas & gold: 50% more", "Caspian Wire",
    )  # fmt: skip
    assert (article["year"], article["date"], article["authors"]) == ("2026", "2026/01/14/", ["Desk"])
    assert (page["type_of_reference"], page["urls"]) == ("ELEC", ["https://example.org/o"])


def test_a_work_without_a_date_has_none_in_any_format() -> None:
    """So that whoever sets it finds nothing to set but "no date"."""
    (item,) = orjson.loads(csl_json(UNDATED))
    assert "issued" not in item
    (entry,) = bibtexparser.parse_string(bibtex(UNDATED).decode()).entries
    assert entry.fields_dict.keys().isdisjoint({"year", "month", "day", "date"})
    (record,) = rispy.loads(ris(UNDATED).decode())
    assert record.keys().isdisjoint({"year", "date"})


def test_a_title_that_only_tells_what_a_work_is_is_marked_for_styles() -> None:
    marks = [item.get("annote") for item in orjson.loads(csl_json((*UNDATED, *WORKS)))]
    assert marks == ["devised title", None, None]
    (record,) = rispy.loads(ris(UNDATED).decode())
    assert record["title"] == UNDATED[0].title


@given(st.lists(words, min_size=1, max_size=4))
def test_whatever_a_title_holds_every_work_comes_back(titles: list[str]) -> None:
    works = [Reference(f"w{number}", PAGE, title, "P", "2024") for number, title in enumerate(titles)]
    assert [record["id"] for record in rispy.loads(ris(works).decode())] == [work.id for work in works]
    assert [item["title"] for item in orjson.loads(csl_json(works))] == [
        work.title or "" for work in works if work.title
    ]
    assert [entry.key for entry in bibtexparser.parse_string(bibtex(works).decode()).entries] == [
        work.id for work in works
    ]


@pytest.mark.parametrize("write", [csl_json, bibtex, ris])
def test_nothing_gives_an_empty_file_that_can_be_read(write: object) -> None:
    assert callable(write)
    assert write(()).strip() in (b"", b"[]")
