"""How documents of word processors look: the same for all of them. Sizes are in points, colours as RRGGBB."""

from __future__ import annotations

from models.publishing.blocks import Style
from models.records import Record

FONT, FONT_EAST, FONT_CODE = "Arial", "Yu Gothic", "Courier New"
"""Fonts that the machines of most readers have; others take their nearest."""
INK, HEAD, MUTED, LOUD, MARK, LINE, SHADE = "1B2530", "12324D", "5B6B7A", "9A3412", "1F6391", "C5CED6", "F1F5F8"
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres."""
MARGINS = (20.0, 25.0, 20.0, 22.0)
"""Left, top, right and bottom, in millimetres."""
MARK_SIZE = 8.0


class Look(Record):
    """How a paragraph looks: `left` is its indent, `keep` that it stays with the next one."""

    name: str
    size: float = 10
    colour: str = INK
    bold: bool = False
    before: float = 0
    after: float = 5
    left: float = 0
    keep: bool = False


HEADINGS = (
    Look("Heading 1", 15, HEAD, bold=True, before=18, after=4, keep=True),
    Look("Heading 2", 11.5, HEAD, bold=True, before=12, after=4, keep=True),
    Look("Heading 3", 10, HEAD, bold=True, before=8, after=3, keep=True),
    Look("Heading 4", 10, HEAD, bold=True, before=8, after=3, keep=True),
    Look("Heading 5", 10, HEAD, bold=True, before=8, after=3, keep=True),
    Look("Heading 6", 10, HEAD, bold=True, before=8, after=3, keep=True),
)
TEXT = Look("Normal")
CELL = Look("Brief Cell", 9, before=1.5, after=1.5)
HEAD_CELL = Look("Brief Cell Head", 9, "FFFFFF", bold=True, before=1.5, after=1.5, keep=True)
LOOKS: dict[Style, Look] = {
    Style.TITLE: Look("Title", 22, HEAD, bold=True, after=2, keep=True),
    Style.SUBTITLE: Look("Subtitle", 11, MUTED, after=6, keep=True),
    Style.FACTS: Look("Brief Facts", 9, MUTED, after=10),
    Style.LEAD: Look("Brief Lead", 10, MUTED, keep=True),
    Style.CONTENTS: Look("Brief Contents", 11.5, HEAD, bold=True, before=12, after=4, keep=True),
    Style.STATEMENT: Look("Brief Statement"),
    Style.SIDES: Look("Brief Sides", 9, LOUD, bold=True, before=4, after=2, keep=True),
    Style.SIDE: Look("Brief Side", left=18, after=3),
    Style.CAPTION: Look("Caption", 8.5, MUTED, after=8),
    Style.EMPTY: Look("Brief Empty", 10, MUTED),
    Style.SOURCE: Look("Brief Source", 8.5, after=3, left=22),
    Style.NOTE_DATE: Look("Brief Note Date", 8.5, MUTED, before=6, after=2, keep=True),
    Style.NOTE: Look("Brief Note"),
    Style.QUOTE: Look("Quote", left=18),
    Style.CODE: Look("Brief Code", 9),
}
