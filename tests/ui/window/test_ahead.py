"""Pages of a large library are made in the background, and never shown when they are stale."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from models.library import Library
from models.records import Decision
from ui.session import Session
from ui.window import ahead
from ui.window.ahead import Ahead


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The kinds of pages that were made ahead; any library is large."""
    found: list[tuple[str, ...]] = []
    make = Library.ahead
    monkeypatch.setattr(ahead, "MANY", 1)
    monkeypatch.setattr(ahead, "AFTER", 1)
    monkeypatch.setattr(Library, "ahead", lambda self, kinds: found.append(kinds) or make(self, kinds))
    return found


def test_pages_of_a_large_library_are_at_hand_after_a_while(
    session: Session, asked: list[tuple[str, ...]], qtbot: QtBot
) -> None:
    maker = Ahead(session, session)
    maker.start()
    qtbot.waitUntil(lambda: ("geopolitics",) in session.library._view._pages, timeout=20_000)
    assert session.library.geopolitics() is session.library.geopolitics()
    (statement, *_) = session.library.statements()
    session.decide(statement.claims[0].id, Decision.REJECTED)
    qtbot.waitUntil(lambda: len(asked) == 2 and ("geopolitics",) in session.library._view._pages, timeout=20_000)
    maker.stop()


def test_of_a_small_library_nothing_is_made_ahead(session: Session, asked: list[tuple[str, ...]], qtbot: QtBot) -> None:
    ahead.MANY = 10**9
    maker = Ahead(session, session)
    maker.start()
    qtbot.wait(50)
    maker.stop()
    assert asked == []


def test_what_changed_meanwhile_is_not_shown_as_it_was(library: Library) -> None:
    made = library.ahead(("geopolitics",))
    (statement, *_) = library.statements()
    library.decide(statement.claims[0].id, Decision.REJECTED)
    library.take(made)
    assert library.geopolitics() is not made.geopolitics()
    fresh = library.ahead(("resources",))
    library.take(fresh)
    assert library.resources() is fresh.resources()
