"""What the words of a text state of a date."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest

from models.dates import find, resolve


def stated(text: str) -> list[tuple[str, dict[str, int | str]]]:
    """Each mention's words and what they state."""
    return [
        (
            text[item.start : item.end],
            {
                name: value
                for name in ("year", "month", "day", "weekday", "unit", "shift", "until")
                if (value := getattr(item, name)) is not None
            },
        )
        for item in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("on Saturday, December 20, they", "Saturday, December 20", {"weekday": 5, "month": 12, "day": 20}),
        ("on Dec. 20 it", "Dec. 20", {"month": 12, "day": 20}),
        ("on 20 December 2025.", "20 December 2025", {"year": 2025, "month": 12, "day": 20}),
        ("the 3rd of May 1999", "3rd of May 1999", {"year": 1999, "month": 5, "day": 3}),
        ("On November 6, 2025, they", "November 6, 2025", {"year": 2025, "month": 11, "day": 6}),
        ("dated 2025-12-20T10:00", "2025-12-20", {"year": 2025, "month": 12, "day": 20}),
        ("am 20.12.2025", "20.12.2025", {"year": 2025, "month": 12, "day": 20}),
        ("12/20/2025", "12/20/2025", {"year": 2025, "month": 12, "day": 20}),
        ("in June 2025", "June 2025", {"year": 2025, "month": 6}),
        ("in June", "June", {"month": 6}),
        ("in June last year", "June", {"month": 6, "unit": "year", "shift": -1}),
        ("in January-June they", "January-June", {"month": 1, "until": 6}),
        ("between January and June they", "January and June", {"month": 1, "until": 6}),
        ("24-30 November 2025", "24-30 November 2025", {"year": 2025, "month": 11, "day": 24, "until": 30}),
        ("its 2025 guidance of", "2025", {"year": 2025}),
        ("the 2026 oil output forecast", "2026", {"year": 2026}),
        ("in 2023", "2023", {"year": 2023}),
        ("by 2029.", "2029", {"year": 2029}),
        ("(2010-2015)", "2010-2015", {"year": 2010}),
        ("for 2024/28", "2024/28", {"year": 2024}),
        ("January-June 2024", "January-June 2024", {"year": 2024, "month": 1, "until": 6}),
        ("from January to July 2023", "January to July 2023", {"year": 2023, "month": 1, "until": 7}),
        ("on Dec. 19-20", "Dec. 19-20", {"month": 12, "day": 19, "until": 20}),
        ("Oct. 31-Nov. 2, 2025", "Oct. 31-Nov. 2, 2025", {"year": 2025, "month": 10, "day": 31}),
        (
            "FRIDAY, DECEMBER 19, 2025",
            "FRIDAY, DECEMBER 19, 2025",
            {"weekday": 4, "year": 2025, "month": 12, "day": 19},
        ),
        ("on Friday (Dec 19) by", "Friday (Dec 19", {"weekday": 4, "month": 12, "day": 19}),
        ("Sat, 20 Dec 2025", "Sat, 20 Dec 2025", {"weekday": 5, "year": 2025, "month": 12, "day": 20}),
        ("last June", "last June", {"month": 6, "shift": -1}),
        ("this year", "this year", {"unit": "year", "shift": 0}),
        ("last month", "last month", {"unit": "month", "shift": -1}),
        ("next Friday", "next Friday", {"weekday": 4, "shift": 1}),
        ("at Tuesday's meeting", "Tuesday", {"weekday": 1}),
        ("a month earlier", "a month earlier", {"unit": "month", "shift": -1}),
        ("10 years ago", "10 years ago", {"unit": "year", "shift": -10}),
        ("two days later", "two days later", {"unit": "day", "shift": 2}),
        ("Yesterday", "Yesterday", {"unit": "day", "shift": -1}),
        ("２０日、東京で", "２０日", {"day": 20}),
        ("２０２５年１２月２０日に", "２０２５年１２月２０日", {"year": 2025, "month": 12, "day": 20}),
        ("２００４年にできた", "２００４年", {"year": 2004}),
        ("12月20日（土曜日）", "12月20日（土曜", {"month": 12, "day": 20, "weekday": 5}),
        ("昨年の貿易、本日", "昨年", {"unit": "year", "shift": -1}),
        ("20 декабря 2025 года", "20 декабря 2025 года", {"year": 2025, "month": 12, "day": 20}),
        ("в декабре 2025 г.", "декабре 2025 г.", {"year": 2025, "month": 12}),
        ("в 2023 году", "2023", {"year": 2023}),
        ("в пятницу", "пятницу", {"weekday": 4}),
        ("в прошлом году", "прошлом году", {"unit": "year", "shift": -1}),
        ("два года назад", "два года назад", {"unit": "year", "shift": -2}),
    ],
)
def test_finds_what_is_stated(text: str, words: str, states: dict[str, int | str]) -> None:
    assert stated(text)[0] == (words, states)


@pytest.mark.parametrize(
    "text",
    [
        "he may come and march on",
        "March on the square",
        "среда обитания",
        "2025 tons of ore",
        "$2000 or 2,024 people",
        "今後５年間に３０日間",
        "03/04/2025",
        "2025-13-40",
        "the sun and sat phones",
        "version 1.2.2024.5",
        "Sept is short",
    ],
)
def test_finds_no_date_where_none_is(text: str) -> None:
    assert find(text) == ()


def test_mentions_stand_in_order_and_do_not_overlap() -> None:
    text = "From 2021 to 2023, on 5 May 2024, in 2022 and 2020, yesterday, on Friday and on ２０日"
    found = find(text)
    assert [item.year for item in found if item.year] == [2021, 2023, 2024, 2022, 2020]
    assert len(found) == 8
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    "hostile",
    [
        "1",
        "1 ",
        "Dec. ",
        "May 5 ",
        "20 ",
        "２０",
        "20日",
        " ",
        "Friday, ",
        "12.",
        "2025-12-",
        "in 2023 and ",
        "last ",
        "年",
    ],
)
def test_hostile_repetition_takes_linear_time(hostile: str) -> None:
    text = hostile * (100_000 // len(hostile)) + "Dec"
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 4


def test_finds_at_the_speed_that_reading_needs() -> None:
    text = (
        "The ministry said on Friday that 2.7 million tons were carried in 2023, more than in June last year. " * 5000
    )
    start = time.process_time()
    find(text)
    assert len(text.split()) / (time.process_time() - start) > 50_000


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In 2019, the two met on 20 March and on 4 May.", ["2019", "2019-03-20", "2019-05-04"]),
        ("They met on 20 March 2020, and signed on 22 March.", ["2020-03-20", "2020-03-22"]),
        ("They met on 20 March 2020, and signed on 1 April.", ["2020-03-20", None]),
        ("They met on 20 March 2020. The pact was signed on 22 March.", ["2020-03-20", None]),
        ("The pact of 2019 was renewed on 22 March.", ["2019", None]),
        ("In 2019, the two met on Monday, 20 March.", ["2019", "2023-03-20"]),
        ("In 2019, the two met. On 20 March they parted.", ["2019", None]),
    ],
)
def test_a_year_that_frames_the_dates_of_its_sentence_is_theirs(text: str, dates: list[str | None]) -> None:
    assert [resolve(found, None, today=date(2026, 1, 1)).date for found in find(text)] == dates
