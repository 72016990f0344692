"""What the window says of the user's own rules and names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.library import Library
from ui.app import open_window
from ui.preferences import Preferences


def test_a_broken_file_of_the_users_own_is_told_in_the_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "library" / "catalog").mkdir(parents=True)
    (tmp_path / "library" / "catalog" / "commodities.toml").write_text("= broken", "utf-8")
    library = Library.open(tmp_path / "library")
    window = open_window(qapp, library, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    window.files.check_own()
    qtbot.waitUntil(lambda: "commodities.toml" in window.notices.lasting.text(), timeout=20_000)
    assert "not valid TOML" in window.notices.lasting.text()
    assert window.notices.lasting.isVisible()
    window.close()
    library.close()
