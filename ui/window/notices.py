"""What the window tells: how things stand, above the page; what has just come of something, over the foot of the tab
where it was done, so that the evidence below stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.deeds import Deed
from ui.session import Place, Session
from ui.widgets.age_bar import AgeBar
from ui.widgets.bar import Bar
from ui.widgets.tab_pages import TabPages
from ui.widgets.toast import Toast

TO_UNDO = 12
"""Seconds for which it can be read what was decided or taken back."""


class Notices:
    """Only `lasting` and `aged` take room, for they tell a state; the others come and go without moving anything."""

    def __init__(self, session: Session, tabs: TabPages, show: Callable[[Place], object]) -> None:
        """`show` goes to the place of what was taken back."""
        self._session = session
        self.lasting = Bar(session, "About this library")
        self.aged = AgeBar(session)
        self.brief = Toast(session, "What came of it", tabs, ground=tabs.ground)
        self.decided = Toast(session, "What you decided", tabs, "Undo", tabs.ground)
        self.undone = Toast(session, "What was taken back or done again", tabs, "Show", tabs.ground)
        for toast in (self.brief, self.decided, self.undone):
            tabs.shown.connect(toast.hide)
        self.decided.acted.connect(session.deeds.undo)
        session.deeds.changed.connect(self.decided.hide)
        session.deeds.undone.connect(partial(self._tell_deed, "Taken back"))
        session.deeds.redone.connect(partial(self._tell_deed, "Done again"))
        self._undone = Place("tab")
        self.undone.acted.connect(lambda: show(self._undone))
        self.lasting.acted.connect(lambda: self._remedy())
        self._remedy: Callable[[], object] = lambda: None

    def stay(self, words: str, *, loud: bool = False) -> None:
        """Tell a state until it is closed, in the colours of a warning when `loud`."""
        self.lasting.offer("")
        self.lasting.tell(words, loud=loud)

    def warn(self, words: str) -> None:
        """Tell what went wrong until it is closed."""
        self.stay(words, loud=True)

    def offer(self, words: str, action: str, remedy: Callable[[], object]) -> None:
        """Tell what went wrong until it is closed, with a button that may mend it."""
        self._remedy = remedy
        self.lasting.offer(action)
        self.lasting.tell(words, loud=True)

    def say(self, words: str) -> None:
        """Tell what came of a command, for a moment."""
        self.decided.hide()
        self.undone.hide()
        self.brief.tell(words)

    def decide(self, words: str) -> None:
        """Tell what was decided, with a way back."""
        self.brief.hide()
        self.undone.hide()
        self.decided.tell(words, seconds=TO_UNDO)

    def _tell_deed(self, what: str, deed: Deed) -> None:
        """Tell what was taken back or done again: it may stand on another tab, or nowhere in view."""
        from models.phrases import shortened  # no start waits for what makes phrases

        self.brief.hide()
        about = f" \N{EN DASH} {shortened(deed.words)}" if deed.words else ""
        there = bool(deed.statement) and bool(self._session.library.lines([deed.statement]))
        self.undone.offer("Show" if there else "")
        self._undone = Place("statement", deed.statement)
        self.undone.tell(f"{what}: {deed.label.lower()}{about}", seconds=TO_UNDO)
