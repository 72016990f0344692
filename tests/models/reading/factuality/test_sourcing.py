"""From whom a sentence has its figures."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Kind, Relation, Resource, RouteFact
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    ("prose", "source"),
    [
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, according to Kazatomprom.", "Kazatomprom"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, the World Bank reported.", "World Bank"),
        (
            "Kazakhstan produced 23,270 tonnes of uranium in 2024, the consultancy Rystad Energy estimates.",
            "Rystad Energy",
        ),
        ("The World Bank said that Kazakhstan produced 23,270 tonnes of uranium in 2024.", "World Bank"),
        ("Kazatomprom told reporters that Kazakhstan produced 23,270 tonnes of uranium in 2024.", "Kazatomprom"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, analysts say.", "analysts"),
        ("According to ORE Forum, Kazakhstan produced 23,270 tonnes of uranium in 2024.", "ORE Forum"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, the statistics agency said.", "the statistics agency"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, the state company Kazatomprom said.", "Kazatomprom"),
        (
            "ALMATY - Kazakhstan's miner Kazatomprom said on Thursday it produced 24,100 tonnes of uranium.",
            "Kazatomprom",
        ),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, according to Chinese customs.", "Chinese customs"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, Chinese customs said.", "Chinese customs"),
        (
            "Kazakhstan produced 23,270 tonnes of uranium in 2024, according to Kazakh authorities.",
            "Kazakh authorities",
        ),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, according to Chinese data.", "Chinese data"),
        ("According to Russia, Kazakhstan produced 23,270 tonnes of uranium in 2024.", "Russia"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024.", None),
        ("Kazakhstan, which said little, produced 23,270 tonnes of uranium in 2024.", None),
    ],
)
def test_a_figure_tells_who_it_is_from(reader: Reader, prose: str, source: str | None) -> None:
    [figure] = [claim for claim in reader.claims(article(prose)) if claim.kind is Kind.RESOURCE]
    assert figure.attribution == source


@pytest.mark.parametrize(
    ("prose", "source"),
    [
        ("The Uzbek ministry put gold output at 118 tonnes in 2024.", "the Uzbek ministry"),
        ("Kazatomprom had put its uranium output at 23,000 tonnes in 2024.", "Kazatomprom"),
        ("The Kazakh ministry has pegged the cost of the Trans-Afghan railway at $7 billion.", "the Kazakh ministry"),
        ("The cost of the Trans-Afghan railway was put at $7 billion.", None),
        ("Kazakhstan put a mine with an output of 900 tonnes of uranium into operation in 2024.", None),
    ],
)
def test_who_puts_a_figure_at_something_is_its_source(reader: Reader, prose: str, source: str | None) -> None:
    found = [claim for claim in told(reader, prose) if isinstance(claim.content, Resource | RouteFact)]
    assert {claim.attribution for claim in found} == {source}


@pytest.mark.parametrize(
    ("prose", "hedge"),
    [
        ("Navoiyuran has more than 9,000 employees.", "more than"),
        ("Navoiyuran has 9,000 employees.", None),
        ("The gross domestic product of Uzbekistan passed $145 billion in 2025.", "passed"),
        ("The trade of Russia with Central Asia was above $45 billion in 2024.", "above"),
        ("The trade of Russia with Central Asia was $45 billion in 2024.", None),
    ],
)
def test_every_kind_of_figure_keeps_the_word_that_makes_it_less_than_exact(
    reader: Reader, prose: str, hedge: str | None
) -> None:
    [figure] = [claim for claim in reader.claims(article(prose)) if claim.kind in (Kind.PROFILE, Kind.RELATION)]
    assert figure.certainty == hedge


def test_a_quote_does_not_name_its_speaker_twice(reader: Reader) -> None:
    prose = "According to the World Bank, the economy of Uzbekistan grew by 6.5 percent in 2025."
    quotes = [claim for claim in reader.claims(article(prose)) if claim.kind is Kind.QUOTE]
    assert [claim.attribution for claim in quotes] == [None]


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        (
            "Uzbekistan produced 118 tonnes of gold in 2025, the statistics committee said, while the World Gold "
            "Council estimated output at 129.1 tonnes.",
            {(118.0, "the statistics committee"), (129.1, "World Gold Council")},
        ),
        (
            "Officials say Tajikistan produced 2.3 million tonnes of coal; independent experts put it at 1.8 million "
            "tonnes.",
            {(2.3e6, "officials"), (1.8e6, "independent experts")},
        ),
        (
            "Uzbekistan claims that the Trans-Afghan railway would carry 20 million tonnes a year; engineers think 4 "
            "million is more likely.",
            {(20e6, "Uzbekistan"), (4e6, "engineers")},
        ),
        (
            "Kazakhstan produced 21,000 tonnes of uranium, while Canada estimated its needs at 3,000 tonnes.",
            {(21_000.0, None)},
        ),
    ],
)
def test_two_figures_of_one_thing_have_each_its_speaker(
    reader: Reader, prose: str, told: set[tuple[float, str | None]]
) -> None:
    found = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource | RouteFact)]
    figures = [getattr(claim.content, "quantity", None) or getattr(claim.content, "object", None) for claim in found]
    values = {(figure.value, claim.attribution) for figure, claim in zip(figures, found, strict=True) if figure}
    assert values == told


@pytest.mark.parametrize(
    ("behind", "figures"),
    [
        ("the Kyrgyz statistics committee recorded $5.9 billion", {("the Kyrgyz statistics committee", 5.9e9)}),
        ("the Kazakh customs service recorded $5.9 billion", set()),
        ("the Kyrgyz statistics committee recorded 5.9 million tonnes", set()),
    ],
)
def test_two_sources_each_have_their_own_figure_of_one_trade(
    reader: Reader, behind: str, figures: set[tuple[str, float]]
) -> None:
    prose = "In 2025 Kyrgyzstan and China traded goods worth $24.6 billion, according to Chinese customs, while "
    ties = [claim for claim in reader.claims(article(f"{prose}{behind}.")) if isinstance(claim.content, Relation)]
    found = {(claim.attribution, claim.content.quantity.value) for claim in ties if claim.content.quantity is not None}
    assert found == {("Chinese customs", 24.6e9), *figures}


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("National sources put", "national sources"),
        ("Independent estimates put", "independent estimates"),
        ("Local sources estimate", "local sources"),
        ("Some estimates put", "some estimates"),
    ],
)
def test_who_puts_a_figure_there_is_told(reader: Reader, head: str, source: str) -> None:
    output = told(reader, f"{head} Uzbekistan's cotton output at 700,000 tonnes.")
    trade = told(reader, f"{head} trade between China and Kazakhstan at $44 billion.")
    assert {claim.attribution for claim in (*output, *trade)} == {source}
