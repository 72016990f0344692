"""Which date a mention means."""

from __future__ import annotations

from datetime import date

import pytest

from models.dates import DateMention, Resolved, anchor, find, iso, resolve

MONDAY = "2025-12-22"


def meant(text: str, seen_from: str | None = MONDAY, *, ahead: bool = False) -> tuple[str | None, bool]:
    resolved = resolve(find(text)[0], seen_from, ahead=ahead, today=date(2026, 6, 1))
    return resolved.date, resolved.year_inferred


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 December 2025", ("2025-12-20", False)),
        ("June 2025", ("2025-06", False)),
        ("in 2023", ("2023", False)),
        ("Saturday, December 20", ("2025-12-20", True)),
        ("Friday, December 20", ("2024-12-20", True)),
        ("Thursday, December 20", ("2025-12-20", True)),
        ("on Dec. 20", ("2025-12-20", True)),
        ("on January 3", ("2026-01-03", True)),
        ("in June", ("2025-06", True)),
        ("in June last year", ("2024-06", True)),
        ("in January-November", ("2025-01", True)),
        ("in Jan.–Nov.", ("2025-01", True)),
        ("in 3Q25", ("2025", False)),
        ("in Q3'24", ("2024", False)),
        ("last June", ("2025-06", True)),
        ("last December", ("2024-12", True)),
        ("next December", ("2026-12", True)),
        ("this June", ("2025-06", True)),
        ("this year", ("2025", True)),
        ("last year", ("2024", True)),
        ("ten years ago", ("2015", True)),
        ("a month earlier", ("2025-11", True)),
        ("yesterday", ("2025-12-21", True)),
        ("on Friday", ("2025-12-19", True)),
        ("on Monday", ("2025-12-22", True)),
        ("last Monday", ("2025-12-15", True)),
        ("next Friday", ("2025-12-26", True)),
        ("last week", (None, True)),
        ("２０日", ("2025-12-20", True)),
        ("30日", ("2025-12-30", True)),
        ("Feb. 30", (None, True)),
    ],
)
def test_resolves_against_the_day_of_publication(text: str, expected: tuple[str | None, bool]) -> None:
    assert meant(text) == expected


def test_a_sentence_about_the_future_looks_ahead() -> None:
    assert meant("on Friday", ahead=True) == ("2025-12-26", True)
    assert meant("in June", ahead=True) == ("2026-06", True)


def test_the_weekday_fixes_the_year_without_any_anchor() -> None:
    assert meant("Saturday, December 20", None) == ("2025-12-20", True)
    assert meant("Friday, December 20", None) == ("2024-12-20", True)


@pytest.mark.parametrize("text", ["on May 31", "in September", "last March", "on Friday", "this year", "20日"])
def test_without_an_anchor_no_year_is_guessed(text: str) -> None:
    assert meant(text, None) == (None, True)


def test_a_day_whose_weekday_tells_its_year_is_an_anchor() -> None:
    assert anchor(None, find("It began in March. They met on Saturday, December 20.")) == "2025-12-20"
    assert anchor(None, find("They met on December 20, and again in March.")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", None),
        ("yesterday", None),
        ("last month", "2025-11"),
        ("last year", "2024"),
        ("20日", "2025-12-20"),
    ],
)
def test_is_never_more_precise_than_the_anchor_allows(text: str, expected: str | None) -> None:
    assert meant(text, "2025-12")[0] == expected


def test_a_leap_day_is_looked_for_in_leap_years() -> None:
    assert meant("on February 29", "2024-03-01") == ("2024-02-29", True)
    assert meant("on February 29", "2025-02-10") == ("2024-02-29", True)


def test_dates_at_the_ends_of_the_calendar_are_no_mistake() -> None:
    assert resolve(DateMention(0, 1, unit="year", shift=-999), "0500") == Resolved(None, year_inferred=True)
    assert resolve(DateMention(0, 1, unit="day", shift=-3), "0001-01-02").date == "0001-01-01"
    assert resolve(DateMention(0, 1, weekday=6), "0001-01-01").date is not None
    assert iso(10_000) is None


def test_the_anchor_is_the_publication_date_or_the_latest_full_date_of_the_text() -> None:
    mentions = find("In 2027 it opens; on November 6, 2025 and on 3 May 2024 they met.")
    assert anchor("2025-01-01", mentions) == "2025-01-01"
    assert anchor(None, mentions) == "2025-11-06"
    assert anchor(None, ()) is None
