"""Who acts: words that stand for somebody named before, and words that name no party at all."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Modality, Relation
from tests.models.reading.making import article

FIVE = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def test_the_same_leaders_are_those_named_together_and_not_their_host(reader: Reader) -> None:
    prose = (
        "Sanae Takaichi hosted the presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan in "
        "Tokyo. This year the same leaders have also met Vladimir Putin of Russia in Dushanbe."
    )
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    [met] = [event for event in events if "RUS" in event.target]
    assert set(met.actor) in (FIVE, {"C5"})


def test_they_are_the_subject_of_the_sentence_before(reader: Reader) -> None:
    prose = (
        "Japan met the presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan. All five keep "
        "strong links with Russia. They have stepped up trade with China."
    )
    found = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Relation)]
    assert {item.a for item in found if item.b == "CHN"} in (FIVE, {"C5"})


@pytest.mark.parametrize("prose", ["Kazakhstan depends less on China.", "Kazakhstan wants to depend less on China."])
def test_less_dependence_is_no_partnership(reader: Reader, prose: str) -> None:
    assert [c for c in reader.claims(article(prose)) if isinstance(c.content, Relation)] == []


def test_a_part_of_the_world_is_no_party(reader: Reader) -> None:
    prose = "Xi Jinping spoke in Astana while Western leaders were meeting for the G7 in Canada."
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    assert not any("Western" in (*event.actor, *event.target) for event in events)


def test_lenders_without_a_name_stand_as_they_are_called_and_a_plant_promises_nothing(reader: Reader) -> None:
    prose = (
        "It will cost an estimated $4.2 billion to build the Kambarata 1 Hydropower Plant in Kyrgyzstan, and "
        "international financial institutions have by now lined up a portfolio of $5.6 billion."
    )
    found = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Commitment)]
    assert [(item.by, item.amount.value) for item in found] == [(("international financial institutions",), 5.6e9)]


def test_a_person_of_no_known_state_is_no_other_meeting_than_the_visit_to_the_state(reader: Reader) -> None:
    prose = "Turkmenistan's President Serdar Berdimuhamedow visited Baku and discussed gas with Ilham Aliyev."
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert [(event.actor, event.target) for event in events] == [(("TKM",), ("AZE",))]


def test_their_presidents_are_those_the_sentence_before_is_about(reader: Reader) -> None:
    prose = (
        "Japan met the presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan. All five keep "
        "strong links with Russia. In June in Astana their presidents signed a treaty of friendship with Xi Jinping."
    )
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    [signed] = [event for event in events if event.plover == "AGREE"]
    assert set(signed.actor + signed.target) in (FIVE | {"CHN"}, {"C5", "CHN"})


def test_it_stays_who_opens_the_sentence(reader: Reader) -> None:
    prose = (
        "Russia has troops in Kyrgyzstan. It keeps bases at Dushanbe, and in October 2024 it banned imports of wheat."
    )
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    assert [event.actor for event in events if event.plover == "SANCTION"] == [("RUS",)]


@pytest.mark.parametrize(
    "prose",
    [
        "China invested in two countries of Central Asia.",
        "Two of the five Central Asian states export gas to Russia.",
        "Some Central Asian states export cotton to Turkey.",
        "China is the largest trade partner of four Central Asian countries.",
        "Three Central Asian leaders met the president of Russia in Moscow.",
    ],
)
def test_a_few_of_a_group_are_not_the_group(reader: Reader, prose: str) -> None:
    said = [claim.content for claim in reader.claims(article(prose))]
    assert not any("C5" in str(content) for content in said)


def test_as_many_as_the_group_has_are_the_group(reader: Reader) -> None:
    [met] = reader.claims(article("The five Central Asian leaders met the president of Russia in Moscow."))
    assert isinstance(met.content, Event)
    assert met.content.actor == ("C5",)


def _acts(reader: Reader, prose: str) -> list[tuple[str, set[str]]]:
    contents = (claim.content for claim in reader.claims(article(prose)))
    return [(item.plover, {*item.actor, *item.target}) for item in contents if isinstance(item, Event)]


@pytest.mark.parametrize(
    ("prose", "act"),
    [
        (
            "The Minister for Economy, Trade and Industry of Japan visited Tashkent. On May 5 the Minister met in "
            "Astana with the energy minister of Kazakhstan.",
            ("CONSULT", {"JPN", "KAZ"}),
        ),
        (
            "The Commissioner for International Partnerships, Jozef Síkela, arrived in Dushanbe. The Commissioner met "
            "the foreign minister of Uzbekistan.",
            ("CONSULT", {"EUU", "UZB"}),
        ),
        (
            "The President of Iran met the President of Tajikistan in Dushanbe. The Parties signed 14 documents.",
            ("AGREE", {"IRN", "TJK"}),
        ),
        (
            "Jozef Síkela of the European Union came to Tashkent. Commissioner Síkela and the Uzbek minister of "
            "transport, Ilkhom Makhkamov, signed an agreement.",
            ("AGREE", {"EUU", "UZB"}),
        ),
        (
            "Uzbekistan faces the blockade. In March it called on Washington to end it; on April 8 it signed with "
            "Pakistan an arrangement on ports.",
            ("AGREE", {"UZB", "PAK"}),
        ),
        (
            "Vladimir Putin welcomed the decision of Tokayev to cut taxes and to release two Kyrgyz citizens.",
            ("RETREAT", {"KAZ", "KGZ"}),
        ),
        (
            "Sadyr Japarov held talks with the Emir of Qatar, Sheikh Tamim bin Hamad Al Thani.",
            ("CONSULT", {"KGZ", "QAT"}),
        ),
    ],
)
def test_who_acts_is_known_by_his_office_and_by_his_side(reader: Reader, prose: str, act: tuple[str, set[str]]) -> None:
    assert act in _acts(reader, prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Kazakhstan and Turkey extended the deadline for documents.",
        "Kazakhstan and Uzbekistan issued documents to migrants.",
        "Kazakhstan and Azerbaijan have to share water. They promised to.",
        "Kazakhstan's joint venture with China made 3,000 cars.",
        "Russia and Kazakhstan completed the plan ahead of time.",
        "A Kyrgyz firm is supplying Russia with oil-drilling equipment.",
        "The Association of Mining and Metallurgical Enterprises of Kazakhstan warned that a levy would cost much.",
    ],
)
def test_plans_papers_and_wares_are_no_dealings(reader: Reader, prose: str) -> None:
    assert _acts(reader, prose) == []


@pytest.mark.parametrize(
    ("told", "acts"),
    [
        ("A memorandum on rails was signed in the evening.", [("AGREE", {"IND", "KAZ", "UZB"})]),
        ("In the case of Uzbekistan a memorandum was signed.", [("AGREE", {"IND", "UZB"})]),
        ("A treaty was signed in 1997.", []),
    ],
)
def test_a_paper_of_nobody_named_is_of_those_who_met_unless_the_sentence_tells_of_others(
    reader: Reader, told: str, acts: list[tuple[str, set[str]]]
) -> None:
    prose = f"The ministers of India, Kazakhstan and Uzbekistan held talks in Delhi. {told}"
    assert [act for act in _acts(reader, prose) if act[0] == "AGREE"] == acts


@pytest.mark.parametrize(
    ("before", "pair"),
    [
        ("A line is to link China with Uzbekistan. China is Kyrgyzstan's biggest partner.", {"CHN", "KGZ"}),
        ("Kazakhstan and Russia talk. Uzbekistan is Tajikistan's neighbour.", {"UZB", "TJK"}),
        ("Kazakhstan and Russia talk. Relations with Uzbekistan are good.", {"KAZ", "RUS"}),
        ("The presidents of Kazakhstan and Russia met. Uzbekistan is not Turkey.", {"UZB", "TUR"}),
    ],
)
def test_the_two_are_those_named_in_the_sentence_before(reader: Reader, before: str, pair: set[str]) -> None:
    claims = reader.claims(article(f"{before} Trade between the two came to $2 billion last year."))
    trade = [claim.content for claim in claims if isinstance(claim.content, Relation) and claim.content.quantity]
    assert [{claim.a, claim.b} for claim in trade] == [pair]


@pytest.mark.parametrize(
    ("prose", "doer"),
    [
        ("The European Union imposed sanctions on Iran. A Tajik firm, Alpine Ore Trade, was hit with duties.", "EUU"),
        ("The European Union met Iran. A Tajik firm, Alpine Ore Trade, was hit with duties.", ""),
    ],
)
def test_a_passive_goes_on_with_who_did_the_same_just_before(reader: Reader, prose: str, doer: str) -> None:
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert [event.actor for event in events if "Alpine Ore Trade" in event.target] == ([(doer,)] if doer else [])


def test_the_two_countries_are_the_only_two_of_the_paragraph(reader: Reader) -> None:
    prose = "Tajikistan builds a dam. Uzbekistan feared it, and works go on. The two countries share a border."
    found = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Relation)]
    assert {frozenset((item.a, item.b)) for item in found} == {frozenset(("TJK", "UZB"))}


def test_a_region_and_its_own_state_are_no_two_countries(reader: Reader) -> None:
    prose = "Central Asia listens to Kazakhstan. Water is short. The two countries share a border."
    assert not [c for c in reader.claims(article(prose)) if isinstance(c.content, Relation)]


def test_the_presidents_of_the_region_meet(reader: Reader) -> None:
    prose = "Central Asia is dry. The region's presidents met in Ashgabat in April."
    [met] = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    assert set(met.actor) in (FIVE, {"C5"})


def test_his_country_is_that_of_who_was_named_last(reader: Reader) -> None:
    prose = "Kassym-Jomart Tokayev met Lee Jae-myung of South Korea. Sadyr Japarov left. His country mines gold."
    tags = [sentence for sentence in reader.tagged(article(prose)) if "mines" in sentence.tags]
    assert [mention.ids for mention in tags[0].present("C")] == [("KGZ",)]


def test_the_two_countries_are_those_whose_trade_was_told_before(reader: Reader) -> None:
    prose = (
        "Mirziyoyev of Uzbekistan visited Turkmenistan. Trade with Kazakhstan amounted to $4.7 billion in 2025. "
        "The two countries want to raise trade to $10 billion by 2030."
    )
    ties = [c for c in reader.claims(article(prose)) if isinstance(c.content, Relation)]
    planned = [c.content for c in ties if c.modality is Modality.PLANNED]
    assert [({item.a, item.b}, item.year) for item in planned if isinstance(item, Relation)] == [({"KAZ", "UZB"}, 2030)]


@pytest.mark.parametrize("how", ["want to raise", "plan to increase"])
def test_trade_that_is_to_be_raised_is_planned(reader: Reader, how: str) -> None:
    prose = f"Kazakhstan and Uzbekistan {how} bilateral trade to $10 billion by 2030."
    (tie,) = (c for c in reader.claims(article(prose)) if isinstance(c.content, Relation))
    assert tie.modality is Modality.PLANNED


@pytest.mark.parametrize(
    ("between", "parties"),
    [
        ("", {"TJK", "UZB"}),
        ("Russia welcomed the talks. ", {"TJK", "UZB"}),
        ("Iran's president arrived in Ashgabat on Tuesday. ", {"IRN", "TKM"}),
        ("Iran's foreign minister is expected in Ashgabat next week. ", set()),
    ],
)
def test_the_sides_are_nobody_where_the_sentence_before_tells_of_others(
    reader: Reader, between: str, parties: set[str]
) -> None:
    prose = f"Tajikistan and Uzbekistan met on Monday. {between}The sides signed a contract on gas."
    events = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Event)]
    assert {code for event in events if event.plover == "AGREE" for code in event.actor} == parties
