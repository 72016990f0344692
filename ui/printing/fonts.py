"""The fonts that briefs are set in."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from models.briefs.drawing.svg import FONT
from models.records import Problem

SCRIPTS = {"ja": QFontDatabase.WritingSystem.Japanese}
"""Languages whose letters many fonts of other languages have in other forms, or only some of them."""
_WEIGHT = re.compile(r"font-weight:\s*(?:bold|bolder|\d+)")
PREFERRED = ("JP", "IPA", "Takao", "VL ", "Yu Gothic", "Meiryo", "MS Gothic", "Hiragino", "Sans", "Gothic")
"""What the names of fonts that suit have in them, the best first: made for Japanese, then without serifs."""
LACKING = (
    "No font of this system has Japanese letters, so this would be blank squares. Install one and start Oxus again"
    " (on Debian and Ubuntu: apt install fonts-ipafont-gothic)."
)


def font(points: float, language: str = "") -> QFont:
    """The system's own sans-serif, which has fallbacks for every script that the system can show.

    Where each letter would have a fallback of its own, a font for all letters of the language comes before these.
    """
    found = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # by its own name, or letters of all scripts would be taken from the font that comes behind
    found.setFamilies([QFontInfo(found).family(), *families(language)[:1]])
    found.setPointSizeF(points)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setFeature(QFont.Tag("liga"), 0)  # "fi" as one sign is not found in a PDF
    return found


def families(language: str) -> list[str]:
    """The fonts that have all letters of a language, the best first; none for one that has no letters of its own."""
    known = QFontDatabase.families(SCRIPTS[language]) if language in SCRIPTS else []
    return sorted((family for family in known if not QFontDatabase.isPrivateFamily(family)), key=_unlike)


def lacking(language: str) -> Problem | None:
    """That no font of this system has the letters of the language; None where one has."""
    return Problem(language, LACKING) if language in SCRIPTS and not families(language) else None


def evenly(style: str, language: str) -> str:
    """A style in which nothing is bold where the font for all letters of the language has no bold ones: only digits and
    foreign letters would be."""
    own = families(language)[:1]
    return style if not own or _has_bold(own[0]) else _WEIGHT.sub("font-weight: 400", style)


def _has_bold(family: str) -> bool:
    return any(QFontDatabase.weight(family, style) >= QFont.Weight.DemiBold for style in QFontDatabase.styles(family))


def lettered(svg: str, language: str) -> str:
    """A drawing in the font for all letters of the language, where there is one."""
    own = families(language)[:1]
    return svg.replace(f'font-family="{FONT}"', f'font-family="{own[0]}"') if own else svg


def _unlike(family: str) -> tuple[object, ...]:
    return (*(word not in family for word in PREFERRED), QFontDatabase.isFixedPitch(family), family)
