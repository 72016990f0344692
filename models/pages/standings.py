"""What the standing of a statement and its count of sources mean, for who does not know the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Rank, Standing

if TYPE_CHECKING:
    from models.pages.lines import Line

MEANINGS = {
    Standing.SINGLE: "one independent source says so.",
    Standing.CORROBORATED: "at least two independent sources say the same.",
    Standing.CONTESTED: "sources disagree. Every value is kept; you can prefer one.",
    Standing.EARLIER: "a newer value is of a later time. Both stand, and neither contests the other.",
    Standing.SUPERSEDED: (
        "it was put anew since, or what was planned was done. It is kept as history and contests nothing."
    ),
    Standing.WITHDRAWN: "all who told it have taken it back since. It is kept as history and contests nothing.",
}
INDEPENDENT = "Articles that repeat one text, or rest on the same work, count as one independent source."
SHARED = "What goes back to one origin counts as one independent source: of its articles and works {shared}."
AGAINST = "Contested: an article says that those whom it quotes do not agree; against this stands what {who} said."
LOCAL = "In their own language and script: {names}."


def meaning(word: str) -> str:
    """The word for a standing with what it means; any other text as it is."""
    try:
        return f"{word.capitalize()}: {MEANINGS[Standing(word)]}"
    except ValueError:
        return word


def explained(line: Line) -> str:
    """What the mark, the frames and the count of sources beside a statement mean, and its places' own names."""
    parts = [AGAINST.format(who=", ".join(line.against))] if line.against else []
    parts.append(meaning(line.standing.value))
    if line.rank is Rank.DEPRECATED:
        parts.append("Deprecated: you decided not to count it.")
    elif line.rank is Rank.PREFERRED:
        parts.append("Preferred: you took it for the right one.")
    if line.shared:
        parts.append(SHARED.format(shared=", ".join(line.shared)))
    elif line.articles > line.sources:
        parts.append(INDEPENDENT)
    if line.local:
        parts.append(LOCAL.format(names=", ".join(line.local)))
    return " ".join(parts)
