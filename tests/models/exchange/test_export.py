"""Tables, records, annotations, maps and notes as other programs read them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from models.catalog import RESOURCES, Catalog
from models.exchange import FORMATS, export
from models.exchange import notes as exchanged
from models.exchange.cells import COLUMNS, cells
from models.exchange.places import geojson
from models.exchange.tables import CLAIMS, STATEMENTS, claims_csv, statements_csv
from models.library import Library
from models.phrases import Phrases
from models.records import (
    Bibliography,
    Commitment,
    Modality,
    Money,
    Note,
    Problem,
    Quantity,
    Relation,
    Resource,
    RouteFact,
)
from models.statements import group
from tests.models.making import uranium
from ui.commandline.arguments import EXPORTS

text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


def written(library: Library, format_id: str, folder: Path) -> Path:
    path = folder / f"out{FORMATS[format_id].suffix}"
    assert not isinstance(export(library, format_id, path), Problem)
    return path


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_the_command_line_offers_every_format() -> None:
    assert tuple(FORMATS) == EXPORTS


def test_every_value_and_every_claim_has_a_row(held: Library, tmp_path: Path) -> None:
    statements, claims = (rows(written(held, name, tmp_path)) for name in ("statements-csv", "claims-csv"))
    found = held.statements()
    assert (tuple(statements[0]), tuple(claims[0])) == (STATEMENTS, CLAIMS)
    assert len(statements) == sum(len(statement.variants) for statement in found)
    assert {row["claim"] for row in claims} == {claim.id for statement in found for claim in statement.claims}
    assert all(row["sentence"] in held.reader(row["article"]).text for row in claims)


def test_a_row_can_be_filtered_by_country_commodity_and_year_and_cited(held: Library, tmp_path: Path) -> None:
    claims = rows(written(held, "claims-csv", tmp_path))
    goods = [row for row in claims if row["kind"] == "resource" and row["amount"]]
    assert goods
    assert all(row["country"] and row["commodity"] and row["unit"] for row in goods)
    works = {row["article"]: row["works"] for row in claims}
    cited = {article.id for article in held.bibliographies() if article.cites}
    assert all(works[article] for article in cited & set(works))


def test_a_statement_tells_how_real_it_is_and_from_whom(catalog: Catalog) -> None:
    told = structs.replace(
        uranium("a", tonnes=24_000, year=2026), modality=Modality.PLANNED, attribution="Kazatomprom", certainty="about"
    )
    denied = structs.replace(uranium("b", tonnes=21_000, year=2023), affirmed=False)
    by_year = {
        row["when"]: (row["modality"], row["affirmed"], row["attribution"], row["certainty"])
        for row in csv.DictReader(
            io.StringIO(statements_csv(group([told, denied], catalog), Phrases(catalog), {}).decode("utf-8-sig"))
        )
    }
    assert by_year == {"2026": ("planned", "true", "Kazatomprom", "about"), "2023": ("done", "false", "", "")}


def test_no_cell_of_a_statement_is_longer_than_can_be_read_and_none_is_made_for_machines(
    held: Library, tmp_path: Path
) -> None:
    statements = rows(written(held, "statements-csv", tmp_path))
    assert max(len(cell) for row in statements for cell in row.values()) < 1000
    assert not any(cell.startswith(("{", "[")) for row in statements for cell in row.values() if '":' in cell)
    assert all(row["told_by"] for row in statements)
    assert any(" | " in row["told_by"] for row in statements)


def test_of_many_works_the_newest_are_named_and_the_others_counted(catalog: Catalog) -> None:
    claims = [uranium(f"a{number}", tonnes=24_000, year=2024) for number in range(9)]
    known = {
        f"a{number}": Bibliography(f"a{number}", "", "A title", publisher=f"Paper {number}", published=f"202{number}")
        for number in range(9)
    }
    text = statements_csv(group(claims, catalog), Phrases(catalog), known).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["told_by"].split(" | ")[:2] == ["Paper 8, 2028", "Paper 7, 2027"]
    assert row["told_by"].endswith(" | 3 more")


@pytest.mark.parametrize("format_id", ["statements-csv", "claims-csv", "statements-jsonl", "claims-jsonl"])
def test_statements_can_be_limited_to_one_country(held: Library, tmp_path: Path, format_id: str) -> None:
    assert export(held, format_id, tmp_path / "all") == export(held, format_id, tmp_path / "one", "TJK") == 1
    assert 0 < (tmp_path / "one").stat().st_size < (tmp_path / "all").stat().st_size / 2


def test_what_is_said_is_spread_over_the_columns() -> None:
    contents = (
        Resource("KAZ", "uranium", "exports", quantity=Quantity((1.5e3, 2e3), "tonne"), year=2024, partner=("CHN",)),
        Commitment(("JPN",), ("C5", "KAZ"), Money(3e12, "JPY"), 5, "rail"),
        Relation("CHN", "KAZ", "investor"),
        Relation("CHN", "KAZ", "trade", 2024, quantity=Quantity(4.8e9, "USD", "January-June")),
        Commitment(("RUS",), ("KAZ",), Money(5e6, "EUR"), deed="loan", year=2023),
        RouteFact("instc", "crosses", ("KAZ",), part="eastern branch"),
    )
    told = [{name: cell for name, cell in zip(COLUMNS, cells(content), strict=True) if cell} for content in contents]
    assert told == [
        {
            "country": "KAZ", "commodity": "uranium", "says": "exports", "target": "CHN", "amount": "1500",
            "amount_to": "2000", "unit": "tonne", "when": "2024",
        },
        {
            "actor": "JPN", "says": "commits", "target": "C5+KAZ", "amount": "3000000000000", "unit": "JPY",
            "years": "5", "words": "rail",
        },
        {"actor": "CHN", "says": "investor", "target": "KAZ"},
        {
            "actor": "CHN", "says": "trade", "target": "KAZ", "amount": "4800000000", "unit": "USD",
            "of": "January-June", "when": "2024",
        },
        {"actor": "RUS", "says": "loan", "target": "KAZ", "amount": "5000000", "unit": "EUR", "when": "2023"},
        {"route": "instc", "says": "crosses", "target": "KAZ", "of": "eastern branch"},
    ]  # fmt: skip


def test_no_cell_is_taken_for_a_formula(held: Library) -> None:
    said = uranium("a")
    planted = structs.replace(said, evidence=structs.replace(said.evidence, quote="=1+1"))
    statement = group([planted], held.catalog)
    (row,) = csv.DictReader(io.StringIO(claims_csv(statement, Phrases(held.catalog), {}).decode("utf-8-sig")))
    assert row["sentence"] == "'=1+1"


def test_annotations_select_the_sentence_by_quote_and_position(held: Library, tmp_path: Path) -> None:
    page = json.loads(written(held, "annotations", tmp_path).read_text("utf-8"))
    recommended, own = page["@context"]
    assert recommended == "http://www.w3.org/ns/anno.jsonld"
    assert {"StoredText", "article", "describes"} == set(own)
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        article = held.reader(item["target"]["state"]["article"].rpartition(":")[2]).text
        assert article[position["start"] : position["end"]] == quote["exact"]


def test_the_guide_to_exports_tells_of_every_column() -> None:
    told = (RESOURCES / "help" / "exports.md").read_text("utf-8")
    assert [name for name in (*STATEMENTS, *CLAIMS) if f"`{name}`" not in told] == []


def test_the_map_is_geojson(held: Library, tmp_path: Path) -> None:
    found = json.loads(written(held, "geojson", tmp_path).read_text("utf-8"))
    shapes = {feature["geometry"]["type"] for feature in found["features"]}
    assert (found["type"], shapes, "crs" in found) == ("FeatureCollection", {"Point", "LineString"}, False)
    west, south, east, north = found["bbox"]
    for feature in found["features"]:
        points = feature["geometry"]["coordinates"]
        for longitude, latitude in points if feature["geometry"]["type"] == "LineString" else [points]:
            assert west <= longitude <= east
            assert south <= latitude <= north
    assert len({feature["id"] for feature in found["features"]}) == len(found["features"])
    told = {feature["id"]: feature["properties"] for feature in found["features"]}
    assert {"name", "name:ja", "name:ru", "name:kk"} <= set(told["place/Astana"])
    assert told["route/casa-1000/1"]["name:ru"] == "CASA-1000"
    assert set(told["route/casa-1000/1"]["names_formed"]) == {"ky", "tg", "prs", "ur"}
    assert "names_formed" not in told["place/Astana"]


def test_every_route_that_is_one_line_is_on_the_map(catalog: Catalog) -> None:
    drawn = {feature["id"].split("/")[1] for feature in json.loads(geojson(catalog))["features"]}
    assert [route.id for route in catalog.routes.values() if route.kind != "programme" and route.id not in drawn] == []


@given(st.lists(text, min_size=1, max_size=4))
def test_notes_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("notes")
    notes = [
        Note(f"n{number}", "KAZ", words, "2026-01-01T10:00:00Z", "2026-01-02") for number, words in enumerate(texts)
    ]
    for name, data in exchanged.files(notes, {"KAZ": "Қазақстан / Kazakhstan"}.__getitem__).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    found = exchanged.read(folder, lambda _: None)
    assert sorted(found, key=lambda note: note.id) == sorted(notes, key=lambda note: note.id)


def test_a_note_of_another_program_is_one_on_what_its_folder_is_called_after(held: Library, tmp_path: Path) -> None:
    for name in ("Kazakhstan", "Recipes"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rail.md").write_text("# Rail\n\nAsk about it.\n", "utf-8")
    found = exchanged.incoming(held, tmp_path)
    assert not isinstance(found, Problem)
    assert [(note.subject, note.text) for note in found.new] == [("KAZ", "# Rail\n\nAsk about it.\n")]
    assert exchanged.incoming(held, tmp_path) == found, "another reading gives the same note"


def test_what_cannot_be_written_is_told(held: Library, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert isinstance(export(held, "ris", tmp_path / "file" / "out.ris"), Problem)
