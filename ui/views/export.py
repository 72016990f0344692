"""Taking pictures and tables elsewhere: a picture as an image, a table as tab-separated text, by the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

PICTURE_KEYS = "Ctrl+Alt+C"


def offer_picture(widget: QWidget, what: str) -> QAction:
    """Let the user copy the widget as a picture, by its context menu or Ctrl+Alt+C; `what` tells what it shows."""
    action = QAction(f"Copy {what} as a picture", widget)
    action.setShortcut(QKeySequence(PICTURE_KEYS))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: QGuiApplication.clipboard().setImage(widget.grab().toImage()))
    widget.addAction(action)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return action


def offer_table(view: QAbstractItemView) -> QAction:
    """Let the user copy a table as tab-separated text, by its context menu or Ctrl+C; returns the action."""
    named = f" ({view.accessibleName()})" if view.accessibleName() else ""
    action = QAction(f"Copy the table as text{named}", view)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: QGuiApplication.clipboard().setMimeData(_mime(as_text(view))))
    view.addAction(action)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return action


def as_text(view: QAbstractItemView) -> str:
    """The table as tab-separated lines with its headings: the selected rows, or all where fewer than two are."""
    model = view.model()
    selection: QItemSelectionModel = view.selectionModel()
    rows = sorted({index.row() for index in selection.selectedIndexes()})
    if len(rows) < 2:
        rows = list(range(model.rowCount()))
    columns = range(model.columnCount())
    across = Qt.Orientation.Horizontal
    down = Qt.Orientation.Vertical
    names = [str(model.headerData(row, down) or "") for row in rows]
    named = any(name and not name.isdigit() for name in names)
    lines = [[_plain(model.headerData(column, across)) for column in columns]]
    lines += [[_plain(model.index(row, column).data()) for column in columns] for row in rows]
    if named:
        lines = [[name, *line] for name, line in zip(["", *names], lines, strict=True)]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def _plain(value: object) -> str:
    """A cell on one line, without tabs."""
    return " ".join(str(value if value is not None else "").split())


def _mime(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    mime.setData("text/tab-separated-values", text.encode())
    return mime
