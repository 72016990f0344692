"""The window of Oxus with the picture that was kept of a library: it quits once that is painted."""

from __future__ import annotations

import sys
from pathlib import Path

from ui.loading import load_qt

load_qt()

from ui.app import FirstPaint, Opening, first_frame  # noqa: E402 - as the program loads it

application, frame, preferences = first_frame()
opening = Opening(application, frame, preferences, Path(sys.argv[1]))
opening.show_picture()
if not opening.has_picture:
    sys.exit("no picture was kept")
FirstPaint(frame).done.connect(application.quit)
frame.show()
status = application.exec()
opening.close_for_today()
sys.exit(status)
