"""Both themes name the same things, and all text stands out from what it is written on."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from models.records import Kind, Standing
from ui.theme import DARK, LIGHT, Theme

AA_TEXT = 4.5
AA_SHAPE = 3.0


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shade = QColor(colour)
    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_the_largest() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    def test_text(self, theme: Theme) -> None:
        backs = (theme.window, theme.base, theme.raised, theme.selection, *theme.kinds.values())
        assert min(contrast(theme.text, back) for back in backs) >= AA_TEXT

    def test_side_remarks(self, theme: Theme) -> None:
        backs = (theme.window, theme.base, theme.raised, theme.selection)
        assert min(contrast(theme.muted, back) for back in backs) >= AA_TEXT

    def test_standings(self, theme: Theme) -> None:
        pairs = [(colour, back) for colour in theme.standings.values() for back in (theme.base, theme.selection)]
        assert min(contrast(*pair) for pair in pairs) >= AA_SHAPE

    def test_warnings_and_accents(self, theme: Theme) -> None:
        assert contrast(theme.warning, theme.warning_back) >= AA_TEXT
        assert contrast(theme.on_accent, theme.accent) >= AA_TEXT

    def test_lines_of_pictures(self, theme: Theme) -> None:
        drawn = (*theme.tones.values(), *theme.strokes)
        assert min(contrast(colour, theme.base) for colour in drawn) >= AA_SHAPE


def test_both_themes_colour_the_same_things() -> None:
    for field in dataclasses.fields(Theme):
        light, dark = getattr(LIGHT, field.name), getattr(DARK, field.name)
        if isinstance(light, dict):
            assert light.keys() == dark.keys(), field.name
        elif isinstance(light, tuple):
            assert len(light) == len(dark), field.name


def test_every_kind_and_standing_has_a_colour() -> None:
    assert LIGHT.kinds.keys() == {kind.value for kind in Kind}
    assert LIGHT.standings.keys() == {standing.value for standing in Standing}


def test_colours_wrap_round() -> None:
    assert LIGHT.fill(len(LIGHT.fills)) == LIGHT.fill(0)
    assert LIGHT.stroke(2 * len(LIGHT.strokes) + 1) == LIGHT.stroke(1)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_twice_as_many_strokes_as_colours_all_differ(theme: Theme) -> None:
    colours = [theme.stroke(number) for number in range(2 * len(theme.strokes))]
    assert len({colour.name() for colour in colours}) == len(colours)
    for one, next_one in pairwise(colours):
        hues = abs(one.hslHue() - next_one.hslHue())
        assert min(hues, 360 - hues) > 25, f"{one.name()} beside {next_one.name()}"


def test_nothing_in_the_window_keeps_the_colours_it_began_with(root: Path) -> None:
    sheets = [path.name for path in (root / "ui").rglob("*.py") if ".setStyleSheet(" in path.read_text("utf-8")]
    assert sheets == []
