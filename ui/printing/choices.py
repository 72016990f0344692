"""What goes on paper: the subject, its parts, since when changes are told, language and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs
from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.briefs import PARTS, Options, Subject, languages
from models.briefs.holding import held, lacking, notes_on
from models.pages.ages import COUNTED, LIMITS
from models.phrases import Phrases
from ui.flow import Flow
from ui.outcomes import counted
from ui.printing.document import PAPERS
from ui.printing.habits import EVERYTHING, SHORT, STAYS_OUT, Habits
from ui.theme import SPACE
from ui.widgets.field import Field
from ui.widgets.labels import Plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.briefs import Brief
    from models.library import Library

KINDS = {
    "countries": "Countries",
    "commodities": "Resources, one by one",
    "routes": "Transport routes",
    "resources": "All resources",
    "geopolitics": "Geopolitics",
    "articles": "Articles",
}
ALL = {"countries": "the whole of {region}", "commodities": "every resource", "routes": "every route"}
"""Kinds of which some may be chosen and each can have a file of its own, and what is meant where none is."""
ALWAYS = ("articles", "changes")
"""Parts that no one ticks: the list of articles is a brief of its own, changes are told once a day is chosen."""
LENGTHS = {EVERYTHING: "Everything ticked", SHORT: "Short: a page or two"}
NAMES = {"en": "English", "ja": "日本語", "ru": "Русский"}
Role = Qt.ItemDataRole
VIEW = "view:"
LETTERS = 20
"""How many letters of a view's name are seen at least; however long it is, it widens nothing."""


class Choices(QWidget):
    """The choices beside the pages. `changed` tells that something was chosen.

    Of what is `handed` over the user's notes are no part until they are ticked, each time anew.
    """

    changed = Signal()

    def __init__(
        self,
        library: Library,
        views: Iterable[Subject],
        parent: QWidget | None = None,
        habits: Habits | None = None,
        *,
        handed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._handed = handed
        self._library = library
        self._habits = habits or Habits()
        self._views: dict[str, Subject] = {}
        self._build()
        self._lay_out()
        self.set_views(views)
        self._connect()

    # --- build ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._kind = _combo("What to summarise", KINDS)
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kind.setMinimumContentsLength(LETTERS)
        self._subjects = _checked_list("What to include; nothing ticked means all")
        self._all = Plain(muted=True)
        self._words = Field("Only with the words", "Only statements with these words")
        self._older = _combo("Age of statements", LIMITS)
        self._older.setToolTip(f"{COUNTED}.")
        self._goes_in = QLabel("What goes in")
        self._length = _combo("How much goes in", LENGTHS)
        self._length.setCurrentIndex(max(0, self._length.findData(self._habits.length())))
        self._parts = _checked_list("Parts of the summary")
        self._parts.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)  # all are seen, given the room
        self._parts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lacking: tuple[str, ...] = ()
        self._told = Plain(muted=True)
        words = Phrases(self._library.catalog)
        self._names = {
            part: words.title("timeline" if part == "events" else part) for part in PARTS if part not in ALWAYS
        }
        without = self._habits.without() | ({STAYS_OUT} if self._handed else set())
        for part, name in self._names.items():
            _add(self._parts, part, name, ticked=part not in without)
        self._since = QCheckBox("Changes &since")
        self._day = QDateEdit(QDate.currentDate().addMonths(-1))
        self._day.setCalendarPopup(True)
        for field in (self._day, self._day.lineEdit()):
            field.setAccessibleName("Tell changes since this day")
        self._day.setDisplayFormat("d MMMM yyyy")
        self._day.setMaximumDate(QDate.currentDate())
        self._day.setEnabled(False)
        self._language = _combo("Language", {code: NAMES.get(code, code) for code in languages()})
        self._paper = _combo("Paper", {name: name for name in PAPERS})
        self._language.setCurrentIndex(max(0, self._language.findData(self._habits.language())))
        known = self._paper.findData(self._habits.paper())
        self._paper.setCurrentIndex(known if known >= 0 else self._paper.findData(_usual_paper()))

    def _lay_out(self) -> None:
        filters, since, last = Flow(), Flow(), Flow()
        filters.add(self._words, grows=True)
        filters.add(self._older, grows=True)
        since.add(self._since)
        since.add(self._day, grows=True)
        last.add(self._language, grows=True)
        last.add(self._paper, grows=True)
        side = QVBoxLayout(self)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACE // 2)
        side.addWidget(QLabel("Summary of"))
        side.addWidget(self._kind)
        side.addWidget(self._all)
        side.addWidget(self._subjects, 1)
        side.addLayout(filters)
        side.addSpacing(SPACE)
        side.addWidget(self._goes_in)
        side.addWidget(self._length)
        side.addWidget(self._parts)
        side.addWidget(self._told)
        side.addLayout(since)
        side.addSpacing(SPACE)
        side.addWidget(QLabel("Language and paper"))
        side.addLayout(last)
        side.addStretch()  # takes the room where there is no list of subjects

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._on_kind_chosen)
        for changed in (
            self._subjects.itemChanged,
            self._parts.itemChanged,
            self._words.textChanged,
            self._older.currentIndexChanged,
            self._day.dateChanged,
            self._language.currentIndexChanged,
            self._paper.currentIndexChanged,
        ):
            changed.connect(self._on_changed)
        self._length.currentIndexChanged.connect(self._on_length_chosen)
        for lasting in (self._parts.itemChanged, self._language.currentIndexChanged, self._paper.currentIndexChanged):
            lasting.connect(self._keep)
        self._since.toggled.connect(self._on_since_toggled)

    # --- what is chosen ---------------------------------------------------------------------------------------------

    def subject(self) -> Subject:
        """What is to be summarised; nothing ticked means all."""
        view = self._views.get(str(self._kind.currentData()))
        chosen = view or Subject(str(self._kind.currentData()), self._ticked())
        return structs.replace(chosen, words=self._words.text().strip(), older=str(self._older.currentData()))

    def options(self) -> Options:
        """Parts, day, language and length."""
        since = self._day.date().toString(Qt.DateFormat.ISODate) if self._since.isChecked() else ""
        parts, language = (*_ticked(self._parts), *ALWAYS), str(self._language.currentData())
        return Options(parts, since, language, self._is_short())

    def tell(self, brief: Brief) -> None:
        """Say what of all that is ticked a brief on this has nothing to show for."""
        self._lacking = lacking(brief, self.subject(), self.options())
        self._tell()

    def remarks(self) -> Iterator[str]:
        """What the pages themselves do not tell: what is ticked in vain, and the notes that stay out."""
        names = [self._names[part] for part in self._lacking if part != STAYS_OUT]  # who wrote none misses none
        if names:
            yield f"Nothing to show for: {', '.join(names)}."
        found = notes_on(self._library, self.subject())
        if found and not self.options().wishes("notes"):
            yield f"{counted(found, 'note')} of yours, not printed."

    def _tell(self) -> None:
        self._told.setText(" ".join(self.remarks()))
        self._told.setVisible(bool(self._told.text()))

    def paper(self) -> str:
        """A name of PAPERS."""
        return str(self._paper.currentData())

    def separate(self) -> bool:
        """Whether each of what is chosen can have a file of its own."""
        return self._kind.currentData() in ALL

    def choose(self, subject: Subject) -> None:
        """Show this subject as chosen, without telling anyone."""
        quiet = self.blockSignals(True)
        self._kind.setCurrentIndex(self._kind.findData(f"{VIEW}{subject.title}" if subject.title else subject.kind))
        self._on_kind_chosen()
        for row in range(self._subjects.count()):
            item = self._subjects.item(row)
            if item.data(Role.UserRole) in subject.codes:
                item.setCheckState(Qt.CheckState.Checked)
                self._subjects.scrollToItem(item)
        self._words.setText(subject.words)
        self._older.setCurrentIndex(self._older.findData(subject.older))
        self.blockSignals(quiet)

    def set_views(self, views: Iterable[Subject]) -> None:
        """Offer these saved views behind the tabs."""
        self._views = {f"{VIEW}{view.title}": view for view in views}
        quiet = self._kind.blockSignals(True)
        while self._kind.count() > len(KINDS):
            self._kind.removeItem(self._kind.count() - 1)
        if self._views:
            self._kind.insertSeparator(len(KINDS))
        for key, view in self._views.items():
            self._kind.addItem(view.title, key)
        self._kind.blockSignals(quiet)

    def _ticked(self) -> tuple[str, ...]:
        return _ticked(self._subjects) if self.separate() else ()

    def _on_kind_chosen(self) -> None:
        kind = str(self._kind.currentData())
        quiet = self._subjects.blockSignals(True)
        self._subjects.clear()
        for code, name in self._known(kind):
            _add(self._subjects, code, name)
        self._subjects.blockSignals(quiet)
        self._subjects.setVisible(kind in ALL)
        region = self._library.catalog.region.name
        self._all.setText(f"Where nothing is ticked: {ALL[kind].format(region=region)}." if kind in ALL else "")
        self._all.setVisible(kind in ALL)
        self._offer_parts()
        view = self._views.get(kind)
        if view is not None:
            self._words.setText(view.words)
            self._older.setCurrentIndex(self._older.findData(view.older))
        self._on_changed()

    def _offer_parts(self) -> None:
        """Offer only what a brief of this kind and length can hold."""
        offered = held(self.subject().kind, short=self._is_short())
        for row in range(self._parts.count()):
            self._parts.setRowHidden(row, self._parts.item(row).data(Role.UserRole) not in offered)
        some = any(not self._parts.isRowHidden(row) for row in range(self._parts.count()))
        for part in (self._goes_in, self._length, self._parts, self._since, self._day):
            part.setVisible(some)

    def _on_changed(self, *_: object) -> None:
        """What is told of the brief before is no more."""
        self._lacking = ()
        self._tell()
        self.changed.emit()

    def _keep(self, *_: object) -> None:
        """Propose the length, the parts, the language and the paper for the next brief."""
        without = set(self._names).difference(_ticked(self._parts))
        if self._handed:
            without = (without - {STAYS_OUT}) | (self._habits.without() & {STAYS_OUT})
        length = str(self._length.currentData())
        self._habits.keep(without, str(self._language.currentData()), self.paper(), length)

    def _is_short(self) -> bool:
        return self._length.currentData() == SHORT

    def _on_length_chosen(self) -> None:
        self._offer_parts()
        self._keep()
        self._on_changed()

    def _known(self, kind: str) -> list[tuple[str, str]]:
        """What there is of a kind, by code and name."""
        if kind == "countries":
            return [(row.code, row.name) for row in self._library.countries().rows]
        if kind == "commodities":
            return [(code, name[:1].upper() + name[1:]) for code, name in self._library.resources().commodities]
        if kind == "routes":
            return [(row.id, row.name) for row in self._library.routes().rows]
        return []

    def _on_since_toggled(self, wished: bool) -> None:
        self._day.setEnabled(wished)
        self._on_changed()


def _combo(name: str, choices: dict[str, str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    for key, label in choices.items():
        combo.addItem(label, key)
    return combo


def _checked_list(name: str) -> QListWidget:
    found = QListWidget()
    found.setAccessibleName(name)
    found.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    return found


def _add(target: QListWidget, code: str, name: str, *, ticked: bool = False) -> None:
    item = QListWidgetItem(name, target)
    item.setData(Role.UserRole, code)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


def _ticked(found: QListWidget) -> tuple[str, ...]:
    items = (found.item(row) for row in range(found.count()))
    return tuple(item.data(Role.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked)


def _usual_paper() -> str:
    """Letter where inches are in use, A4 elsewhere."""
    metric = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return "A4" if metric else "Letter"
