"""Small labels that never read their text as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ui.theme import SPACE, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.session import Session

LOADING = "The built-in library is being loaded…"
LONG = re.compile(r"\S{41,}")
PIECE = 30
"""Letters between two places where a word that is too long may be broken; a label is never narrower than a word."""


def breakable(text: str) -> str:
    """The text with places in words of more than 40 letters, such as addresses, where a line may end."""
    return LONG.sub(lambda found: "\u200b".join(_pieces(found[0])), text)


def _pieces(word: str) -> list[str]:
    return [word[start : start + PIECE] for start in range(0, len(word), PIECE)]


class Plain(QLabel):
    """A label that shows its text as it stands, wrapped, at a scale of the application's font."""

    def __init__(
        self, text: str = "", *, scale: float = 1.0, bold: bool = False, muted: bool = False, wrap: bool = True
    ) -> None:
        super().__init__()
        self._style = (scale, bold)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._told = ""
        self.setText(text)
        self.follow_font()

    @override
    def setText(self, text: str) -> None:
        """Show this text; where it is wrapped, a word that is too long for any line is broken."""
        self._told = text
        super().setText(breakable(text) if self.wordWrap() else text)

    @override
    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    @override
    def text(self) -> str:
        """The text as it was given."""
        return self._told

    def follow_font(self) -> None:
        """Take the size that goes with the application's font; Qt tells only windows when that changes."""
        scale, bold = self._style
        if scale != 1.0 or bold:
            self.setFont(font(QGuiApplication.font(), scale=scale, bold=bold))


class OneLine(QLabel):
    """A list of names in one muted line, cut where there is no room; all of it stands in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._told = ""

    def tell(self, words: str, names: Sequence[str], aside: tuple[str, Sequence[str]] = ("", ())) -> None:
        """Show the names behind the words; those of `aside`, with what they are, stand in the tooltip only."""
        label, others = aside
        self._told = f"{words}: {', '.join(names) if names else f'{len(others)} in other languages'}"
        self._told = self._told if names or others else ""
        more = [f"{label}:", *others] if others else []
        self.setToolTip(tooltip("\n".join([*names, *more])))
        self.setAccessibleDescription("\n".join(names))
        self._cut()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._told, Qt.TextElideMode.ElideRight, max(self.width(), PIECE)))


def heading(text: str = "", *, scale: float = 1.25) -> Plain:
    """A heading: larger and bolder than the text around it."""
    return Plain(text, scale=scale, bold=True)


def muted(text: str = "", *, wrap: bool = True) -> Plain:
    """A side remark, in the colour of placeholders."""
    return Plain(text, muted=True, wrap=wrap)


def empty(text: str, parent: QWidget | None = None) -> Plain:
    """What stands in the middle of a page that has nothing to show yet: what to do about it."""
    label = muted(text)
    label.setParent(parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMargin(4 * SPACE)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return label


def empty_yet(session: Session, text: str) -> Plain:
    """Like `empty`; as long as the library is being filled, it says so."""
    label = empty(text)

    def tell() -> None:
        label.setText(LOADING if session.filling else text)

    session.filling_changed.connect(tell)
    tell()
    return label


def tool(text: str, tip: str) -> QToolButton:
    """A flat button with words, and an icon if it is given one."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def tooltip(text: str) -> str:
    """Words for a tooltip: wrapped by Qt, and never taken for markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    lines = escaped.replace("\n", "<br>")
    return f"<span>{lines}</span>" if text else ""
