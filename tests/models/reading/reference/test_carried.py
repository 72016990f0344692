"""Whose goods are told of where the sentence does not say, or where others stand nearer."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Commitment, Resource, RouteFact
from tests.models.reading.making import article


def _told(reader: Reader, prose: str) -> set[tuple[str, str, str]]:
    claims = reader.claims(article(prose))
    return {
        (claim.content.country, claim.content.relation, claim.content.resource)
        for claim in claims
        if isinstance(claim.content, Resource)
    }


def test_a_short_name_counts_where_a_longer_one_goes_on_as_another_word(reader: Reader) -> None:
    assert _told(reader, "Oil production in Kazakhstan rose to 90 million tonnes.") == {
        ("KAZ", "produces", "crude oil")
    }


def test_nobody_in_a_dateline_sells(reader: Reader) -> None:
    prose = "ALMATY/HAMBURG, July 22 (Ledger) — Shipments of Kazakh oil to Germany came to 900,000 tonnes."
    assert ("KAZ", "exports", "crude oil") in _told(reader, prose)


@pytest.mark.parametrize(
    "figures",
    [
        "Exports rose 5 per cent to 38 bcm last year, of which China took the most.",
        "Sales came to 38 bcm, a record that pleased China.",
    ],
)
def test_exports_are_those_of_the_state_spoken_of(reader: Reader, figures: str) -> None:
    assert ("TKM", "exports", "natural gas") in _told(reader, f"Turkmenistan lives off gas. {figures}")


@pytest.mark.parametrize(
    "buying",
    [
        "Uzbekistan bought 700,000 tonnes of it, and China 310,000.",
        "The main buyers were Uzbekistan with 700,000 tonnes and Tajikistan with 90,000.",
        "Tajikistan took 90,000 tonnes, Uzbekistan 700,000.",
    ],
)
def test_who_buys_is_not_spoken_of_from_there_on(reader: Reader, buying: str) -> None:
    told = _told(
        reader, f"Kyrgyzstan shipped 1.1 million tonnes of coal abroad. {buying} Output rose to 3.6 million tonnes."
    )
    assert ("KGZ", "produces", "coal") in told
    assert not {("UZB", "produces", "coal"), ("TJK", "produces", "coal")} & told


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Kazakhstan has brought in 15 million tonnes of wheat this year.", ("KAZ", "produces", "wheat")),
        ("Kazakhstan dredges its port. By May 780,000 cubic metres of soil will be lifted.", None),
        (
            "Kazakhstan builds works. The ministry said the first would turn out 5,000 tonnes of lithium a year.",
            ("KAZ", "produces", "lithium"),
        ),
    ],
)
def test_whose_and_of_what_a_figure_is(reader: Reader, prose: str, told: tuple[str, str, str] | None) -> None:
    assert _told(reader, prose) == ({told} if told else set())


def test_exports_of_others_stay_theirs(reader: Reader) -> None:
    assert not _told(reader, "Turkmenistan lives off gas. Russia exported 38 bcm to China.")


def test_whose_goods_are_bought_does_not_buy_them(reader: Reader) -> None:
    prose = "The demand for Kazakh copper is undimmed: imports hit 320,000 tonnes."
    assert ("KAZ", "imports", "copper") not in _told(reader, prose)


def test_a_state_to_whom_something_is_done_is_not_spoken_of_from_there_on(reader: Reader) -> None:
    prose = "Kyrgyzstan digs coal. China overtook Uzbekistan among the buyers. The republic bought 340,000 tonnes."
    assert ("KGZ", "imports", "coal") in _told(reader, prose)


def test_a_state_that_heads_a_line_is_spoken_of_below_it(reader: Reader) -> None:
    prose = (
        "Kazakhstan and its smelters: Kazakhstan smelts.\nTAJIKISTAN — Lead works\nOutput of lead was 50,000 tonnes."
    )
    assert ("TJK", "produces", "lead") in _told(reader, prose)


def test_a_commodity_alone_on_a_line_is_spoken_of_below_it(reader: Reader) -> None:
    prose = "Kyrgyzstan mined gold, gold and again gold. Coal. Extraction grew 11 percent to 1.7 million tonnes."
    assert ("KGZ", "produces", "coal") in _told(reader, prose)


def test_the_state_that_the_sentence_names_comes_before_the_one_of_the_article(reader: Reader) -> None:
    prose = "Kazakhstan builds, Kazakhstan grows. In Uzbekistan solar power is new: on the grid, a capacity of 25 GW."
    assert {state for state, *_ in _told(reader, prose)} == {"UZB"}


def test_a_row_of_a_list_of_partners_takes_nobody_s_place(reader: Reader) -> None:
    rows = "The largest partners were as follows.\n– China: 20.4%\n– Kazakhstan: 6.0%, or $3.5 billion"
    prose = f"The trade of Uzbekistan grew.\n{rows}\nSales abroad of gold brought in $9.9 billion."
    assert ("UZB", "exports", "gold") in _told(reader, prose)


def test_what_others_sell_to_a_state_of_the_region_it_buys(reader: Reader) -> None:
    assert _told(reader, "Gazprom sent Uzbekistan 9.5 billion cubic metres of gas last year.") == {
        ("RUS", "exports", "natural gas"),
        ("UZB", "imports", "natural gas"),
    }


def test_a_firm_tells_of_which_state_an_article_speaks_where_none_is_named(reader: Reader) -> None:
    prose = "Kazatomprom told of its year. The state holding put its uranium output at 25,800 tonnes."
    assert ("KAZ", "produces", "uranium") in _told(reader, prose)


def test_others_share_the_verb_of_a_sum_over_what_it_is_for(reader: Reader) -> None:
    prose = "Kazakhstan proposed a fund and pledged $20 million to it and Azerbaijan $10 million."
    claims = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Commitment)]
    assert {(claim.by, claim.amount.value) for claim in claims if claim.amount} == {
        (("KAZ",), 20e6),
        (("AZE",), 10e6),
    }


def test_what_others_mine_in_a_state_is_its_own(reader: Reader) -> None:
    prose = "In Kazakhstan's Pavlodar region a Chinese group smelted 1 million tonnes of aluminium."
    assert ("KAZ", "produces", "aluminum") in _told(reader, prose)
    assert ("CHN", "produces", "aluminum") not in _told(reader, prose)


IT = [
    ("Once an exporter to China, Uzbekistan shut the gas line, though it still exported 0.6 bcm of gas.", "UZB"),
    ("Long dependent on Russia, Kazakhstan has gas of its own, and last year it exported 5 bcm.", "KAZ"),
    ("Kyrgyzstan mines coal. With Uzbekistan out of the market, it exported 200,000 tonnes.", "KGZ"),
    ("Tajikistan mines antimony. Unlike Kazakhstan, it exported 20,000 tonnes.", "TJK"),
    ("The gas output of Kazakhstan is falling, but it exported 6 bcm.", "KAZ"),
    ("Tajikistan mines antimony. The landlocked Central Asian country exported 20,000 tonnes.", "TJK"),
]


@pytest.mark.parametrize(("prose", "state"), IT)
def test_it_is_whoever_leads_the_sentence_and_nobody_in_its_opening_phrase(
    reader: Reader, prose: str, state: str
) -> None:
    assert {code for code, relation, _ in _told(reader, prose) if relation == "exports"} == {state}


BOTH_WAYS = [
    ("Russia still buys Kazakh wheat, sells gas to Uzbeks.", "RUS", "natural gas"),
    ("Iran buys Kazakh grain, sells polymers and electricity to Turkmenistan.", "IRN", "electricity"),
    ("China imported Turkmen gas, sold coal to Uzbekistan and built roads.", "CHN", "coal"),
    ("Kazakhstan exports uranium to France, now sends coal to Russia.", "KAZ", "coal"),
    ("Kazakhstan, as Russia noted, exports coal to China.", "KAZ", "coal"),
    ("Kazakhstan, which buys gas from Russia, exports oil to China.", "KAZ", "crude oil"),
    ("Last year Kazakhstan bought gas from Russia, sold oil to China, shipped coal to Japan.", "KAZ", "coal"),
]


@pytest.mark.parametrize(("prose", "state", "goods"), BOTH_WAYS)
def test_a_second_verb_has_the_subject_of_the_first_and_nobody_in_its_object(
    reader: Reader, prose: str, state: str, goods: str
) -> None:
    assert {code for code, relation, of in _told(reader, prose) if relation == "exports" and of == goods} == {state}


GOLD = "Uzbekistan lives off gold, gold and again gold."
HEADED = [
    (f"{GOLD}\nCoal\nOutput rose to 8 million tonnes.", "coal"),
    (f"{GOLD}\nCoal market\nOutput rose to 8 million tonnes.", "coal"),
    (f"{GOLD}\nUzbekistan: copper\nOutput rose to 700,000 tonnes.", "copper"),
    (f"{GOLD} And cotton itself? Output rose to 700,000 tonnes.", "cotton"),
    (f"{GOLD} What about coal? Output rose to 8 million tonnes.", "coal"),
    (f"{GOLD}\nSilver fell, and coal too\nOutput rose to 110 tonnes.", "gold"),
]


@pytest.mark.parametrize(("prose", "goods"), HEADED)
def test_a_heading_or_a_question_tells_of_what_all_below_it_is(reader: Reader, prose: str, goods: str) -> None:
    assert ("UZB", "produces", goods) in _told(reader, prose)


def test_how_far_a_figure_is_from_another_is_no_figure_of_goods(reader: Reader) -> None:
    for far in ("below August", "more than in August", "under its plan", "up on August"):
        prose = f"Kazakhstan pumped 1.39 million tonnes of oil in September, 80,000 tonnes {far}."
        claims = (claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource))
        assert {claim.quantity.value for claim in claims if claim.quantity} == {1.39e6}


@pytest.mark.parametrize("owner", ["Zijin-owned", "Glencore-controlled", "Chinese-built", "Gazprom-backed", "CNPC-run"])
def test_who_only_owns_a_mine_or_built_it_mines_nothing(reader: Reader, owner: str) -> None:
    told = _told(reader, f"Kyrgyzstan mines gold. The {owner} mine produced 4 tonnes last year.")
    assert told == {("KGZ", "produces", "gold")}


SHARES = [
    ("Tajikistan shipped 19,400 t of antimony. More than nine-tenths of it still moved to China.", "TJK"),
    ("Tajikistan shipped 19,400 t of antimony. Two thirds of its concentrate, however, went to China.", "TJK"),
    ("Tajikistan shipped 19,400 t of antimony. About 40% of the shipments went to China.", "TJK"),
    ("Uzbekistan imported 6 t of antimony. Tajikistan supplied four-fifths of the volume.", "TJK"),
    ("Uzbekistan imported 6 t of antimony, half of it from Tajikistan.", "TJK"),
]


@pytest.mark.parametrize(("prose", "seller"), SHARES)
def test_a_share_of_what_was_told_of_is_of_the_same_goods(reader: Reader, prose: str, seller: str) -> None:
    claims = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Resource)]
    shares = [claim for claim in claims if claim.quantity is not None and claim.quantity.unit == "percent"]
    assert [(claim.country, claim.relation, claim.resource) for claim in shares] == [(seller, "exports", "antimony")]


ASKED = (
    "The head of the textile association of Uzbekistan, Aziz Karimov, tells of his year.\n"
    "Q: How was the year?\nA: Good. Poland and Germany are in front.\n"
    "Q: Kyrgyz shops are named as rivals.\nA: Last year they bought $60 million worth of our fabrics.\n"
    "Q: Cotton itself?\nA: On the contrary: we imported 45 thousand tonnes."
)


def test_in_an_interview_we_are_the_land_of_who_answers_and_they_are_nobody_of_an_earlier_answer(
    reader: Reader,
) -> None:
    told = _told(reader, ASKED)
    assert ("UZB", "imports", "cotton") in told
    assert not {code for code, relation, goods in told if relation == "imports" and goods in ("textiles", "fabric")}


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Kyrgyzstan has antimony. Its plant will turn out 1,200 t of metal.", ("KGZ", "antimony")),
        ("Kazakhstan has copper. Last year it produced 100,000 tonnes of concentrate.", ("KAZ", "copper")),
    ],
)
def test_metal_is_the_one_spoken_of(reader: Reader, prose: str, told: tuple[str, str]) -> None:
    assert {(code, goods) for code, _, goods in _told(reader, prose)} == {told}


def test_a_heading_of_three_lands_is_the_line_that_leads_through_them(reader: Reader) -> None:
    heading = "CHINA-KYRGYZSTAN-UZBEKISTAN. The 523-km line will carry 15 million tonnes a year."
    read = article(f"Cargo moves from Kazakhstan along the Middle Corridor.\n{heading}")
    told = {claim.content.route for claim in reader.claims(read) if isinstance(claim.content, RouteFact)}
    assert told == {"cku-railway"}
