"""The command line: the library without a window. Errors go to stderr, one plain line each."""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import TYPE_CHECKING

from ui.commandline.arguments import understood

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = 1


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; 0 only when all went well, 2 when they are not understood."""
    options = understood(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not options.command:
        # The window is on the screen before anything of the library is imported.
        from ui.commandline.window import open_window

        return open_window(options)
    from ui.commandline.commands import COMMANDS

    try:
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has enough; the interpreter must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return status
