"""A first start of Oxus, on a library that is not there yet: it quits once the built-in articles are in and painted."""

from __future__ import annotations

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
        window.files.strip.reported.connect(application.quit)  # told when the tabs have been painted
        opening.complete()

    FirstPaint(frame).done.connect(opening.open)
    opening.stands.connect(fill)
    frame.show()
    status: int = application.exec()
    opening.close()
    return status


if __name__ == "__main__":  # workers, where there are any, load this file, too
    sys.exit(main())
