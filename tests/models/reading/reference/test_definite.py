"""Who acts where the sentence calls him by what he is: "the government", "the delegation", "the trio"."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Relation
from tests.models.reading.making import article


def _deeds(reader: Reader, prose: str) -> set[tuple[str, frozenset[str]]]:
    claims = reader.claims(article(prose))
    events = (claim.content for claim in claims if isinstance(claim.content, Event))
    return {(event.plover, frozenset((*event.actor, *event.target))) for event in events}


@pytest.mark.parametrize(
    ("prose", "deed"),
    [
        (
            "Kyrgyzstan holds large deposits of gold. Last year the government accused Russia of theft.",
            ("ACCUSE", {"KGZ", "RUS"}),
        ),
        (
            "Russia banned apples of Kyrgyzstan. The government asked Moscow to lift the ban.",
            ("REQUEST", {"KGZ", "RUS"}),
        ),
        (
            "A delegation from India came to Bishkek. The delegation met Sadyr Japarov.",
            ("CONSULT", {"IND", "KGZ"}),
        ),
        (
            "The South Korean president arrived in Tashkent on Monday. The visitor signed a declaration with Shavkat "
            "Mirziyoyev.",
            ("AGREE", {"KOR", "UZB"}),
        ),
        (
            "A South Korean delegation arrived in Tashkent on Monday. The hosts signed a memorandum with the guests.",
            ("AGREE", {"KOR", "UZB"}),
        ),
        (
            "Kyrgyz sellers of wheat visited Iran. On Friday the sellers signed a contract with Iran.",
            ("AGREE", {"KGZ", "IRN"}),
        ),
        (
            "Turkmenistan seeks buyers. The state gas company signed an agreement with Turkey in March.",
            ("AGREE", {"TKM", "TUR"}),
        ),
        (
            "The presidents of Kyrgyzstan, Tajikistan and Uzbekistan gathered in Khujand. The trio signed a treaty.",
            ("AGREE", {"KGZ", "TJK", "UZB"}),
        ),
        (
            "Sadyr Japarov received Emomali Rahmon in Bishkek. The two men signed a treaty on the border.",
            ("AGREE", {"KGZ", "TJK"}),
        ),
        (
            "Turkmenistan, Afghanistan, Pakistan and India want a pipeline. In 2010 the four signed a treaty.",
            ("AGREE", {"TKM", "AFG", "PAK", "IND"}),
        ),
    ],
)
def test_who_was_told_before_acts_by_what_he_is(reader: Reader, prose: str, deed: tuple[str, set[str]]) -> None:
    assert (deed[0], frozenset(deed[1])) in _deeds(reader, prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Russia banned apples of Kyrgyzstan. The government accused Iran of theft.",
        "Kyrgyz sellers came from the north, Uzbek sellers from the south. The sellers accused Iran of theft.",
        "Kyrgyzstan has much gold. The government bonds accused nobody in Iran of theft.",
    ],
)
def test_nobody_acts_where_two_may_be_meant(reader: Reader, prose: str) -> None:
    assert not _deeds(reader, prose) & {("ACCUSE", frozenset((own, "IRN"))) for own in ("KGZ", "UZB", "RUS")}


def test_a_count_before_other_things_is_nobody(reader: Reader) -> None:
    prose = "Kyrgyzstan, Tajikistan and Uzbekistan met in Khujand. All three projects signed by Iran are late."
    assert not any("KGZ" in parties and "IRN" in parties for _, parties in _deeds(reader, prose))


@pytest.mark.parametrize(
    ("prose", "deed"),
    [
        ("Emomali Rahmon spoke with Vladimir Putin and asked him for more gas.", ("REQUEST", {"TJK", "RUS"})),
        ("Shavkat Mirziyoyev recalled his visit to Tokyo in December 2025.", ("CONSULT", {"UZB", "JPN"})),
    ],
)
def test_pronouns_keep_their_people_apart(reader: Reader, prose: str, deed: tuple[str, set[str]]) -> None:
    assert (deed[0], frozenset(deed[1])) in _deeds(reader, prose)


def test_a_firm_keeps_the_land_that_it_is_introduced_with(reader: Reader) -> None:
    prose = "The Almaty-based firm Petrosun plans a refinery in Uzbekistan. Petrosun will invest $100 million in it."
    sums = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert [set(item.by) for item in sums] == [{"Petrosun", "KAZ"}]


@pytest.mark.parametrize(
    ("prose", "deed"),
    [
        (
            "The Tajik foreign ministry summoned the Afghan consul. It accused Kabul of the raid.",
            ("ACCUSE", {"TJK", "AFG"}),
        ),
        (
            "Lawmakers from Japan came to Tashkent on Monday. They met Shavkat Mirziyoyev.",
            ("CONSULT", {"JPN", "UZB"}),
        ),
        (
            "Iran owes Turkmenistan $1.7 billion for gas. Turkmenistan agreed to accept services as a part of it.",
            ("AGREE", {"TKM", "IRN"}),
        ),
    ],
)
def test_the_sentence_before_tells_who_is_left_unsaid(reader: Reader, prose: str, deed: tuple[str, set[str]]) -> None:
    assert (deed[0], frozenset(deed[1])) in _deeds(reader, prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Iran and China buy gas of Turkmenistan. Turkmenistan agreed to accept services as a part of the payment.",
        "Iran owes Turkmenistan $1.7 billion. Turkmenistan agreed to accept services of Russia as a part of it.",
        'Iran owes Turkmenistan money. Turkmenistan "agreed to accept services as a part of it", a source said.',
    ],
)
def test_of_two_who_may_be_meant_nobody_is(reader: Reader, prose: str) -> None:
    assert ("AGREE", frozenset({"TKM", "IRN"})) not in _deeds(reader, prose)


def test_the_other_end_of_trade_is_no_partner_told_beside(reader: Reader) -> None:
    prose = "Kyrgyzstan trades more than ever. Trade with China reached $22 billion, and trade with Russia $5 billion."
    ties = {
        frozenset((c.content.a, c.content.b)) for c in reader.claims(article(prose)) if isinstance(c.content, Relation)
    }
    assert ties == {frozenset({"KGZ", "CHN"}), frozenset({"KGZ", "RUS"})}


@pytest.mark.parametrize(
    ("title", "prose", "deed"),
    [
        (
            "Kazakhstan, Hungary sign uranium deal",
            "The deal was signed on Tuesday and covers deliveries until 2040.",
            ("AGREE", {"KAZ", "HUN"}),
        ),
        (
            "Rails",
            "Kyrgyz and Tajik officials met in Batken. The Kyrgyz side accused the other side of building a road.",
            ("ACCUSE", {"KGZ", "TJK"}),
        ),
        (
            "Water",
            "Together with Kazakhstan, Uzbekistan signed an agreement on a dam with Kyrgyzstan.",
            ("AGREE", {"KAZ", "UZB", "KGZ"}),
        ),
    ],
)
def test_title_and_company_tell_who_takes_part(
    reader: Reader, title: str, prose: str, deed: tuple[str, set[str]]
) -> None:
    events = [c.content for c in reader.claims(article(prose, title=title)) if isinstance(c.content, Event)]
    assert (deed[0], deed[1]) in [(event.plover, {*event.actor, *event.target}) for event in events]
