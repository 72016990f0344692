"""What a text only asks, calls off or compares with is no fact of it."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Event, Kind, Modality, Quote, Resource, RouteFact
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    "text",
    [
        "Will Turkmenistan supply gas to Europe this year?",
        "Q: Minister, will Turkmenistan supply gas to Europe this year?",
        "Does Kazakhstan hold 300,000 tonnes of uranium?",
        "Has Japan promised Tajikistan $20 million?",
        "Is the Middle Corridor to carry 10 million tonnes?",
        "Was Kazakhstan's uranium output really 30,000 tonnes in 2025?",
        "“Did Uzbekistan produce 100 tonnes of gold in 2024?”",
        "Q: Should Uzbekistan join the Eurasian Economic Union?\nA: It is for Tashkent to say.",
        "Q: Tell us whether Turkmenistan exported gas to Europe.\nA: We discussed it.\nQ: And then?\nA: Nothing.",
    ],
)
def test_a_question_tells_nothing(reader: Reader, text: str) -> None:
    assert told(reader, text) == []


def test_an_answer_tells_what_it_says(reader: Reader) -> None:
    text = "Q: What of swaps?\nA: Turkmenistan will supply 1.3 bcm of gas to Türkiye.\nQ: And then?\nA: We shall see."
    assert [claim.kind for claim in told(reader, text)] == [Kind.RESOURCE]


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank suspended disbursement of a $350 million grant to Tajikistan.",
        "The Asian Development Bank cancelled a loan of $100 million to Kyrgyzstan.",
        "Tajikistan rejected the Chinese loan of $200 million.",
        "Japan froze its aid of $20 million to Tajikistan.",
        "A Russian loan of $500 million to Kyrgyzstan was put on hold.",
        "Kazakhstan repaid $2 billion to China.",
        "Tajikistan, with China in mind, said the cost of the dam was put at $6.3 billion.",
        "China signs $2.4 billion of investment for Tajikistan (unconfirmed).",
    ],
)
def test_money_called_off_or_paid_back_is_no_promise(reader: Reader, text: str) -> None:
    assert not [claim for claim in told(reader, text) if isinstance(claim.content, Commitment)]


@pytest.mark.parametrize(
    "text",
    [
        "The Kyrgyz side stressed that a loan of 500 million dollars is under discussion with the World Bank.",
        "Uzbekistan said a loan of 800 million dollars was being discussed with the World Bank.",
        "A $250 million loan from the Asian Development Bank to Tajikistan is still being negotiated.",
        "The question of a $700 million Chinese loan to Tajikistan remains open.",
        "The EIB is in negotiations with Uzbekistan over a 200 million euro loan.",
        "No decision has been made on the World Bank's proposed $400 million loan to Turkmenistan.",
        "The minister said that Russia's $2 billion loan to Kyrgyzstan had not yet been agreed.",
    ],
)
def test_money_under_discussion_is_none_that_the_borrower_or_anybody_gives(reader: Reader, text: str) -> None:
    found = [claim for claim in told(reader, text) if isinstance(claim.content, Commitment)]
    assert all(claim.modality is Modality.POSSIBLE for claim in found)
    assert not {code for claim in found for code in claim.content.by}.intersection(("KGZ", "TJK", "UZB", "TKM"))


@pytest.mark.parametrize(
    "text",
    [
        "Every few years a European commissioner flies to Ashgabat.",
        "Each spring a Chinese minister visits Astana.",
        "Russian officials regularly travel to Bishkek.",
        "Once a year the presidents of Kazakhstan and Uzbekistan meet in Turkistan.",
        "Every few months Chinese envoys hold talks with Turkmenistan.",
        "The presidents of Kazakhstan and Uzbekistan meet annually.",
        "Kyrgyzstan will hold 34 percent of the shares, Kazakhstan and Uzbekistan 33 percent each, provided that the "
        "parliaments of all three countries ratify the agreement.",
        "Kazakhstan and China will build the line if both parliaments ratify the treaty.",
        "The parties reaffirmed their readiness to continue dialogue with Kazakhstan.",
        "The United States joined in with the C5+1 Critical Minerals Dialogue.",
        "The European Union did not introduce such a ban on Turkmen cotton.",
    ],
)
def test_a_habit_a_condition_or_a_courtesy_is_no_event(reader: Reader, text: str) -> None:
    assert not [claim for claim in told(reader, text) if isinstance(claim.content, Event)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The United States banned imports of Turkmen cotton, the European Union did not introduce such ban.", "TKM"),
        ("The US banned imports of Turkmen cotton in 2018 while the EU did not follow suit.", "TKM"),
        ("Russia banned the import of Kazakh wheat, China did not impose a similar ban.", "KAZ"),
        ("The United States imposed sanctions on Russia, Kazakhstan did not join them.", "RUS"),
    ],
)
def test_who_did_not_join_a_ban_is_not_hit_by_it(reader: Reader, text: str, target: str) -> None:
    events = [claim.content for claim in told(reader, text) if isinstance(claim.content, Event)]
    assert [event.target for event in events] == [(target,)]


@pytest.mark.parametrize(
    "text",
    [
        "Were Beijing to extend its export controls of 9 October to concentrates, Kazakhstan would gain.",
        "Kazakhstan fears that China may tighten its April 2025 export controls on rare earths.",
        "If the US lifted its sanctions of 2022 on Russia, Kazakhstan would gain.",
    ],
)
def test_what_may_come_has_not_the_day_of_what_stands(reader: Reader, text: str) -> None:
    events = [claim.content for claim in told(reader, text) if isinstance(claim.content, Event)]
    assert events
    assert not any(event.date for event in events)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("The EU has disbursed 3 million euros out of the 10 billion euros pledged for transport.", [3e6]),
        ("The EU has so far paid out 200 million euros of the 12 billion euros it pledged to Central Asia.", []),
        ("The Asian Development Bank disbursed 40 million dollars out of a loan of 300 million to Tajikistan.", [4e7]),
        ("China has released $90 million from a $1 billion credit line for Uzbekistan.", [9e7]),
        ("Germany has transferred 12 million of the 50 million euros pledged to Tajikistan.", []),
        ("Trade of Russia and Kazakhstan was $27 billion. It is planned to raise the indicator to $30 billion.", []),
        ("Uzbekistan and China trade more. By 2030 it is planned to bring this index to $20 billion.", []),
        ("Kazakhstan and Turkey aim high. They intend to bring the volume of trade to $10 billion.", []),
        ("The World Bank approved a $350 million grant to Tajikistan; another loan is being discussed.", [3.5e8]),
    ],
)
def test_a_part_is_given_and_not_the_whole_or_a_level(reader: Reader, text: str, sums: list[float]) -> None:
    found = [claim.content for claim in told(reader, text) if isinstance(claim.content, Commitment)]
    assert [item.amount.value for item in found] == sums


def test_who_gives_is_not_taken_from_before_where_others_are_named(reader: Reader) -> None:
    text = "China and Tajikistan met in Dushanbe. The World Bank was to lend: a $350 million grant was agreed."
    givers = [claim.content.by for claim in told(reader, text) if isinstance(claim.content, Commitment)]
    assert not any("CHN" in by for by in givers)


def test_who_gets_it_is_whom_the_sentence_names(reader: Reader) -> None:
    text = "The United States met Kazakhstan and Uzbekistan. It announced $450 million for power grids in Tajikistan."
    assert [claim.content.to for claim in told(reader, text) if isinstance(claim.content, Commitment)] == [("TJK",)]


@pytest.mark.parametrize(
    "text",
    [
        "Kazatomprom lowered its production guidance for 2026 to 27,500 tonnes of uranium.",
        "Kazatomprom kept its production target at 30,000 tonnes of uranium.",
        "The ministry forecasts oil output of 99 million tonnes in Kazakhstan.",
        "Kazakhstan exports 7 million tonnes of crude oil to Germany in 2027.",
    ],
)
def test_what_is_aimed_at_is_planned_production(reader: Reader, text: str) -> None:
    found = [(claim.content, claim.modality) for claim in told(reader, text)]
    assert {modality for _, modality in found} == {Modality.PLANNED}
    assert {content.relation for content, _ in found if isinstance(content, Resource)} <= {"produces", "exports"}


def test_what_beat_its_target_is_done(reader: Reader) -> None:
    found = told(reader, "Kazakhstan beat its target and produced 25,000 tonnes of uranium in 2024.")
    assert [claim.modality for claim in found] == [Modality.DONE]


@pytest.mark.parametrize(
    "text",
    [
        "The Middle Corridor moved 4.1 million tonnes, barely a tenth of what crosses Russia.",
        "The Middle Corridor takes a fraction of what goes by sea through Suez.",
    ],
)
def test_what_goes_elsewhere_is_not_the_way_of_the_route(reader: Reader, text: str) -> None:
    found = [claim.content.predicate for claim in told(reader, text) if isinstance(claim.content, RouteFact)]
    assert "crosses" not in found


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Kazakhstan produced 25,000 tonnes of uranium, down from 28,000 in 2024.", None),
        ("Kazakhstan produced 25,000 tonnes of uranium in 2025, down from 28,000 in 2024.", 2025),
    ],
)
def test_the_year_of_an_older_figure_is_not_that_of_the_new_one(reader: Reader, text: str, year: int | None) -> None:
    found = [claim.content for claim in told(reader, text) if isinstance(claim.content, Resource)]
    new = [content.year for content in found if content.quantity and content.quantity.value == 25000]
    assert new == [year]


def test_a_unit_of_gas_is_of_gas(reader: Reader) -> None:
    found = told(reader, "Kazakhstan produced 21,000 tonnes of uranium. Turkmenistan exported 34 bcm to China in 2025.")
    goods = {claim.content.resource for claim in found if isinstance(claim.content, Resource)}
    assert goods == {"uranium", "natural gas"}


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan is not a member of the CSTO.",
        "Uzbekistan is no longer a member of the CSTO.",
        "Uzbekistan isn’t a member of the CSTO.",
        "Kazakhstan didn't export uranium to India.",
        "Turkmenistan is neither a member of the SCO nor of the CSTO.",
        "Turkmenistan refused to join the Eurasian Economic Union.",
        "Uzbekistan failed to join the World Trade Organization in 2020.",
        "Tajikistan did not receive 500 million dollars from China.",
        "Tajikistan failed to receive 500 million dollars from China.",
        "China no longer lends $300 million to Tajikistan.",
        "Uzbekistan ceased to be a member of the CSTO in 2012.",
        "Uzbekistan stopped short of joining the Eurasian Economic Union.",
        "Tajikistan received none of the $500 million from China.",
        "The $500 million from China never reached Tajikistan.",
        "Neither Kazakhstan nor Uzbekistan exports gold to India.",
        "Turkmenistan exported no gas to Azerbaijan in 2025.",
    ],
)
def test_what_a_sentence_denies_is_denied_in_every_claim(reader: Reader, text: str) -> None:
    kinds = {Kind.PROFILE, Kind.RELATION, Kind.RESOURCE, Kind.COMMITMENT}
    found = [claim for claim in told(reader, text) if claim.kind in kinds]
    assert found
    assert not any(claim.affirmed for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "China did not wait and promised Kyrgyzstan $300 million.",
        "As the IMF did not help, China lent Tajikistan $500 million.",
        "China, not Russia, signed an agreement with Kazakhstan.",
        "Kazakhstan is not only a member of the SCO but also of the CSTO.",
        "The Middle Corridor does not cross Iran.",
    ],
)
def test_another_no_in_the_sentence_denies_nothing(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert found
    assert all(claim.affirmed for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "Had Turkmenistan joined the Eurasian Economic Union, trade would have grown.",
        "Had Kyrgyzstan sold Kumtor back to Canada, the firm would have left.",
    ],
)
def test_what_is_only_imagined_is_possible_at_most(reader: Reader, text: str) -> None:
    assert {claim.modality for claim in told(reader, text)} == {Modality.POSSIBLE}


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan, not Kazakhstan, was the largest cotton producer.",
        "Uzbekistan, and not Kazakhstan, produced 10,000 tonnes of cotton in 2008.",
        "Uzbekistan, rather than Kazakhstan, is the largest producer of cotton.",
    ],
)
def test_who_is_set_against_another_is_not_told_of(reader: Reader, text: str) -> None:
    contents = [claim.content for claim in told(reader, text) if claim.affirmed]
    found = [content.country for content in contents if isinstance(content, Resource)]
    assert found == ["UZB"]


def test_a_statement_of_nobody_named_is_not_given_to_who_was_named_before(reader: Reader) -> None:
    summit = "Prime Minister Sanae Takaichi chaired a summit with the leaders of Kazakhstan and Uzbekistan in Tokyo."
    found = reader.claims(article(f"{summit} The statement said: “It is important for Central Asia to grow.”"))
    assert not [claim for claim in found if isinstance(claim.content, Quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan should ban exports of raw uranium to Russia.",
        "Kazakhstan ought to ban the export of uranium to Russia.",
        "Kazakhstan must impose sanctions on Russia.",
        "The EU should impose sanctions on Kyrgyz banks.",
        "Kazakhstan needs to sign an agreement with China on water.",
        "Uzbekistan should join the EAEU.",
        "Japan should invest $20 billion in Central Asia.",
    ],
)
def test_what_somebody_thinks_right_is_no_plan(reader: Reader, text: str) -> None:
    assert {claim.modality for claim in told(reader, text)} == {Modality.POSSIBLE}


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan will ban exports of raw uranium to Russia.",
        "The Middle Corridor should carry 10 million tonnes by 2030.",
        "The leaders of Kazakhstan and Uzbekistan should meet in Tashkent in January 2026.",
    ],
)
def test_what_is_to_come_is_planned(reader: Reader, text: str) -> None:
    assert {claim.modality for claim in told(reader, text)} == {Modality.PLANNED}


@pytest.mark.parametrize(
    "text",
    [
        "Neither TAPI nor the Middle Corridor crosses Iran.",
        "The Middle Corridor neither crosses Iran nor Russia.",
        "The Middle Corridor crosses neither Russia nor Iran.",
        "Nor does the Middle Corridor cross Russia.",
        "TAPI does not connect Turkmenistan with Uzbekistan.",
    ],
)
def test_a_route_does_not_cross_what_a_sentence_denies(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert found
    assert not any(claim.affirmed for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "Solar plants in Kazakhstan saved about 1.5 bcm of gas.",
        "Wind farms in Kazakhstan replaced 2 million tonnes of coal.",
        "Agriculture consumes some 90 percent of Uzbekistan's water.",
        "Uzbekistan's fields cover 4 million hectares, and agriculture uses 90 percent of the country's water.",
        "Turkmenistan's canal loses 4 bcm of water.",
        "Deliveries between Russia and Uzbekistan were set at 2.8 bcm of gas a year.",
        "Sales between Kazakhstan and Uzbekistan reached 2 million tonnes of coal.",
        "Kazakhstan's exports rose to 13.4 million tonnes, including flour in grain equivalent.",
        "Kazakhstan's exports reached 9 million tonnes, excluding wheat.",
        "Both Uzbekistan and Turkmenistan rely on rain for cotton: Uzbekistan's fields are dry.",
        "Eleven small hydropower plants with a total capacity of 48 MW were commissioned in Kyrgyzstan.",
        "Buyers in Europe want Tajik units, but nearly everything goes to Chinese smelters.",
        "Traders in Russia demand more wheat from Kazakhstan.",
        "Uzbekistan remained the largest buyer, followed by Iran, Tajikistan and Afghanistan.",
    ],
)
def test_what_is_saved_used_or_goes_between_others_is_no_output_trade_or_tie(reader: Reader, text: str) -> None:
    found = told(reader, text)
    assert [item for item in found if not (isinstance(item.content, Resource) and item.content.quantity is None)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan could need to import 15 bcm of gas a year.",
        "Uzbekistan may have to import 15 bcm of gas a year.",
        "Uzbekistan might be forced to import 15 bcm of gas a year.",
        "A smelter in Tajikistan with a capacity of 10,000 tonnes of antimony a year has been under discussion.",
        "Kazakhstan signed a non-binding term sheet with the World Bank for a loan of $150 million.",
        "Kyrgyzstan signed an indicative term sheet with the World Bank for a loan of $90 million.",
    ],
)
def test_what_may_be_needed_or_binds_nobody_is_only_possible(reader: Reader, text: str) -> None:
    found = [item for item in told(reader, text) if isinstance(item.content, Resource | Commitment)]
    assert {item.modality for item in found} <= {Modality.POSSIBLE}
