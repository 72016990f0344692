"""From whom a sentence has its figures."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Kind
from tests.models.reading.making import article


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
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, the statistics agency said.", "the statistics agency"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024, the state company Kazatomprom said.", "Kazatomprom"),
        ("Kazakhstan produced 23,270 tonnes of uranium in 2024.", None),
        ("Kazakhstan, which said little, produced 23,270 tonnes of uranium in 2024.", None),
    ],
)
def test_a_figure_tells_who_it_is_from(reader: Reader, prose: str, source: str | None) -> None:
    [figure] = [claim for claim in reader.claims(article(prose)) if claim.kind is Kind.RESOURCE]
    assert figure.attribution == source


def test_a_quote_does_not_name_its_speaker_twice(reader: Reader) -> None:
    prose = "According to the World Bank, the economy of Uzbekistan grew by 6.5 percent in 2025."
    quotes = [claim for claim in reader.claims(article(prose)) if claim.kind is Kind.QUOTE]
    assert [claim.attribution for claim in quotes] == [None]
