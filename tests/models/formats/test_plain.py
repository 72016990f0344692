"""Plain text: layout, title, date and publisher."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.catalog import load
from models.formats import READERS, Draft, language_of
from models.records import Role
from tests.scoring import is_set_aside


def read(text: str) -> Draft:
    draft = READERS[".txt"](text.encode(), "a.txt")
    assert isinstance(draft, Draft)
    return draft


def parts(draft: Draft, role: Role) -> list[str]:
    return [draft.text[block.start : block.end] for block in draft.blocks if block.role is role]


@pytest.fixture
def folder(root: Path) -> Path:
    return root / "tests" / "data" / "articles"


def test_a_dispatch_tells_title_date_and_agency(folder: Path) -> None:
    draft = read((folder / "wrapped.txt").read_text("utf-8"))
    assert draft.title == "Freight through the Caspian ports grows again"
    assert (draft.published, draft.publisher) == ("2025-03-04", "Trend")
    assert parts(draft, Role.FURNITURE) == ["Source: Trend"]
    assert parts(draft, Role.BODY)[0].startswith("ASTANA, March 4")


def test_headlines_of_other_articles_are_furniture(folder: Path) -> None:
    draft = read((folder / "headlines.txt").read_text("utf-8"))
    assert [line for line in parts(draft, Role.FURNITURE) if line != "-"] == [
        "Film festival opens with a silent comedy",
        "Phone maker cuts prices of older handsets",
        "Striker leaves club after nine seasons",
        "Airline adds a lounge in its home city",
    ]
    assert len(parts(draft, Role.BODY)) == 3
    assert draft.published is None


def test_a_list_that_belongs_to_the_text_is_not_furniture() -> None:
    draft = read(
        "What the plan holds\nThe plan names rivers, glaciers and pasture as its aims.\n"
        "- clean rivers\n- safe glaciers\n- green pasture\n- good roads\n"
    )
    assert parts(draft, Role.FURNITURE) == []


def test_russian_and_japanese_articles_tell_theirs(folder: Path) -> None:
    russian = read((folder / "russian.txt").read_text("utf-8"))
    assert (russian.title, russian.published) == ("Казахстан и Узбекистан договорились о воде", "2025-03-14")
    assert parts(russian, Role.FURNITURE) == ["Фото: пресс-служба"]
    japanese = read((folder / "japanese.txt").read_text("utf-8"))
    assert (japanese.title, japanese.publisher) == ("中央アジアの鉄道計画、資金のめどが立つ", "共同通信社")
    assert [language_of(draft.text) for draft in (russian, japanese)] == ["ru", "ja"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("19 Dec 2025", "2025-12-19"),
        ("FRIDAY, DECEMBER 19, 2025", "2025-12-19"),
        ("Published: 19 December 2025, 10:30 GMT", "2025-12-19"),
        ("2025年12月19日 18時00分", "2025-12-19"),
        ("19 декабря 2025 года", "2025-12-19"),
        ("By our correspondent in Osh | 19 December 2025", "2025-12-19"),
        ("Press Service, Astana, 19 December 2025", "2025-12-19"),
        ("19.12.2025 | Transport", "2025-12-19"),
        ("By the energy desk; updated 19 December 2025", "2025-12-19"),
        ("Dec 19, 2025 at 6:00 a.m. EST", "2025-12-19"),
        ("Date: December 2025", "2025-12"),
        ("Published: Dec. 2025", "2025-12"),
        ("Date: since December 2025 in print", None),
        ("Policy brief no. 4, December 2025", None),
        ("December 2025", None),
        ("19 Dec", None),
        ("Week of 13-19 December 2025", "2025-12-19"),
    ],
)
def test_a_date_on_a_line_of_its_own_is_the_date_of_publication(line: str, expected: str | None) -> None:
    draft = read(f"A pact on water\n{line}\nThe two states agreed on 3 March 2024 to share the river.\n")
    assert draft.published == expected
    assert draft.title == "A pact on water"


@pytest.mark.parametrize(
    ("body", "publisher"),
    [
        ("TOKYO, Dec. 20 (Jiji Press) – The talks ended.", "Jiji Press"),
        ("Astana (KLM): The talks ended.", "KLM"),
        ("The talks (five in all) – they were long – ended.", None),
        ("The talks ended.\nSource: AFP/xx", "AFP"),
        ("The talks ended.\nSOURCE: Reuters", "Reuters"),
        ("The talks ended.\nlink: https://www.24.kg/english/1/", "24.kg"),
        ("The talks ended, Oasis.Kz reports.\nOasis.Kz", "Oasis.Kz"),
        ("The talks ended.\n[Copyright The Jiji Press, Ltd.]", "Jiji Press"),
        ("The talks ended.\nReuters said so.", None),
    ],
)
def test_a_publisher_is_named_where_the_text_names_it(body: str, publisher: str | None) -> None:
    assert read(f"A pact on water\n\n{body}\n").publisher == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Press Service of the President of the Republic of Kazakhstan", True),
        ("PRESS SERVICE OF THE MINISTRY OF WATER RESOURCES, IRRIGATION AND LAND", True),
        ("Presidential Press Service", True),
        ("Пресс-служба Министерства сельского хозяйства Республики Казахстан", True),
        ("Press Service of the President denies the report", False),
        ("Пресс-служба президента опровергла слухи", False),
        ("The press service of the ministry moved", False),
    ],
)
@pytest.mark.parametrize("at_end", [False, True])
def test_an_office_that_hands_out_news_is_a_publisher_with_whose_it_is(
    line: str, publisher: bool, at_end: bool
) -> None:
    text = "The two states agreed to share the river."
    draft = read(f"A pact on water\n\n{text}\n\n{line}\n" if at_end else f"A pact on water\n\n{line}\n\n{text}\n")
    assert (draft.publisher is not None) is publisher
    assert (line in parts(draft, Role.FURNITURE)) is publisher


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "JOINT COMMUNIQUE\n\non the results of the talks on water",
            "JOINT COMMUNIQUE on the results of the talks on water",
        ),
        ("JOINT STATEMENT\nOF THE HEADS OF STATE", "JOINT STATEMENT OF THE HEADS OF STATE"),
        ("COMMUNIQUE\non the results of the talks", "COMMUNIQUE on the results of the talks"),
        ("ЗАЯВЛЕНИЕ\nпо итогам переговоров", "ЗАЯВЛЕНИЕ по итогам переговоров"),
        ("ASTANA DECLARATION", "ASTANA DECLARATION"),
        ("STATEMENT\nA pact on water", "A pact on water"),
        ("PRESS RELEASE\nA pact on water", "A pact on water"),
        ("WORLD NEWS\nA pact on water", "A pact on water"),
        ("A joint statement\non water", "A joint statement"),
    ],
)
def test_what_a_document_is_belongs_to_its_title(head: str, title: str) -> None:
    draft = read(f"{head}\n\nPress Service of the President of the Republic\n12 June 2026\n\nThe states agreed.\n")
    assert (draft.title, draft.published) == (title, "2026-06-12")
    assert parts(draft, Role.FURNITURE)[-2:] == ["Press Service of the President of the Republic", "12 June 2026"]


@pytest.mark.parametrize(
    "line",
    [
        "Read also",
        "Read more: Another pact",
        "Tags: water, river",
        "Photo: press service",
        "The river at dusk. © REUTERS",
        "FacebookTwitterLinkedin",
        "+ ↺ − 16 px",
        "Disclaimer | Subscribe",
        "Synopsis",
        "عربي",
    ],
)
def test_what_sites_put_around_a_text_is_furniture(line: str) -> None:
    draft = read(f"A pact on water\n{line}\nThe two states agreed to share the river.\n")
    assert parts(draft, Role.FURNITURE) == [line]
    assert parts(draft, Role.BODY) == ["The two states agreed to share the river."]


def test_short_lines_after_read_also_are_furniture_until_the_text_goes_on() -> None:
    draft = read(
        "A pact on water\n\nThe states agreed.\n\nRead also\nA new bridge\nOld songs in print\n\n"
        "The pact holds for ten years.\n"
    )
    assert parts(draft, Role.FURNITURE) == ["Read also", "A new bridge", "Old songs in print"]
    assert parts(draft, Role.BODY) == ["The states agreed.", "The pact holds for ten years."]


def test_a_text_without_a_title_gets_none() -> None:
    assert read("The two states agreed to share the river.\n\nThey will meet again.\n").title is None
    assert read("Just one line").title is None


def test_blocks_cover_the_text_in_order(folder: Path) -> None:
    for file in sorted(folder.glob("*.txt")):
        draft = read(file.read_text("utf-8"))
        covered = "".join(draft.text[block.start : block.end] for block in draft.blocks)
        assert "".join(covered.split()) == "".join(draft.text.split())


def test_the_gold_set_agrees_on_titles_and_is_never_contradicted_on_dates(shared: Path) -> None:
    files = [*shared.glob("goldset/seeds/*.txt"), *shared.glob("goldset/dev/*.txt")]
    kept = [file for file in sorted(files) if not is_set_aside(file.name)]
    drafts = [
        (read(file.read_text("utf-8")), json.loads(file.with_suffix(".json").read_text("utf-8"))) for file in kept
    ]
    titled = [draft.title == gold["title"] for draft, gold in drafts]
    assert sum(titled) / len(titled) >= 0.95
    dated = [(draft.published, gold["published"]) for draft, gold in drafts if draft.published]
    assert dated
    assert all(found == true for found, true in dated)


def test_the_unrelated_headlines_of_a_sample_article_are_furniture(shared: Path) -> None:
    text = (shared / "goldset/seeds/001_40247cacdbf374c8.txt").read_text("utf-8")
    draft = read(text)
    at = draft.text.index("\n-\n")
    outside = [block for block in draft.blocks if block.start > at]
    assert len(outside) == 16
    assert {block.role for block in outside} == {Role.FURNITURE}
    assert all(block.role is not Role.FURNITURE for block in draft.blocks if block.start < at)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("By our correspondent, Caspian Wire", "Caspian Wire"),
        ("Steppe Energy Review, 20 January 2026", "Steppe Energy Review"),
        ("Caspian Wire, Astana, March 3, 2026", "Caspian Wire"),
        ("Steppe Times", "Steppe Times"),
        ("STEPPE TIMES", "STEPPE TIMES"),
        ("MINISTRY OF ROADS OF THE STEPPE\nPress service", "Ministry of Roads of the Steppe"),
        ("The Times of the Steppe", "The Times of the Steppe"),
        ("The Steppe of Times", None),
        ("By our correspondent, Astana", None),
        ("New Delhi, 20 January 2026", None),
        ("By our correspondent, staff writer", None),
        ("What a reader of the Steppe Times wants to know", None),
    ],
)
def test_a_line_of_credits_names_the_publisher(line: str, publisher: str | None) -> None:
    draft = read(f"Oil flows again\n\n{line}\n\nKazakhstan exported oil to China. It was a good year.")
    assert draft.publisher == publisher


def test_whatever_the_catalog_knows_as_a_paper_or_agency_is_the_publisher_where_it_stands_alone() -> None:
    media = [actor for actor in load().actors.values() if actor.kind == "agency"]
    assert len(media) > 20
    for name in (name for actor in media for name in (actor.name, *actor.also.get("en", ()))):
        draft = read(f"Oil flows again\n\n{name}\nJanuary 20, 2026\n\nKazakhstan exported oil to China. It was good.")
        assert (draft.title, draft.publisher) == ("Oil flows again", name)
        inside = read(f"Oil flows again\n\nWhat a reader of {name} wants to know\n\nKazakhstan exported oil to China.")
        assert inside.publisher is None


def test_a_masthead_with_its_section_is_the_publisher_and_no_title() -> None:
    text = "Steppe Business Daily | Mining\nPublished: 16 Jan 2026\n\nMore to come\n\nThe mine said so.\n"
    draft = READERS[".txt"](text.encode(), "a.txt")
    assert isinstance(draft, Draft)
    assert (draft.title, draft.publisher, draft.published) == (
        "More to come",
        "Steppe Business Daily",
        "2026-01-16",
    )


@pytest.mark.parametrize(
    "dateline", ["Samarkand, Feb. 13, 2026 — ", "GENEVA, 13 February 2026 – ", "Tashkent, 13 Feb 2026 - "]
)
def test_a_full_date_in_the_dateline_is_that_of_publication(dateline: str) -> None:
    text = f"Ministers differ on water\n\n{dateline}The ministers of five states met on Friday and parted.\n"
    draft = READERS[".txt"](text.encode(), "a.txt")
    assert isinstance(draft, Draft)
    assert draft.published == "2026-02-13"


def test_a_full_date_that_closes_the_title_is_that_of_publication() -> None:
    text = "Transcript: press briefing, Geneva, 10 February 2026\n\nQ: What of swaps?\nA: We discussed them.\n"
    draft = READERS[".txt"](text.encode(), "a.txt")
    assert isinstance(draft, Draft)
    assert draft.published == "2026-02-10"


def test_a_date_that_the_text_tells_of_is_not_that_of_publication() -> None:
    text = "Ministers differ\n\nThe pact of Feb. 13, 2020 - which few recall - was read out again by the ministers.\n"
    draft = READERS[".txt"](text.encode(), "a.txt")
    assert isinstance(draft, Draft)
    assert draft.published is None
