"""What money is for, told beside to whom it goes."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.phrases import Phrases
from models.records import Commitment, Money

CATALOG = load()


def told(purpose: str, language: str = "en", to: tuple[str, ...] = ("KAZ",)) -> str:
    return Phrases(CATALOG, language).purpose(Commitment(("USA",), to, Money(9e8, "USD"), purpose=purpose))


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ("tungsten in Kazakhstan", "tungsten"),
        ("the tungsten deposits of Kazakhstan", "the tungsten deposits"),
        ("tungsten in Uzbekistan", "tungsten in Uzbekistan"),
        ("Kazakhstan", "Kazakhstan"),
        ("in Kazakhstan", "in Kazakhstan"),
        ("the plant near Kazakhstan", "the plant near Kazakhstan"),
    ],
)
def test_a_purpose_does_not_say_again_who_gets_the_money(purpose: str, said: str) -> None:
    assert told(purpose) == said


def test_where_no_receiver_is_told_the_purpose_is_whole() -> None:
    assert told("tungsten in Kazakhstan", to=()) == "tungsten in Kazakhstan"


@pytest.mark.parametrize(
    ("purpose", "japanese"),
    [
        ("tungsten in Kazakhstan", "タングステン"),
        ("new business projects in Kazakhstan", "カザフスタンでの新たなビジネス案件"),
        ("something else in Kazakhstan", "「something else in Kazakhstan」"),
    ],
)
def test_what_is_known_only_with_its_land_keeps_it(purpose: str, japanese: str) -> None:
    assert told(purpose, "ja") == japanese


def test_a_sentence_names_the_receiver_once() -> None:
    promise = Commitment(("USA",), ("KAZ",), Money(9e8, "USD"), purpose="tungsten in Kazakhstan")
    assert Phrases(CATALOG).content(promise) == "The United States commits US$900 million to Kazakhstan for tungsten"


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ("build wind plants", "US$900 million to build wind plants"),
        ("support the plant", "US$900 million to support the plant"),
        ("support programmes", "US$900 million for support programmes"),
        ("produce of all kinds", "US$900 million for produce of all kinds"),
        ("increase in capital", "US$900 million for increase in capital"),
        ("building materials", "US$900 million for building materials"),
    ],
)
def test_what_is_to_be_done_stands_behind_to(purpose: str, said: str) -> None:
    promise = Commitment((), (), Money(9e8, "USD"), purpose=purpose)
    assert Phrases(CATALOG).content(promise) == said
    assert Phrases(CATALOG).purpose(promise) == said.removeprefix("US$900 million ").removeprefix("for ")


def test_in_other_languages_what_is_to_be_done_is_quoted_with_to() -> None:
    promise = Commitment((), (), Money(9e8, "USD"), purpose="build wind plants of ours")
    assert Phrases(CATALOG, "ja").content(promise) == "9億米ドル、用途：「to build wind plants of ours」"
    assert Phrases(CATALOG, "ru").content(promise).endswith("назначение — «to build wind plants of ours»")
