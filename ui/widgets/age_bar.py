"""The line over all tabs that tells which limits hold in them, with a way back to everything."""

from __future__ import annotations

from ui.session import Session
from ui.widgets.bar import Bar
from ui.widgets.limits import what_is_left

WHOLE = "The lists of countries and routes, and the map, stay whole."


class AgeBar(Bar):
    """Shown as long as a limit of age holds, or one of articles: they do so in every tab, that of age after the next
    start, too."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Limits of what is shown", "Show everything", lasting=True)
        self.acted.connect(self._on_acted)
        session.older_changed.connect(self._on_changed)
        session.shelf_changed.connect(self._on_changed)

    def _on_acted(self) -> None:
        self._session.set_older("")
        self._session.set_shelf("")

    def _on_changed(self) -> None:
        session = self._session
        left = what_is_left(session)
        if left:
            self.offer("Show everything" if session.shelf else "Show any age")
            where = "In all tabs but Articles" if not session.shelf else "In all tabs"
            self.tell(f"{where}, only what is {left} is shown. {WHOLE}")
        else:
            self.hide()
