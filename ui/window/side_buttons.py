"""The back and forward buttons of the mouse, wherever the pointer is in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from typing_extensions import override

from ui.session import Session


class SideButtons(QObject):
    """Goes through the places that the user has been at; to be installed on the window of the system."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = {
            Qt.MouseButton.BackButton: session.go_back,
            Qt.MouseButton.ForwardButton: session.go_forward,
        }

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            step = self._steps.get(event.button())
            if step is not None:
                step()
                return True
        return super().eventFilter(watched, event)
