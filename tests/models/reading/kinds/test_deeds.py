"""Money is told as what is done with it, and as nobody's gift where parties only agree on something worth it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from models.catalog import Catalog
from models.phrases import Phrases
from models.reading import Reader
from models.records import Block, Commitment, Event, Modality, Role
from tests.models.reading.making import article
from tests.models.reading.making import told as told_in


def _money(reader: Reader, text: str) -> list[Commitment]:
    contents = (claim.content for claim in reader.claims(article(text)))
    return [content for content in contents if isinstance(content, Commitment)]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("China has invested $20 billion in Central Asia.", "invested"),
        ("Russia's accumulated investment in Kazakhstan exceeds $20 billion.", "invested"),
        ("Chinese firms poured $3 billion into Kazakhstan.", "invested"),
        ("China lent Tajikistan $500 million.", "lent"),
        ("China spent $300 million on roads in Tajikistan.", "spent"),
        ("The World Bank has disbursed $120 million to Tajikistan.", "given"),
        ("Germany gave Kyrgyzstan 30 million euros for hospitals.", "given"),
        ("Kazakhstan ordered locomotives from Wabtec for $4.2 billion.", "bought"),
        ("The Export-Import Bank offered $900 million for tungsten in Kazakhstan.", "offered"),
        ("The EU is ready to provide Uzbekistan with a grant of 36 million euros.", "offered"),
        ("Japan set a five-year target of $19 billion for business projects in Central Asia.", "targeted"),
        ("Russia agreed to lend Tajikistan 1.6 billion euros for a railway.", "loan"),
        ("Japan pledged to invest $20 billion in Central Asia.", ""),
        ("Japan will invest $20 billion in Central Asia.", ""),
        ("The European Union announced an investment of 12 billion euros in Central Asia.", ""),
        ("Having spent a week in Dushanbe, China's minister promised Tajikistan $20 million.", ""),
    ],
)
def test_what_is_done_with_money_is_told(reader: Reader, text: str, done: str) -> None:
    assert [content.deed for content in _money(reader, text)] == [done]


@pytest.mark.parametrize(
    ("text", "to", "purpose"),
    [
        ("Japan will lend $30 million to Kazakhstan's Kazakhmys, and promised to train miners.", "Kazakhmys KAZ", ""),
        ("The EBRD lent $40 million to Vertex Metals for a mill in Tajikistan.", "Vertex_Metals TJK", "a mill"),
        ("In June Kazakhmys signed with the EBRD for a loan of up to $15 million, and agreed to sell ore.", "KAZ", ""),
    ],
)
def test_money_goes_to_the_firm_that_gets_it_and_for_nothing_told_later(
    reader: Reader, text: str, to: str, purpose: str
) -> None:
    [content] = _money(reader, text)
    assert content.to == tuple(name.replace("_", " ") for name in to.split())
    assert content.purpose.startswith(purpose)
    assert bool(content.purpose) == bool(purpose)


@pytest.mark.parametrize(
    "text",
    [
        "Vertex Metals is at work in Kazakhstan. A study puts initial capex at $780 million.",
        "Antimony trioxide prices in Rotterdam extended gains and were assessed at $51,000/t; Tajikistan mines it.",
        "Uzbekistan's textile exporters brought home $3.1 billion last year.",
        "Rail cost $1m. Uzbekistan agreed with Gazprom to lift flows to 32 million cubic metres, from 28 million.",
        "Trade of Uzbekistan with Korea grew. In the first half it added 28 percent and stood at 361 million dollars.",
        "Kazakhstan offered to create with Iran a joint terminal, for which 70 million dollars are required.",
    ],
)
def test_what_nobody_gives_is_no_promise(reader: Reader, text: str) -> None:
    assert not _money(reader, text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Dera, the German raw-materials agency, met officials of Tajikistan's industry ministry.", {"DEU", "TJK"}),
        (
            "Hyrasia One, a unit of Germany's Svevind, signed a contract with Kazatomprom.",
            {"Hyrasia One", "Kazatomprom"},
        ),
        ("Vertex Metals, a London-listed miner, signed a contract with Kazatomprom.", {"Vertex Metals", "Kazatomprom"}),
        (
            "In May Sinomine, the Chinese tungsten group, signed a contract with Kazatomprom.",
            {"Sinomine", "Kazatomprom"},
        ),
        ("Uzbekistan agreed to sell half of Almalyk's ore to Aurubis.", {"UZB", "Aurubis"}),
        (
            "Tashkent's envoy, Ismatulla Irgashev, called on the acting foreign minister, Amir Khan Muttaqi.",
            {"UZB", "AFG"},
        ),
    ],
)
def test_who_is_told_beside_a_name_is_no_party_of_its_own(reader: Reader, text: str, parties: set[str]) -> None:
    contents = [claim.content for claim in reader.claims(article(text))]
    assert all({*event.actor, *event.target} == parties for event in contents if isinstance(event, Event))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kazakhstan and Afghanistan signed an agreement on a railway, worth $500 million.", ("KAZ", "AFG")),
        ("Kazakhstan and Afghanistan agreed to build a railway worth $500 million.", ("KAZ", "AFG")),
        ("Uzbekistan and China signed agreements worth $26 billion.", ("UZB", "CHN")),
        ("Uzbekistan signed a memorandum with Saudi Arabia worth $14 billion.", ("UZB", "SAU")),
        ("Boeing signed a $7 billion deal with Air Astana.", ("Boeing", "Air Astana", "KAZ")),
        ("Hyundai Rotem won a contract worth $195 million to supply trains to Uzbekistan.", ("Hyundai Rotem", "UZB")),
        ("Kazakhstan awarded China Railway a $1.2 billion contract.", ("KAZ", "China Railway")),
        ("A $1.2 billion contract was awarded to China Railway by Kazakhstan.", ("China Railway", "KAZ")),
        ("China Railway got an order from Kazakhstan for $300 million.", ("China Railway", "KAZ")),
        ("Van Oord is to remove silt in Aktau under a contract worth $23 million.", ("Van Oord", "NLD", "KAZ")),
        ("Siemens will supply turbines to Uzbekistan under a deal worth $300 million.", ("Siemens", "DEU", "UZB")),
    ],
)
def test_a_contract_is_nobodys_gift(reader: Reader, text: str, parties: tuple[str, ...]) -> None:
    assert [(content.by, content.to, content.deed) for content in _money(reader, text)] == [(parties, (), "agreed")]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Tajikistan signed a $500 million loan agreement with China.", ("CHN",), ("TJK",)),
        ("Kazakhstan and the World Bank signed a loan agreement for $500 million.", ("World Bank",), ("KAZ",)),
        ("Russia signed an agreement with Kyrgyzstan to provide $100 million.", ("RUS",), ("KGZ",)),
        ("Japan and Central Asia concluded a summit, setting a business target of $19 billion.", ("JPN",), ("C5",)),
    ],
)
def test_who_lends_or_provides_by_an_agreement_gives(
    reader: Reader, text: str, by: tuple[str, ...], to: tuple[str, ...]
) -> None:
    assert [(content.by, content.to) for content in _money(reader, text)] == [(by, to)]


@pytest.mark.parametrize(
    "text",
    [
        "Kyrgyzstan spent $20 million on buses from China.",
        "Kyrgyzstan spent $20 million on Chinese buses.",
        "The line in Kazakhstan was built by Integra Construction for $1.2 billion.",
        "Japanese officials put the value of the agreements with Kazakhstan at 310 billion yen.",
        "The European group puts its spending in Kazakhstan so far at $720 million.",
    ],
)
def test_what_goods_and_works_cost_and_what_a_sum_is_put_at_is_no_commitment(reader: Reader, text: str) -> None:
    assert _money(reader, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Russia has invested $20 billion in Kazakhstan.", "Russia has invested US$20 billion in Kazakhstan"),
        ("Russia pledged $20 billion to Kazakhstan.", "Russia commits US$20 billion to Kazakhstan"),
        ("International lenders pledged $600 million to Tajikistan.", "International lenders commit US$600 million"),
        ("Japan set a target of $19 billion for projects in Tajikistan.", "Japan aims at US$19 billion for Tajikistan"),
        ("Russia agreed to lend Tajikistan 1.6 billion euros.", "Russia is to lend €1.6 billion to Tajikistan"),
        ("Kazakhstan and China signed contracts worth $3 billion.", "Kazakhstan and China: agreements worth US$3"),
    ],
)
def test_the_wording_is_that_of_the_deed(reader: Reader, catalog: Catalog, text: str, said: str) -> None:
    assert Phrases(catalog).content(_money(reader, text)[0]).startswith(said)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "Kazakhstan has ordered 300 locomotives from Wabtec of the United States for $4.2 billion.",
            ("Wabtec", "USA"),
        ),
        ("Uzbekistan agreed to buy natural gas worth $1.68 billion from Russia.", ("RUS",)),
        ("China and Kazakhstan met in Astana. Kazakhstan will buy locomotives for $4.2 billion.", ()),
    ],
)
def test_who_sells_is_paid_and_nobody_else(reader: Reader, text: str, to: tuple[str, ...]) -> None:
    assert [content.to for content in _money(reader, text)] == [to]


@pytest.mark.parametrize(
    ("text", "bought"),
    [
        ("Kazakhstan agreed to buy aircraft of Boeing for 7 billion US dollars.", "aircraft"),
        ("Kazakhstan ordered locomotives from Wabtec for $4.2 billion.", "locomotives"),
        ("Uzbekistan Airways ordered 22 Boeing jets for $8 billion.", "22 Boeing jets"),
        ("Kazakhstan signed a purchase of American tractors for $300 million.", "American tractors"),
        ("Uzbekistan agreed to buy natural gas worth $1.68 billion from Russia.", "natural gas"),
        ("Kazakhstan agreed to buy goods of Wabtec for 4.2 billion US dollars.", ""),
        ("Kazakhstan placed orders worth $2 billion with Boeing.", ""),
        ("Kazakhstan ordered locomotives for $4.2 billion for its northern lines.", "its northern lines"),
    ],
)
def test_what_is_bought_is_what_the_money_is_for(reader: Reader, text: str, bought: str) -> None:
    assert [content.purpose for content in _money(reader, text)] == [bought]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("India has spent $120 million on a terminal and has offered Tehran a credit line of $250 million.", ("IRN",)),
        ("For the first stage Washington allocates to Armenia 145 million dollars.", ("ARM",)),
        ("The EU will provide Uzbekistan with a grant of 36 million euros.", ("UZB",)),
        ("Japan, which lost to China in the race, promised 20 billion dollars.", ("C5",)),
        (
            "By a paper signed in Bishkek Kazakhstan is to put $500 million into a line from Torghundi to Herat.",
            ("AFG",),
        ),
    ],
)
def test_who_gets_it_is_whom_the_words_around_the_sum_name(reader: Reader, text: str, to: tuple[str, ...]) -> None:
    assert {content.to for content in _money(reader, text)} == {to}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Two loans were signed for Kazakhstan: $420 million from the China Development Bank and $130 million from "
            "the Eurasian Development Bank.",
            [("China Development Bank", "CHN"), ("Eurasian Development Bank",)],
        ),
        ("Of the $1.4 billion needed in Kazakhstan, a fifth is equity from Masdar.", []),
        ("A fund for Uzbekistan was set up with $400 million, half of it from the World Bank.", []),
    ],
)
def test_a_sum_is_of_whom_it_comes_from_and_of_nobody_who_gives_a_part(
    reader: Reader, text: str, by: list[tuple[str, ...]]
) -> None:
    assert [content.by for content in _money(reader, text)] == by


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The World Bank approved $150 million for Uzbekistan, the European Investment Bank 100 million euros and "
            "the Asian Development Bank $170 million.",
            [
                ("World Bank", "UZB", 150),
                ("European Investment Bank", "UZB", 100),
                ("Asian Development Bank", "UZB", 170),
            ],
        ),
        (
            "The road in Kyrgyzstan will be financed by the Islamic Development Bank ($40 million) and the OPEC Fund "
            "($15 million).",
            [("Islamic Development Bank", "KGZ", 40), ("OPEC Fund", "KGZ", 15)],
        ),
        (
            "Japan promised $40 million to Kyrgyzstan, Tajikistan $25 million and Uzbekistan $15 million.",
            [("JPN", "KGZ", 40), ("JPN", "TJK", 25), ("JPN", "UZB", 15)],
        ),
        (
            "Japan pledged $10 million for Kyrgyzstan, $20 million for Tajikistan and $30 million for Uzbekistan.",
            [("JPN", "KGZ", 10), ("JPN", "TJK", 20), ("JPN", "UZB", 30)],
        ),
        (
            "The European Union gave Kyrgyzstan 20 million euros, Germany 10 million euros and Japan $5 million.",
            [("EUU", "KGZ", 20), ("DEU", "KGZ", 10), ("JPN", "KGZ", 5)],
        ),
    ],
)
def test_each_of_a_list_has_his_own_sum(reader: Reader, text: str, told: list[tuple[str, str, float]]) -> None:
    made = [(item.by[0], *item.to, item.amount.value) for item in _money(reader, text)]
    assert made == [(by, to, millions * 1e6) for by, to, millions in told]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "It costs about $2 billion, of which the Qatar Investment Authority is to give Kyrgyzstan $850 million.",
            "QAT",
        ),
        (
            "Azerbaijan's trade with Uzbekistan passed $1 billion, its firm SOCAR invested $2 billion in Uzbekistan.",
            "AZE",
        ),
        ("Uzbekistan set up an office, towards whose costs Japan will contribute $12 million.", "JPN"),
        ("Astana wants more: a memorandum provides for Kazakh credits of $500 million to Afghanistan.", "KAZ"),
    ],
)
def test_trade_or_a_cost_told_beside_a_sum_bars_it_not(reader: Reader, text: str, by: str) -> None:
    assert [by in item.by for item in _money(reader, text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Trade between Uzbekistan and Turkey reached $3 billion, and both agreed to raise it to $5 billion.",
        "Trade turnover with China was $12 billion, of which $3 billion is in services, Kazakhstan said.",
        "The road costs $200 million, Kazakhstan said.",
    ],
)
def test_trade_and_costs_are_promised_by_nobody(reader: Reader, text: str) -> None:
    assert _money(reader, text) == []


def test_the_years_of_another_deed_are_not_the_loans(reader: Reader) -> None:
    text = (
        "The World Bank promised Kazakhstan a loan of $150 million, and Kazakhstan agreed to sell copper for ten years."
    )
    found = [item.content for item in told_in(reader, text) if isinstance(item.content, Commitment)]
    assert [item.period_years for item in found] == [None]


def test_where_prices_stand_is_no_place_of_a_ban(reader: Reader) -> None:
    text = "Prices in Almaty stood at $57,000, after China banned shipments of antimony to the United States."
    assert {item.content.place for item in told_in(reader, text) if isinstance(item.content, Event)} == {None}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Japan announced a five-year business goal in Central Asia. The target stands at $19 billion.", 5),
        ("Japan announced a business goal in Central Asia over five years. The goal stands at $19 billion.", 5),
        ("Japan announced a business goal in Central Asia. The target stands at $19 billion.", None),
        ("Japan announced a five-year business goal in Central Asia. A new target of $19 billion followed.", None),
        ("Japan announced a five-year plan for Central Asia. The target stands at $19 billion.", None),
    ],
)
def test_a_target_is_a_goal_with_the_years_that_were_told_of_it(reader: Reader, text: str, years: int | None) -> None:
    claims = [claim for claim in reader.claims(article(text)) if isinstance(claim.content, Commitment)]
    told = [(claim.content.deed, claim.content.period_years, claim.modality) for claim in claims]
    assert told == [("targeted", years, Modality.PLANNED)]


@pytest.mark.parametrize(
    ("text", "deed", "modality"),
    [
        ("Russia's accumulated investment in Kazakhstan stands at $20 billion.", "invested", Modality.DONE),
        ("China lent Tajikistan $500 million.", "lent", Modality.DONE),
    ],
)
def test_deeds_are_no_goals(reader: Reader, text: str, deed: str, modality: Modality) -> None:
    claims = [claim for claim in reader.claims(article(text)) if isinstance(claim.content, Commitment)]
    assert [(claim.content.deed, claim.modality) for claim in claims] == [(deed, modality)]


_ORE = "Uzbekistan sells gold. Kyrgyzstan sells gold, too. Tajikistan has antimony.\n"


@pytest.mark.parametrize(
    ("before", "to"),
    [
        (f"{_ORE}Kazakhstan is the largest producer of uranium in the world.\n", ()),
        (f"{_ORE}Kazakhstan is the largest producer of uranium in the world. ", ("KAZ",)),
        ("Kazakhstan is the largest producer of uranium in the world. Kazakhstan sells gold, too.\n", ("KAZ",)),
    ],
)
def test_money_is_not_for_a_state_of_another_paragraph_that_is_one_of_several(
    reader: Reader, before: str, to: tuple[str, ...]
) -> None:
    made = article(f"{before}Japan promised 3 trillion yen.")
    ends = [at for at, char in enumerate(f"{made.text}\n") if char == "\n"]
    title, *bodies = (Block(Role.BODY, start, end) for start, end in pairwise((-1, *ends)))
    blocks = (replace(title, role=Role.TITLE, start=0), *(replace(body, start=body.start + 1) for body in bodies))
    contents = [claim.content for claim in reader.claims(replace(made, blocks=blocks))]
    (found,) = (content for content in contents if isinstance(content, Commitment))
    assert (found.by, found.to) == (("JPN",), to)
