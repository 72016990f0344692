"""The age of what is said: in days, in words, and against a limit."""

from __future__ import annotations

from datetime import date

import pytest

from models.catalog import load
from models.pages.ages import LIMITS, UNDATED, AsOf, age_in_words, dated, days_old, passes
from models.pages.history import history_page
from models.pages.lines import as_of, lines, newest_first
from models.phrases import Phrases
from models.records import Commitment, Event, Modality, Money, Profile, Quantity, Resource, Statement
from models.statements import group
from tests.models.making import claim, uranium

TODAY = date(2026, 11, 22)
CATALOG = load()
PHRASES = Phrases(CATALOG)


@pytest.mark.parametrize(
    ("told", "words", "days"),
    [
        ("2026-01", "10 months old", 295),
        ("2026-11", "this month", 0),
        ("2026", "this year", 0),
        ("2025", "1 year old", 326),
        ("2021", "5 years old", 1787),
        ("2030", "4 years ahead", -1136),
        ("2026-11-22", "today", 0),
        ("2026-11-02", "20 days old", 20),
        ("2026-11-23", "1 day ahead", -1),
        ("2024-10", "2 years old", 752),
        ("2025-11-30", "11 months old", 357),
        ("2024-02-29", "2 years old", 997),
    ],
)
def test_an_age_is_told_no_finer_than_the_date(told: str, words: str, days: int) -> None:
    assert age_in_words(AsOf(told, told), TODAY) == words
    assert days_old(told, TODAY) == days


@pytest.mark.parametrize("odd", ["", "soon", "2025-13", "2025-02-30", "0000", "2025-1-1-1"])
def test_what_is_no_date_has_no_age(odd: str) -> None:
    assert days_old(odd, TODAY) is None
    assert age_in_words(AsOf(odd, odd), TODAY) == ""
    assert not passes(AsOf(odd, odd), "1", TODAY)


def test_what_happened_or_was_told_is_some_time_ago() -> None:
    assert age_in_words(AsOf("2026-01", "January 2026"), TODAY, happened=True) == "10 months ago"
    assert dated(AsOf("2026-01", "January 2026", told=True), TODAY) == "reported January 2026 · 10 months ago"
    assert dated(AsOf("2026-01", "January 2026"), TODAY) == "January 2026 · 10 months old"
    assert dated(AsOf("2026-01", "January 2026"), TODAY, beside="2 tonnes (January 2026)") == "10 months old"
    assert dated(None, TODAY) == "undated"


def test_limits_go_by_the_last_day_that_the_date_may_mean() -> None:
    dates = ("2016", "2021-11-21", "2021-11-22", "2024-11", "2025-11-21", "2026")
    kept = {limit: [told for told in dates if passes(AsOf(told, told), limit, TODAY)] for limit in LIMITS}
    assert kept[""] == list(dates)
    assert kept["1"] == ["2016", "2021-11-21", "2021-11-22", "2024-11", "2025-11-21"]
    assert kept["5"] == ["2016", "2021-11-21"]
    assert kept["10"] == kept["undated"] == []
    assert kept["-1"] == ["2026"]
    assert kept["-1m"] == kept["-6m"] == ["2026"]
    assert kept["-10"] == list(dates)
    assert not passes(None, "-10", TODAY)
    assert passes(None, "undated", TODAY)
    assert passes(AsOf("2026", "2026", told=True), "undated", TODAY)
    assert passes(AsOf("2020", "2020", told=True), "5", TODAY)
    assert passes(AsOf("2024", "2024"), "1", date(2028, 2, 29))


@pytest.mark.parametrize("stated", ["2026", "2026-10", "2026-12-04", ""])
def test_whatever_one_article_tells_is_of_one_age_when_its_time_is_not_over(stated: str) -> None:
    """A figure of this year, a planned meeting and what has no time of its own, all told 39 days ago."""
    known = "2026-10-14"
    of = AsOf(stated, stated, known=known) if stated else AsOf(known, known, told=True)
    assert [limit for limit in ("-1m", "-3m", "1") if passes(of, limit, TODAY)] == ["-3m"]


def test_an_old_figure_stays_old_whoever_repeats_it() -> None:
    assert not passes(AsOf("2023", "2023", known="2026-11-20"), "-1m", TODAY)


@pytest.mark.parametrize(
    ("told", "limit", "day", "kept"),
    [
        ("2026-10-22", "-1m", TODAY, True),
        ("2026-10-21", "-1m", TODAY, False),
        ("2026-08", "-3m", TODAY, True),
        ("2026-07", "-3m", TODAY, False),
        ("2025-12-31", "-3m", date(2026, 3, 31), True),
        ("2025-12-30", "-3m", date(2026, 3, 31), False),
        ("2026-02-28", "-1m", date(2026, 3, 31), True),
    ],
)
def test_limits_may_be_of_months(told: str, limit: str, day: date, *, kept: bool) -> None:
    assert passes(AsOf(told, told), limit, day) is kept


def test_what_states_no_time_stands_by_the_day_of_its_newest_source() -> None:
    events = [Event("CONSULT", ("KAZ", "CHN"), date=day) for day in ("2004-05-28", "2025-12-01")]
    threat = Event("THREATEN", ("UZB", "KGZ"))
    statements = group([claim(event, "a") for event in (*events, threat)], CATALOG, published={"a": "2025-10-09"})
    assert [told.variants[0].content for told in newest_first(statements)] == [events[1], threat, events[0]]
    unknown = group([claim(event, "b") for event in (threat, *events)], CATALOG)
    assert newest_first(unknown)[-1].variants[0].content == threat


# --- series -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def series() -> tuple[Statement, ...]:
    claims = [uranium("a", tonnes=21_112, year=2023), uranium("b", tonnes=22_900, year=2023)]
    claims += [uranium("a", tonnes=19_500, year=2022), uranium("c", tonnes=23_270, year=2024)]
    return group(claims, CATALOG, published={"a": "2024-01", "b": "2024-02", "c": "2025-03-01"})


def test_older_figures_know_what_took_their_place(series: tuple[Statement, ...]) -> None:
    told = lines(series, PHRASES)
    newest, disputed, older = sorted(told, key=lambda line: line.date or "", reverse=True)
    assert [line.standing.value for line in (newest, disputed, older)] == ["single", "contested", "earlier"]
    assert (newest.earlier, newest.newer) == (1, "")
    assert (older.earlier, older.newer) == (0, newest.statement)
    assert (disputed.earlier, disputed.newer) == (0, "")


def test_a_value_tells_how_it_differs_from_another_that_stands_today(series: tuple[Statement, ...]) -> None:
    newest, disputed, older = sorted(lines(series, PHRASES), key=lambda line: line.date or "", reverse=True)
    assert (newest.beside, disputed.beside, older.beside) == ("time", "time", "")
    assert newest.other == "22,900 tonnes (2023)"
    assert disputed.other == "23,270 tonnes (2024)"
    kinds = {}
    for years, articles in (((2024, None), "ab"), ((2024, 2024), "aa")):
        claims = [uranium(a, tonnes=t, year=y) for a, t, y in zip(articles, (20_000, 30_000), years, strict=True)]
        kinds[years] = [line.beside for line in lines(group(claims, CATALOG), PHRASES)]
    assert sorted(kinds[2024, None]) == ["dated", "undated"]
    assert kinds[2024, 2024] == ["sources", "sources"]


def test_a_series_gives_every_value_the_newest_first(series: tuple[Statement, ...]) -> None:
    page = history_page(series, CATALOG, PHRASES)
    assert next(point.figure.value for point in page.points if point.figure) == 23_270
    assert {point.figure.value for point in page.points if point.figure} == {21_112, 22_900, 19_500, 23_270}
    assert [point.as_of.date for point in page.points if point.as_of] == ["2024", "2023", "2023", "2022"]


def test_words_have_a_series_but_no_figure() -> None:
    claims = [
        claim(Profile("KAZ", "head_of_state", name, as_of=year)) for name, year in (("A B", "2018"), ("C D", "2025"))
    ]
    page = history_page(group(claims, CATALOG), CATALOG, PHRASES)
    assert [(point.figure, point.standing.value) for point in page.points] == [(None, "single"), (None, "earlier")]


def test_a_value_without_a_time_is_as_old_as_its_newest_source() -> None:
    promise = Commitment(("JPN",), ("KAZ",), Money(1e9, "JPY"))
    first, second = claim(promise, "a"), claim(promise, "b")
    dates = {"a": "2024-05", "b": "2025-02"}
    (merged,) = group([first, second], CATALOG, published=dates)
    assert as_of(merged.variants[0], PHRASES) == AsOf("2025-02", "February 2025", told=True)
    (cited,) = group([second], CATALOG, published=dates | {second.id: "2023"})
    assert cited.variants[0].told == "2023"
    (unknown,) = group([second], CATALOG, published=dates | {second.id: ""})
    assert as_of(unknown.variants[0], PHRASES) is None


def test_money_is_of_the_year_that_its_sentence_tells_but_for_one_that_lay_ahead() -> None:
    promise = Commitment(("JPN",), ("KAZ",), Money(1e9, "JPY"), year=2024)
    (told,) = group([claim(promise, "a")], CATALOG, published={"a": "2026-05"})
    assert as_of(told.variants[0], PHRASES) == AsOf("2024", "2024", known=told.variants[0].told)
    (coming,) = group([claim(promise, "a")], CATALOG, published={"a": "2023-05"})
    assert as_of(coming.variants[0], PHRASES) == AsOf("2023-05", "May 2023", told=True, ahead=True)


def test_a_plan_is_as_old_as_its_source_and_not_undated() -> None:
    plan = Resource("KAZ", "copper", "produces", quantity=Quantity(300_000, "tonne"), year=2028)
    kinds = (Modality.PLANNED, Modality.POSSIBLE, Modality.DONE)
    told = [group([claim(plan, modality=kind)], CATALOG, published={"a": "2024-06"})[0] for kind in kinds]
    planned, possible, done = (as_of(statement.variants[0], PHRASES) for statement in told)
    assert planned == possible == AsOf("2024-06", "June 2024", told=True, ahead=True)
    assert done == AsOf("2028", "2028", known="2024-06")
    assert planned is not None
    assert dated(planned, TODAY) == "reported June 2024 · 2 years ago"
    assert not passes(planned, "-3m", TODAY)
    assert passes(planned, "2", TODAY)
    assert not passes(planned, UNDATED, TODAY)
