"""Claims and statements as tables (CSV) and as records (JSON Lines), both with the names of the Wikibase data model."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import msgspec
import orjson

from models.exchange import wikibase
from models.exchange.cells import COLUMNS, cells
from models.exchange.references import corrections_noted
from models.pages.evidence import works_cited
from models.phrases.support import by_hand, said_by
from models.records import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from models.phrases import Phrases
    from models.records import Bibliography, Claim, Content, Statement, Variant

WIKIBASE = (
    "subject", "mainsnak.property", "mainsnak.snaktype", "mainsnak.datavalue.type", "mainsnak.datavalue.value",
    "qualifiers", "statement.rank", "references",
)  # fmt: skip
"""The columns that tell the same in the words of the Wikibase data model."""
STATEMENTS = (
    "statement", "value_no", "kind", "text", "standing", "preference", "sources", "articles", "date", "modality",
    "affirmed", "attribution", "certainty", "amended", *COLUMNS, "told_by",
)  # fmt: skip
"""Short ones, for people: all that is known of a value, word for word, is in its record and in the rows of claims."""
CLAIMS = (
    "claim", "statement", "value_no", "kind", "text", "article", "title", "publisher", "published", "url", "corrected",
    "works", "sentence", "start", "end", "rule", "modality", "affirmed", "attribution", "certainty", "badges",
    "amended", "read_as", *COLUMNS, "content", *WIKIBASE,
)  # fmt: skip
SURELY = ("modality", "affirmed", "attribution", "certainty")
"""How real it is told to be, by whom, and how exactly."""
AMENDED = {"": "no", "partly": "partly", "corrected": "yes"}
"""Whether a value is the user's word in place of what was read; of a claim the moment is told, and what was read."""
MOST = 6
"""How many works a cell names."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def statements_csv(found: Iterable[Statement], phrases: Phrases, articles: Mapping[str, Bibliography]) -> bytes:
    """A row for each value of each statement."""
    rows = (
        (
            statement.id, str(place), statement.kind.value, phrases.variant(variant), statement.standing.value,
            variant.rank.value, str(variant.sources), str(variant.articles), _date(variant.content), *_surely(variant),
            AMENDED[by_hand(variant.claims, variant.content)], *cells(variant.content), _told_by(variant, articles),
        )
        for statement in found
        for place, variant in enumerate(statement.variants)
    )  # fmt: skip
    return _csv(STATEMENTS, rows)


def _told_by(variant: Variant, articles: Mapping[str, Bibliography]) -> str:
    """Who tells the value and when: publisher, else title, and date of its works, the newest first; of many the number
    of the others."""
    works: dict[str, str] = {}
    for claim in variant.claims:
        known = articles.get(claim.evidence.article)
        found = works_cited(claim, known) or (known,) if known else ()
        for work in found:
            named = ", ".join(filter(None, (work.publisher or work.title, day := _day(work))))
            works[named] = day
    told = sorted(works, key=lambda name: works[name], reverse=True)
    rest = [f"{len(told) - MOST} more"] if len(told) > MOST else []
    return " | ".join((*told[:MOST], *rest))


def _day(work: Citation | Bibliography) -> str:
    return (work.date if isinstance(work, Citation) else work.published) or ""


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


def _of_claim(claim: Claim) -> tuple[str, str, str, str]:
    """The same of one claim."""
    return claim.modality.value, str(claim.affirmed).lower(), claim.attribution or "", claim.certainty or ""


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
                    str(claim.evidence.start), str(claim.evidence.end), claim.rule, *_of_claim(claim),
                    " ".join(claim.badges), claim.amended, phrases.claim(claim.as_read) if claim.read else "",
                    *cells(claim.content), _json(msgspec.to_builtins(claim.content)),
                    *_wikibase_cells(statement, variant, articles, claim),
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


def _json(value: object) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _date(content: Content) -> str:
    told = (getattr(content, name, None) for name in ("date", "as_of", "year"))
    return str(next(filter(None, told), ""))


def statements_jsonl(found: Iterable[Statement], phrases: Phrases, articles: Mapping[str, Bibliography]) -> bytes:
    """A line for each value of each statement: subject, mainsnak, qualifiers, rank and references."""
    return _lines(
        {
            "id": f"{statement.id}${place}",
            "type": "statement",
            "label": phrases.variant(variant),
            **_wikibase(statement, variant, articles),
            "standing": statement.standing.value,
            "sources": variant.sources,
            "amended": AMENDED[by_hand(variant.claims, variant.content)],
            "content": msgspec.to_builtins(variant.content),
        }
        for statement in found
        for place, variant in enumerate(statement.variants)
    )


def claims_jsonl(found: Iterable[Statement], phrases: Phrases, articles: Mapping[str, Bibliography]) -> bytes:
    """A line for each claim, with the statement it belongs to, and the same in Wikibase's words; where the user
    corrected it, `read` is what was read, and `amended` when that was."""
    return _lines(
        {
            "statement": statement.id,
            **msgspec.to_builtins(claim),
            "label": phrases.claim(claim),
            **_wikibase(statement, variant, articles, claim),
        }
        for statement in found
        for variant in statement.variants
        for claim in variant.claims
    )


def _wikibase(
    statement: Statement, variant: Variant, articles: Mapping[str, Bibliography], claim: Claim | None = None
) -> dict[str, Any]:
    """What a value of a statement says, or a claim on it alone, in the fields of the Wikibase data model."""
    content = claim.content if claim else variant.content
    told = zip(SURELY, _of_claim(claim) if claim else _surely(variant), strict=True)
    found = wikibase.qualifiers(content, _date(content), **dict(told))
    return {
        "subject": wikibase.subject(content),
        "mainsnak": wikibase.main_snak(statement.kind, content),
        "qualifiers": found,
        "qualifiers-order": list(found),
        "rank": variant.rank.value,
        "references": wikibase.references((claim,) if claim else variant.claims, articles),
    }


def _wikibase_cells(
    statement: Statement, variant: Variant, articles: Mapping[str, Bibliography], claim: Claim
) -> tuple[str, ...]:
    """The same under WIKIBASE: a value that is no text, qualifiers and references as JSON."""
    told = _wikibase(statement, variant, articles, claim)
    snak = told["mainsnak"]
    data = snak.get("datavalue", {"type": "", "value": ""})
    value = data["value"] if isinstance(data["value"], str) else _json(data["value"])
    lists = (_json(told["qualifiers"]), told["rank"], _json(told["references"]))
    return (told["subject"], snak["property"], snak["snaktype"], data["type"], value, *lists)


def _lines(records: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(orjson.dumps(record) + b"\n" for record in records)
