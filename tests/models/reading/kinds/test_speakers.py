"""Who is given words: however the sentence is built, and whomever a pronoun, an office or a noun stands for."""

from __future__ import annotations

import re

import pytest

from models.catalog import Catalog
from models.reading import Reader
from models.records import Article, Bibliography, Block, Quote, Role
from models.statements import topics
from models.text import digest
from tests.models.reading.making import article

TOKAYEV, JAPAROV = "Kassym-Jomart Tokayev", "Sadyr Japarov"

SAID = [
    ("“It is too early,” believes the political scientist Mars Sariev from Bishkek, Kyrgyzstan.", ["Mars Sariev"]),
    ("“We lose money,” sighs the freight broker Aida Toleva in Almaty, Kazakhstan.", ["Aida Toleva"]),
    ("“We built it without a loan,” boasted Talgat Orazov, head of the railway of Kazakhstan.", ["Talgat Orazov"]),
    ("“Nobody asked us in Kyrgyzstan,” the paper was told by Bakyt Usenov.", ["Bakyt Usenov"]),
    ("Uzbekistan needs gas. The energy ministry there insists that output will grow.", ["energy ministry"]),
    ("Kazakhstan waits. “Traffic is slow,” a London-based trader said. He added that prices fell in Astana.", []),
    ("KazMunayGas sold oil to Shell-based Alto Trading. He said Kazakhstan would pay.", []),
    ("Tokayev met Giorgia Meloni in Astana. The Head of State noted that trade with Italy grew.", ["Tokayev"]),
    ("The Korean side reaffirmed its support for the port of Aktau.", []),
    ("The Korean side expressed its interest in uranium of Kazakhstan.", []),
    ("The Korean side stated that trade with Kazakhstan would grow.", ["Korean side"]),
    ("Sadyr Japarov expressed gratitude for the hospitality in Astana.", []),
    ("Sadyr Japarov expressed gratitude for the hospitality and stressed that Kyrgyzstan was ready.", [JAPAROV]),
    ("Prices in Kazakhstan told another story.", []),
    ("The head of Kazakhstan's grain union, Anuar Bekov, said exports would fall.", ["Anuar Bekov"]),
    ("The chairman of Kazakhstan's grain union said exports fell.", ["chairman of Kazakhstan's grain union"]),
    ("The deal was signed in Astana, the Interior Ministry announced on Tuesday.", ["Interior Ministry"]),
    ("Kazatomprom will ship uranium to India, the Kazakh state company said.", ["Kazatomprom"]),
    ('Kazakhstan recalled its envoy. "This is an attack," its foreign ministry said.', ["foreign ministry"]),
    ("Uzbekistan will get a loan, its central bank said on Monday.", ["central bank"]),
    ("The tunnel will open, informed Kyrgyzstan's Ministry of Transport.", ["Ministry of Transport"]),
    ("By President Sadyr Japarov it was underlined that Kyrgyzstan has gathered cotton.", [JAPAROV]),
    ("Emomali Rahmon, who has ruled Tajikistan since 1992, warned that the ice melts.", ["Emomali Rahmon"]),
    ("Temur Umarov, a fellow at the Carnegie Center in Berlin, thinks Kazakhstan has no choice.", ["Temur Umarov"]),
    ("In a statement, Rio Tinto said it would leave Kazakhstan.", ["Rio Tinto"]),
    ("Kazakhstan and Russia signed a plan, Tokayev's office said.", ["Tokayev's office"]),
    ("The talks with Kazakhstan were warm, the presidential press service said.", ["presidential press service"]),
    ("Sadyr Japarov rejected the claim, saying that Kyrgyzstan had paid.", [JAPAROV]),
    ("KAZ Minerals opened a plant. The company said Kazakhstan would need “more copper”.", ["KAZ Minerals"]),
    ("KazMunayGas signed a contract with Eni. The firm said Kazakhstan would gain “new jobs”.", ["KazMunayGas"]),
    ("Chevron sold its stake to Lukoil. The company said Kazakhstan was “a key market”.", ["Chevron"]),
    ("Kassym-Jomart Tokayev flew home. The Kazakh leader called the talks “open and warm”.", [TOKAYEV]),
    ("Tokayev met Putin in Astana. His guest said that trade with Kazakhstan would grow.", ["Putin"]),
    ("Tokayev met Putin in Astana. The president said that Kazakhstan was ready.", ["Tokayev"]),
    ("“We thank Putin,” Sadyr Japarov said in Bishkek. He added that Kyrgyzstan would pay.", [JAPAROV, JAPAROV]),
    ("Mirziyoyev met Sanae Takaichi. She said that Japan would stay in Uzbekistan.", ["Sanae Takaichi"]),
    ("Kazakhstan's energy ministry published figures. It said that exports had fallen.", ["energy ministry"]),
    ("Vladimir Putin thanked Sadyr Japarov, who said that Kyrgyzstan needed gas.", [JAPAROV]),
    ("Vladimir Putin was told by Sadyr Japarov that Kyrgyzstan needed gas.", [JAPAROV]),
    ("In a call with Vladimir Putin, Sadyr Japarov stressed that Kyrgyzstan needed gas.", [JAPAROV]),
    ("Sadyr Japarov told Vladimir Putin that Kyrgyzstan needed gas.", [JAPAROV]),
    ("Sadyr Japarov was blunter: “Without the dam Kyrgyzstan freezes.”", [JAPAROV]),
    ("Kazakhstan, Sadyr Japarov argued in a speech, is “the key to the door”.", [JAPAROV]),
    ("Sadyr Japarov was blunter. “They send a minister and come away with a mine in Kyrgyzstan.”", [JAPAROV]),
    ("The chair, Colin Pask (Con, Tewkesbury North), observed that Kazakhstan had waited.", ["Pask"]),
    ("The Tajik embassy had written that visas for Kazakhstan “were neither refused nor granted”.", ["embassy"]),
    ("Sadyr Japarov let slip that Kyrgyzstan will “most certainly” join.", [JAPAROV]),
    ("The clause on Kazakhstan fell after Sadyr Japarov had argued that nobody needs it.", [JAPAROV]),
]

UNSAID = [
    "Eni and KazMunayGas opened a plant. The company said Kazakhstan would need “more gas”.",
    "KazMunayGas, together with Eni, opened a plant. The group said output in Kazakhstan would be “high”.",
    "The World Bank and the Asian Development Bank lent Tajikistan money. The lender said it was “a turn”.",
    "Eni signed a deal with Kazakhstan, officials said.",
    "Experts say that Kazakhstan has no choice.",
    "Sadyr Japarov did not say when Kyrgyzstan would pay.",
    "Sadyr Japarov is said to be in Kazakhstan.",
    "Kazakhstan would pay, a person close to the talks reported.",
    "Shavkat Mirziyoyev called on Kabul to share the water of Uzbekistan.",
    "Sadyr Japarov met Emomali Rahmon in Bishkek. “They send a minister and come away with a mine in Kyrgyzstan.”",
    "Sadyr Japarov smiled. “They send a minister and come away with a mine,” an engineer in Kyrgyzstan said.",
    "Kazakhstan got $500 million, and the OPEC Fund added $150 million.",
]


def speakers(reader: Reader, prose: str) -> list[str]:
    return [c.content.speaker for c in reader.claims(article(prose)) if isinstance(c.content, Quote)]


@pytest.mark.parametrize(("prose", "said"), SAID, ids=range(len(SAID)))
def test_words_are_given_to_who_says_them(reader: Reader, prose: str, said: list[str]) -> None:
    assert [name.split()[-1] for name in speakers(reader, prose)] == [name.split()[-1] for name in said]


@pytest.mark.parametrize("prose", UNSAID, ids=range(len(UNSAID)))
def test_nobody_is_given_words_who_says_nothing_that_is_known(reader: Reader, prose: str) -> None:
    assert speakers(reader, prose) == []


def test_a_dateline_takes_no_part_in_what_is_told(reader: Reader) -> None:
    prose = "DUSHANBE — Tajikistan handed over a note in which it says that the airports are shut."
    assert "DUSHANBE" not in speakers(reader, prose)


ANSWERS = "We want to sell the airline. Kazakhstan has waited for years.", "Our aim is to sell it.", "I have no doubt."


@pytest.mark.parametrize("mark", ["", "A. ", "A: "])
def test_the_answers_of_an_interview_are_whole_and_those_of_the_person_introduced(reader: Reader, mark: str) -> None:
    asked = "Q. What will Kazakhstan do?" if mark else "What will Kazakhstan do?"
    lines = [
        "Olzhas Bektenov, the prime minister of Kazakhstan, met us.",
        *(f"{asked}\n{mark}{line}" for line in ANSWERS),
    ]
    read = article_of_lines("\n".join(lines))
    quotes = [claim for claim in reader.claims(read) if isinstance(claim.content, Quote)]
    assert [claim.content.speaker for claim in quotes] == ["Olzhas Bektenov"] * 3
    assert quotes[0].evidence.quote.endswith("has waited for years.")


REMARKED_TWICE = """The energy minister of Kyrgyzstan on dams and coal
Daniyar Amangeldiev has been Kyrgyzstan's energy minister since May.
Ore and Water: Why did your ministry put it off?
Amangeldiev: We had no money for it in either year.
So you borrow from China.
We do, and I see nothing wrong in it.
Critics say you have pawned the rivers.
Then they should look at our coal, of which there is enough.
Will the water suffice?
I have seen the figures, and it will."""


def test_remarks_may_follow_each_other(reader: Reader) -> None:
    read = article_of_lines(REMARKED_TWICE)
    said = [claim.content for claim in reader.claims(read) if isinstance(claim.content, Quote)]
    assert [quote.speaker for quote in said if quote.direct] == ["Daniyar Amangeldiev"] * 4


REMARKED = """Daniyar Amangeldiev, the economy minister of Kyrgyzstan, received us.
Why did your ministry put it off?
We had no money for it in either year, and no bank would lend it to us.
Critics call it a white elephant.
They called the dam one as well, and today it feeds half of the land.
Will the water suffice?
I have seen the figures, and it will."""


def test_who_asks_may_only_remark(reader: Reader) -> None:
    said = [claim.content for claim in reader.claims(article_of_lines(REMARKED)) if isinstance(claim.content, Quote)]
    assert [quote.speaker for quote in said if quote.direct] == ["Daniyar Amangeldiev"] * 3


MARKED_ONCE = """Interview with the director of the water agency of Kyrgyzstan
Who pays for the canal?
Director: We do.
And who digs it?
Our own men have dug since May.
When will it be ready?
I should say in two years."""


def test_who_answers_is_marked_only_once_and_has_no_name(reader: Reader) -> None:
    said = [claim.content for claim in reader.claims(article_of_lines(MARKED_ONCE)) if isinstance(claim.content, Quote)]
    assert len(said) == 3
    assert all("director" in quote.speaker.lower() for quote in said)


NAMED_BELOW = """Interview with the deputy energy minister of Kazakhstan
Work at the lake near Ulken began in May. Talgat Beisenov took over last autumn.
Q: Who builds it?
A: We build it with a firm that Aibek Omarov runs.
Q: Who pays?
A: The state pays."""


def test_who_answers_may_be_named_only_below_the_title_that_tells_his_office(reader: Reader) -> None:
    said = [claim.content for claim in reader.claims(article_of_lines(NAMED_BELOW)) if isinstance(claim.content, Quote)]
    assert [quote.speaker for quote in said] == ["Talgat Beisenov"] * 2


def article_of_lines(prose: str) -> Article:
    """An article with a block for every line."""
    blocks = [Block(Role.BODY, match.start(), match.end()) for match in re.finditer(r"[^\n]+", prose)]
    return Article(Bibliography(digest(prose), "Title", "test.txt", published="2025-12-20"), prose, tuple(blocks))


# --- whom a quote concerns --------------------------------------------------------------------------------------------

ABOUT = "Uzbekistan wants to sell more gold. "


@pytest.mark.parametrize(
    ("prose", "lands"),
    [
        (ABOUT + "The central bank said its rate would stay at 14 percent.", {"UZB"}),
        (ABOUT + "The energy ministry insists that the contract is being honoured.", {"UZB"}),
        (ABOUT + "“We wait for the Kazakh side,” chief executive Aziz Karimov told reporters.", {"UZB", "KAZ"}),
        (ABOUT + "Kazakhstan's foreign ministry called the attack “unacceptable”.", {"KAZ"}),
        ("KYRGYZSTAN: Roads.\n\nThe transport ministry said that work on the tunnel goes on.", {"KGZ"}),
    ],
)
def test_a_quote_concerns_the_speakers_state_and_those_named_or_spoken_of(
    reader: Reader, catalog: Catalog, prose: str, lands: set[str]
) -> None:
    found = [claim for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
    assert [set(claim.content.lands) for claim in found] == [lands]
    assert lands <= topics(found[0], catalog)


@pytest.mark.parametrize(
    ("words", "lands"),
    [
        ("Economist Parviz Rahmatov said that the dam would help Tajikistan.", [("TJK",)]),
        ("“Tajikistan will need help to build the dam,” said economist Parviz Rahmatov.", [("TJK",)]),
        (
            "Economist Parviz Rahmatov said that the dam would help Tajikistan. He added that prices would fall.",
            [("TJK",), ("TJK",)],
        ),
        ("Economist Parviz Rahmatov said that the dam would be built.", [("UZB",)]),
        ("Economist Parviz Rahmatov said that Uzbekistan would buy power of Tajikistan.", [("UZB", "TJK")]),
        ("“The dam will help Tajikistan,” said minister Parviz Rahmatov.", [("UZB", "TJK")]),
    ],
)
def test_who_holds_no_office_of_a_state_speaks_of_the_state_that_he_names(
    reader: Reader, words: str, lands: list[tuple[str, ...]]
) -> None:
    quotes = [claim.content for claim in reader.claims(article(ABOUT + words)) if isinstance(claim.content, Quote)]
    assert [quote.lands for quote in quotes] == lands


def test_who_holds_an_office_speaks_for_his_state_whatever_he_speaks_of(reader: Reader) -> None:
    prose = (
        "Kyrgyzstan imported power. We asked deputy energy minister Altynbek Rysbekov what has changed.\n\n"
        "Q: Who sells it?\n\nA: We buy most of it from Turkmenistan and from Uzbekistan.\n\n"
        "Q: And the new plant?\n\nA: No decision has been taken. We are studying it."
    )
    quotes = [c.content for c in reader.claims(article(prose)) if isinstance(c.content, Quote)]
    assert [quote.lands for quote in quotes] == [("KGZ", "TKM", "UZB"), ("KGZ",)]


def test_a_paragraph_of_quoted_words_is_whose_the_one_before_it_gave_words_to(reader: Reader) -> None:
    lines = "Sadyr Japarov said that Kyrgyzstan has water.", "“We used to need a summit for this. Now we need a line.”"
    assert speakers_of_lines(reader, *lines) == [JAPAROV] * 2
    others = "Sadyr Japarov said that Emomali Rahmon has water in Tajikistan.", lines[1]
    assert speakers_of_lines(reader, *others) == [JAPAROV]


def speakers_of_lines(reader: Reader, *lines: str) -> list[str]:
    claims = reader.claims(article_of_lines("\n".join(lines)))
    return [claim.content.speaker for claim in claims if isinstance(claim.content, Quote)]


@pytest.mark.parametrize(
    ("prose", "speaker"),
    [
        ("Freight rose by a tenth, the Turkmen transport agency said.", "Turkmen transport agency"),
        ("Freight rose by a tenth, Turkmenistan said.", "Turkmenistan"),
        ("Lorries wait near Karzhantau post, the Kyrgyz customs company said.", "Kyrgyz customs company"),
        ("Coal will go through Dostluk-Sarahs yard in Turkmenistan, the Uzbek mining firm said.", "Uzbek mining firm"),
    ],
)
def test_a_body_of_a_state_is_called_by_all_its_name(reader: Reader, prose: str, speaker: str) -> None:
    assert [item.speaker for item in _all_quotes(reader, prose)] == [speaker]


def _all_quotes(reader: Reader, prose: str) -> list[Quote]:
    return [claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Quote)]
