"""Icons are drawn in the colours of the theme, and every one the window names exists."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon

from ui.theme import DARK, LIGHT
from ui.widgets.icons import FOLDER, OWN_SIZES, icon, own_icon

pytestmark = pytest.mark.usefixtures("qapp")


def colours(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = drawn.pixmap(20, 20, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def test_there_are_about_twenty() -> None:
    assert len(list(FOLDER.glob("*.svg"))) >= 20


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_drawing_is_drawn(name: str) -> None:
    assert colours(icon(name, LIGHT)), "nothing but air"


def test_it_takes_the_colour_of_the_text() -> None:
    assert QColor(LIGHT.text).name() in colours(icon("add", LIGHT))
    assert QColor(DARK.text).name() in colours(icon("add", DARK))


def test_it_is_greyed_when_disabled() -> None:
    assert QColor(LIGHT.text).name() not in colours(icon("add", LIGHT), QIcon.Mode.Disabled)


def test_the_sign_of_oxus_is_sharp_in_every_size_a_desktop_asks_for() -> None:
    sign = own_icon()
    assert {size.width() for size in sign.availableSizes()} == set(OWN_SIZES)
    assert len(colours(sign)) > 3
