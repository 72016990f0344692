"""The user's own Markdown, rendered: no raw HTML, no files or images loaded, links only after asking."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QMessageBox, QTextBrowser, QWidget
from typing_extensions import override

LONGEST = 200_000
"""Characters of a note that are rendered; the rest is only in the editor."""

_DEEP_QUOTE = re.compile(r"^((?:[ \t]{0,4}>){12})(?:[ \t]*+>)+", re.MULTILINE)
_DEEP_INDENT = re.compile(r"^[ \t]{40,}+", re.MULTILINE)
LINES_KEPT = QTextDocument.MarkdownFeature(0x8000)
"""That a line ends where it was ended: a flag of the reader within Qt, to which Qt hands on what it has no name for."""
FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML | LINES_KEPT
)
WEB = ("http", "https", "mailto")


def tame(text: str) -> str:
    """The text cut to a length and a depth of nesting that Qt lays out at once, with images turned into links."""
    return _DEEP_INDENT.sub(" " * 40, _DEEP_QUOTE.sub(r"\1", text[:LONGEST])).replace("![", "[")


def open_outside(url: QUrl, parent: QWidget) -> bool:
    """Ask, then open a web address in the user's browser; other addresses are refused. True when opened."""
    address = url.toString()
    if url.scheme() not in WEB:
        QMessageBox.information(parent, "Link", f"Oxus opens web and mail addresses only:\n{address}")
        return False
    buttons = QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel
    box = QMessageBox(QMessageBox.Icon.Question, "Open link", "", buttons, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Open this address outside Oxus?\n\n{address}")
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box.exec() == QMessageBox.StandardButton.Open and QDesktopServices.openUrl(url)


class MarkdownView(QTextBrowser):
    """Shows Markdown that the user wrote."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.anchorClicked.connect(lambda url: open_outside(url, self))

    def show_markdown(self, text: str) -> None:
        """Render a note."""
        self.document().setMarkdown(tame(text), FEATURES)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """An empty picture for whatever is asked: given nothing at all, Qt would look for a file itself."""
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        picture.fill(0)
        return picture
