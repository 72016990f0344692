"""Qt as the window loads it: what waits is there when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
from ui.loading import load_qt
load_qt()
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shibokensupport.signature import errorhandler, parser
application = QApplication(["test", "-platform", "offscreen"])
"""


def told(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", LOADED + code], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_pyside_words_its_errors_when_asked() -> None:
    calls = told("try: QWidget().resize(1)\nexcept TypeError as e: print(e)")
    assert "resize(w: int, h: int, /)" in calls
    assert "not a Qt property" in told("try: QLabel(colour=1)\nexcept AttributeError as e: print(e)")


def test_pyside_tells_what_a_function_takes_when_asked() -> None:
    assert "w: int" in told("from shibokensupport.signature import get_signature; print(get_signature(QWidget.resize))")
    assert told("print(hasattr(parser, 'no such name'))") == "False"


def test_a_window_needs_nothing_of_it() -> None:
    shown = "QWidget().show(); QLabel('words').show()\n"
    assert told(
        shown + "print(*('create_signature' in vars(m) or 're' in vars(m) for m in (errorhandler, parser)))"
    ) in ("False False")
