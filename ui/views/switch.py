"""A row of buttons of which one is down: Picture or Table, Statements or Notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

LOOK = """
QToolButton { padding: 2px 8px; border: 1px solid palette(mid); border-left-width: 0; background: palette(base); }
QToolButton[end="first"] { border-left-width: 1px; border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QToolButton[end="last"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QToolButton:hover { background: palette(alternate-base); }
QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); font-weight: 600; }
QToolButton:disabled { color: palette(placeholder-text); }
QToolButton:focus { border: 1px solid palette(link); }
"""


class Switch(QWidget):
    """Chooses one of a few things. `switched` tells its number."""

    switched = Signal(int)

    def __init__(self, name: str, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, words in enumerate(choices):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setStyleSheet(LOOK)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(f"{name}: {words}")
            button.setProperty("end", {0: "first", len(choices) - 1: "last"}.get(number, ""))
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.setExclusive(True)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.switched)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:  # a style sheet keeps the new font from what is inside
            for button in self._group.buttons():
                button.setFont(self.font())

    def current(self) -> int:
        """The number of the choice that is down."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Press a choice as the user would."""
        self._group.button(number).click()

    def set_words(self, number: int, words: str) -> None:
        """Call a choice by other words (with a count, say)."""
        self._group.button(number).setText(words)

    def set_enabled(self, number: int, *, enabled: bool) -> None:
        """Let a choice be pressed, or not."""
        self._group.button(number).setEnabled(enabled)
