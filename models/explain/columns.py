"""Plain text in aligned columns, a hundred wide."""

from __future__ import annotations

from textwrap import wrap

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
    return wrap(" ".join(text.split()), width, break_on_hyphens=False) or [""]
