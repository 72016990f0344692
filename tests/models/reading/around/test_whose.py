"""Whose a figure is, of what, and who is on the other side of it: nothing is taken for the country's that is not."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.phrases import Phrases
from models.reading import Reader
from models.records import Kind, Resource
from tests.models.reading.making import article, told


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        pytest.param(
            "Kyrgyzstan is short of electricity. It has contracts for 3 billion kilowatt-hours of imports: "
            "2 billion from Turkmenistan and 1 billion from Kazakhstan.",
            [
                "Kyrgyzstan imports 2 billion kWh of electricity from Turkmenistan",
                "Turkmenistan exports 2 billion kWh of electricity to Kyrgyzstan",
                "Kyrgyzstan imports 3 billion kWh of electricity",
                "Kyrgyzstan imports 1 billion kWh of electricity from Kazakhstan",
                "Kazakhstan exports 1 billion kWh of electricity to Kyrgyzstan",
            ],
            id="a total is the buyer's, its parts have sellers",
        ),
        pytest.param(
            "Kazakhstan's state uranium company Kazatomprom met investors. "
            "Output rose to 18,000 tonnes, the company said. Sales over the same months fell to 11,000 tonnes.",
            [
                "Kazatomprom (Kazakhstan) produces 18,000 tonnes of uranium",
                "Kazatomprom (Kazakhstan) exports 11,000 tonnes of uranium",
            ],
            id="a firm's figures stay the firm's",
        ),
        pytest.param(
            "KAZ Minerals is ahead as Kazakhstan's largest copper producer in the first half of 2025. "
            "The group's output slipped 2% to 90,000 t.",
            ["KAZ Minerals (Kazakhstan) produces 90,000 tonnes of copper (first half) in 2025"],
            id="a firm told by its trade names the good",
        ),
        pytest.param(
            "KazMunayGas uses the Baku-Tbilisi-Ceyhan pipeline for its oil; it sent 1.3 million tonnes that way.",
            [
                "KazMunayGas (Kazakhstan) exports 1.3 million tonnes of crude oil "
                "(through the Baku-Tbilisi-Ceyhan pipeline)"
            ],
            id="a shipper's tonnes are not all that a line carried",
        ),
        pytest.param(
            'Steppe Resources plc ("the Company"), the copper producer focused on Kazakhstan, reports its results. '
            "Copper production was 14,200 tonnes. The Company plans to produce 45,000 tonnes of copper in 2027.",
            [
                "Steppe Resources (Kazakhstan) produces 14,200 tonnes of copper",
                "Steppe Resources (Kazakhstan) produces 45,000 tonnes of copper in 2027",
            ],
            id="a company's release tells of the company",
        ),
        pytest.param(
            "Tian Shan Gold Corp. (“Tian Shan” or the “Company”) runs a mine in Kyrgyzstan. Output of gold rose to "
            "2 tonnes. Tian Shan sold 1.9 tonnes of gold. Kyrgyzstan mined 24 tonnes of gold in 2024.",
            [
                "Kyrgyzstan produces 24 tonnes of gold in 2024",
                "Tian Shan Gold Corp (Kyrgyzstan) exports 1.9 tonnes of gold",
                "Tian Shan Gold Corp (Kyrgyzstan) produces 2 tonnes of gold",
            ],
            id="also by its short name",
        ),
        pytest.param(
            "Dostyk Oil, a joint venture of KazMunayGas (50%) and Canada's Northline Energy (50%), pumped 1.2 million "
            "tonnes of oil in 2024.",
            [
                "Dostyk Oil (Kazakhstan) produces 1.2 million tonnes of crude oil in 2024",
                "KazMunayGas owns 50% of Dostyk Oil",
                "Northline Energy owns 50% of Dostyk Oil",
            ],
            id="who owns a part of a venture does not do what it does",
        ),
        pytest.param(
            "Gas is scarce in Uzbekistan. Lukoil pumped 6.1 billion cubic metres from the Kandym field.",
            ["Lukoil (Uzbekistan) produces 6.1 billion cubic metres of natural gas at Kandym"],
            id="what is drawn there is the land's, whoever draws it",
        ),
        pytest.param(
            "Kazakhstan mines uranium. The Central Asian country produced 23,270 tonnes of the metal in 2024.",
            ["Kazakhstan produces uranium", "Kazakhstan produces 23,270 tonnes of uranium in 2024"],
            id="the country of the region is the one spoken of",
        ),
        pytest.param(
            "Antimony is dear. Kadamjay in Kyrgyzstan made 600 tonnes of it, if a loan of a Kazakh bank is no gift.",
            [],
            id="a bank of another land digs nothing",
        ),
        pytest.param(
            "Kazakhstan mines zinc. The Glencore-controlled smelter sold 640 tonnes of zinc.",
            ["Kazakhstan exports 640 tonnes of zinc", "Kazakhstan produces zinc"],
            id="the owner of a smelter is not who sells",
        ),
        pytest.param(
            "In Uzbekistan, where output has been sliding since 2018, the wells gave 41.9 bcm of gas in 2025.",
            ["Uzbekistan produces 41.9 billion cubic metres of natural gas in 2025"],
            id="the year behind the figure, not that of a beginning",
        ),
        pytest.param(
            "Uzbekistan's solar and wind plants generated 10.5 billion kilowatt-hours in 2024.",
            [
                "Uzbekistan produces 10.5 billion kWh of solar power (solar and wind plants) in 2024",
                "Uzbekistan produces 10.5 billion kWh of wind power (solar and wind plants) in 2024",
            ],
            id="what two kinds of plants come to is told as theirs together",
        ),
        pytest.param("No Central Asian country produced 23,270 tonnes of uranium in 2024.", [], id="none is nobody"),
        pytest.param(
            "The mine lies in Kyrgyzstan. The company bought 60% of the lead and zinc project.",
            [],
            id="who buys a project imports nothing",
        ),
        pytest.param(
            "Tajikistan mines antimony. Anzob, owned by US-based traders, produced 1,600 tonnes.",
            ["Tajikistan produces antimony"],
            id="a place is not the country",
        ),
        pytest.param(
            "Almalyk Mining and Metallurgical Complex, Uzbekistan's only producer of copper, met investors. "
            "Output rose to 148,000 tonnes of copper.",
            [
                "Uzbekistan produces copper",
                "Almalyk Mining and Metallurgical Complex (Uzbekistan) produces 148,000 tonnes of copper",
            ],
            id="a firm with an aside on it keeps its land",
        ),
        pytest.param(
            "Kazakhstan mines uranium at Budenovskoye. A cement plant rises nearby. "
            "The plant, with a capacity of 700,000 tonnes a year, is late.",
            ["Kazakhstan produces uranium"],
            id="a plant that makes something else",
        ),
        pytest.param(
            "Uzbekistan builds. Masdar has built 2 gigawatts of solar and wind since 2022.",
            ["Uzbekistan is developing solar power projects"],
            id="who has built has no reserves, and a sum of two goods is of neither",
        ),
        pytest.param(
            "China took 70% of Kazakhstan's copper exports, Turkey 14%.",
            [
                "Kazakhstan sends 70% of its copper exports to China",
                "Kazakhstan sends 14% of its copper exports to Türkiye",
            ],
            id="a share of one good is no share of trade",
        ),
        pytest.param(
            "China accounts for 30 percent of Uzbekistan's foreign trade.",
            ["China has a share of 30% in the trade of Uzbekistan"],
            id="a share of trade has its number",
        ),
        pytest.param(
            "Exports from Germany to Kyrgyzstan rose to 660 million euros.",
            ["Germany exports goods worth €660 million to Kyrgyzstan"],
            id="exports to a partner are not all trade",
        ),
        pytest.param(
            "Uzbekistan and the European Union held talks. The EU promised 30 million euros for vocational training.",
            ["The European Union commits €30 million to Uzbekistan for vocational training"],
            id="money goes to who talked, not to the region",
        ),
        pytest.param(
            "Kazakhstan watches. Azerbaijan has spent $400 million on the port of Alat, and Georgia plans Anaklia.",
            ["Azerbaijan has spent US$400 million"],
            id="what is spent at home has no receiver",
        ),
        pytest.param(
            "The Northern Corridor is cheap. A container from Xi'an to Duisburg costs $3,200 in the trade between "
            "China and Europe, while the trip through Baku takes 18 to 23 days.",
            [],
            id="a price is no trade, and another way is not this one",
        ),
        pytest.param(
            "If the China-Kyrgyzstan-Uzbekistan railway opens as planned, another 9 million tonnes could go west.",
            [],
            id="what an author imagines is no target",
        ),
        pytest.param(
            "Tajikistan is the world's second largest producer of antimony after China, with 17,000 tonnes in 2024.",
            [
                "Tajikistan: world's second-largest producer of antimony",
                "Tajikistan produces 17,000 tonnes of antimony in 2024",
            ],
            id="behind a comma the figure is of who ranks, not of who is ahead",
        ),
        pytest.param(
            "Kazakhstan is the largest uranium producer, ahead of Canada with 14,000 tonnes.",
            ["Kazakhstan: world's largest producer of uranium"],
            id="a figure of either is of neither",
        ),
        pytest.param(
            "In Kyrgyzstan, Altyn Tor, a joint venture 60 percent owned by China's Zijin, sold all of its gold.",
            [],
            id="what an owner's firm sells is not sold by his land",
        ),
        pytest.param(
            "In Kazakhstan, Inkai, a venture 40 percent owned by Canada's Cameco, exports uranium to Europe.",
            ["Kazakhstan exports uranium to Europe"],
            id="goods go out from where they are mined",
        ),
        pytest.param(
            "Altyn Tor, in which China's Zijin holds 60 percent, exports gold from Kyrgyzstan.",
            ["Kyrgyzstan exports gold"],
            id="a shareholder exports nothing",
        ),
        pytest.param(
            "Uzbekistan produced 110 tonnes of gold and 3.5 million tonnes of white gold in 2024.",
            [
                "Uzbekistan produces 110 tonnes of gold in 2024",
                "Uzbekistan produces 3.5 million tonnes of cotton in 2024",
            ],
            id="white gold is cotton",
        ),
        pytest.param(
            'Kazakhstan\'s "black gold" output reached 99 million tonnes in 2025.',
            ["Kazakhstan produces 99 million tonnes of crude oil in 2025"],
            id="black gold is oil",
        ),
        pytest.param(
            "Turkmenistan grows cotton. The purchasing price for one tonne is established at 1,500 manats.",
            ["Turkmenistan produces cotton"],
            id="a price is no import",
        ),
        pytest.param(
            "Uzbekistan pays Russia $160 for 1,000 cubic metres of imported gas.",
            ["Uzbekistan imports natural gas"],
            id="nor is what it is told for",
        ),
        pytest.param(
            "Turkmenistan buys cotton at 1,500 manats per tonne.",
            ["Turkmenistan imports cotton"],
            id="price of a tonne",
        ),
        pytest.param(
            "Central Asia holds few proven reserves of rare earths, and Turkmenistan has scarcely any copper reserves.",
            [],
            id="hardly any is none worth telling",
        ),
        pytest.param("Kazakhstan holds a few deposits of lithium.", ["Kazakhstan has lithium"], id="a few are some"),
        pytest.param(
            "Turkmenistan lives on gas. China buys some 33 billion cubic metres, over four fifths of Turkmen exports.",
            [
                "China imports 33 billion cubic metres of natural gas",
                "Turkmenistan exports 33 billion cubic metres of natural gas to China",
            ],
            id="a share behind a figure of goods is of these goods",
        ),
        pytest.param(
            "China bought 10 million tonnes of oil, or 12 percent of Kazakhstan's exports.",
            [
                "China imports 10 million tonnes of crude oil",
                "Kazakhstan exports 10 million tonnes of crude oil to China",
            ],
            id="nor is this one of all trade",
        ),
        pytest.param(
            "The Asian development bank approved a $100 million loan for Tajikistan.",
            ["The Asian Development Bank commits US$100 million to Tajikistan"],
            id="a bank has its name, also written small",
        ),
        pytest.param(
            "Kazakhstan built the Dostyk-Moiynty railway and a third crossing to China at Bakhty.",
            ["Dostyk-Moiynty railway: built by Kazakhstan"],
            id="a crossing is a thing of its own",
        ),
        pytest.param(
            "Turkmenistan harvested cotton. The Mary velayat gave 325 thousand tonnes, Lebap - 310 thousand tonnes.",
            ["Turkmenistan produces cotton"],
            id="a province is not the country",
        ),
        pytest.param(
            "Uzbekistan waits. The Tajik side noted that Japan will grant 90 million dollars.",
            ["Japan commits US$90 million to Tajikistan"],
            id="whose side speaks gets it",
        ),
        pytest.param(
            "Tajikistan is poor. Japan gave it $20 million.",
            ["Japan has given US$20 million to Tajikistan"],
            id="who is spoken of gets it, and not the region",
        ),
        pytest.param(
            "The ministers of the EU and Kazakhstan met. Britain looked on. So far the EU has disbursed 3m euros.",
            ["The European Union has given €3 million"],
            id="what was paid so far is not for those who met",
        ),
        pytest.param(
            "Kyrgyzstan will release 1.1 billion cubic metres of water from Toktogul.",
            [],
            id="water let out is not made",
        ),
    ],
)
def test_what_is_read(reader: Reader, catalog: Catalog, prose: str, said: list[str]) -> None:
    phrases = Phrases(catalog)
    found = [phrases.content(claim.content) for claim in told(reader, prose) if claim.kind is not Kind.EVENT]
    assert sorted(found) == sorted(said)


def test_a_title_names_the_good(reader: Reader) -> None:
    claims = reader.claims(article("Kazakhmys of Kazakhstan raised output to 131,000 t.", title="Copper at a glance"))
    assert [item.resource for claim in claims if isinstance(item := claim.content, Resource)] == ["copper"]
