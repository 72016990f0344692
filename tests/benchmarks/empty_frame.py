"""The window of Oxus without its content: it quits once the page is painted that says the library is being opened."""

from __future__ import annotations

import sys

from ui.loading import load_qt

load_qt()

from ui.app import FirstPaint, first_frame  # noqa: E402 - as the program loads it

application, frame, _ = first_frame()
FirstPaint(frame).done.connect(application.quit)
frame.show()
sys.exit(application.exec())
