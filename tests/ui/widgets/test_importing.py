"""The import strip: progress, cancel, and what is kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from models.library import Aside
from models.records import Problem, Step
from tests.ui.finding import child
from ui.session import Session
from ui.widgets.importing import ImportStrip


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> ImportStrip:
    opened = ImportStrip(session)
    qtbot.addWidget(opened)
    return opened


@pytest.fixture
def nothing(session: Session) -> Aside:
    """What adding nothing gives."""
    added = session.library.add_aside([])
    assert isinstance(added, Aside)
    return added


def test_finished_steps_are_kept_and_reported(strip: ImportStrip, qtbot: QtBot, nothing: Aside) -> None:
    kept: list[Sequence[Step]] = []

    def keep(steps: tuple[Step, ...]) -> Aside:
        kept.append(steps)
        return nothing

    with qtbot.waitSignal(strip.reported) as told:
        strip.start("Reading…", lambda: iter([Step(1, 2, "one"), Step(2, 2, "two")]), keep)
        busy_meanwhile = strip.busy
    assert busy_meanwhile
    assert told.args is not None
    assert [step.subject for step in told.args[0]] == ["one", "two"]
    assert told.args[1] is False
    assert kept == [told.args[0]]
    assert not strip.busy
    assert not strip.isVisible()


def test_cancel_keeps_what_was_read(strip: ImportStrip, qtbot: QtBot, nothing: Aside) -> None:
    go_on = threading.Event()

    def work() -> Iterator[Step]:
        yield Step(1, 3, "in/a/folder/one")
        go_on.wait(10)
        yield Step(2, 3, "two")
        yield Step(3, 3, "three")

    strip.start("Reading…", work, lambda _: nothing)
    qtbot.waitUntil(lambda: child(strip, QProgressBar).value() == 1)
    assert "Reading… 1 of 3: one" in [label.text() for label in strip.findChildren(QLabel)]
    with qtbot.waitSignal(strip.reported) as told:
        qtbot.mouseClick(child(strip, QPushButton), Qt.MouseButton.LeftButton)
        go_on.set()
    assert told.args is not None
    assert [step.subject for step in told.args[0]] == ["in/a/folder/one", "two"]
    assert told.args[1] is True


def test_a_failed_write_gives_no_report(strip: ImportStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.reported, wait=200):
        strip.start("Reading…", lambda: iter([Step(1, 1, "one")]), lambda _: Problem("library", "the disk is full"))
        qtbot.waitUntil(lambda: not strip.busy)


def test_the_window_stays_alive_meanwhile(strip: ImportStrip, qtbot: QtBot, nothing: Aside) -> None:
    done = threading.Event()

    def work() -> Iterator[Step]:
        done.wait(10)
        yield Step(1, 1, "one")

    strip.start("Reading…", work, lambda _: nothing)
    qtbot.wait(100)  # the event loop turns although no step has come
    assert strip.isVisible()
    with qtbot.waitSignal(strip.reported):
        done.set()
