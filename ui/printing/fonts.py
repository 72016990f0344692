"""The fonts that briefs are set in."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

SCRIPTS = {"ja": QFontDatabase.WritingSystem.Japanese}
"""Languages whose letters many fonts of other languages have in other forms, or only some of them."""
PREFERRED = ("JP", "Sans", "Gothic")
"""Words in the names of fonts that suit, the best first."""


def font(points: float, language: str = "") -> QFont:
    """The system's own sans-serif, which has fallbacks for every script that the system can show.

    Where each letter would have a fallback of its own, a font for all letters of the language comes before these.
    """
    found = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if language in SCRIPTS:
        families = sorted(QFontDatabase.families(SCRIPTS[language]), key=_unlike)
        found.setFamilies([found.family(), *families[:1]])
    found.setPointSizeF(points)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setFeature(QFont.Tag("liga"), 0)  # "fi" as one sign is not found in a PDF
    return found


def _unlike(family: str) -> tuple[object, ...]:
    return (*(word not in family.split() for word in PREFERRED), family)
