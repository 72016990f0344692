"""Several pages in one place, with a switch above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.flow import Flow
from ui.theme import SPACE
from ui.views.switch import Switch


class Pages(QStackedWidget):
    """Pages of which only the one that is shown needs room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else super().minimumSizeHint()


class Deck(QWidget):
    """Shows one of its pages; the switch says which."""

    def __init__(self, name: str, pages: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(name, [words for words, _ in pages])
        self._names = tuple(words for words, _ in pages)
        self._pages = tuple(page for _, page in pages)
        self._stack = Pages()
        for _, page in pages:
            self._stack.addWidget(page)
        row = Flow()
        row.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.add(self.switch)
        row.add_gap()
        self._row = row
        self._asides: dict[int, QWidget] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(self._stack, 1)
        self.switch.switched.connect(self._on_switched)

    @override
    def hasHeightForWidth(self) -> bool:
        """The page shown takes whatever is left; else a layout would keep room for all that it wishes."""
        return False

    def set_aside(self, number: int, widget: QWidget) -> None:
        """Put a widget at the right of the switch, shown with this page only."""
        self._asides[number] = widget
        self._row.add(widget)
        widget.setVisible(number == self.current())

    def names(self) -> tuple[str, ...]:
        """What the pages are called at first, in order."""
        return self._names

    def count(self, number: int, count: int) -> None:
        """Tell behind the name of a page how much it holds."""
        self.switch.set_words(number, f"{self._names[number]} {count}" if count else self._names[number])

    def choose(self, number: int) -> None:
        """Show a page."""
        self.switch.choose(number)

    def enter(self, number: int) -> None:
        """Show a page and give it the keyboard."""
        self.choose(number)
        self._pages[number].setFocus()

    def current(self) -> int:
        """The number of the page shown."""
        return self.switch.current()

    def _on_switched(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        for page, widget in self._asides.items():
            widget.setVisible(page == number)
