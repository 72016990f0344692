"""Interviews: figures that answer, whose "we" is a firm, and what only whoever asks says."""

from __future__ import annotations

import pytest

from models import text
from models.reading import Reader
from models.records import Article, Bibliography, Block, Quantity, Quote, Resource, Role, RouteFact

HEAD = "An interview with Akmal Umarov, deputy energy minister of Uzbekistan"
OTHERS = "Q: Is that much?\nA: We think so.\nQ: And the weather?\nA: It is fine."


def interview(prose: str, head: str = HEAD) -> Article:
    """The prose as an article with a title, of which each line is a paragraph."""
    lines = [head, f"{head}.", *prose.split("\n"), *OTHERS.split("\n")]
    body = text.canonical("\n".join(lines))
    blocks: list[Block] = []
    for line in lines:
        start = blocks[-1].end + 1 if blocks else 0
        blocks.append(Block(Role.BODY if blocks else Role.TITLE, start, start + len(line)))
    return Article(Bibliography(text.digest(body), head, "test.txt", published="2025-12-20"), body, tuple(blocks))


@pytest.mark.parametrize(
    ("asked", "answer", "told"),
    [
        (
            "How much gas does Uzbekistan import from Kazakhstan?",
            "About 7 billion cubic metres.",
            ("natural gas", "imports", 7e9),
        ),
        ("How much oil do you produce?", "Some 800,000 tonnes.", ("crude oil", "produces", 8e5)),
        ("And what are your copper reserves?", "60 million tonnes.", ("copper", "reserves", 6e7)),
        ("How many tonnes of gold did Uzbekistan sell last year?", "Well, some 20 tonnes.", ("gold", "exports", 20.0)),
        ("So how much cotton will you harvest in 2026?", "Around 3 million tonnes.", ("cotton", "produces", 3e6)),
    ],
)
def test_a_figure_answers_the_question_before(
    reader: Reader, asked: str, answer: str, told: tuple[str, str, float]
) -> None:
    claims = reader.claims(interview(f"Q: {asked}\nA: {answer}"))
    goods = [claim for claim in claims if isinstance(claim.content, Resource) and claim.content.country == "UZB"]
    assert [
        (claim.content.resource, claim.content.relation, claim.content.quantity.value)
        for claim in goods
        if isinstance(claim.content, Resource) and claim.content.quantity
    ] == [told]
    assert all(answer in claim.evidence.quote for claim in goods)


def test_what_a_route_costs_is_answered_too(reader: Reader) -> None:
    asked = "Q: What does the China-Kyrgyzstan-Uzbekistan railway cost?\nA: About $4.7 billion."
    claims = reader.claims(interview(f"{asked}\nQ: How long is it?\nA: 486 kilometres."))
    facts = [claim.content for claim in claims if isinstance(claim.content, RouteFact)]
    found = {fact.predicate: fact.object.value for fact in facts if isinstance(fact.object, Quantity)}
    assert found == {"cost": 4.7e9, "length": 486.0}


@pytest.mark.parametrize(
    "prose",
    [
        "Q: How much oil does Rosneft sell?\nA: We do not know. Ask them, it may be 800,000 tonnes.",
        "Q: How much oil do they produce?\nA: Some 800,000 tonnes.",
        "Q: Why is there no oil?\nA: Some 800,000 tonnes.",
    ],
)
def test_a_figure_that_answers_something_else_is_of_nobody(reader: Reader, prose: str) -> None:
    assert not [claim for claim in reader.claims(interview(prose)) if isinstance(claim.content, Resource)]


def test_we_are_the_firm_of_who_answers(reader: Reader) -> None:
    head = "An interview with Meirzhan Yussupov, chief executive of Kazakhstan's Kazatomprom"
    prose = "Q: How much uranium did you produce in 2024?\nA: We produced 21,000 tonnes.\nQ: And who buys?\nA: Many."
    claims = reader.claims(
        interview(f"{prose}\nQ: What is new?\nA: Our exports of uranium reached 20,000 tonnes.", head)
    )
    goods = [claim.content for claim in claims if isinstance(claim.content, Resource)]
    assert {(content.firm, content.relation) for content in goods} == {
        ("Kazatomprom", "produces"),
        ("Kazatomprom", "exports"),
    }


ASKING = """Smith: Minister, what do you import?
Umarov: Little.
Smith: I have read that Uzbekistan buys 5 billion cubic metres of gas from Russia. I find that hard to believe.
Umarov: It is more.
Smith: Then Kazakhstan exported 20 billion cubic metres of gas. Is it enough?
Umarov: No."""


@pytest.mark.parametrize("who", ["Smith", "Interviewer"])
def test_whoever_asks_asserts_nothing(reader: Reader, who: str) -> None:
    found = reader.claims(interview(ASKING.replace("Smith", who)))
    assert not [claim for claim in found if isinstance(claim.content, Resource)]
    assert not [claim for claim in found if isinstance(claim.content, Quote) and claim.content.speaker.endswith(who)]


def test_whoever_answers_may_ask_back(reader: Reader) -> None:
    prose = "Smith: What do you import?\nUmarov: Uzbekistan imports 7 billion cubic metres of gas. Who would not?"
    found = reader.claims(interview(f"{prose}\nSmith: From whom?\nUmarov: From neighbours."))
    assert [claim.content.relation for claim in found if isinstance(claim.content, Resource)] == ["imports"]


@pytest.mark.parametrize(
    "text",
    [
        "She wondered whether Uzbekistan had invested $2 billion in Tajikistan.",
        "Smith asked whether the Middle Corridor carried 5 million tonnes in 2024.",
        "Journalists asked the minister if Kazakhstan had signed a pipeline agreement with China.",
        "He was asked if Russia is Kazakhstan's largest trading partner.",
        "Asked whether China would lend Tajikistan $300 million, the minister said nothing had been decided.",
    ],
)
def test_what_is_asked_whether_it_is_so_is_told_by_nobody(reader: Reader, text: str) -> None:
    found = reader.claims(interview(text, "Talks on Central Asia"))
    assert not [claim for claim in found if not isinstance(claim.content, Quote)]


@pytest.mark.parametrize(
    ("asked", "answer", "days"),
    [
        ("How long does a container need on the Middle Corridor?", "Honestly, between 19 and 23 days.", [(19.0, 23.0)]),
        ("How many days does a box take on the Middle Corridor?", "Usually 15.", [15.0]),
        (
            "And the Middle Corridor?\nA: It is busy.\nQ: How many days from Aktau to Poti?",
            "Between 10 and 12.",
            [(10.0, 12.0)],
        ),
        ("What does a box need on the Middle Corridor?", "On paper, 18 days. Honestly, 23.", [18.0, 23.0]),
        ("How many boxes do you see on the Middle Corridor?", "Some 15.", []),
    ],
)
def test_how_long_a_way_takes_is_answered(reader: Reader, asked: str, answer: str, days: list[object]) -> None:
    claims = reader.claims(interview(f"Q: {asked}\nA: {answer}"))
    times = [claim.content for claim in claims if isinstance(claim.content, RouteFact)]
    assert [fact.object.value for fact in times if isinstance(fact.object, Quantity)] == days
