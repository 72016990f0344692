"""Modules are loaded in the background, in their order, and not while the window closes."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.window.warming import Warming, load

SELDOM = "this"


@pytest.fixture(autouse=True)
def _forget(capsys: pytest.CaptureFixture[str]) -> None:
    sys.modules.pop(SELDOM, None)


def test_each_module_is_a_step() -> None:
    steps = list(load(["json", SELDOM]))
    assert [(step.done, step.total, step.subject) for step in steps] == [(1, 2, "json"), (2, 2, SELDOM)]
    assert SELDOM in sys.modules


def test_it_begins_by_itself_after_a_while(qtbot: QtBot, qapp: QObject) -> None:
    warming = Warming([SELDOM], qapp)
    warming.start()
    assert SELDOM not in sys.modules
    qtbot.waitUntil(lambda: SELDOM in sys.modules, timeout=5000)
    warming.stop()


def test_a_window_that_closes_at_once_loads_nothing(qtbot: QtBot, qapp: QObject) -> None:
    warming = Warming([SELDOM], qapp)
    warming.start()
    warming.stop()
    qtbot.wait(900)
    assert SELDOM not in sys.modules
