"""The pages that the window opens with come back as they would be made, or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from models.catalog import RESOURCES, load
from models.library import Library
from models.library.knowledge import Knowledge
from models.records import Problem, Rank, Statement
from tests.models.library.test_library import SLIP, TARGET, URANIUM, step

ONE = step("Japan aims at three trillion yen.", TARGET)
TWO = step("Japan aims at thirty trillion yen.", SLIP, URANIUM)


class Place:
    """One library with a cache folder, opened again and again."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "cache"
        self.folder = folder / "library"

    def open(self, today: str = "") -> Library:
        return Library.open(self.folder, load(RESOURCES / "catalog", cache=self.cache), today=today)

    def kept(self) -> list[Path]:
        return sorted(self.cache.glob("opening-*.json"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A library of one article that was closed with a country in sight."""
    place = Place(tmp_path)
    library = place.open()
    library.add([ONE])
    library.country("KAZ")
    library.country("JPN")
    library.close()
    return place


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The countries whose page is made from statements from now on."""
    made: list[str] = []

    def about(_: Knowledge, code: str) -> tuple[Statement, ...]:
        made.append(code)
        return ()

    monkeypatch.setattr(Knowledge, "about", about)
    return made


def test_the_next_start_has_the_pages_at_hand(place: Place, made: list[str]) -> None:
    library = place.open()
    page, countries = library.country("JPN"), library.countries()
    assert made == []
    library.country("KAZ")
    assert made == ["KAZ"]
    library.close()
    assert [line.text for section in page.sections for line in section.lines]
    assert "JPN" in [row.code for row in countries.rows]


def test_pages_at_hand_need_nothing_that_makes_them(place: Place, root: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from models.catalog import load; from models.library import Library\n"
        f"library = Library.open(Path({str(place.folder)!r}), load(cache=Path({str(place.cache)!r})))\n"
        "library.countries(); library.country('JPN'); library.close()\n"
        "print(*(n for n in sys.modules if n.startswith(('models.statements', 'models.phrases', 'models.copies'))))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)
    assert run.stdout.split() == []


def test_they_are_what_would_be_made(place: Place) -> None:
    kept = place.open()
    recalled = (kept.countries(), kept.country("JPN"))
    kept.close()
    (file,) = place.kept()
    file.unlink()
    fresh = place.open()
    assert (fresh.countries(), fresh.country("JPN")) == recalled
    fresh.close()


def test_a_note_written_since_is_on_the_page(place: Place) -> None:
    library = place.open()
    assert not isinstance(library.save_note("JPN", "Ask about the dam."), Problem)
    library.close()
    again = place.open()
    assert [note.text for note in again.country("JPN").notes] == ["Ask about the dam."]
    assert [row.notes for row in again.countries().rows if row.code == "JPN"] == [1]
    again.close()
    assert "dam" not in place.kept()[0].read_text(encoding="utf-8")


def test_what_another_program_changed_is_seen(place: Place, made: list[str]) -> None:
    other = Library.open(place.folder, load())
    other.add([TWO])
    other.close()
    library = place.open()
    library.country("JPN")
    assert made == ["JPN"]
    library.close()


def test_a_verdict_changes_the_page(place: Place) -> None:
    library = place.open()
    library.add([TWO])
    (target,) = (found for found in library.statements() if found.kind == "commitment")
    library.rank(target.id, 1, Rank.PREFERRED)
    library.close()
    again = place.open()
    kept = again.country("JPN")
    again.close()
    place.kept()[0].unlink()
    fresh = place.open()
    assert fresh.country("JPN") == kept
    fresh.close()


def test_other_code_makes_other_pages(place: Place, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.library.prepared.BEFORE", ())
    library = place.open()
    library.country("JPN")
    assert made == ["JPN"]
    library.close()


def test_another_day_makes_other_pages(place: Place, made: list[str]) -> None:
    library = place.open(today="2026-11-22")
    library.country("JPN")
    assert made == ["JPN"]
    library.close()


def test_a_damaged_file_is_made_anew(place: Place, made: list[str]) -> None:
    place.kept()[0].write_bytes(b'{"countries": 1}')
    library = place.open()
    library.country("JPN")
    assert made == ["JPN"]
    library.close()


def test_who_only_reads_keeps_nothing(place: Place, made: list[str]) -> None:
    writer = place.open()
    reader = place.open()
    assert reader.read_only
    reader.country("JPN")
    assert made == ["JPN"]
    reader.close()
    writer.close()


def test_without_a_cache_folder_nothing_is_kept(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", load())
    library.add([ONE])
    library.country("JPN")
    library.close()
    assert [path.name for path in tmp_path.rglob("opening-*")] == []
