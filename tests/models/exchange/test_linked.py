"""Places and evidence read back by libraries of others: GeoJSON by geojson, Web Annotations by a processor of JSON-LD.

The context is our own short one: the terms of the recommendation that we use, with what they stand for, so that
nothing is fetched. https://www.w3.org/TR/annotation-model/ tells what an annotation must have.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geojson
import pytest
from pyld import jsonld

from models.exchange import FORMATS, export
from models.exchange.evidence import ANNOTATION
from models.library import Library
from models.records import Problem

OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
RDF, DC = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/"
OWN = "urn:oxus:term:"
ITEM, WORD = {"@type": "@id"}, {"@type": "@vocab"}
CONTEXT = {
    "@context": {
        "id": "@id",
        "type": "@type",
        **{name: f"{OA}{name}" for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector", "TextualBody")},
        **{name: f"{OA}{name}" for name in ("describing", "exact", "prefix", "suffix", "start", "end")},
        "AnnotationPage": f"{AS}OrderedCollectionPage",
        "items": {"@id": f"{AS}items", "@container": "@list", **ITEM},
        "motivation": {"@id": f"{OA}motivatedBy", **WORD},
        "purpose": {"@id": f"{OA}hasPurpose", **WORD},
        "body": {"@id": f"{OA}hasBody", **ITEM},
        "target": {"@id": f"{OA}hasTarget", **ITEM},
        "source": {"@id": f"{OA}hasSource", **ITEM},
        "selector": {"@id": f"{OA}hasSelector", **ITEM},
        "state": {"@id": f"{OA}hasState", **ITEM},
        "value": f"{RDF}value",
        "format": f"{DC}format",
    }
}


def read(library: Library, format_id: str, folder: Path) -> str:
    path = folder / f"out{FORMATS[format_id].suffix}"
    assert not isinstance(export(library, format_id, path), Problem)
    return path.read_text("utf-8")


def offline(url: str, _: object) -> dict[str, Any]:
    """The one document that is asked for."""
    assert url == ANNOTATION
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT, "contentType": "application/ld+json"}


def test_every_feature_is_valid_geojson(held: Library, tmp_path: Path) -> None:
    found = geojson.loads(read(held, "geojson", tmp_path))
    assert isinstance(found, geojson.FeatureCollection)
    assert len(found.features) > 400
    wrong = {feature["id"]: feature.errors() for feature in found.features if not feature.is_valid}
    assert wrong == {}
    assert found.is_valid
    west, south, east, north = found["bbox"]
    points = list(geojson.utils.coords(found))
    assert (min(x for x, _ in points), max(x for x, _ in points)) == pytest.approx((west, east))
    assert (min(y for _, y in points), max(y for _, y in points)) == pytest.approx((south, north))


@pytest.fixture(scope="module")
def page(held: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The annotations as a processor of JSON-LD understands them."""
    found = json.loads(read(held, "annotations", tmp_path_factory.mktemp("annotations")))
    (expanded,) = jsonld.expand(found, {"documentLoader": offline})
    assert isinstance(expanded, dict)
    return expanded


def plain(node: dict[str, Any], term: str) -> Any:  # noqa: ANN401 - whatever stands there
    (value,) = node[term]
    return value.get("@value", value.get("@id"))


def test_a_processor_understands_every_word_of_an_annotation(held: Library, page: dict[str, Any]) -> None:
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    (items,) = page[f"{AS}items"]
    claims = {claim.id: claim for statement in held.statements() for claim in statement.claims}
    assert {item["@id"].rpartition(":")[2] for item in items["@list"]} == set(claims)
    for item in items["@list"]:
        assert set(item) == {"@id", "@type", f"{OA}motivatedBy", f"{OA}hasBody", f"{OA}hasTarget"}
        assert (item["@type"], plain(item, f"{OA}motivatedBy")) == ([f"{OA}Annotation"], f"{OA}describing")
        (body,), (target,) = item[f"{OA}hasBody"], item[f"{OA}hasTarget"]
        assert body["@type"] == [f"{OA}TextualBody"]
        assert plain(body, f"{RDF}value")
        assert plain(body, f"{OA}hasPurpose") == f"{OA}describing"
        assert plain(body, f"{OWN}describes").startswith("urn:oxus:statement:")
        assert ":" in plain(target, f"{OA}hasSource")
        (state,) = target[f"{OA}hasState"]
        assert (state["@type"], set(state)) == ([f"{OWN}StoredText"], {"@type", f"{OWN}article"})
        by_type = {selector["@type"][0]: selector for selector in target[f"{OA}hasSelector"]}
        quote, position = by_type[f"{OA}TextQuoteSelector"], by_type[f"{OA}TextPositionSelector"]
        claim = claims[item["@id"].rpartition(":")[2]]
        assert plain(quote, f"{OA}exact") == claim.evidence.quote
        assert set(quote) <= {"@type", *(f"{OA}{name}" for name in ("exact", "prefix", "suffix"))}
        assert (plain(position, f"{OA}start"), plain(position, f"{OA}end")) == (
            claim.evidence.start,
            claim.evidence.end,
        )


def test_no_word_of_an_annotation_is_lost_on_the_way(held: Library, page: dict[str, Any], tmp_path: Path) -> None:
    """What no context explains a processor drops without a word: brought back, the page is the one that was written."""
    written = json.loads(read(held, "annotations", tmp_path))
    back = jsonld.compact(page, written["@context"], {"documentLoader": offline})
    assert back["items"] == written["items"]
