"""Menus from a table of commands, so that every command has a place, a shortcut and an icon the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from ui.theme import Theme
from ui.widgets.icons import icon


@dataclass(frozen=True, slots=True)
class Command:
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
        self._actions: dict[str, QAction] = {}
        self._commands = tuple(commands)
        menus = {}
        for command in self._commands:
            if command.menu not in menus:
                menus[command.menu] = window.menuBar().addMenu(command.menu)
            if command.gap:
                menus[command.menu].addSeparator()
            action = _action(window, command)
            self._actions[command.id] = action
            menus[command.menu].addAction(action)

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
                ", ".join(
                    key.toString(QKeySequence.SequenceFormat.NativeText)
                    for key in self._actions[command.id].shortcuts()
                ),
            )
            for command in self._commands
        ]


def _action(window: QMainWindow, command: Command) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.id)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setCheckable(command.switch)
    words = command.tip or command.text.replace("&", "").rstrip("…")
    action.setToolTip(f"{words} ({command.keys[0]})" if command.keys else words)
    action.triggered.connect(lambda _checked=False: command.run())
    return action
