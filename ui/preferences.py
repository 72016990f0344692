"""What the window remembers from one start to the next: geometry, theme, tab, splitters, text size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


class Preferences:
    """The user's window settings in one ini file; a missing or damaged file gives the defaults."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A setting as text."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """A setting as a whole number."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def state(self, key: str) -> QByteArray:
        """A state that Qt wrote (geometry, splitter), or an empty one."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set(self, key: str, value: str | int | QByteArray) -> None:
        """Remember a setting; where nothing has changed, the file need not be written."""
        told = value if isinstance(value, QByteArray) else str(value)
        if self._settings.value(key) != told:
            self._settings.setValue(key, told)

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()


SAVED = "folder/saved"
"""The setting of the folder that briefs and exports went to."""


class Folder:
    """A folder that is proposed again: where something was last, or else the user's documents or home.

    The `key` names the setting; without `preferences` nothing is remembered.
    """

    def __init__(self, preferences: Preferences | None = None, key: str = SAVED) -> None:
        self._preferences = preferences
        self._key = key

    def proposed(self) -> Path:
        """Where to begin."""
        kinds = QStandardPaths.StandardLocation
        usual = [QStandardPaths.writableLocation(kind) for kind in (kinds.DocumentsLocation, kinds.HomeLocation)]
        last = self._preferences.text(self._key) if self._preferences else ""
        return next((Path(place) for place in (last, *usual) if place and Path(place).is_dir()), Path.home())

    def remember(self, folder: Path) -> None:
        """Propose this folder the next time."""
        if self._preferences:
            self._preferences.set(self._key, str(folder))
