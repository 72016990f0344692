"""What a sentence repeats only to deny it is denied; what it makes up, doubts or leaves behind is no claim."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Modality, Profile, Quote, Relation, Resource
from tests.models.reading.making import told


@pytest.mark.parametrize(
    "text",
    [
        "The ministry dismissed as baseless reports that Turkmenistan had sold 3 billion cubic metres of gas to Iran.",
        "Astana refuted media claims that Kazakhstan exported 200 tonnes of gold to India.",
        "A television channel falsely reported that Uzbekistan produced 300 tonnes of gold in 2024.",
        "It was wrongly reported that China lent Kyrgyzstan $3 billion.",
        "Claims that Kazakhstan exports uranium to Iran are untrue.",
        "Reports about Tajikistan producing 90 tonnes of gold in 2024 turned out to be entirely invented.",
        "The agency retracted its report that Uzbekistan had joined the Eurasian Economic Union.",
        "Contrary to earlier reports that Turkmenistan exported 9 billion cubic metres of gas to Iraq, it sold none.",
        "It is not true that China lent Tajikistan $2 billion.",
        "No analyst expects Kazakhstan to export gas to Japan.",
        "There is no truth in rumours that Russia lent Tajikistan $900 million.",
        "It is wrong to say that Kyrgyzstan exports gas to China.",
        "The Kyrgyz minister called reports that Russia had imposed sanctions on Kyrgyzstan a hoax.",
        "The story that Uzbekistan had attacked Tajikistan was a fabrication.",
        "Nobody believes that Uzbekistan produces 500 tonnes of gold.",
        "It is not true that Kazakhstan exports uranium to India.",
        "The ministry denied reports that Turkmenistan exports gas to India.",
        "Kyrgyzstan scrapped plans to sell gold to China.",
        "Japan reversed its decision to lend Uzbekistan $200 million.",
        "Kazakhstan almost signed an agreement with Iran.",
        "Kazakhstan and Russia came close to signing a gas agreement in 2024.",
        "Uzbekistan pretended to export 5 tonnes of gold.",
        "Analysts warn against believing that Kazakhstan produces 30,000 tonnes of uranium.",
    ],
)
def test_what_is_repeated_only_to_deny_it_or_came_to_nothing_is_denied(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert found
    assert not any(claim.affirmed for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "In a film, Kazakhstan invaded Uzbekistan.",
        "In the new comedy by a young director, Russia bans imports from Kazakhstan.",
        "The novel imagines that China invaded Kazakhstan in 2040.",
        "“Tajikistan exports 500 tonnes of snow and gold,” the minister joked.",
        "Imagine that Turkmenistan had joined the Organization of Turkic States as a full member.",
        "Suppose that Kazakhstan invested $500 million in the Torghundi-Herat railway.",
        "Let us assume Japan lends Kyrgyzstan $2 billion.",
        "Rumours that Kazakhstan had sold 40 tonnes of gold to Russia went round the bazaar.",
        "Traders doubt that Kyrgyzstan produced 20 tonnes of gold in 2024.",
        "Turkmenistan is unlikely to export gas to India.",
        "President Shavkat Mirziyoyev had planned to visit Osaka in November, but the trip was cancelled.",
        "Turkmenistan's president was to visit Moscow on 3 October but stayed at home.",
        "Japan had hoped to lend Uzbekistan $700 million.",
        "Two years ago Japan had promised Kyrgyzstan 300 million dollars for roads.",
        "Kazakhstan was supposed to export 5 million tonnes of wheat to Iran.",
        "The deputy said he had never claimed that Turkmenistan exports gas to Pakistan.",
        "Ashgabat did not confirm that Turkmenistan had sold gas to Iran.",
        "Lorries will have to wait if Kazakhstan and Iran do not sign the agreement.",
        "Nothing will be built unless Kazakhstan and Iran sign the agreement.",
    ],
)
def test_what_is_made_up_in_doubt_left_behind_or_never_said_is_no_claim(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry reports that Kazakhstan produced 22,000 tonnes of uranium in 2024.",
        "The ministry denied reports of delays, but Kazakhstan exported 5,000 tonnes of uranium to China in 2024.",
        "Contrary to earlier reports of a fall, Uzbekistan produced 120 tonnes of gold in 2024.",
        "Kazakhstan dismissed the minister and signed an agreement with China.",
        "The film festival opened as Kazakhstan signed an agreement with Japan.",
        "The minister said that Japan had promised Kyrgyzstan 300 million dollars.",
        "Qatar, which had pledged $20 billion to Kazakhstan, has begun work on a plant.",
        "Tokayev was to rest in Almaty, but he met Putin in Moscow.",
    ],
)
def test_what_stands_beside_a_denial_or_a_plan_is_told(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert found
    assert all(claim.affirmed for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan does not produce enriched uranium and has no plans to build an enrichment plant.",
        "Kazakhstan does not export uranium fuel to India.",
        "Turkmenistan does not export gas only to China.",
        "Tajikistan does not produce enough wheat.",
        "Uzbekistan does not sell gas directly to Europe.",
        "The Middle Corridor cannot carry 10 million tonnes a year without dredging.",
    ],
)
def test_a_not_that_hits_a_part_denies_nothing_of_the_whole(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan is no longer the largest wheat exporter in Central Asia.",
        "Uzbekistan is not the biggest gold producer in the region.",
    ],
)
def test_who_does_not_lead_still_takes_part(reader: Reader, text: str) -> None:
    assert all(claim.affirmed for claim in told(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan does not export uranium to India.",
        "Kazakhstan did not export any gold to Russia in 2025.",
        "Turkmenistan exports no gas to Azerbaijan.",
        "Uzbekistan neither mines cobalt nor has any lithium.",
        "Tajikistan doesn't import electricity in summer.",
    ],
)
def test_a_plain_not_denies(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert found
    assert not any(claim.affirmed for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "Kyrgyzstan asked China for a loan of $1.5 billion.",
        "Tajikistan has applied to the World Bank for a $200 million credit.",
        "Turkmenistan is seeking $500 million from the Asian Development Bank.",
        "Uzbekistan requested a grant of $20 million from Japan.",
        "Kyrgyzstan asked China to lend $1.5 billion.",
    ],
)
def test_money_asked_for_is_no_promise(reader: Reader, text: str) -> None:
    assert not [claim for claim in told(reader, text) if isinstance(claim.content, Commitment)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Japan is weighing a loan of $300 million to Uzbekistan.", Modality.POSSIBLE),
        ("Russia and Kyrgyzstan are in talks on a $500 million loan.", Modality.POSSIBLE),
        ("Kazakhstan is considering imposing sanctions on Russia.", Modality.POSSIBLE),
        ("Kazakhstan is considering exporting uranium to India.", Modality.POSSIBLE),
        ("After talks on water, Japan gave Tajikistan $20 million.", Modality.DONE),
        ("At Tajikistan's request, Japan gave it $20 million for schools.", Modality.DONE),
    ],
)
def test_what_is_only_considered_is_possible(reader: Reader, text: str, modality: Modality) -> None:
    found = [claim for claim in told(reader, text) if not isinstance(claim.content, Event)] or told(reader, text)
    assert {claim.modality for claim in found} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank suspended its support for the Rogun dam in March and resumed it in August.",
        "The United States ended its support for the railway of Uzbekistan.",
        "Talks between Kyrgyzstan and Turkey on a mine broke down in July.",
        "Negotiations between Kazakhstan and China collapsed.",
        "Uzbekistan stopped exporting gas to China in January 2025.",
        "Kazakhstan could halt shipments through St Petersburg by the end of the year.",
        "Tajikistan paid off its debts to Russia.",
        "TALCO says it has repaid all debts to Eximbank of China.",
        "Azerbaijan said that Turkmenistan had agreed to sell it gas through Iran.",
    ],
)
def test_what_ended_failed_or_only_looks_like_a_deed_is_none(reader: Reader, text: str) -> None:
    found = [claim.content for claim in told(reader, text) if claim.affirmed]
    assert not [content for content in found if isinstance(content, Event | Relation | Profile)]


def test_an_associate_member_is_no_member(reader: Reader) -> None:
    contents = [claim.content for claim in told(reader, "Turkmenistan is an associate member of the CIS.")]
    assert [content.property for content in contents if isinstance(content, Profile)] == ["associations"]
    assert "member" not in [content.relation for content in contents if isinstance(content, Relation)]


def test_a_ban_that_is_lifted_is_none_imposed(reader: Reader) -> None:
    found = told(reader, "Kazakhstan lifted its ban on wheat imports by road from Russia.")
    assert [claim.content.plover for claim in found if isinstance(claim.content, Event)] == ["CONCEDE"]


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Russia imposed a ban on fruit from Uzbekistan.", "SANCTION"),
        ("Talks between Kyrgyzstan and Turkey on a mine were held in July.", "CONSULT"),
        ("China expressed its support for Tajikistan.", "SUPPORT"),
    ],
)
def test_a_deed_told_by_a_noun_is_told(reader: Reader, text: str, plover: str) -> None:
    found = [claim.content for claim in told(reader, text)]
    assert plover in [content.plover for content in found if isinstance(content, Event)]


@pytest.mark.parametrize(
    "text",
    ["Uzbekistan stopped importing gas from Turkmenistan.", "Kazakhstan has stopped imports of gas from Russia."],
)
def test_what_is_done_no_more_is_denied(reader: Reader, text: str) -> None:
    found = [claim for claim in told(reader, text) if isinstance(claim.content, Resource)]
    assert found
    assert not any(claim.affirmed for claim in found)


def test_who_speaks_of_itself_behind_another_verb_acts(reader: Reader) -> None:
    text = "Kyrgyzstan banned exports of ore. China's commerce ministry called it wrong and said it would seek talks."
    found = [claim.content for claim in told(reader, text)]
    assert [(item.actor, item.target) for item in found if isinstance(item, Event) and item.plover == "REQUEST"] == [
        (("CHN",), ("KGZ",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Turkmenistan exported not 40 but 32 billion cubic metres of gas to China in 2024.",
        "Turkmenistan exported 32 billion cubic metres of gas to China in 2024, not 40 billion cubic metres.",
    ],
)
def test_of_a_corrected_figure_the_right_one_is_told(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert [claim.affirmed for claim in found] == [True]
    assert [item.content.quantity.value for item in found if isinstance(item.content, Resource)] == [32e9]


def test_who_denies_one_thing_may_do_another(reader: Reader) -> None:
    found = told(reader, "Denying rumours of a coup, President Japarov met Xi Jinping in Beijing.")
    assert [claim.affirmed for claim in found] == [True]


def test_what_would_have_been_is_possible_at_most(reader: Reader) -> None:
    found = told(reader, "Kazakhstan would have supplied 3 million tonnes of oil to Germany.")
    assert {claim.modality for claim in found} == {Modality.POSSIBLE}


@pytest.mark.parametrize(
    ("text", "said_by", "denied_by"),
    [
        (
            "The opposition claims that Kyrgyzstan sold 20 tonnes of gold to Russia, which the government denies.",
            "the opposition",
            "the government",
        ),
        (
            "Afghan officials say Uzbekistan exported 300 megawatts of electricity to Kabul, a claim Tashkent denies.",
            "Afghan officials",
            "Tashkent",
        ),
        ("Iran says that Turkmenistan sold it 10 billion cubic metres of gas; Ashgabat denies it.", "Iran", "Ashgabat"),
        ("Moscow says it invested $20 billion in Kazakhstan, a figure that Astana disputes.", "Moscow", "Astana"),
        (
            "Kyrgyz media reported that China lent Kyrgyzstan $2 billion, but Beijing denied it.",
            "Kyrgyz media",
            "Beijing",
        ),
        ("Kazakhstan produced 18 million tonnes of wheat, a figure disputed by traders.", None, "traders"),
    ],
)
def test_what_somebody_denies_is_possible_and_says_who_denies_it(
    reader: Reader, text: str, said_by: str | None, denied_by: str
) -> None:
    found = [claim for claim in told(reader, text) if not isinstance(claim.content, Quote | Event)]
    assert [(claim.modality, claim.attribution, claim.denied_by) for claim in found] == [
        (Modality.POSSIBLE, said_by, denied_by)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan does not deny that it sold 2 tonnes of gold to China.",
        "Kyrgyzstan reached an agreement with Centerra Gold in 2022, which settled the dispute.",
        "Kazakhstan signed an agreement with Russia, which rejected the offer of China.",
    ],
)
def test_what_nobody_denies_stays_a_fact(reader: Reader, text: str) -> None:
    found = [claim for claim in told(reader, text) if not isinstance(claim.content, Quote)]
    assert found
    assert all(claim.affirmed and claim.denied_by is None for claim in found)


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Astana, usually sparing with such words, accused Ukraine of an act of aggression.", "ACCUSE"),
        ("Tashkent, used every spring to dry fields, asked Dushanbe for more water.", "REQUEST"),
        ("Visiting Awaza, the Hungarian foreign minister offered to buy Turkmen gas each year.", "CONSULT"),
    ],
)
def test_a_habit_told_in_an_aside_or_of_what_is_offered_is_not_the_deed(reader: Reader, text: str, plover: str) -> None:
    events = [claim.content for claim in told(reader, text) if isinstance(claim.content, Event)]
    assert [event.plover for event in events] == [plover]
