"""The reader on whole articles: evidence, what is left out, hostile input, and reading in another process."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import hypothesis
import hypothesis.strategies as st
import pytest

from models.catalog import Catalog
from models.intake import read_file
from models.reading import Reader, as_gold
from models.records import Article, Kind, Modality, Resource
from tests.models.reading.making import article

HOSTILE = {
    "one word": "a" * 100_000,
    "states and verbs": "Kazakhstan hosted " * 5_600,
    "sentences": "Kazakhstan met Japan. " * 4_600,
    "commas": "Japan, " * 14_000,
    "digits": "1,000 " * 16_000,
    "number row": "1" * 100_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "money": "$1 billion to " * 7_000,
    "capitals": "Aa Bb " * 16_000,
    "quotes": '" Putin said " ' * 6_600,
    "ordinals": "Kazakhstan has the largest " * 3_700,
    "route": "the Middle Corridor carried cargo from China to " * 2_000,
    "chinese": "日本は" * 33_000,
    "years": "2024 " * 20_000,
    "dates": "December 20, 2025 " * 5_500,
    "joined": "and and " * 12_500,
    "lines": "a\n" * 50_000,
    "marks": "e\u0301\u0302" * 33_000,
    "one name": "Kazakhstan " * 9_000,
}


def _articles(folder: Path) -> list[Article]:
    drafts = [read_file(path) for path in sorted(folder.glob("*.txt"))]
    return [draft for draft in drafts if isinstance(draft, Article)]


@pytest.mark.parametrize("folder", ["seeds", "dev"])
def test_evidence_stands_in_the_text(reader: Reader, shared: Path, folder: str) -> None:
    for item in _articles(shared / "goldset" / folder):
        for claim in reader.read(item).claims:
            assert item.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
            assert claim.evidence.quote.strip()


def test_headlines_after_the_article_give_nothing(reader: Reader, shared: Path) -> None:
    [item] = [item for item in _articles(shared / "goldset" / "seeds") if "Netflix" in item.text]
    claims = reader.read(item).claims
    assert claims
    assert max(claim.evidence.end for claim in claims) < item.text.index("Netflix")


def test_nothing_is_measured_in_a_unit_of_other_things(reader: Reader) -> None:
    item = article("Kazakhstan produced 87 million tonnes of oil in 2024. It produced 27 gigawatts in 2023.")
    units = {
        claim.content.quantity.unit
        for claim in reader.read(item).claims
        if isinstance(claim.content, Resource) and claim.content.quantity
    }
    assert units == {"tonne"}


def test_articles_on_other_things_give_nothing(reader: Reader) -> None:
    other = article("Nvidia raised $2 billion. The chip maker's revenue reached $57 billion, its chief said.")
    assert reader.read(other) == reader.read(other)
    assert reader.read(other).claims == ()
    assert not reader.read(other).about_region


def test_the_title_gives_no_claim(reader: Reader) -> None:
    read = reader.read(article("Kazakhstan is rich in uranium.", title="Japan pledges $19 billion to Kazakhstan"))
    assert [claim.kind for claim in read.claims] == [Kind.RESOURCE]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Japan hosted the leaders of Central Asia.", Modality.DONE),
        ("Japan will host the leaders of Central Asia.", Modality.PLANNED),
        ("Japan is hosting the leaders of Central Asia.", Modality.ONGOING),
        ("Japan may host the leaders of Central Asia.", Modality.POSSIBLE),
    ],
)
def test_plans_are_no_done_deeds(reader: Reader, sentence: str, modality: Modality) -> None:
    [claim] = [claim for claim in reader.claims(article(sentence)) if claim.kind is Kind.EVENT]
    assert claim.modality is modality


def test_denied_events_are_not_affirmed(reader: Reader) -> None:
    [claim] = reader.claims(article("Kazakhstan did not sign an agreement with Japan."))
    assert not claim.affirmed
    assert claim.badges == ("negation",)


def test_gold_fields_name_routes_and_evidence(reader: Reader, catalog: Catalog) -> None:
    [claim] = reader.claims(article("The Middle Corridor bypasses Russia."))
    told = as_gold(claim, catalog)
    assert told["route"] == "Trans-Caspian International Transport Route"
    assert (told["kind"], told["predicate"], told["object"]) == ("route", "bypasses", ["RUS"])
    assert told["evidence"] == "The Middle Corridor bypasses Russia."


def test_a_reader_works_in_another_process(reader: Reader) -> None:
    item = article("Kazakhstan is rich in uranium. Turkmenistan is rich in gas.")
    copy: Reader = pickle.loads(pickle.dumps(reader))
    assert copy.read(item) == reader.read(item)
    assert copy.read(item).claims


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_quickly(reader: Reader, name: str) -> None:
    item = article(HOSTILE[name])

    def seconds() -> float:
        start = time.process_time()
        reader.claims(item)
        return time.process_time() - start

    assert any(seconds() < 1 for _ in range(6))  # a busy machine only adds to what it takes


@hypothesis.given(st.text(max_size=300))
def test_any_text_can_be_read(reader: Reader, prose: str) -> None:
    item = article(f"Kazakhstan met Japan on {prose} in Tokyo. {prose}")
    for claim in reader.claims(item):
        assert item.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
