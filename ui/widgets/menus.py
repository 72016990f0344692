"""Menus from a table of commands, so that every command has a place, a shortcut and an icon the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QWidget

from models.records import Record
from ui.theme import Theme
from ui.widgets.icons import icon


class Command(Record, gc=True):
    """A command: menu, words, shortcuts (the first is shown), what it runs, its icon, and whether it is a switch."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    icon: str = ""
    switch: bool = False
    gap: bool = False
    tip: str = ""


class Menus:
    """The actions of a window by id, in its menu bar."""

    def __init__(self, window: QMainWindow, commands: Iterable[Command]) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._commands = tuple(commands)
        menus = self._menus = dict[str, QMenu]()
        for command in self._commands:
            if command.menu not in menus:
                menus[command.menu] = window.menuBar().addMenu(command.menu)
                menus[command.menu].setToolTipsVisible(True)
            if command.gap:
                menus[command.menu].addSeparator()
            action = _action(window, command)
            self._actions[command.id] = action
            menus[command.menu].addAction(action)

    def of_page(self, title: str, before: str, find: Callable[[], Sequence[QAction]]) -> None:
        """Add a menu, before another one, with what the page shown can do: asked for each time it opens."""
        following = next(action for action in self._window.menuBar().actions() if action.text() == before)
        self._window.menuBar().insertMenu(following, self._filled(title, find))

    def within(self, title: str, menu: str, before: str, find: Callable[[], Sequence[QAction]]) -> None:
        """Add a menu inside another one, before a command of it: asked for each time it opens."""
        self._menus[menu].insertMenu(self._actions[before], self._filled(title, find))

    def _filled(self, title: str, find: Callable[[], Sequence[QAction]]) -> QMenu:
        menu = QMenu(title, self._window)

        def fill() -> None:
            menu.clear()
            menu.addActions(list(find()))

        menu.aboutToShow.connect(fill)
        return menu

    def actions(self, commands: Iterable[str]) -> tuple[QAction, ...]:
        """The actions of these commands."""
        return tuple(self._actions[command] for command in commands)

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def tint(self, theme: Theme, commands: Iterable[str]) -> None:
        """Draw the icons of these commands in the theme's colours."""
        wanted = set(commands)
        for command in self._commands:
            if command.icon and command.id in wanted:
                self._actions[command.id].setIcon(icon(command.icon, theme))

    def shortcuts(self) -> list[tuple[str, str, str]]:
        """Menu, command and shortcuts in words, in the order of the menus."""
        return [
            (
                command.menu.replace("&", ""),
                self._actions[command.id].text().replace("&", "").rstrip("…"),
                keys_of(self._actions[command.id]),
            )
            for command in self._commands
        ]


def keys_of(action: QAction) -> str:
    """The shortcuts of an action in words."""
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())


def _action(window: QMainWindow, command: Command) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.id)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setCheckable(command.switch)
    words = command.tip or command.text.replace("&", "").rstrip("…")
    action.setToolTip(f"{words} ({command.keys[0]})" if command.keys else words)
    action.triggered.connect(lambda _checked=False: command.run())
    return action


def offer(widget: QWidget, text: str, keys: str, run: Callable[[], object]) -> QAction:
    """Give a tab something it can do while the keyboard is in it; the window puts it into its menus."""
    action = QAction(text, widget)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: run())
    widget.addAction(action)
    return action


def offered(widget: QWidget) -> list[QAction]:
    """The actions with a shortcut that a widget offers of its own."""
    return [action for action in widget.actions() if action.shortcuts() and not isinstance(widget, QMenu | QLineEdit)]
