"""The foot of the matrix: it explains the signs that occur, and no others."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from models.records import Standing
from tests.ui.pictures import RESOURCES
from ui.theme import DARK, LIGHT
from ui.views.matrix_cells import DOTS
from ui.views.matrix_legend import DOTTED, FULLER, PALE, RIM, MatrixLegend

PLAIN = replace(RESOURCES.cells[0], sources=1, standing=Standing.SINGLE)


@pytest.fixture
def legend(qtbot: QtBot) -> MatrixLegend:
    shown = MatrixLegend(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(900, shown.sizeHint().height())
    shown.set_page(RESOURCES)
    shown.show()
    return shown


def kinds(legend: MatrixLegend) -> list[str]:
    return [sign.kind for sign in legend.signs()]


def test_only_what_occurs_is_explained(legend: MatrixLegend) -> None:
    assert kinds(legend) == [DOTTED, FULLER, RIM, PALE]
    full = replace(RESOURCES, countries=RESOURCES.countries[:1], commodities=RESOURCES.commodities[:1], cells=(PLAIN,))
    legend.set_page(full)
    assert kinds(legend) == [DOTTED]
    legend.set_page(replace(full, cells=(replace(PLAIN, standing=Standing.CONTESTED),)))
    assert kinds(legend) == [DOTTED, RIM]
    legend.set_page(replace(full, cells=()))
    assert not legend.signs()
    assert legend.isHidden()


def test_in_words_there_are_no_dots(legend: MatrixLegend) -> None:
    legend.set_in_words(True)
    assert kinds(legend) == [FULLER, RIM, PALE]


def test_a_number_is_explained_where_there_is_one(legend: MatrixLegend) -> None:
    legend.set_page(replace(RESOURCES, cells=(replace(PLAIN, sources=DOTS + 1),)))
    assert "number" in legend.signs()[0].words
    legend.set_page(replace(RESOURCES, cells=(replace(PLAIN, sources=DOTS),)))
    assert "number" not in legend.signs()[0].words


def test_an_empty_cell_of_a_filter_is_told_apart(legend: MatrixLegend) -> None:
    assert "yet" in legend.signs()[-1].words
    legend.set_page(replace(RESOURCES, sifted=True))
    assert "asked for" in legend.signs()[-1].words


def drawn(legend: MatrixLegend, colour: str) -> int:
    """The last column of pixels in which a colour occurs; -1 where there is none."""
    picture: QImage = legend.grab().toImage()
    found = QColor(colour).rgb()
    columns = range(picture.width())
    return max((x for x in columns if any(picture.pixel(x, y) == found for y in range(picture.height()))), default=-1)


def test_the_signs_are_drawn_in_the_colours_of_the_theme_and_the_last_left_out_where_room_ends(
    legend: MatrixLegend,
) -> None:
    rim = LIGHT.standings["contested"]
    assert drawn(legend, rim) > 0
    legend.set_theme(DARK)
    assert drawn(legend, rim) < 0 < drawn(legend, DARK.standings["contested"])
    legend.resize(200, legend.height())
    assert drawn(legend, DARK.standings["contested"]) < 0
    assert all(sign.words in legend.toolTip() for sign in legend.signs())
