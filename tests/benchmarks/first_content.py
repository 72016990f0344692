"""A first start of Oxus, on a library that is not there yet: it ends once the built-in articles are in and painted.

Told to be `--closed` it closes the library as the program does, which makes the index of the search first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ui.loading import load_qt


def main() -> int:
    """Open the window as the program does."""
    load_qt()
    from ui.app import FirstPaint, Opening, first_frame
    from ui.window import MainWindow

    application, frame, preferences = first_frame()
    opening = Opening(application, frame, preferences, Path(sys.argv[1]))
    opening.show_picture()

    def fill() -> None:
        window = frame.centralWidget()
        assert isinstance(window, MainWindow)
        closed = "--closed" in sys.argv
        window.files.strip.reported.connect(application.quit if closed else leave)  # told when the tabs are painted
        opening.complete()

    FirstPaint(frame).done.connect(opening.open)
    opening.stands.connect(fill)
    frame.show()
    status: int = application.exec()
    opening.close()
    return status


def leave() -> None:
    """End the process where it stands."""
    os._exit(0)


if __name__ == "__main__":  # workers, where there are any, load this file, too
    sys.exit(main())
