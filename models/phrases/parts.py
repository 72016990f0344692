"""That a part of a figure is larger than the country's own, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.phrases.templates import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.phrases.names import Names
    from models.phrases.numbers import Numbers
    from models.records import Statement


def unlike(statement: Statement, names: Names, numbers: Numbers, words: Mapping[str, str]) -> str:
    """The note on it, beside the part and beside the total, by the templates of the `words`; else nothing."""
    other = statement.unlike
    if other is None or other.quantity is None:
        return ""
    part = names.listed(
        [names.plain_name(name) for name in (other.site, other.firm) if name] or [names.names(other.partner)]
    )
    form = "smaller" if other.site or other.firm or other.partner else "larger"
    return fill(words[form], amount=numbers.quantity(other.quantity), part=part)
