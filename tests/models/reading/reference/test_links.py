"""Whom words that refer back stand for, as the events of the next sentence tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.records import Event
from tests.models.reading.making import article

if TYPE_CHECKING:
    from models.reading import Reader

CLASH = "Kyrgyzstan and Tajikistan exchanged fire on Friday."
CASES = {
    f"{CLASH} Vladimir Putin, who was in the Uzbek city, called on both to settle the matter.": (
        "REQUEST",
        {"RUS", "KGZ", "TJK"},
    ),
    f"{CLASH} Vladimir Putin met Emomali Rahmon on Sunday, and the Russian president urged both to talk.": (
        "CONSULT",
        {"RUS", "TJK"},
    ),
    "China armed the region. In May it gave Kyrgyzstan cars as a gift, and with Dushanbe it concluded an accord.": (
        "AGREE",
        {"CHN", "TJK"},
    ),
    "Iran is at odds with Turkmenistan. It sent troops to the frontier, and with Russia it signed a treaty.": (
        "AGREE",
        {"IRN", "RUS"},
    ),
    "Uzbekistan and Kazakhstan began drills. On Sunday the two presidents, Sadyr Japarov and Emomali Rahmon, met.": (
        "CONSULT",
        {"KGZ", "TJK"},
    ),
    "Turkmenistan kept silent. It is Iran whose ports closed. In May it signed a treaty with Russia.": (
        "AGREE",
        {"IRN", "RUS"},
    ),
    "Uzbekistan called on Pakistan to open a port; on April 8 it signed with it an arrangement on berths.": (
        "AGREE",
        {"UZB", "PAK"},
    ),
    "China lent Kyrgyzstan $700 million and asked it for the mine in return.": ("REQUEST", {"CHN", "KGZ"}),
    "Kazakhstan recalled its envoy from Bishkek after its neighbour closed the crossing to Kazakh lorries.": (
        "COERCE",
        {"KGZ", "KAZ"},
    ),
    "Japan's foreign minister flew to Tashkent on Monday and signed there a loan agreement.": ("AGREE", {"JPN", "UZB"}),
    f"{CLASH} Vladimir Putin warned in Osh that Russia would sign treaties with both nations.": (
        "AGREE",
        {"RUS", "KGZ", "TJK"},
    ),
    f"{CLASH} In 2021 the two Central Asian neighbours signed an accord on water.": ("AGREE", {"KGZ", "TJK"}),
    "Kazakhstan has a plan. The Chinese president stressed that the country supports Kyrgyzstan in this.": (
        "SUPPORT",
        {"CHN", "KGZ"},
    ),
    "Ling Zhao, a member of the Standing Committee of the Party of China, met with Emomali Rahmon.": (
        "CONSULT",
        {"CHN", "TJK"},
    ),
    "Sadyr Japarov and Acting Kazakh Prime Minister Olzhas Bektenov were set to meet on Monday.": (
        "CONSULT",
        {"KGZ", "KAZ"},
    ),
    "Kaja Kallas arrived in Uzbekistan on Monday. Shavkat Mirziyoyev and his guest signed a treaty.": (
        "AGREE",
        {"UZB", "EUU"},
    ),
    "Prime Minister Olzhas Bektenov was in Osh. The PM met Sadyr Japarov on Monday.": ("CONSULT", {"KAZ", "KGZ"}),
    "Sadyr Japarov met Olzhas Bektenov. Both sides agreed to open posts and regularly maintain contacts.": (
        "AGREE",
        {"KGZ", "KAZ"},
    ),
    "Envoys were in Osh. The Kazakh ambassador to Kyrgyzstan, Askar Iman, and Emomali Rahmon met.": (
        "CONSULT",
        {"KAZ", "TJK"},
    ),
    "Japan, with which Kyrgyzstan signed a treaty in May, will build the plant.": ("AGREE", {"JPN", "KGZ"}),
}


@pytest.mark.parametrize("prose", CASES)
def test_who_is_meant(reader: Reader, prose: str) -> None:
    plover, parties = CASES[prose]
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert parties in [{*event.actor, *event.target} for event in events if event.plover == plover]


def test_a_name_is_not_cut_short_by_a_shorter_one_behind_an_article(reader: Reader) -> None:
    read = article("Kazakhstan ships oil. Much of it went through the Caspian Pipeline Consortium line.")
    assert "R" in next(sentence.tags for sentence in reader.tagged(read) if "Consortium" in sentence.text)


UNDONE = [
    "China and Kazakhstan called upon the international community to support Afghanistan.",
    "Tajikistan asked the wealthy of this world to support Afghanistan.",
    "Kazakhstan called on Washington, in vain, to exempt it from the blockade.",
]


@pytest.mark.parametrize("prose", UNDONE)
def test_what_somebody_is_asked_to_do_is_not_done(reader: Reader, prose: str) -> None:
    events = [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event)]
    assert {event.plover for event in events} <= {"REQUEST", "DEMAND"}


def test_states_named_beside_each_other_have_agreed_on_nothing(reader: Reader) -> None:
    read = article("Kyrgyzstan sold gold to Switzerland and Hong Kong. A memorandum was concluded on a deposit.")
    assert [claim for claim in reader.claims(read) if isinstance(claim.content, Event)] == []


@pytest.mark.parametrize(
    ("prose", "dates"),
    [
        (
            "Japan met Kazakhstan in Tokyo on 20 December 2025. Japan supported Kazakhstan.",
            ["2025-12-20", "2025-12-20"],
        ),
        ("Japan met Kazakhstan in Tokyo on 20 December 2025. Japan supports Kazakhstan.", ["2025-12-20", None]),
    ],
)
def test_what_somebody_does_at_all_times_has_not_the_day_of_a_meeting(
    reader: Reader, prose: str, dates: list[str | None]
) -> None:
    told = [claim.content for claim in reader.claims(article(f"A summit. {prose}"))]
    assert [event.date for event in told if isinstance(event, Event)] == dates
