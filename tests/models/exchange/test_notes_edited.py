"""A note that was edited in its exported file takes the place of the one in the library, and of no other."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from models.exchange import export
from models.exchange.notes import Incoming, files, incoming
from models.records import Note, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from models.library import Library

FIRST = datetime(2026, 1, 5, 10, tzinfo=UTC)


@pytest.fixture
def note(library: Library) -> Note:
    saved = library.save_note("KAZ", "Ask about the dam.", now=FIRST)
    assert not isinstance(saved, Problem)
    return saved[0]


@pytest.fixture
def file(library: Library, note: Note, tmp_path: Path) -> Path:
    assert export(library, "notes", tmp_path / "notes") == 1
    (path,) = (tmp_path / "notes").rglob("*.md")
    assert note.text in path.read_text("utf-8")
    return path


def edit(file: Path, old: str, new: str, *, hours: int = 0) -> None:
    file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))
    moment = datetime.now(UTC).timestamp() + hours * 3600
    os.utime(file, (moment, moment))


def brought(library: Library, file: Path) -> Incoming:
    found = incoming(library, file.parent.parent)
    assert not isinstance(found, Problem)
    return found


def taken(library: Library, file: Path) -> Incoming:
    found = brought(library, file)
    assert not isinstance(library.take_notes((*found.new, *found.edited)), Problem)
    return found


def texts(library: Library) -> list[str]:
    return sorted(note.text for note in library.notes())


def test_an_edited_note_stays_one_note(library: Library, note: Note, file: Path) -> None:
    edit(file, "the dam", "the dam and its cost")
    found = taken(library, file)
    assert (found.new, [one.id for one in found.edited], found.here) == ((), [note.id], 0)
    (held,) = library.notes()
    assert (held.id, held.text, held.created) == (note.id, "Ask about the dam and its cost.", note.created)
    assert held.changed > note.changed
    assert brought(library, file) == Incoming((), (), 1), "taking it again changes nothing"


def test_a_note_is_edited_again_in_the_same_file(library: Library, file: Path) -> None:
    edit(file, "dam.", "dam!")
    taken(library, file)
    edit(file, "dam!", "dam?", hours=1)
    assert len(taken(library, file).edited) == 1
    assert texts(library) == ["Ask about the dam?"]


def test_what_was_changed_at_both_places_is_kept_twice(library: Library, note: Note, file: Path) -> None:
    library.save_note("KAZ", "Ask about the mine.", note.id)
    edit(file, "dam.", "dam!")
    assert taken(library, file).edited == ()
    assert texts(library) == ["Ask about the dam!", "Ask about the mine."]


def test_a_copy_of_a_file_is_a_note_of_its_own(library: Library, file: Path) -> None:
    copy = file.with_name("copy.md")
    copy.write_bytes(file.read_bytes())
    edit(copy, "dam.", "dam!")
    assert taken(library, file).edited == ()
    assert texts(library) == ["Ask about the dam!", "Ask about the dam."]


def test_other_ends_of_lines_and_one_more_at_the_end_are_no_edit(library: Library, file: Path) -> None:
    edit(file, "\n", "\r\n")
    assert brought(library, file) == Incoming((), (), 1)


def test_what_was_there_is_in_the_backup(library: Library, note: Note, file: Path) -> None:
    edit(file, "dam.", "dam!")
    taken(library, file)
    kept = [path.read_text("utf-8") for path in library.folder.rglob("user-*.json")]
    assert any(note.text in told for told in kept)


def test_marks_of_a_title_leave_no_gaps_in_the_name_of_its_file() -> None:
    told = Note("n", "KAZ", "# Ask **soon**: the *dam* / its cost", "2026-01-01", "2026-01-01")
    assert list(files([told], {"KAZ": "Kazakhstan"}.__getitem__)) == ["Kazakhstan/Ask soon the dam its cost.md"]


def test_a_long_title_is_cut_at_a_word_in_the_name_of_its_file() -> None:
    title = "Ask the delegation about the dam and its cost before the next meeting"
    told = [Note("n", "KAZ", text, "2026-01-01", "2026-01-01") for text in (title, "w" * 80)]
    names = list(files(told, {"KAZ": "Kazakhstan"}.__getitem__))
    assert names == [
        "Kazakhstan/Ask the delegation about the dam and its cost before the.md",
        f"Kazakhstan/{'w' * 60}.md",
    ]
