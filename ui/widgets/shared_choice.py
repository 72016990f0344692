"""A choice that stands in every tab and is the same in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QComboBox, QWidget


class SharedChoice(QComboBox):
    """One of the `options` (what is chosen -> what it is called): chosen here it is told to `choose`, and what was
    `changed` elsewhere is shown here, too."""

    def __init__(
        self,
        options: Mapping[str, str],
        chosen: str,
        changed: SignalInstance,
        choose: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        for option, words in options.items():
            self.addItem(words, option)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._show(chosen)
        self.activated.connect(self._on_activated)
        changed.connect(self._show)

    def _show(self, option: str) -> None:
        self.setCurrentIndex(max(0, self.findData(option)))

    def _on_activated(self) -> None:
        self._choose(str(self.currentData()))
