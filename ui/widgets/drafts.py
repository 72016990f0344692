"""Typed text on its way to the disk: saved, or kept until it can be."""

from __future__ import annotations

from dataclasses import dataclass

from models.records import Note, Problem
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed on a subject, and the note it goes into (None for a new one)."""

    subject: str
    text: str
    note_id: str | None


class Drafts:
    """Drafts whose editor was left before they could be saved: none is lost while Oxus runs."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: list[Draft] = []

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, draft: Draft) -> None:
        """Keep a draft that could not be saved."""
        self._kept.append(draft)

    def save(self) -> Problem | None:
        """Save all that was kept; why that failed, the rest being kept on."""
        while self._kept:
            first = self._kept[0]
            saved = self._session.save_note(first.subject, first.text, first.note_id)
            if isinstance(saved, Problem):
                return saved
            del self._kept[0]
        return None


def fuller(one: Note | None, other: Note) -> Note:
    """The version of a note with more text: what undo brings back when it was emptied key by key."""
    return one if one is not None and one.id == other.id and len(one.text) > len(other.text) else other
