"""One figure over time, in a dialog: a chart where there are numbers of several years, and always a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.pages.ages import age_in_words
from ui.theme import SPACE, room
from ui.views.chart import ChartView
from ui.views.chart_plan import Measure, in_symbols
from ui.views.fact_model import Column, Fact
from ui.views.fact_table import FactTable
from ui.views.twin import Twin
from ui.widgets.dialogs import bare
from ui.widgets.labels import heading, muted

if TYPE_CHECKING:
    from datetime import date

    from models.pages.history import HistoryPage, Point
    from ui.session import Session

SIZE = (820, 520)


class HistoryDialog(QDialog):
    """All values of one series, the newest first. A click on one tells `statement_chosen` and closes the dialog."""

    statement_chosen = Signal(str)

    def __init__(self, session: Session, page: HistoryPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Values over time")
        self.setAccessibleName("Values over time")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(room(*SIZE, self.screen()))
        columns = (
            Column("Value", wide=True),
            Column("As of"),
            Column("Age"),
            Column("Standing", spare=True),
            Column("Sources", number=True, spare=True),
        )
        self.table = FactTable("Values over time, as a table", columns)
        self.table.set_facts([_fact(point, session.today) for point in page.points])
        self.table.fact_chosen.connect(self._on_chosen)
        self._lay_out(session, page)

    def _lay_out(self, session: Session, page: HistoryPage) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        box.setSpacing(SPACE)
        box.addWidget(heading(page.points[0].text))
        box.addWidget(muted("Every value that sources give or gave. Click one to see its sentences."))
        measure = measure_of(page, session)
        if measure is None:
            box.addWidget(self.table, 1)
        else:
            chart = ChartView(session.theme)
            chart.set_measure(measure, {code: at for at, code in enumerate(session.catalog.region.members)})
            chart.figure_chosen.connect(self._on_chosen)
            box.addWidget(Twin(measure.name, chart, self.table, picture_name="Chart"), 1)
        buttons = bare(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)

    def _on_chosen(self, statement: str) -> None:
        self.statement_chosen.emit(statement)
        self.accept()


def measure_of(page: HistoryPage, session: Session) -> Measure | None:
    """What a chart can show of the series: None unless numbers of two years can be set on one axis."""
    given = [point.figure for point in page.points if point.figure and point.figure.year]
    symbols = {unit.id: unit.symbol for unit in session.catalog.units.values()}
    figures = in_symbols(given, symbols)
    alike = tuple(figure for figure in figures if figure.unit == figures[0].unit)
    measure = Measure(alike[0].label, alike[0].unit, alike) if alike else None
    return measure if measure is not None and measure.over_years else None


def _fact(point: Point, today: date) -> Fact:
    as_of = point.as_of
    when = "" if as_of is None else f"reported {as_of.words}" if as_of.told else as_of.words
    age = age_in_words(as_of, today) if as_of else "undated"
    cells = (point.text, when, age, point.standing.value, str(point.sources))
    since = as_of.date if as_of else ""
    return Fact(point.statement, cells, {1: since, 2: since, 4: float(point.sources)})
