"""Preferences come back as they were set, and a damaged file gives the defaults."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from ui.preferences import Folder, Preferences


def test_what_was_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "window.ini")
    kept.set("theme", "dark")
    kept.set("zoom", 120)
    kept.set("geometry", QByteArray(b"\x00\x01\xff"))
    kept.save()
    again = Preferences(tmp_path / "window.ini")
    assert again.text("theme") == "dark"
    assert again.number("zoom", 100) == 120
    assert again.state("geometry") == QByteArray(b"\x00\x01\xff")


def test_a_first_start_has_the_defaults(tmp_path: Path) -> None:
    fresh = Preferences(tmp_path / "window.ini")
    assert fresh.text("theme", "system") == "system"
    assert fresh.number("zoom", 100) == 100
    assert fresh.state("geometry").isEmpty()


def test_a_damaged_file_has_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\x00\xff[[[zoom=abc\nzoom=many\n")
    assert Preferences(tmp_path / "window.ini").number("zoom", 100) == 100


def test_a_folder_is_proposed_again_as_long_as_it_is_there(tmp_path: Path) -> None:
    place = tmp_path / "briefs"
    place.mkdir()
    Folder(Preferences(tmp_path / "window.ini")).remember(place)
    again = Folder(Preferences(tmp_path / "window.ini"))
    assert again.proposed() == place
    place.rmdir()
    assert again.proposed() not in (place, Path())
    assert Folder().proposed().is_dir()
