"""What the user decided: each sentence accepted, rejected or corrected, each value preferred or deprecated, the last
first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Decision, Rank, Record, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.phrases import Phrases
    from models.records import Bibliography, Claim, Statement, Verdict


class DecisionRow(Record):
    """One decision: what the claim was read to say, the sentence it was read from, and where that stands.

    `decision`, `rank` or `amended` is set, the last to what the claim says by the user's correction; of another
    decision on a claim that the user corrected, `corrected` tells the same. A `rank` holds for the value at the place
    `variant` of a `statement`; a rejected claim has no statement. `changed` is the moment (ISO, UTC), empty for one
    kept before moments were.
    """

    claim: str
    says: str
    quote: str
    article: str
    title: str
    start: int
    end: int
    changed: str
    decision: Decision | None = None
    rank: Rank | None = None
    statement: str = ""
    variant: int = 0
    amended: str = ""
    corrected: str = ""


class DecisionsPage(Record):
    """All decisions, and how many more are on claims that are not (or no longer) read."""

    rows: tuple[DecisionRow, ...]
    idle: int = 0


def decisions_page(
    verdicts: Iterable[Verdict],
    claims: Iterable[Claim],
    of_claim: Mapping[str, Statement],
    articles: Mapping[str, Bibliography],
    phrases: Phrases,
) -> DecisionsPage:
    """The decisions, `claims` being those decided on; a rank that several claims of one value bear is told once."""
    known = {claim.id: claim for claim in claims}
    rows: dict[tuple[str, object], DecisionRow] = {}
    idle = 0
    for verdict in sorted(verdicts, key=lambda verdict: (verdict.changed, verdict.id), reverse=True):
        claim = known.get(verdict.target)
        statement = of_claim.get(verdict.target)
        if claim is None or (verdict.rank is not None and statement is None):
            idle += 1
            continue
        row = _row(verdict, claim, statement, articles, phrases)
        about = verdict.about if row.rank is None else (row.statement, row.variant)
        rows.setdefault(about, row)
    return DecisionsPage(tuple(rows.values()), idle)


def _row(
    verdict: Verdict,
    claim: Claim,
    statement: Statement | None,
    articles: Mapping[str, Bibliography],
    phrases: Phrases,
) -> DecisionRow:
    evidence = claim.evidence
    variants = statement.variants if statement is not None else ()
    article = articles.get(evidence.article)
    says = _in_words(claim, phrases)
    return DecisionRow(
        claim=claim.id,
        says=_in_words(claim.as_read, phrases),
        quote=evidence.quote,
        article=evidence.article,
        title=(article.title or article.origin if article else "") or evidence.article,
        start=evidence.start,
        end=evidence.end,
        changed=verdict.changed,
        decision=verdict.decision,
        rank=verdict.rank,
        statement=statement.id if statement is not None else "",
        variant=next((at for at, variant in enumerate(variants) if claim in variant.claims), 0),
        amended=says if verdict.amended else "",
        corrected=says if claim.read and not verdict.amended else "",
    )


def _in_words(claim: Claim, phrases: Phrases) -> str:
    """What a claim says, how exactly and by whom: a correction may be of just that."""
    variant = Variant(claim.content, (claim,), 1)
    return phrases.told(variant, phrases.variant(variant))
