"""The session: history of places, news of changes, and commands that can be taken back."""

from __future__ import annotations

from functools import partial

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from models.records import Change, Decision, Note, Problem, Rank
from ui.deeds import Deed
from ui.session import Place, Session

HERE, THERE, YONDER = Place("country", "a"), Place("commodity", "b"), Place("article", "c", 3, 9)


def contested(session: Session) -> tuple[str, str]:
    """The id of a statement and of its first claim."""
    statement = session.library.statements()[0]
    return statement.id, statement.claims[0].id


def test_going_back_and_forward_shows_the_places_again(session: Session) -> None:
    shown: list[Place] = []
    for place in (HERE, THERE, YONDER):
        session.navigate(place)
    session.placed.connect(shown.append)
    session.go_back()
    session.go_back()
    session.go_forward()
    assert shown == [THERE, HERE, THERE]
    assert session.can_go_back
    assert session.can_go_forward


def test_a_new_place_forgets_what_lay_ahead(session: Session) -> None:
    for place in (HERE, THERE):
        session.navigate(place)
    session.go_back()
    session.navigate(YONDER)
    assert not session.can_go_forward
    session.go_back()
    assert session.place == HERE


def test_going_beyond_either_end_stays(session: Session) -> None:
    session.navigate(HERE)
    session.go_back()
    session.go_forward()
    assert session.place == HERE


def test_the_same_place_twice_is_one_step(session: Session) -> None:
    session.navigate(HERE)
    session.navigate(HERE)
    assert not session.can_go_back


def test_a_saved_note_is_told_once(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as news:
        note = session.save_note("subject", "words")
    assert isinstance(note, Note)
    assert news.args == [Change(notes=frozenset({note.id}))]


def test_a_deleted_note_comes_back_with_undo(session: Session) -> None:
    note = session.save_note("subject", "words")
    assert isinstance(note, Note)
    session.delete_note(note)
    assert session.library.notes("subject") == ()
    session.deeds.undo()
    assert session.library.notes("subject") == (note,)
    session.deeds.redo()
    assert session.library.notes("subject") == ()


def test_notes_that_were_taken_in_go_with_undo_and_others_get_their_text_back(session: Session) -> None:
    old = session.save_note("subject", "words")
    assert isinstance(old, Note)
    edited, new = replace(old, text="other words"), replace(old, id="new", text="more")
    session.take_notes((new, edited))
    assert {note.text for note in session.library.notes("subject")} == {"other words", "more"}
    session.deeds.undo()
    assert session.library.notes("subject") == (old,)
    session.deeds.redo()
    assert len(session.library.notes("subject")) == 2


def test_a_rejected_claim_can_be_taken_back(session: Session) -> None:
    before = session.library.statements()
    claim = before[0].claims[0].id
    session.decide(claim, Decision.REJECTED)
    assert session.library.statements() != before
    session.deeds.undo()
    assert session.library.statements() == before


def test_a_rank_can_be_taken_back(session: Session) -> None:
    statement, _ = contested(session)
    session.rank(statement, 0, Rank.DEPRECATED)
    assert session.library.lines([statement])[0].variants[0].rank is Rank.DEPRECATED
    session.deeds.undo()
    assert session.library.lines([statement])[0].variants[0].rank is Rank.NORMAL


def test_a_failing_command_is_told_and_not_undoable(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    note = session.save_note("subject", "words")
    assert isinstance(note, Note)
    problems: list[Problem] = []
    session.failed.connect(problems.append)
    problem = Problem("library", "the disk is full")
    monkeypatch.setattr(session.library, "delete_note", lambda _: problem)
    assert session.delete_note(note) == problem
    assert problems == [problem]
    assert not session.deeds.undo_label


def test_every_saver_is_asked_even_after_one_failed(session: Session) -> None:
    asked: list[str] = []
    session.add_saver(lambda: bool(asked.append("first")))
    session.add_saver(lambda: not asked.append("second"))
    assert not session.save_all()
    assert asked == ["first", "second"]


def test_a_new_deed_forgets_what_was_taken_back(session: Session) -> None:
    done: list[str] = []
    for name in ("one", "two"):
        session.deeds.push(Deed(name, partial(done.append, f"redo {name}"), partial(done.append, f"undo {name}")))
    session.deeds.undo()
    assert (session.deeds.undo_label, session.deeds.redo_label) == ("one", "two")
    session.deeds.push(Deed("three", lambda: None, lambda: done.append("undo three")))
    session.deeds.redo()
    for _ in range(3):
        session.deeds.undo()
    assert done == ["undo two", "undo three", "undo one"]


# --- age --------------------------------------------------------------------------------------------------------------


def test_a_limit_of_age_is_part_of_the_place(session: Session) -> None:
    told: list[str] = []
    session.older_changed.connect(told.append)
    session.navigate(Place("country", "KAZ"))
    session.set_older("5")
    session.navigate(Place("country", "UZB"))
    assert session.older == "5"
    assert session.place == Place("country", "UZB", older="5")
    session.go_back()
    session.go_back()
    assert (session.place, session.older) == (Place("country", "KAZ"), "")
    session.go_forward()
    assert (session.place, session.older) == (Place("country", "KAZ", older="5"), "5")
    assert told == ["5", "", "5"]


def test_a_place_may_ask_for_a_limit(session: Session) -> None:
    session.navigate(Place("country", "KAZ", older="2"))
    assert session.older == "2"
    session.navigate(Place("country", "KAZ", older=""))
    assert session.older == ""
