"""The session: it owns the library, tells the tabs what changed, and remembers where the user has been."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from models.records import Change, Decision, Note, Problem, Rank, Record, Step
from ui.clock import today
from ui.deeds import Deed, Deeds
from ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from models.catalog import Catalog
    from models.library import Aside, Library
    from models.records import Claim, Reading

HISTORY = 200
"""Places that are remembered."""
DECISIONS = {
    None: "Withdrawal of decision",
    Decision.ACCEPTED: "Acceptance of sentence",
    Decision.REJECTED: "Rejection of sentence",
}
CORRECT, AS_READ = "Correction", "Withdrawal of correction"
RANKS = {
    Rank.PREFERRED: "Preference of value",
    Rank.NORMAL: "Withdrawal of preference",
    Rank.DEPRECATED: "Setting aside of value",
}
"""What was done, as a noun: it stands behind "Undo", "Redo" and "Taken back"."""


class Place(Record):
    """Where the user can be: `kind` is tab, country, commodity, route, actor, article, note or statement.

    For an article `start` and `end` are the span to show, in code points of its text; for a statement `claim` is the
    one whose sentence is to be shown, where it matters. `older` is the limit of age by which lists are cut down there,
    where there is one. `passing` is a page that was only gone through to a statement on it: steps lead past it.
    """

    kind: str
    id: str = ""
    start: int | None = None
    end: int | None = None
    older: str | None = None
    claim: str = ""
    passing: bool = False


class Session(QObject):
    """One library in one window: commands go through here, and `changed` is the only news that tabs get.

    `placed` says which place to show, `stepped` that it was one of the history, behind (-1) or ahead (1),
    `older_changed` to which age lists are cut down, `shelf_changed` to which articles, `theme_changed` which colours to
    use, `failed` what could not be done, `correction_asked` which article the user wants to correct, and the field to
    begin with, `correction_made` what the user says of one, which takes its time to be kept, `readings_asked` of which
    articles all that was read is to be listed, `menu_asked` where on the screen the user wants to see what can be done
    with the statement that is chosen.
    """

    changed = Signal(object)
    placed = Signal(object)
    stepped = Signal(int)
    older_changed = Signal(str)
    shelf_changed = Signal(str)
    history_changed = Signal()
    theme_changed = Signal(object)
    failed = Signal(object)
    filling_changed = Signal()
    correction_asked = Signal(str, str)
    correction_made = Signal(object)
    readings_asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, library: Library, theme: Theme = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.deeds = Deeds(self)
        self._theme = theme
        self._older = ""
        self._shelf = ""
        self._filling = False
        self._savers: list[Callable[[], bool]] = []
        self._places: list[Place] = []
        self._at = -1

    @property
    def catalog(self) -> Catalog:
        """The catalog of names."""
        return self.library.catalog

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self.library.read_only

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def filling(self) -> bool:
        """Whether the library is empty only because the articles that come with Oxus are still being loaded."""
        return self._filling

    def set_filling(self, filling: bool) -> None:
        """Say whether the library is being filled."""
        if filling != self._filling:
            self._filling = filling
            self.filling_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours and tell everyone."""
        self._theme = theme
        self.theme_changed.emit(theme)

    @property
    def today(self) -> date:
        """The day from which ages are counted."""
        return today()

    def add_saver(self, saver: Callable[[], bool]) -> None:
        """Register something that holds typed text; it returns false when the text could not be saved."""
        self._savers.append(saver)

    def save_all(self) -> bool:
        """Put all typed text on disk now; false when some of it could not be saved."""
        saved = [saver() for saver in self._savers]  # every one is asked, whatever the others say
        return all(saved)

    # --- places --------------------------------------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """Where the user is."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return self._next(-1) is not None

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later place."""
        return self._next(1) is not None

    @property
    def older(self) -> str:
        """The limit of age, one of models.pages.ages.LIMITS, by which all lists are cut down; empty for none."""
        return self._older

    def set_older(self, limit: str) -> None:
        """Cut all lists down to what is within this limit of age, and remember that with the place."""
        if limit != self._older:
            self._use_limit(limit)
            if self.place is not None:
                self.remember(self.place)

    @property
    def shelf(self) -> str:
        """The shelf of models.pages.shelves.SHELVES that lists are cut down to; empty for all articles."""
        return self._shelf

    def set_shelf(self, shelf: str) -> None:
        """Cut all lists down to what the articles on this shelf tell, until another one is chosen."""
        if shelf != self._shelf:
            self._shelf = shelf
            self.shelf_changed.emit(shelf)

    def shelved(self, statements: Iterable[str]) -> frozenset[str] | None:
        """Those of the statements that stand on the shelf; None where that is all of them."""
        return self.library.shelved(statements, self._shelf, self.today.isoformat()) if self._shelf else None

    def _use_limit(self, limit: str) -> None:
        self._older = limit
        self.older_changed.emit(limit)

    def navigate(self, place: Place) -> None:
        """Go to a place and remember it; what lay ahead in the history is forgotten."""
        if place.older is not None and place.older != self._older:
            self._use_limit(place.older)
        self.remember(place)
        self.placed.emit(place)

    def remember(self, place: Place) -> None:
        """Note in the history that the user is here, without showing it again."""
        here = replace(place, older=self._older or None)
        if here == self.place:
            return
        self._places = [*self._places[: self._at + 1], here][-HISTORY:]
        self._at = len(self._places) - 1
        self.history_changed.emit()

    def go_back(self) -> None:
        """Show the place before this one."""
        self._step(-1)

    def go_forward(self) -> None:
        """Show the place after this one."""
        self._step(1)

    def _step(self, by: int) -> None:
        at = self._next(by)
        if at is None:
            return
        self._at = at
        place = self._places[self._at]
        if (place.older or "") != self._older:
            self._use_limit(place.older or "")
        self.history_changed.emit()
        for each in (*self._ground(), place):
            self.placed.emit(replace(each, older=None))
        self.stepped.emit(by)

    def _next(self, by: int) -> int | None:
        """Where the next step in a direction leads; None where there is none."""
        at = self._at + by
        while 0 <= at < len(self._places) and self._places[at].passing:
            at += by
        return at if 0 <= at < len(self._places) else None

    def _ground(self) -> tuple[Place, ...]:
        """The place where the statement that the user is at was shown: nothing of its own tells where it belongs."""
        if self._places[self._at].kind != "statement":
            return ()
        return tuple(islice((place for place in self._places[self._at :: -1] if place.kind != "statement"), 1))

    # --- commands ------------------------------------------------------------------------------------------------

    def add(self, steps: Iterable[Step]) -> Change | Problem:
        """Put the finished steps of an import into the library in one write."""
        batch = tuple(steps)
        return self._tell(lambda: self.library.add(batch))

    def show(self, added: Aside | Problem) -> Change | Problem:
        """Show what was put into the library in the background."""
        return self._tell(lambda: added if isinstance(added, Problem) else self.library.show(added))

    def add_builtin(self, steps: Iterable[Step]) -> Change | Problem:
        """Put the articles that come with Oxus into the library in one write."""
        batch = tuple(steps)
        return self._tell(lambda: self.library.add_builtin(batch))

    def take_over(self) -> bool:
        """Whether the library can be changed from now on, as the other Oxus that had it open is gone."""
        change = self.library.take_over()
        if change is not None:
            self.changed.emit(change)
        return change is not None

    def remove_article(self, article_id: str) -> Change | Problem:
        """Take an article and its claims out of the library; Edit > Undo brings both back; verdicts stay."""
        held = self.library.held(article_id)
        if held is None:
            return self._tell(lambda: self.library.remove_article(article_id))
        return self._do(
            "Removal of article",
            lambda: self._tell(lambda: self.library.remove_article(article_id)),
            lambda: self._bring_back(lambda: self.library.add((held,)), Place("article", article_id)),
            held.article.bibliography.title if held.article else "",
        )

    def save_note(self, subject: str, text: str, note_id: str | None = None) -> Note | Problem:
        """Save a note and return it as stored."""
        saved: list[Note] = []

        def write() -> Change | Problem:
            result = self.library.save_note(subject, text, note_id)
            if isinstance(result, Problem):
                return result
            saved.append(result[0])
            return result[1]

        result = self._tell(write)
        return result if isinstance(result, Problem) else saved[0]

    def take_notes(self, notes: Sequence[Note]) -> Change | Problem:
        """Save notes just as they are; Edit > Undo takes them out, and gives those that were here their text back."""
        if not notes:
            return Change()
        ids = {note.id for note in notes}
        before = [note for note in self.library.notes() if note.id in ids]
        new = ids.difference(note.id for note in before)
        return self._do(
            "Import of notes",
            lambda: self._tell(lambda: self.library.take_notes(notes)),
            lambda: self._tell(lambda: self.library.take_back_notes(before, new)),
            ", ".join(self.library.catalog.name(subject) for subject in dict.fromkeys(note.subject for note in notes)),
        )

    def delete_note(self, note: Note) -> Change | Problem:
        """Delete a note; Edit > Undo brings it back."""
        from models.search import noted  # no start waits for what reads Markdown

        return self._do(
            "Deletion of note",
            lambda: self._tell(lambda: self.library.delete_note(note.id)),
            lambda: self._bring_back(lambda: self.library.restore_note(note), Place("note", note.id)),
            noted.title(note.text),
        )

    def decide(
        self, claim_id: str, decision: Decision | None, before: Decision | None = None, statement: str = ""
    ) -> Change | Problem:
        """Accept or reject a claim of a statement, or take the decision back."""
        label = DECISIONS[decision]
        return self._do(
            label,
            lambda: self._tell(lambda: self.library.decide(claim_id, decision)),
            lambda: self._tell(lambda: self.library.decide(claim_id, before)),
            self._words_of(statement),
            statement,
        )

    def correct_claim(self, claim: Claim, reading: Reading | None, statement: str = "") -> Change | Problem:
        """Keep what the user says of a claim of a statement in place of what was read, or take that back."""
        before = claim.reading if claim.read else None
        return self._do(
            CORRECT if reading else AS_READ,
            lambda: self._tell(lambda: self.library.correct_claim(claim.id, reading)),
            lambda: self._tell(lambda: self.library.correct_claim(claim.id, before)),
            self._words_of(statement),
            statement,
        )

    def reject_all(self, before: Mapping[str, Decision | None], statement: str) -> Change | Problem:
        """Reject all these claims of a statement, by their ids with what was decided `before`, as one deed."""
        rejected = dict.fromkeys(before, Decision.REJECTED)
        return self._do(
            "Rejection of statement",
            lambda: self._decide_all(rejected),
            lambda: self._decide_all(before),
            self._words_of(statement),
            statement,
        )

    def _decide_all(self, decisions: Mapping[str, Decision | None]) -> Change | Problem:
        """Decide on claims one after another, up to the first that cannot be saved."""
        result: Change | Problem = Change()
        for claim, decision in decisions.items():
            result = self._tell(partial(self.library.decide, claim, decision))
            if isinstance(result, Problem):
                break
        return result

    def rank(self, statement_id: str, variant: int, rank: Rank, before: Rank = Rank.NORMAL) -> Change | Problem:
        """Prefer or deprecate one value of a statement. Values may then change places, so undo goes by a claim."""
        values = self.library.lines([statement_id])[0].variants
        claim = next(s.claim for s in self.library.evidence(statement_id).sentences if s.variant == variant)
        label = RANKS[rank]
        return self._do(
            label,
            lambda: self._tell(lambda: self.library.rank(statement_id, self._variant(statement_id, claim), rank)),
            lambda: self._tell(lambda: self.library.rank(statement_id, self._variant(statement_id, claim), before)),
            values[variant].text,
            statement_id,
        )

    def _variant(self, statement_id: str, claim: str) -> int:
        """Which value of a statement a claim gives now."""
        return next(s.variant for s in self.library.evidence(statement_id).sentences if s.claim == claim)

    def _words_of(self, statement: str) -> str:
        """What a statement says; empty for none."""
        return next((line.text for line in self.library.lines([statement])), "") if statement else ""

    def _do(
        self,
        label: str,
        redo: Callable[[], Change | Problem],
        undo: Callable[[], Change | Problem],
        words: str,
        statement: str = "",
    ) -> Change | Problem:
        result = redo()
        if not isinstance(result, Problem):
            self.deeds.push(Deed(label, redo, undo, words, statement))
        return result

    def _bring_back(self, command: Callable[[], Change | Problem], place: Place) -> Change | Problem:
        """Run a command that brings something back, and show it to the user who wanted it."""
        result = self._tell(command)
        if not isinstance(result, Problem):
            self.navigate(place)
        return result

    def _tell(self, command: Callable[[], Change | Problem]) -> Change | Problem:
        """Run a command of the library and pass its news on: the change, or why it failed."""
        try:
            result = command()
        except OSError as error:
            result = Problem(subject=str(self.library.folder), reason=error.strerror or str(error))
        if isinstance(result, Problem):
            self.failed.emit(result)
        else:
            self.changed.emit(result)
        return result
