"""Pages filled with strips: nothing is parted that belongs together, and a picture finds a place."""

from __future__ import annotations

import pytest

from ui.printing.filling import CLOSE, Filling, Part, Piece, Span, Strip, filled, in_columns
from ui.printing.template import Heading

HEIGHT = 100.0


def strips(*heights: float, start: float = 0, tied: bool = False) -> list[Strip]:
    """Strips one right below the other."""
    found = []
    for height in heights:
        found.append(Strip(start, start + height, tied=tied))
        start += height
    return found


def titled(title: str, start: float, *rest: Strip) -> Part:
    """A part with a heading that is five high and stays with what follows."""
    heading = Strip(start, start + 5, tied=True, heading=Heading(3, title, 0, title))
    return Part(3, [heading, *rest])


def test_what_follows_in_the_text_is_one_piece() -> None:
    filling = Filling([Part(0, strips(30, 30, 30, 30))], HEIGHT)
    assert filling.pages == [[Piece(0, 90, 0)], [Piece(90, 120, 0)]]
    assert filling.free == 70


def test_the_first_pages_begin_below_what_else_stands_there() -> None:
    filling = Filling([Part(0, strips(60, 60, 60, 60))], HEIGHT, (30, 30))
    assert [page[0].y for page in filling.pages] == [30, 30, 0, 0]


def test_tied_strips_stand_on_one_page_without_the_room_above_them() -> None:
    first, second = strips(20, 30, start=60, tied=True)
    first.above, second.tied = 10, False
    filling = Filling([Part(0, [*strips(60), first, second])], HEIGHT)
    assert filling.pages == [[Piece(0, 60, 0)], [Piece(60, 110, 0)]]


def test_what_is_higher_than_a_page_is_cut_and_nothing_of_it_lost() -> None:
    filling = Filling([Part(0, strips(20, 250, 10))], HEIGHT)
    assert [(piece.top, piece.bottom) for page in filling.pages for piece in page] == [
        (0, 20), (20, 120), (120, 220), (220, 280),
    ]  # fmt: skip
    tied = Filling([Part(0, strips(60, 60, 60, tied=True))], HEIGHT)
    assert [page[0].top for page in tied.pages] == [0, 60, 120]


def test_the_head_of_a_table_is_told_again_where_a_page_begins_with_a_row() -> None:
    rows = strips(40, 40, 40, start=10)
    for row in rows:
        row.head = Span(0, 10)
    filling = Filling([Part(0, [*strips(10, tied=True), *rows])], HEIGHT)
    assert filling.pages == [[Piece(0, 90, 0)], [Piece(0, 10, 0), Piece(90, 130, 10)]]
    assert filling.begun[1] is rows[2]


def test_a_picture_is_as_small_as_the_page_has_room_for() -> None:
    filling = Filling([Part(0, strips(60)), titled("Map", 60, Strip(65, 105, picture="map"))], HEIGHT)
    above, drawn = filling.pages[0]
    assert above == Piece(0, 65, 0)
    assert drawn[:3] == (65, 105, 65)
    assert drawn.share == pytest.approx(0.875)


def test_a_picture_is_not_squeezed_below_what_else_stands_on_the_page() -> None:
    drawn = Strip(5, 55, picture="map")
    filling = Filling([titled("Map", 0, drawn)], HEIGHT, (88,))
    assert filling.pages == [[], [Piece(0, 55, 0)]]


def test_a_picture_that_finds_no_room_comes_behind_the_next_part_that_has_none() -> None:
    drawn = titled("Map", 50, Strip(55, 135, picture="map"))
    other = titled("Plan", 135, Strip(140, 220, picture="plan"))
    words = titled("Words", 220, *strips(40, start=225))
    filling = Filling([Part(0, strips(50)), drawn, other, words], HEIGHT)
    assert [(heading.title, heading.page) for heading in filling.headings] == [("Words", 0), ("Map", 1), ("Plan", 2)]


def test_a_picture_never_cuts_a_table_in_two() -> None:
    drawn = titled("Map", 50, Strip(55, 115, picture="map"))
    rows = strips(20, 20, 20, 20, start=130)
    for row in rows:
        row.head = Span(120, 130)
    words = titled("Words", 115, *strips(10, start=120, tied=True), *rows)
    filling = Filling([Part(0, strips(60)), drawn, words], HEIGHT)
    assert [(heading.title, heading.page) for heading in filling.headings] == [("Words", 0), ("Map", 2)]
    assert filling.pages == [
        [Piece(0, 60, 0), Piece(115, 150, 60)],
        [Piece(120, 130, 0), Piece(150, 210, 10)],
        [Piece(50, 115, 0)],
    ]


def test_a_picture_that_came_later_stands_before_the_next_chapter_and_is_never_lost() -> None:
    drawn = titled("Map", 50, Strip(55, 135, picture="map"))
    words = titled("Words", 135, *strips(10, start=140))
    chapter = Part(2, [Strip(150, 155, tied=True, heading=Heading(2, "Next", 0, "next")), *strips(10, start=155)])
    filling = Filling([Part(0, strips(50)), drawn, words, chapter], HEIGHT)
    assert [(heading.title, heading.page) for heading in filling.headings] == [("Words", 0), ("Map", 1), ("Next", 1)]
    last = Filling([Part(0, strips(50)), drawn, words], HEIGHT)
    assert [(heading.title, heading.page) for heading in last.headings] == [("Words", 0), ("Map", 1)]


def test_a_picture_stays_in_its_chapter_and_where_little_would_be_empty() -> None:
    drawn = titled("Map", 50, Strip(55, 135, picture="map"))
    chapter = Part(2, [Strip(135, 140, tied=True, heading=Heading(2, "Next", 0, "next"))])
    words = titled("Words", 140, *strips(40, start=145))
    filling = Filling([Part(0, strips(50)), drawn, chapter, words], HEIGHT)
    assert [heading.title for heading in filling.headings] == ["Map", "Next", "Words"]
    nearly = Filling([Part(0, strips(90)), drawn, words], HEIGHT)
    assert [heading.title for heading in nearly.headings] == ["Map", "Words"]


def test_a_chapters_heading_stands_with_whatever_part_comes_first() -> None:
    chapter = Part(2, [Strip(50, 55, tied=True, heading=Heading(2, "Next", 0, "next"))])
    drawn = titled("Map", 55, Strip(60, 140, picture="map"))
    words = titled("Words", 140, *strips(30, start=145))
    filling = Filling([Part(0, strips(50)), chapter, drawn, words], HEIGHT)
    assert [(heading.title, heading.page) for heading in filling.headings] == [("Next", 0), ("Words", 0), ("Map", 1)]


def spaced(*heights: float) -> list[Part]:
    """One part of strips with room of four above each."""
    found, start = [], 0.0
    for height in heights:
        found.append(Strip(start + 4, start + 4 + height, above=4))
        start += height + 4
    return [Part(0, found)]


def test_a_last_page_with_little_on_it_is_saved_by_less_room_between_paragraphs() -> None:
    parts = spaced(20, 20, 20, 20, 8)
    assert len(Filling(parts, HEIGHT).pages) == 2
    (page,) = filled(parts, HEIGHT).pages
    assert [piece.y for piece in page] == pytest.approx(
        [0, 20 + 4 * CLOSE, 40 + 8 * CLOSE, 60 + 12 * CLOSE, 80 + 16 * CLOSE]
    )


@pytest.mark.parametrize("last", [8.5, 40], ids=["what still finds no room", "a page with much on it"])
def test_nothing_is_set_closer_where_no_page_is_saved(last: float) -> None:
    parts = spaced(20, 20, 20, 22, last)
    assert filled(parts, HEIGHT).pages == Filling(parts, HEIGHT).pages


@pytest.mark.parametrize("count", [3, 7, 12, 25, 31])
@pytest.mark.parametrize("starts", [(0, 0), (40, 40), (0, 12)])
def test_columns_of_the_last_sheet_end_alike(count: int, starts: tuple[float, float]) -> None:
    filling = in_columns([Part(0, strips(*[8.0] * count))], HEIGHT, starts)
    assert sum(piece.bottom - piece.top for page in filling.pages for piece in page) == 8 * count
    assert len(filling.pages) % 2 == 0
    assert [page[0].y for page in filling.pages[:2]] == list(starts)
    ends = [page[-1].y + page[-1].bottom - page[-1].top for page in filling.pages]
    assert abs(ends[-1] - ends[-2]) <= 2 * 8
    assert max(ends) <= HEIGHT
    assert all(end > HEIGHT - 8 for end in ends[:-2])


def test_columns_that_are_full_stay_so() -> None:
    parts = [Part(0, strips(*[10.0] * 20))]
    assert in_columns(parts, HEIGHT, (0, 0)).pages == filled(parts, HEIGHT).pages
