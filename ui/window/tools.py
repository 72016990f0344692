"""The tool bar, and what menus and tools allow at the moment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.session import Session
from ui.theme import SPACE
from ui.widgets.look import CHOICES
from ui.widgets.menus import Menus
from ui.window.files import Files
from ui.window.undoing import Undoing

READING = ("read", "copy-sentence")
JUDGING = (
    *READING, "accept", "reject", "reject-all", "undecide", "correct", "as-read", "prefer", "normal-rank", "deprecate",
)  # fmt: skip
AMENDING = ("correct-article", "remove-article")
OFFERED = (
    (*READING, "cite"), ("accept", "reject", "reject-all", "undecide"), ("correct", "as-read"),
    ("prefer", "normal-rank", "deprecate"), ("correct-article",), ("remove-article",),
)  # fmt: skip
"""What a right click on a statement or a sentence offers, in groups: last what takes something out."""
CHANGING = ("import", "import-folder", "new-note", "merge")
TOOLS = ("back", "forward", "import", "print", "new-note")
WITHOUT_WORDS = ("back", "forward")
SEARCH_WIDTH = 320


def tool_bar(menus: Menus, search: QLineEdit) -> QToolBar:
    """The tools left, the search box right."""
    bar = QToolBar("Tools")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for tool in TOOLS:
        bar.addAction(menus[tool])
        button = bar.widgetForAction(menus[tool])
        if tool in WITHOUT_WORDS and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        if tool == WITHOUT_WORDS[-1]:
            bar.addSeparator()
    gap, edge = QWidget(), QWidget()
    for widget in (gap, search):
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    edge.setFixedWidth(SPACE // 2)
    search.setMaximumWidth(SEARCH_WIDTH)
    for widget in (gap, search, edge):
        bar.addWidget(widget)
    return bar


def tell_state(menus: Menus, session: Session, undoing: Undoing, choice: str, *, judged: bool, files: Files) -> None:
    """Let menus and tools show what can be done now: whether evidence is shown, and an import under way or over."""
    menus["back"].setEnabled(session.can_go_back)
    menus["forward"].setEnabled(session.can_go_forward)
    for command, words, label in (("undo", "&Undo", undoing.undo_label), ("redo", "&Redo", undoing.redo_label)):
        menus[command].setText(f"{words} {label}".rstrip())
        menus[command].setEnabled(bool(label))
    menus["stop-import"].setEnabled(files.strip.busy)
    menus["last-import"].setEnabled(files.has_report)
    for theme in CHOICES:
        menus[theme].setChecked(theme == choice)
    for command in CHANGING:
        menus[command].setEnabled(not session.read_only)
    for command in (*JUDGING, *AMENDING):
        menus[command].setEnabled(judged and (command in READING or not session.read_only))
