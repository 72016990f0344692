"""What the rows of all tables share: what one tells beside its own words, and several things as one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.briefs.writer import Writer
    from models.records import Claim, Statement


def joined(writer: Writer, told: Sequence[str]) -> str:
    """What is told of one thing, as one line."""
    first, *others = told
    return writer.phrases.apart((first, *(writer.phrases.inside(other) for other in others)))


def with_detail(writer: Writer, statement: Statement, text: str) -> str:
    """The text with from whom it is and whether it is under way; of what is contested the sides tell that."""
    if statement.standing is Standing.CONTESTED:
        return text
    return writer.phrases.noted(text, (writer.phrases.detail(statement), writer.in_words(statement)))


def ahead(claim: Claim) -> str:
    """How what is no plain fact is told; empty for facts."""
    if not claim.affirmed:
        return "denied"
    return claim.modality.value if claim.modality.ahead else ""
