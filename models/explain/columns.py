"""Plain text in aligned columns, a hundred wide."""

from __future__ import annotations

from unicodedata import east_asian_width

WIDTH = 100
INDENT = 5
LABEL = 12


def row(label: str, text: str, *lead: str, indent: int = INDENT) -> str:
    """A label, cells as they are, and a text beside them on as many lines as it takes."""
    head = f"{'':{indent}}{label:{LABEL}} " + "".join(f"{cell} " for cell in lead)
    return (head + f"\n{'':{len(head)}}".join(_lines(text, WIDTH - len(head)))).rstrip()


def paragraph(text: str, indent: int = INDENT, first: str = "") -> str:
    """A text, indented; the first line begins with something else."""
    return f"{first:{indent}}" + f"\n{'':{indent}}".join(_lines(text, WIDTH - indent))


def shortened(text: str, size: int) -> str:
    """The text, or its beginning where it is longer."""
    plain = " ".join(text.split())
    return plain if len(plain) <= size else plain[: size - 1].rstrip() + "…"


def _lines(text: str, width: int) -> list[str]:
    """The text in lines of this width; a word that is longer, or a script without blanks, is broken anywhere."""
    lines = [""]
    room = width
    for word in text.split():
        size = sum(map(_width, word))
        if lines[-1] and size < room:
            lines[-1] += f" {word}"
            room -= size + 1
            continue
        if lines[-1]:
            lines.append("")
        room = width
        for char in word:
            if _width(char) > room:
                lines.append("")
                room = width
            lines[-1] += char
            room -= _width(char)
    return lines


def _width(char: str) -> int:
    """How many columns a character takes."""
    return 2 if east_asian_width(char) in "WF" else 1
