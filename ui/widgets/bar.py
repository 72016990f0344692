"""A calm strip that says one thing, with at most one button to act on it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.session import Session
from ui.theme import SPACE, Theme, palette
from ui.widgets.icons import icon
from ui.widgets.labels import Plain


class Bar(QFrame):
    """A message above or below a page; hidden until `tell`. `acted` tells that its button was pressed.

    One that is `lasting` cannot be closed: it tells what holds.
    """

    acted = Signal()

    def __init__(
        self, session: Session, name: str, action: str = "", parent: QWidget | None = None, *, lasting: bool = False
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._loud = False
        self._label = Plain()
        self._button = QPushButton()
        self._close = QToolButton()
        self._timer = QTimer(self, singleShot=True)
        self.setAccessibleName(name)
        self._lay_out(action)
        self._close.setVisible(not lasting)
        self._timer.timeout.connect(self.hide)
        self._button.clicked.connect(self._on_button_clicked)
        self._close.clicked.connect(self.hide)
        session.theme_changed.connect(self._on_theme_changed)
        self.hide()

    def _lay_out(self, action: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, 4, SPACE, 4)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.offer(action)
        self._close.setAutoRaise(True)
        self._close.setToolTip("Close this message")
        self._close.setAccessibleName("Close this message")
        self.setAutoFillBackground(True)

    def tell(self, text: str, *, loud: bool = False, seconds: float = 0) -> None:
        """Show a message, in the colours of a warning when `loud`, for some seconds or (0) until closed."""
        self._loud = loud
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self._on_theme_changed(self._session.theme)
        self._timer.stop()
        if seconds:
            self._timer.start(int(seconds * 1000))
        self.show()

    def offer(self, action: str) -> None:
        """Let the button do this; empty for no button."""
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def text(self) -> str:
        """The message shown."""
        return self._label.text()

    def one_line(self) -> int:
        """The width that the message needs to stand on one line."""
        others = self.sizeHint().width() - self._label.sizeHint().width()
        return others + self._label.fontMetrics().horizontalAdvance(self._label.text()) + 2

    def _on_button_clicked(self) -> None:
        self.hide()
        self.acted.emit()

    def _on_theme_changed(self, theme: Theme) -> None:
        colours = palette(theme)
        back = theme.warning_back if self._loud else theme.selection
        colours.setColor(QPalette.ColorRole.Window, QColor(back))
        colours.setColor(QPalette.ColorRole.WindowText, QColor(theme.warning if self._loud else theme.text))
        self.setPalette(colours)
        self._close.setIcon(icon("close", theme))
