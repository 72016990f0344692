"""The window, asked for from the command line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

NO_DISPLAY = 1


def open_window(options: argparse.Namespace) -> int:
    """The exit status of the window; where there is no display for one, says so and what needs none."""
    if not has_display():
        from ui.commandline.commands import COMMANDS

        others = ", ".join(COMMANDS)
        sys.stderr.write(f"no display: the window cannot open here; these commands need none: {others}.\n")
        return NO_DISPLAY
    from ui.loading import load_qt

    load_qt()
    from ui.app import run

    folder = options.library and options.library.expanduser().absolute()
    return run(folder, quit_after_first_paint=options.quit_after_first_paint)


def has_display() -> bool:
    """Only on Linux can there be none; who names a platform of Qt knows what they do."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(map(os.environ.get, named))
