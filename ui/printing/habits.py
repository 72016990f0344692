"""What was chosen for the last brief, and is proposed for the next one: length, parts, language and paper."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.preferences import Preferences

WITHOUT, LANGUAGE, PAPER, LENGTH = "brief/without", "brief/language", "brief/paper", "brief/length"
"""The settings. Of parts those are kept that stay out: one that is new in Oxus goes in."""
STAYS_OUT = "notes"
"""What is handed over only where that is wished for this once."""
EVERYTHING, SHORT = "everything", "short"
"""How much goes in: all that is ticked, or only what of it tells most."""


class Habits:
    """The choices, kept in the `preferences`; without these nothing is remembered."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        self._preferences = preferences

    def without(self) -> frozenset[str]:
        """The parts that stay out."""
        return frozenset(self._text(WITHOUT).split())

    def language(self) -> str:
        """The language; empty for none chosen yet."""
        return self._text(LANGUAGE)

    def paper(self) -> str:
        """The paper; empty for none chosen yet."""
        return self._text(PAPER)

    def length(self) -> str:
        """How much goes in."""
        return self._text(LENGTH, EVERYTHING)

    def keep(self, without: Collection[str], language: str, paper: str, length: str) -> None:
        """Propose this the next time."""
        if self._preferences is not None:
            told = {WITHOUT: " ".join(sorted(without)) or " ", LANGUAGE: language, PAPER: paper, LENGTH: length}
            for key, value in told.items():
                self._preferences.set(key, value)

    def _text(self, key: str, default: str = "") -> str:
        return self._preferences.text(key, default) if self._preferences else default
