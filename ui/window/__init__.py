"""The main window: tabs, evidence, search and menus put together; what it does with files; its commands."""

from ui.window.window import MainWindow

__all__ = ["MainWindow"]
