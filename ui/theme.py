"""Light and dark: the colours, spacing and fonts of the window, and how Fusion is given them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QApplication

SPACE = 8
"""The step of all margins and gaps, in device-independent pixels."""

USUAL_LETTERS = 18
"""The height, in pixels, of the letters that sizes are meant for."""

MOST = 0.95
"""The part of the screen that a dialog may take."""


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the window, as #rrggbb.

    `fills` are the soft colours of the region's own countries in the catalog's order, `strokes` the strong colours
    of everything else that needs one (partners, commodities, series), neighbours far apart; both wrap round.
    `tones` colour dealings, `standings` the marks beside statements, `modes` the legs of routes, `kinds` the
    evidence in the reader. Fusion draws boxes and fields with a darker shade of `outline`.
    """

    name: str
    dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    line: str
    edge: str
    outline: str
    accent: str
    on_accent: str
    selection: str
    warning: str
    warning_back: str
    sea: str
    land: str
    near: str
    border: str
    fills: tuple[str, ...]
    strokes: tuple[str, ...]
    tones: dict[str, str]
    standings: dict[str, str]
    modes: dict[str, str]
    kinds: dict[str, str]

    def fill(self, index: int) -> QColor:
        """The soft colour of the region's country with this place in its order."""
        return QColor(self.fills[index % len(self.fills)])

    def stroke(self, index: int) -> QColor:
        """The strong colour of the thing with this place in its order; a shade of it when all were used once."""
        colour = QColor(self.strokes[index % len(self.strokes)])
        if index // len(self.strokes) % 2 == 0:
            return colour
        return colour.lighter(125) if self.dark else colour.darker(150)

    def tone(self, tone: str) -> QColor:
        """The colour of cooperation, mixed or conflict; others are grey."""
        return QColor(self.tones.get(tone, self.muted))

    def mode(self, mode: str) -> QColor:
        """The colour of rail, road, sea or pipeline."""
        return QColor(self.modes.get(mode, self.muted))


LIGHT = Theme(
    name="light",
    dark=False,
    window="#f3f5f7",
    base="#ffffff",
    raised="#f8fafb",
    text="#1e2b38",
    muted="#566573",
    line="#d5dce2",
    edge="#a9b4be",
    outline="#c9d1d8",
    accent="#0b5a84",
    on_accent="#ffffff",
    selection="#d6e8f3",
    warning="#9a3b12",
    warning_back="#fdf0e3",
    sea="#cfdfe8",
    land="#f4f1ea",
    near="#e4e8dc",
    border="#cfc9be",
    fills=("#e8c46a", "#8ecae6", "#f4a88a", "#a3c9a8", "#c3b1d6", "#d9c7a7", "#9fd0c9", "#e6b3c4"),
    strokes=(
        "#c1442e",
        "#2b4f86",
        "#8a6d1a",
        "#2f8059",
        "#a33a6b",
        "#20788a",
        "#c26a12",
        "#7d4f9e",
        "#5f6b3a",
        "#4a6aa8",
    ),
    tones={"cooperation": "#1f8a74", "mixed": "#a87410", "conflict": "#c0392b"},
    standings={
        "single": "#566573",
        "corroborated": "#1c6b4a",
        "contested": "#a8410f",
        "earlier": "#6b7683",
        "superseded": "#6b7683",
        "withdrawn": "#6b7683",
    },
    modes={"rail": "#b8322a", "road": "#8a5a12", "sea": "#1f5f9a", "pipeline": "#5b3f8c", "power": "#1f6b4f"},
    kinds={
        "profile": "#dbe7f0",
        "resource": "#f4e3b5",
        "route": "#cfe5f5",
        "event": "#d9ecd6",
        "commitment": "#f6d9c8",
        "quote": "#e5dcf0",
        "relation": "#cfeae4",
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#131c26",
    base="#18232f",
    raised="#1e2b39",
    text="#e6edf3",
    muted="#a3b3c2",
    line="#2d3d4d",
    edge="#4a5d70",
    outline="#a3b3c2",
    accent="#6cb6df",
    on_accent="#0d1620",
    selection="#234157",
    warning="#ffb38a",
    warning_back="#3a2a20",
    sea="#0f1822",
    land="#1f2a35",
    near="#263541",
    border="#3a4753",
    fills=("#8f6d2c", "#2c6a88", "#95543f", "#3d734c", "#67508c", "#7a6743", "#3a7872", "#85495f"),
    strokes=(
        "#e0705f",
        "#6b94d6",
        "#d3b04f",
        "#58b787",
        "#dd7fa9",
        "#5bb8ca",
        "#e8923f",
        "#b98bd6",
        "#a9b877",
        "#8aa6dc",
    ),
    tones={"cooperation": "#4fc0aa", "mixed": "#dbab4c", "conflict": "#f07a6a"},
    standings={
        "single": "#9fb0bf",
        "corroborated": "#6fd3a6",
        "contested": "#ffab7d",
        "earlier": "#8a9aa8",
        "superseded": "#8a9aa8",
        "withdrawn": "#8a9aa8",
    },
    modes={"rail": "#ff8a5c", "road": "#dcae62", "sea": "#6fb7ee", "pipeline": "#bda0ec", "power": "#7fd6b0"},
    kinds={
        "profile": "#2a4052",
        "resource": "#4f431d",
        "route": "#1f4660",
        "event": "#28482c",
        "commitment": "#5a3524",
        "quote": "#41345a",
        "relation": "#1d4a44",
    },
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def palette(theme: Theme) -> QPalette:
    """The theme as Fusion wants it."""
    colours = QPalette(QColor(theme.raised), QColor(theme.window))
    roles = {
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Light: theme.line,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Mid: theme.edge,
        QPalette.ColorRole.Dark: theme.edge,
        QPalette.ColorRole.Shadow: theme.edge,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.warning,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
    }
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    greyed = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in greyed:
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return colours


RINGED = ("QCheckBox", "QRadioButton", "QPushButton", "QLineEdit", "QAbstractSpinBox", "QComboBox", "QPlainTextEdit")
"""Widgets with an edge of their own, which tells by the highlight that the keyboard is in them."""


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application these colours."""
    colours = palette(theme)
    app.setPalette(colours)
    # Fusion makes an edge from the colour of the window, invisible on a dark one. None of these is filled with it.
    colours.setColor(QPalette.ColorRole.Window, QColor(theme.outline))
    app.setPalette(colours, "QListWidget")  # type: ignore[arg-type]  # PySide takes words, no bytes
    colours.setColor(QPalette.ColorRole.Highlight, QColor(theme.accent))
    colours.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.on_accent))
    for name in RINGED:
        app.setPalette(colours, name)  # type: ignore[arg-type]


def font(base: QFont, *, scale: float = 1.0, bold: bool = False) -> QFont:
    """A font that goes with `base`, larger by `scale`."""
    result = QFont(base)
    if base.pointSizeF() > 0:
        result.setPointSizeF(base.pointSizeF() * scale)
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def room(wide: int, tall: int, screen: QScreen) -> QSize:
    """The size of a dialog that needs so much with usual letters: more with larger ones, as far as the screen goes."""
    larger = max(QFontMetrics(QGuiApplication.font()).height() / USUAL_LETTERS, 1.0)
    return (QSize(wide, tall) * larger).boundedTo(screen.availableSize() * MOST)
