"""A statement as the cells of a row, for each kind of table in a brief."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.records import Profile, Resource, RouteFact, Statement, Variant

if TYPE_CHECKING:
    from models.briefs.writer import Writer

Cells = Callable[[Statement, Variant], tuple[str, ...]]


def key_figure(writer: Writer) -> Cells:
    """What is measured, its value, and as of when."""

    def cells(statement: Statement, variant: Variant) -> tuple[str, ...]:
        content = variant.content
        assert isinstance(content, Profile), "only for key figures"
        return writer.phrases.key_figure(content, variant)

    return cells


def about_commodity(writer: Writer) -> Cells:
    """The commodity, and what is said of it."""

    def cells(statement: Statement, variant: Variant) -> tuple[str, ...]:
        content = variant.content
        assert isinstance(content, Resource), "only for resources"
        return writer.phrases.plain_name(content.resource), _of_good(writer, statement, variant, content)

    return cells


def about_owner(writer: Writer) -> Cells:
    """The country, and what it has to do with the commodity."""

    def cells(statement: Statement, variant: Variant) -> tuple[str, ...]:
        content = variant.content
        assert isinstance(content, Resource), "only for resources"
        return writer.phrases.plain_name(content.country), _of_good(writer, statement, variant, content)

    return cells


def about_route(writer: Writer) -> Cells:
    """The route, and what is said of it."""

    def cells(statement: Statement, variant: Variant) -> tuple[str, ...]:
        content = variant.content
        assert isinstance(content, RouteFact), "only for routes"
        told = writer.phrases.variant(variant, about=content.route)
        return writer.phrases.plain_name(content.route), _with_detail(writer, statement, told)

    return cells


def _of_good(writer: Writer, statement: Statement, variant: Variant, content: Resource) -> str:
    return _with_detail(writer, statement, writer.phrases.cell(content, variant.claims))


def _with_detail(writer: Writer, statement: Statement, text: str) -> str:
    """The text with what must be known of it: from whom it is, and that it is under way."""
    detail = writer.phrases.detail(statement)
    return f"{text} ({detail})" if detail else text
