"""Unexpected errors: shown, written down, and survived."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from types import TracebackType

LOG = "errors.log"
LARGEST_LOG = 1_000_000


class Mistakes:
    """Shows unexpected errors, one at a time, writes them down beside the library, and lets the window go on."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        self._log = folder / LOG
        self._window = window
        self._open = False

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` calls."""
        import traceback  # hoped never to be needed

        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log = self._write(details)
        if not self._open:
            self._show(details, log)

    def _write(self, details: str) -> Path | None:
        """Add to the log, which starts anew when it is large; None where nothing can be written."""
        from datetime import UTC, datetime

        moment = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            fresh = not self._log.exists() or self._log.stat().st_size > LARGEST_LOG
            with self._log.open("w" if fresh else "a", encoding="utf-8", errors="replace") as log:
                log.write(f"{moment}\n{details}\n")
        except OSError:
            return None
        return self._log

    def _show(self, details: str, log: Path | None) -> None:
        from ui.widgets.dialogs import error_dialog

        self._open = True
        dialog = error_dialog(details, log, self._window)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self._open = False
