"""What a statement is about, in words without its value: the head under which its sides stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases import capital, fill
from models.records import Commitment, Profile, Quantity, Resource, RouteFact

if TYPE_CHECKING:
    from models.briefs.writer import Writer
    from models.records import Statement


def topic(writer: Writer, statement: Statement) -> str:
    """Whose it is, what is measured, and of when; all that it says where it gives no figure."""
    variant, phrases = statement.shown, writer.phrases
    match content := variant.content:
        case Profile(country=whose):
            figure, _, when = phrases.key_figure(content, variant)
            name = writer.named(whose)
        case Resource(country=whose, quantity=Quantity() as quantity):
            figure, when = (
                phrases.measured(content, quantity, variant.claims),
                writer.day(str(content.year)) if content.year else "",
            )
            name = phrases.after_commas((writer.named(whose), phrases.plain_name(content.resource)))
        case RouteFact(route=whose, object=Quantity() as quantity):
            figure, when = (
                phrases.measured(content, quantity, variant.claims),
                writer.day(str(content.year)) if content.year else "",
            )
            name = writer.named(whose)
        case Commitment(by=by) if by:
            figure, when = phrases.title("commitments"), phrases.aim(content.purpose) if content.purpose else ""
            name = capital(phrases.heading(by, variant.claims))
        case _:
            return phrases.variant(variant)
    return phrases.noted(fill(writer.words["topic"], name=name, figure=phrases.inside(figure)), (when,))
