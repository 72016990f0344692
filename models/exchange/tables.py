"""Claims and statements as tables (CSV) and as records (JSON Lines, with the names of the Wikibase data model)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import msgspec
import orjson

from models.exchange.cells import COLUMNS, cells, says
from models.exchange.references import corrections_noted
from models.pages.evidence import works_cited
from models.phrases.support import said_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from models.phrases import Phrases
    from models.records import Bibliography, Claim, Statement, Variant

STATEMENTS = (
    "statement", "value_no", "kind", "text", "standing", "preference", "sources", "articles", "date", "modality",
    "affirmed", "attribution", "certainty", *COLUMNS, "content",
)  # fmt: skip
CLAIMS = (
    "claim", "statement", "value_no", "kind", "text", "article", "title", "publisher", "published", "url", "corrected",
    "works", "sentence", "start", "end", "rule", "modality", "affirmed", "attribution", "certainty", "badges", *COLUMNS,
    "content",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
STATED_IN, TITLE, ADDRESS, PUBLISHED, QUOTATION, PUBLISHER = "P248", "P1476", "P854", "P577", "P1683", "P123"
"""Wikidata's properties for the parts of a reference."""
POINT_IN_TIME = "P585"
"""Wikidata's property for the qualifier that tells when."""


def statements_csv(found: Iterable[Statement], phrases: Phrases) -> bytes:
    """A row for each value of each statement."""
    rows = (
        (
            statement.id, str(place), statement.kind.value, phrases.variant(variant), statement.standing.value,
            variant.rank.value, str(variant.sources), str(variant.articles), _date(variant), *_surely(variant),
            *cells(variant.content), _content(variant.content),
        )
        for statement in found
        for place, variant in enumerate(statement.variants)
    )  # fmt: skip
    return _csv(STATEMENTS, rows)


def _surely(variant: Variant) -> tuple[str, str, str, str]:
    """How real the value is told to be, by whom, and how exactly: what all of its claims have, as it is shown."""
    claims = variant.claims
    hedges = {claim.certainty or "" for claim in claims}
    return (
        claims[0].modality.value,
        str(any(claim.affirmed for claim in claims)).lower(),
        " | ".join(said_by(claims, variant.content)),
        hedges.pop() if len(hedges) == 1 else "",
    )


def claims_csv(found: Iterable[Statement], phrases: Phrases, articles: Mapping[str, Bibliography]) -> bytes:
    """A row for each claim, with its sentence, its article, and the works that the sentence rests on."""
    return _csv(CLAIMS, _claim_rows(found, phrases, articles))


def _claim_rows(
    found: Iterable[Statement], phrases: Phrases, articles: Mapping[str, Bibliography]
) -> Iterator[Sequence[str]]:
    for statement in found:
        for place, variant in enumerate(statement.variants):
            for claim in variant.claims:
                known = articles.get(claim.evidence.article)
                about = (known.title, known.publisher, known.published, known.url) if known else ("", "", "", "")
                yield (
                    claim.id, statement.id, str(place), claim.kind.value, phrases.claim(claim), claim.evidence.article,
                    *(text or "" for text in about), corrections_noted(known) if known else "",
                    " | ".join(_works(claim, known)), claim.evidence.quote,
                    str(claim.evidence.start), str(claim.evidence.end), claim.rule, claim.modality.value,
                    str(claim.affirmed).lower(), claim.attribution or "", claim.certainty or "", " ".join(claim.badges),
                    *cells(claim.content), _content(claim.content),
                )  # fmt: skip


def _works(claim: Claim, article: Bibliography | None) -> Iterator[str]:
    """The works that the sentence of the claim cites, each with publisher, date and address as far as known."""
    for work in works_cited(claim, article) if article else ():
        yield ". ".join(filter(None, (work.title, work.publisher, work.date, work.url)))


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark, so that spreadsheets read every script; no cell is taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _content(content: object) -> str:
    return orjson.dumps(msgspec.to_builtins(content), option=orjson.OPT_SORT_KEYS).decode()


def _date(variant: Variant) -> str:
    content = variant.content
    told = (getattr(content, name, None) for name in ("date", "as_of", "year"))
    return str(next(filter(None, told), ""))


def statements_jsonl(found: Iterable[Statement], phrases: Phrases, articles: Mapping[str, Bibliography]) -> bytes:
    """A line for each value of each statement: mainsnak, qualifiers, rank and references.

    The property is the kind and, behind a colon, what the column `says` has of it ("resource:exports").
    """
    return _lines(
        {
            "id": f"{statement.id}${place}",
            "type": "statement",
            "label": phrases.variant(variant),
            "mainsnak": {
                "snaktype": "value",
                "property": f"{statement.kind.value}:{says(variant.content)}",
                "datavalue": {"type": statement.kind.value, "value": msgspec.to_builtins(variant.content)},
            },
            "qualifiers": {
                **_told({POINT_IN_TIME: _date(variant)}),
                "standing": statement.standing.value,
                "sources": variant.sources,
            },
            "rank": variant.rank.value,
            "references": [_reference(claim, articles) for claim in variant.claims],
        }
        for statement in found
        for place, variant in enumerate(statement.variants)
    )


def _reference(claim: Claim, articles: Mapping[str, Bibliography]) -> dict[str, Any]:
    known = articles.get(claim.evidence.article)
    snaks = {STATED_IN: claim.evidence.article, QUOTATION: claim.evidence.quote}
    if known is not None:
        snaks |= {TITLE: known.title, ADDRESS: known.url or "", PUBLISHED: known.published or ""}
    works = [
        _told({TITLE: work.title, ADDRESS: work.url or "", PUBLISHED: work.date or "", PUBLISHER: work.publisher or ""})
        for work in (works_cited(claim, known) if known else ())
    ]
    own = {"corrected": corrections_noted(known)} if known is not None and known.corrected else {}
    return {"hash": claim.id, "snaks": _told(snaks), **own, **({"works": works} if works else {})}


def _told(snaks: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in snaks.items() if value}


def claims_jsonl(found: Iterable[Statement]) -> bytes:
    """A line for each claim as it is kept, with the statement it belongs to."""
    return _lines(
        {"statement": statement.id, **msgspec.to_builtins(claim)} for statement in found for claim in statement.claims
    )


def _lines(records: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(orjson.dumps(record) + b"\n" for record in records)
