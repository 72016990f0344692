"""The pages of a brief on the screen, below the tools that show them larger, smaller, one at a time or all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ui.flow import Flow
from ui.widgets.labels import empty

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.printing.document import Document

PREPARING = "Preparing…"


class Preview(QWidget):
    """Says that pages are being made until there are some, then shows those it was last told to, as on this printer."""

    def __init__(self, printer: QPrinter) -> None:
        super().__init__()
        self._document: Document | None = None
        self._pages = QPrintPreviewWidget(printer, self)
        for part in (self._pages, *self._pages.findChildren(QAbstractScrollArea)):
            part.setAccessibleName("Pages of the brief")
        self._pages.setZoomMode(QPrintPreviewWidget.ZoomMode.FitToWidth)
        self._pages.paintRequested.connect(self._on_paint_requested)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(empty(PREPARING))
        self._sheets.addWidget(self._pages)
        tools = Flow()
        for tool, show in self._tools().items():
            tool.clicked.connect(show)
            tools.add(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(tools)
        column.addWidget(self._sheets, 1)

    def _tools(self) -> dict[QToolButton, Callable[[], None]]:
        pages = self._pages
        return {
            _tool("Page width", "Fit the width of a page", "Ctrl+1"): partial(self._fit, pages.fitToWidth),
            _tool("Whole page", "Show a page at a time", "Ctrl+2"): partial(self._fit, pages.fitInView),
            _tool("All pages", "Show all pages side by side", "Ctrl+3"): pages.setAllPagesViewMode,
            _tool("−", "Smaller", "Ctrl+-"): pages.zoomOut,
            _tool("+", "Larger", "Ctrl++"): pages.zoomIn,
        }

    def show_pages(self, document: Document) -> None:
        """Show the pages of a document."""
        self._document = document
        if self._sheets.currentWidget() is self._pages:
            self._pages.updatePreview()
        self._sheets.setCurrentWidget(self._pages)  # which paints all pages by itself when it is first seen

    def _fit(self, fit: Callable[[], None]) -> None:
        """Show one page below the other, fitted: beside each other Qt would fit all of them together."""
        self._pages.setSinglePageViewMode()
        fit()

    def _on_paint_requested(self, printer: QPrinter) -> None:
        if self._document is not None:
            self._document.paint(printer)


def _tool(text: str, tip: str, shortcut: str) -> QToolButton:
    tool = QToolButton()
    tool.setText(text)
    tool.setToolTip(f"{tip} ({shortcut})")
    tool.setAccessibleName(tip)
    tool.setShortcut(QKeySequence(shortcut))
    return tool
