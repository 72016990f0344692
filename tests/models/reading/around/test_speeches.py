"""Where and when somebody spoke is no place or day of the deed he told of; nor are those of a dateline."""

from __future__ import annotations

import pytest

from models.reading import Reader
from models.records import Event
from tests.models.reading.making import article, told


def _scene(reader: Reader, prose: str, plover: str) -> tuple[str | None, str | None]:
    """The place and the day of the only deed of this kind."""
    [event] = (claim.content for claim in reader.claims(article(prose)) if isinstance(claim.content, Event))
    assert event.plover == plover
    return event.place, event.date


@pytest.mark.parametrize(
    "prose",
    [
        "On Tuesday Sadyr Japarov said Kazakhstan had banned imports of wheat from Kyrgyzstan.",
        "Russia banned flights to Tajikistan, the ministry told reporters in Geneva on 3 March 2025.",
        "Speaking in Khujand, Emomali Rahmon said Russia had banned flights to Tajikistan.",
        "In Khujand on Monday Emomali Rahmon said Russia had banned flights to Tajikistan.",
    ],
)
def test_where_and_when_one_spoke_is_not_where_and_when_it_was_done(reader: Reader, prose: str) -> None:
    assert _scene(reader, prose, "SANCTION") == (None, None)


@pytest.mark.parametrize(
    ("prose", "scene"),
    [
        ("Kazakhstan banned imports of wheat from Russia in Petropavlovsk on Monday.", ("Petropavl", "2025-12-15")),
        ("Sadyr Japarov said Kazakhstan had banned imports of wheat on 3 March 2025.", (None, "2025-03-03")),
        ("On Monday Kazakhstan banned imports of wheat from Russia, the ministry said.", (None, "2025-12-15")),
    ],
)
def test_where_and_when_it_was_done_stays(reader: Reader, prose: str, scene: tuple[str | None, str | None]) -> None:
    assert _scene(reader, prose, "SANCTION") == scene


def test_the_day_of_what_came_of_a_deed_is_not_its_own(reader: Reader) -> None:
    prose = "Prices rose on 3 March 2025 after Kazakhstan banned imports of coal from Kyrgyzstan."
    assert _scene(reader, prose, "SANCTION") == (None, None)


def test_a_dateline_places_only_meetings_and_pacts(reader: Reader) -> None:
    """Whoever writes of a ban may sit anywhere; of a meeting he was there."""
    line = "KHUJAND (Steppe Wire) — "
    assert _scene(reader, f"{line}Russia banned flights to Tajikistan.", "SANCTION") == (None, None)
    assert _scene(reader, f"{line}Leaders of Tajikistan and Uzbekistan met.", "CONSULT") == ("Khujand", None)
    assert told(reader, f"{line}Russia banned flights to Tajikistan.") != []
