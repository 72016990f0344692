"""Tagged text: names, noun groups, clauses and words that refer back."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.reading.sentence.tagging import Sentence
from tests.models.reading.making import article


def _sentences(reader: Reader, prose: str) -> list[Sentence]:
    return list(reader.tagged(article(prose)))


def _last(reader: Reader, prose: str) -> str:
    return _sentences(reader, prose)[-1].tags


@pytest.mark.parametrize(
    ("prose", "codes"),
    [
        ("The leaders of Kazakhstan, Uzbekistan and Japan met.", ("KAZ", "UZB", "JPN")),
        ("Kazakh and Chinese officials met.", ("KAZ", "CHN")),
        ("The five Central Asian states met.", ("C5",)),
        ("Kazakhstan's President Kassym-Jomart Tokayev arrived.", ("KAZ",)),
        ("The Kazakh government agreed.", ("KAZ",)),
        ("Tokyo agreed.", ("JPN",)),
        ("Xi Jinping and the leaders of Central Asia met.", ("CHN", "C5")),
    ],
)
def test_groups_stand_for_their_states(reader: Reader, prose: str, codes: tuple[str, ...]) -> None:
    [sentence] = _sentences(reader, prose)
    assert sentence.present("CHLJ")[0].ids == codes


def test_a_capital_after_in_is_a_place(reader: Reader) -> None:
    [sentence] = _sentences(reader, "Japan hosted talks in Tokyo.")
    assert [mention.place for mention in sentence.present("P")] == ["Tokyo"]


@pytest.mark.parametrize(
    ("prose", "ids"),
    [
        ("Kazakhstan exports uranium. The country is large.", ("KAZ",)),
        ("The Middle Corridor bypasses Russia. The corridor is long.", ("middle-corridor",)),
        ("Japan met Kazakhstan. Both sides agreed on trade.", ("JPN", "KAZ")),
        ("President Shavkat Mirziyoyev arrived. He left early.", ("UZB",)),
        ("The leaders met. The region is rich.", ("C5",)),
    ],
)
def test_words_that_refer_back(reader: Reader, prose: str, ids: tuple[str, ...]) -> None:
    assert _sentences(reader, prose)[-1].present("CHLR")[0].ids == ids


def test_a_shared_subject_is_repeated(reader: Reader) -> None:
    tags = _last(reader, "Japan visited Kazakhstan and signed a treaty.")
    subject = tags.split()[0]
    assert f"and {subject} signed" in tags


def test_a_new_clause_has_a_barrier(reader: Reader) -> None:
    assert ";" in _last(reader, "Kazakhstan produces uranium while Uzbekistan has gold.").split()


def test_a_person_is_named_with_office_and_state(reader: Reader) -> None:
    [sentence] = _sentences(reader, "Kazakh Deputy Minister of Transport Satzhan Ablaliyev spoke.")
    [person] = sentence.present("H")
    assert (person.name, person.ids, person.role) == (
        "Satzhan Ablaliyev",
        ("KAZ",),
        "Deputy Minister of Transport of Kazakhstan",
    )


def test_an_article_before_a_firm_keeps_it_apart_from_the_land(reader: Reader) -> None:
    [sentence] = _sentences(reader, "For the dam in Kyrgyzstan the World Bank approved a grant.")
    assert [mention.name for mention in sentence.present("O")] == ["World Bank"]


def test_two_capitals_between_which_something_is_are_named_together(reader: Reader) -> None:
    [sentence] = _sentences(reader, "Relations between Dushanbe and Bishkek have thawed.")
    assert sentence.present("C")[0].ids == ("TJK", "KGZ")


def test_the_union_is_the_bloc_named_before_and_no_country(reader: Reader) -> None:
    known = "The European Union met Kazakhstan. The Union's trade grew."
    assert _last(reader, known).startswith("C")
    assert _sentences(reader, known)[-1].present("C")[0].ids == ("EUU",)
    assert not _sentences(reader, "Kazakhstan met. The Union's trade grew.")[-1].present("C")


@pytest.mark.parametrize(
    ("goods", "ids"),
    [("the critical minerals", ("critical minerals",)), ("the strategic metals", ("critical minerals",))],
)
def test_an_article_does_not_cut_the_name_of_goods_short(reader: Reader, goods: str, ids: tuple[str, ...]) -> None:
    (sentence,) = reader.tagged(article(f"China takes {goods} of Kazakhstan."))
    assert [mention.ids for mention in sentence.present("K")] == [ids]
