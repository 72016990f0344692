"""The command line: the library without a window. Errors go to stderr, one plain line each."""

from ui.commandline.commands import main

__all__ = ["main"]
