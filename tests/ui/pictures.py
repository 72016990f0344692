"""Hand-made pages for the pictures, and a library that answers with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from models.catalog import Catalog
from models.pages.figures import Figure
from models.pages.geopolitics import CommitmentRow, GeopoliticsPage, Link, Moment, Party
from models.pages.lines import Line, VariantLine
from models.pages.resources import Cell, CommodityPage, ResourcesPage
from models.pages.routes import Leg, RoutePage, RouteRow, RoutesPage, Stop
from models.records import Kind, Modality, Note, Problem, Rank, Standing
from ui.views.basemap import Basemap, Land

WidgetT = TypeVar("WidgetT", bound=QWidget)


def part(widget: QWidget, kind: type[WidgetT]) -> WidgetT:
    """The one child of a kind."""
    found = widget.findChild(kind)
    assert found is not None
    return found


REGION = (("KAZ", "Kazakhstan"), ("UZB", "Uzbekistan"))
PARTNERS = (("JPN", "Japan"), ("CHN", "China"))


def line(statement: str, text: str = "", *, standing: Standing = Standing.SINGLE, kind: Kind = Kind.EVENT) -> Line:
    variants = (VariantLine(text or statement, 1, Rank.NORMAL),)
    return Line(statement, kind, text or f"What {statement} says", "", standing, 1, Rank.NORMAL, variants)


def figure(
    owner: str,
    value: float | tuple[float, float],
    unit: str = "tonne",
    *,
    year: int | None = None,
    label: str = "output",
) -> Figure:
    name = dict(REGION + PARTNERS).get(owner, owner)
    return Figure(f"f-{owner}-{year}", owner, name, label, value, unit, year, f"{value} {unit}", Standing.SINGLE, 1)


# --- a small world: one square country with a hole, one beside it; one unit is one kilometre ---


def square(left: float, bottom: float, side: float) -> np.ndarray:
    corners = ((0, 0), (side, 0), (side, side), (0, side), (0, 0))
    return np.array([(left + x, bottom + y) for x, y in corners], dtype=float)


def small_world() -> Basemap:
    own = Land("KAZ", "Kazakhstan", 0, (square(0, 0, 1000), square(400, 400, 100)))
    other = Land("CHN", "China", None, (square(1000, 0, 1000),))
    ground = Land("", "", None, (square(-900, -900, 3800),))
    seas = (("Caspian Sea", -300.0, 500.0),)
    return Basemap(
        (ground, own, other), seas, lambda x, y: (x, y), QRectF(-1000, -1000, 4000, 4000), "Borders as drawn"
    )


WEST = Stop("West", "port", "KAZ", 100, 200, "Kazakhstan")
MIDDLE = Stop("Middle", "city", "KAZ", 700, 200, "Kazakhstan")
EAST = Stop("East", "capital", "CHN", 1500, 300)
NORTH = Stop("North", "mine", "KAZ", 700, 900, "Kazakhstan")

ROUTES = RoutesPage(
    rows=(
        RouteRow("line", "The line", "railway", "operating", 2, (Leg(WEST, MIDDLE, "rail"), Leg(MIDDLE, EAST, "sea"))),
        RouteRow("pipe", "The pipe", "gas pipeline", "stalled", 0, (Leg(MIDDLE, NORTH, "pipeline"),)),
        RouteRow("told", "A route of articles only", "", "", 1, ()),
    ),
    places=(WEST, MIDDLE, EAST, NORTH),
)

RESOURCES = ResourcesPage(
    countries=(*REGION, PARTNERS[0]),
    commodities=(("uranium", "uranium"), ("rare earths", "rare earths"), ("gold", "gold")),
    cells=(
        Cell("KAZ", "uranium", "largest producer", 7, Standing.CORROBORATED, ("u1", "u2")),
        Cell("UZB", "uranium", "produces", 2, Standing.CONTESTED, ("u3",), contested=True),
        Cell("UZB", "gold", "has reserves", 1, Standing.SINGLE, ("g1",)),
        Cell("JPN", "rare earths", "imports", 1, Standing.SINGLE, ("r1",)),
    ),
)

FIGURES = (
    figure("KAZ", 23270.0, "tonne/year", year=2024),
    figure("UZB", (3500.0, 4000.0), "tonne/year", year=2023),
    figure("KAZ", 39.0, "percent", label="share"),
)

GEOPOLITICS = GeopoliticsPage(
    partners=tuple(Party(code, name, False) for code, name in PARTNERS),
    region=tuple(Party(code, name, True) for code, name in REGION),
    links=(
        Link("JPN", "KAZ", 3, 3, 0, "cooperation", ("e1", "e2", "e3")),
        Link("JPN", "UZB", 1, 1, 0, "cooperation", ("e1",)),
        Link("CHN", "UZB", 2, 1, 1, "mixed", ("e4", "e5")),
    ),
    timeline=(
        Moment("2025-12-20", "The leaders meet", "CONSULT", 1, (), "e1"),
        Moment("2025-12", "A pact is signed", "COOPERATE", 2, (), "e2"),
        Moment("2024", "Trade falls", "SANCTION", 4, (), "e5", "Sanctions", Modality.PLANNED, year_inferred=True),
    ),
    commitments=(
        CommitmentRow("Japan", "Kazakhstan", "JPY 3 trillion", 3e12, "JPY", "5 years", "projects", line("c1")),
        CommitmentRow("Japan", "Uzbekistan", "USD 19 billion", 19e9, "USD", "", "roads", line("c2")),
        CommitmentRow("China", "Uzbekistan", "USD 4 billion", 4e9, "USD", "", "rail", line("c3")),
    ),
    contested=(line("x1", standing=Standing.CONTESTED, kind=Kind.COMMITMENT),),
    lines=tuple(line(f"e{number}") for number in range(1, 6)),
)


class PictureLibrary:
    """Answers with the pages above."""

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self.folder = folder
        self.catalog = catalog
        self.read_only = False
        self.problem: Problem | None = None
        self.resources_page = RESOURCES
        self.geopolitics_page = GEOPOLITICS
        self.kept: tuple[Note, ...] = ()

    def resources(self, older: str = "", today: str = "", shelf: str = "") -> ResourcesPage:
        page = self.resources_page
        return replace(page, cells=(), sifted=True) if older or shelf else page  # nothing here has a date

    def commodity(self, commodity: str) -> CommodityPage:
        said = [cell for cell in self.resources_page.cells if cell.commodity == commodity]
        lines = tuple(line(statement) for cell in said for statement in cell.statements)
        return CommodityPage(commodity, commodity, FIGURES if commodity == "uranium" else (), lines, ())

    def routes(self, older: str = "", today: str = "", shelf: str = "") -> RoutesPage:
        none = replace(ROUTES, rows=tuple(replace(row, statements=0) for row in ROUTES.rows))
        return none if older or shelf else ROUTES

    def route(self, route: str) -> RoutePage:
        row = next(row for row in ROUTES.rows if row.id == route)
        figures = (figure("line", 2.8e6, "tonne/year", year=2023),) if route == "line" else ()
        names = ("Old name", "Other name", "Third name", "Fourth name")
        return RoutePage(
            row.id,
            row.name,
            names,
            row.kind,
            row.status,
            ("Kazakhstan",),
            ("Russia",),
            row.legs,
            figures,
            (line(f"about {route}"),) if row.statements else (),
            (),
            ("A report (2023)",),
            formed=("Made name",),
            opened="3 December 2014",
        )

    def geopolitics(self, older: str = "", today: str = "", shelf: str = "") -> GeopoliticsPage:
        page = self.geopolitics_page
        return replace(page, links=(), timeline=(), commitments=()) if older or shelf else page

    def lines(self, statement_ids: Iterable[str]) -> tuple[Line, ...]:
        return tuple(line(statement) for statement in statement_ids)

    def notes(self, subject: str | None = None) -> tuple[Note, ...]:
        return tuple(note for note in self.kept if subject in (None, note.subject))
