"""Claims for tests, made with as few words as a test needs."""

from __future__ import annotations

from itertools import count

from models.records import (
    Claim,
    Commitment,
    Content,
    Event,
    Evidence,
    Modality,
    Money,
    Quantity,
    Resource,
    RouteFact,
)

numbers = count()

MEMBERS = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
RAILWAY = "china-kyrgyzstan-uzbekistan-railway"


def claim(
    content: Content,
    article: str = "a",
    *,
    start: int | None = None,
    modality: Modality = Modality.DONE,
    affirmed: bool = True,
    quote: str = "a sentence",
) -> Claim:
    """A claim of its own id and, unless `start` says otherwise, of its own sentence."""
    number = next(numbers)
    begin = number * 1000 if start is None else start
    evidence = Evidence(article, begin, begin + len(quote), quote)
    return Claim(f"{number:06}", content, evidence, "rule", modality, affirmed)


def uranium(
    article: str, *, rank: int | None = None, tonnes: float | tuple[float, float] | None = None, year: int | None = None
) -> Claim:
    """Kazakhstan produces uranium: barely said, with a rank, or with a quantity."""
    quantity = None if tonnes is None else Quantity(tonnes, "tonne")
    return claim(Resource("KAZ", "uranium", "produces", rank, quantity, year), article)


def promise(
    article: str, value: float, currency: str = "JPY", *, years: int | None = 5, start: int | None = None
) -> Claim:
    """Japan promises Central Asia money."""
    return claim(Commitment(("JPN",), ("C5",), Money(value, currency), years, "projects"), article, start=start)


def meeting(
    article: str, date: str | None = None, place: str | None = "Tokyo", *, modality: Modality = Modality.DONE
) -> Claim:
    """Japan meets the five."""
    return claim(Event("CONSULT", ("JPN",), MEMBERS, date=date, place=place), article, modality=modality)


def agreement(article: str, summary: str, date: str | None = None) -> Claim:
    """Japan and Central Asia agree on something."""
    return claim(Event("AGREE", ("JPN", "C5"), date=date, summary=summary), article)


def length(article: str, km: float) -> Claim:
    """The length of a railway."""
    return claim(RouteFact(RAILWAY, "length", Quantity(km, "km")), article)
