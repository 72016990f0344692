"""Evidence as W3C Web Annotations: which words of which article support which statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.phrases import Phrases
    from models.records import Bibliography, Claim, Statement

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
_OWN = "urn:oxus:term:"
CONTEXT = (
    ANNOTATION,
    {
        "StoredText": f"{_OWN}StoredText",
        "article": {"@id": f"{_OWN}article", "@type": "@id"},
        "describes": {"@id": f"{_OWN}describes", "@type": "@id"},
    },
)
"""The context of the recommendation, with the terms that it lacks: which stored text, and which statement."""


def web_annotations(found: Iterable[Statement], phrases: Phrases, articles: Mapping[str, Bibliography]) -> bytes:
    """An annotation page: one annotation for each claim, its words selected by quote and by position (code points)."""
    items = [_annotation(claim, statement, phrases, articles) for statement in found for claim in statement.claims]
    page = {"@context": CONTEXT, "type": "AnnotationPage", "id": "urn:oxus:evidence", "items": items}
    return orjson.dumps(page, option=orjson.OPT_INDENT_2) + b"\n"


def _annotation(
    claim: Claim, statement: Statement, phrases: Phrases, articles: Mapping[str, Bibliography]
) -> dict[str, Any]:
    evidence = claim.evidence
    quote = {"exact": evidence.quote, "prefix": evidence.prefix, "suffix": evidence.suffix}
    known = articles.get(evidence.article)
    return {
        "id": f"urn:oxus:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "value": phrases.claim(claim),
            "format": "text/plain",
            "purpose": "describing",
            **({"modified": claim.amended} if claim.amended else {}),
            "describes": f"urn:oxus:statement:{statement.id}",
        },
        "target": {
            "source": known.url if known and known.url else f"urn:oxus:article:{evidence.article}",
            "state": {"type": "StoredText", "article": f"urn:oxus:article:{evidence.article}"},
            "selector": [
                {"type": "TextQuoteSelector", **{name: text for name, text in quote.items() if text}},
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
            ],
        },
    }
