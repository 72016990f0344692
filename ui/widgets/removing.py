"""Asking whether an article is to go, the same way wherever it can be removed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.widgets.labels import breakable

STAYS = "Your notes stay, and Edit > Undo brings the article back."
SHIPPED = "It is built in: what only it tells goes from all pages and briefs of this library."


def sure_to_remove(title: str, claims: int, parent: QWidget, *, builtin: bool = False) -> bool:
    """Whether the user wants this article, with so many claims, out of the library; what it means of a built-in one."""
    box = QMessageBox(QMessageBox.Icon.Question, "Remove article", "", QMessageBox.StandardButton.Cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(f"Remove “{title}” and its {claims} claims from the library?"))
    box.setInformativeText(f"{SHIPPED} {STAYS}" if builtin else STAYS)
    remove = box.addButton("Remove", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is remove
