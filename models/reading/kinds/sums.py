"""The sum of a promise: money, or a large number alone in the currency that was named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Money, Quantity

if TYPE_CHECKING:
    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention

_YEARS = "year"
_LARGE = 1e6  # what a number must reach to be money by itself
_LEAVE = ("figure_ends", "prepositions", "finite", "gifts")


def sum_of(frame: Frame, amount: Mention) -> Money | None:
    """The money of a mention; a large number alone is of the currency that was named before ("another 1.4 billion")."""
    if isinstance(amount.value, Money):
        return amount.value
    before = [item.value for item in frame.sentence.mentions if item.start < amount.start]
    measured = any(isinstance(value, Quantity) and value.unit != _YEARS for value in before)  # "_to Q1 , up from B2"
    known = "" if measured else frame.context.currency
    named = [value.currency for value in before if isinstance(value, Money)] or [known]
    if not isinstance(amount.value, float | int) or amount.value < _LARGE or not named[-1] or _counts(frame, amount):
        return None
    return Money(float(amount.value), named[-1])


def _counts(frame: Frame, amount: Mention) -> bool:
    """Whether the number is one of things ("2 million doses of vaccine"), not of money ("2 million for schools")."""
    at = frame.place(amount)
    behind = frame.sentence.tags[at:].split(maxsplit=2)[1:2] if at >= 0 else []
    return any(word.isalpha() and word.islower() and not _leaves(frame, word) for word in behind)


def _leaves(frame: Frame, word: str) -> bool:
    """Whether the word leaves a number before it without a noun, or says itself that it is money."""
    return any(word in frame.sentence.words[name] for name in _LEAVE)
