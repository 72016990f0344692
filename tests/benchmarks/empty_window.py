"""The reference for the first painted frame: an empty main window that quits once it has been painted."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Quits with the first turn of the event loop after its first frame."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication(sys.argv)
window = EmptyWindow()
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
