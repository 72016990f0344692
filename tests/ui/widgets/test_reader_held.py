"""The reader's text outlives a search for garbage in another thread, wherever that comes from."""

from __future__ import annotations

import gc
import threading

import shiboken6
from pytestqt.qtbot import QtBot

from ui.session import Session
from ui.widgets.reader import Reader


def test_the_text_and_its_lines_are_held(qtbot: QtBot, session: Session) -> None:
    reader = Reader(session)
    qtbot.addWidget(reader)
    collecting = threading.Thread(target=gc.collect)
    collecting.start()
    collecting.join()
    held = [
        found for found in vars(reader).values() if found in (reader.document(), reader.document().documentLayout())
    ]
    assert len(held) == 2
    assert all(map(shiboken6.isValid, held))
