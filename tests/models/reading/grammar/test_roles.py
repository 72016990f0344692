"""Roles: who takes part is found however the clause is built; nobody does in a question or by a mere noun."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event
from tests.models.reading.making import article

BUILDS = [
    ("Tokayev, who had flown in overnight, met at the edge of a forum with Xi Jinping.", "CONSULT", {"KAZ", "CHN"}),
    ("The loan will come soon, Vladimir Putin said after talks with Tokayev.", "CONSULT", {"RUS", "KAZ"}),
    ("From May, duties of a fifth on steel from Kazakhstan are imposed by Russia.", "SANCTION", {"RUS", "KAZ"}),
    ("In the road map that Kazakhstan and China signed in Astana the goal is clear.", "AGREE", {"KAZ", "CHN"}),
    ("China wants a fee of a dollar, which Kazakhstan has so far refused to accept.", "REJECT", {"CHN", "KAZ"}),
    ("Russia opposed the dam until Mirziyoyev, on a visit to Dushanbe, dropped the objection.", "CONCEDE", {"UZB"}),
    ("Emomali Rahmon condemned what he called illegal actions of Afghan citizens.", "ACCUSE", {"TJK", "AFG"}),
    ("Under a memorandum signed in Kabul last July Kazakhstan is to lay a railway.", "AGREE", {"KAZ", "AFG"}),
    ("Talks of Pakistan and Afghanistan failed. The neighbours met in Istanbul in May.", "CONSULT", {"PAK", "AFG"}),
    ("The Taliban, instead, on Wednesday banned Pakistani medicines near Uzbekistan.", "SANCTION", {"AFG", "PAK"}),
    ("At a session which Mirziyoyev chaired and the president of Turkmenistan attended.", "CONSULT", {"UZB", "TKM"}),
    ("Talks on the price have been going on between Uzbekistan and China since May.", "CONSULT", {"UZB", "CHN"}),
]

NOBODY = [
    "Will Kazakhstan and China sign an agreement?",
    "Kazakhstan met the target of its plan for China.",
    "Kazakhstan described the seized lorries of traders.",
]


@pytest.mark.parametrize(("text", "plover", "parties"), BUILDS)
def test_the_parties_are_found_in_any_build_of_clause(
    reader: Reader, text: str, plover: str, parties: set[str]
) -> None:
    events = [claim.content for claim in reader.claims(article(text)) if isinstance(claim.content, Event)]
    assert parties in [{*event.actor, *event.target} for event in events if event.plover == plover]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_acts_in_a_question_or_by_a_noun(reader: Reader, text: str) -> None:
    assert not [claim for claim in reader.claims(article(text)) if isinstance(claim.content, Event)]
