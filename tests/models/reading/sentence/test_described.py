"""Routes that are told by their ends are those of the catalog."""

from __future__ import annotations

import pytest

from models.reading import Reader
from tests.models.reading.making import article


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("A railway from China through Kyrgyzstan to Uzbekistan is being built.", "cku-railway"),
        ("They spoke of a rail link between Kashgar and Andijan.", "cku-railway"),
        ("The China-Kyrgyzstan-Uzbekistan line will open.", "cku-railway"),
        (
            "A railway line that is to link Uzbekistan with Pakistan across Afghanistan was discussed.",
            "trans-afghan-railway",
        ),
        ("The railway linking Kazakhstan, Turkmenistan and Iran was opened.", "kti-railway"),
        ("The gas pipeline from Turkmenistan to China is full.", "central-asia-china-gas"),
        ("The gas pipeline from Shymkent to Tashkent was repaired.", "central-asia-china-gas"),
        ("A pipeline from Turkmenistan across the Caspian to Azerbaijan has been talked about.", "trans-caspian-gas"),
        ("The railway Torghundi – Herat is 115 km long.", "torghundi-herat-railway"),
        ("Exports through the Caspian Pipeline Consortium rose.", "cpc"),
        ("The Caspian Pipeline Consortium pumped 63 million tonnes of oil from Kazakhstan.", "cpc"),
        ("The line between Dostyk and Moiynty was opened.", "dostyk-moiynty-railway"),
        ("Uzbek officials praised the Trans-Afghan line.", "trans-afghan-railway"),
        ("They discussed the Baku–Tbilisi–Kars line.", "btk-railway"),
        ("China offered a loan to widen the line to Alashankou.", "kazakhstan-china-oil"),
        ("It is a pipeline that is to bring gas from Turkmenistan through Afghanistan to Pakistan and India.", "tapi"),
        ("A line that is to carry the power of Kyrgyzstan and Tajikistan to Pakistan was built.", "casa-1000"),
        ("The Caspian Pipeline Consortium's line is long.", "cpc"),
        ("The Middle Corridor is a route from China to Europe across Kazakhstan.", "middle-corridor"),
        ("Track-laying on the line from Ayagoz to the Chinese border at Bakhty is done.", "bakhty-ayagoz-railway"),
        ("Trains will run on a line from Ayagoz to the Chinese frontier near Bakhty.", "bakhty-ayagoz-railway"),
        ("Drillers have broken through on the stretch between Torugart and Kazarman.", "cku-railway"),
        ("The section from Torugart to Kazarman is the hardest.", "cku-railway"),
        ("They back the railway through Afghanistan to the ports of Pakistan.", "trans-afghan-railway"),
        ("A dream is the gas pipeline that would run across Afghanistan to India.", "tapi"),
    ],
)
def test_a_route_is_known_by_its_ends(reader: Reader, text: str, route: str) -> None:
    (sentence,) = reader.tagged(article(text))
    assert {mention.ids for mention in sentence.present("R")} == {(route,)}


@pytest.mark.parametrize(
    "text",
    [
        "A railway from China to Mongolia is planned.",
        "A new railway through Afghanistan to Pakistan is planned.",
        "The railway through Mongolia to China is planned.",
        "A railway from China to Europe is planned.",
        "A pipeline from China to Kyrgyzstan through Uzbekistan is planned.",
        "The line between Almaty and Astana was opened.",
        "Oil left by the Atyrau–Samara line.",
        "The Lapis Lazuli corridor links Afghanistan via Turkmenistan and Azerbaijan with Turkey.",
        "The Caspian Pipeline Consortium said that it was ready.",
        "He drew the line between Kazakhstan and Kyrgyzstan.",
        "The stretch between Tashkent and Almaty is closed.",
        "Kazakhstan and Uzbekistan will build a 480-kilometre gas pipeline from Shymkent to Tashkent.",
        "Another new gas pipeline from Bukhara to Tashkent is talked about.",
    ],
)
def test_other_lines_stay_without_a_name(reader: Reader, text: str) -> None:
    (sentence,) = reader.tagged(article(text))
    assert sentence.present("R") == []


@pytest.mark.parametrize(
    ("text", "route"),
    [
        (
            "Traffic on the Middle Corridor grew. The line, which runs from China through Kazakhstan and on via "
            "Azerbaijan and Georgia, is full.",
            "middle-corridor",
        ),
        (
            "Traffic on the Middle Corridor grew. The line, which runs from Turkmenistan through Uzbekistan and "
            "Kazakhstan to China, is full of gas.",
            "central-asia-china-gas",
        ),
    ],
)
def test_what_is_said_of_the_route_spoken_of_makes_it_no_other(reader: Reader, text: str, route: str) -> None:
    *_, last = reader.tagged(article(text))
    assert {mention.ids for mention in last.present("R")} == {(route,)}
