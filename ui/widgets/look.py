"""How the window looks: light, dark or as the system has it, and the size of its letters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui import theme as themes
from ui.preferences import Preferences
from ui.session import Session
from ui.widgets.labels import Plain

SYSTEM = "system"
CHOICES = ("light", "dark", SYSTEM)
ZOOM_STEP = 10
ZOOM_RANGE = (70, 200)
NORMAL = 100


class Look(QObject):
    """Keeps theme and text size, applies them to the application and remembers them in the preferences."""

    def __init__(self, app: QApplication, session: Session, preferences: Preferences) -> None:
        super().__init__(session)
        self.app = app
        self._session = session
        self._preferences = preferences
        self._font = QFont(app.font())
        self.choice = preferences.text("theme", SYSTEM)
        self.zoom = preferences.number("zoom", NORMAL)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply_theme()
        self._apply_font()

    def choose(self, choice: str) -> None:
        """Use light, dark or the system's choice from now on."""
        self.choice = choice
        self._preferences.set("theme", choice)
        self._apply_theme()

    def zoom_by(self, steps: int) -> None:
        """Make all letters larger or smaller; 0 steps goes back to normal."""
        low, high = ZOOM_RANGE
        self.zoom = min(max(self.zoom + steps * ZOOM_STEP, low), high) if steps else NORMAL
        self._preferences.set("zoom", self.zoom)
        self._apply_zoom()

    def _apply_theme(self) -> None:
        theme = themes.THEMES.get(self.choice) or self._system()
        themes.apply(self.app, theme)
        if theme is not self._session.theme:
            self._session.set_theme(theme)

    def _system(self) -> themes.Theme:
        dark = self.app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return themes.DARK if dark else themes.LIGHT

    def _apply_font(self) -> None:
        self.app.setFont(themes.font(self._font, scale=self.zoom / NORMAL))

    def _apply_zoom(self) -> None:
        self._apply_font()
        for widget in self.app.allWidgets():
            if isinstance(widget, Plain):
                widget.follow_font()

    def _on_scheme_changed(self) -> None:
        if self.choice == SYSTEM:
            self._apply_theme()
