"""The line over all tabs that tells which limit of age holds in them, with a way back to any age."""

from __future__ import annotations

from models.pages.ages import LIMITS
from ui.session import Session
from ui.widgets.bar import Bar

WHOLE = "The lists of countries and routes, and the map, stay whole."


class AgeBar(Bar):
    """Shown as long as a limit holds: it does so in every tab, and after the next start."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Limit of age", "Show any age", lasting=True)
        self.acted.connect(lambda: session.set_older(""))
        session.older_changed.connect(self._on_older_changed)

    def _on_older_changed(self, older: str) -> None:
        if older:
            self.tell(f"In all tabs but Articles, only what is {LIMITS[older].lower()} is shown. {WHOLE}")
        else:
            self.hide()
