"""What may be typed for a field of an article, and how it is laid over what was found."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from models.corrections import checked, corrected, joined, revised, says_nothing
from models.records import Bibliography, Correction, Problem

TODAY = date(2026, 3, 1)
FOUND = Bibliography("a", "Gas flows", "a.txt", publisher="Slik News", published="2021-03-02")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2021-03-20", "2021-03-20"),
        (" 20 March 2021 ", "2021-03-20"),
        ("Saturday, March 20, 2021", "2021-03-20"),
        ("20.03.2021", "2021-03-20"),
        ("20 марта 2021 года", "2021-03-20"),
        ("2021年3月20日", "2021-03-20"),
        ("March 2021", "2021-03"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("2026-03-02", "2026-03-02"),
        ("", ""),
    ],
)
def test_a_date_is_understood_as_people_write_it(typed: str, kept: str) -> None:
    assert checked("published", typed, TODAY) == kept


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("published", "31 February 2021", "no such day"),
        ("published", "2021-02-31", "no such day"),
        ("published", "2027", "future"),
        ("published", "3 March 2026", "future"),
        ("published", "2021-13-01", "not understood"),
        ("published", "03/04/2021", "not understood"),
        ("published", "last spring", "not understood"),
        ("published", "20 March", "not understood"),
        ("published", "between 20 March 2021 and later", "not understood"),
        ("published", "0021", "not understood"),
        ("title", " \n", "needs a title"),
        ("url", "silk news", "no address"),
        ("url", "javascript:alert(1)", "no address"),
        ("publisher", "x" * 501, "longer"),
    ],
)
def test_what_cannot_be_is_told_plainly(name: str, typed: str, why: str) -> None:
    told = checked(name, typed, TODAY)
    assert isinstance(told, Problem)
    assert why in told.reason


def test_text_is_kept_on_one_line_and_may_be_empty_but_for_the_title() -> None:
    assert checked("publisher", " Silk\n News ", TODAY) == "Silk News"
    assert [checked(name, " ", TODAY) for name in ("publisher", "author", "url")] == ["", "", ""]
    assert checked("url", "https://example.org/gas", TODAY) == "https://example.org/gas"


def test_the_users_word_is_laid_over_what_was_found_and_told_from_it() -> None:
    known = corrected(FOUND, Correction("a", publisher="Silk News", published="", title="Gas flows"))
    assert (known.publisher, known.published, known.title) == ("Silk News", None, "Gas flows")
    assert known.corrected == ("publisher", "published")
    assert corrected(FOUND, None) is FOUND


def test_what_was_found_needs_no_correction() -> None:
    before = Correction("a", publisher="Silk News", author="Energy desk")
    after = revised(before, FOUND, {"publisher": "Slik News", "published": "2021-03-20", "url": ""})
    assert after == Correction("a", published="2021-03-20", author="Energy desk")
    assert not says_nothing(after)
    assert says_nothing(revised(after, FOUND, {"published": None, "author": ""}))


def test_of_two_corrections_ours_stays_and_theirs_fills_it() -> None:
    ours, theirs = Correction("a", title="Ours", publisher=""), Correction("a", "Theirs", "Paper", "2021")
    assert joined(ours, theirs) == Correction("a", "Ours", "", "2021")


@pytest.mark.parametrize("wrong", ["2021-02-31", "soon", "2021-3-1", "2021-00", "20210320"])
def test_no_date_that_is_none_comes_in_from_anywhere(wrong: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(f'{{"id": "a", "published": "{wrong}"}}', type=Correction)
    with pytest.raises(ValueError, match=r"date|day|month"):
        Correction("a", published=wrong)
