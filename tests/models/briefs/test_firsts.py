"""What stands first in the tables and lists of a brief: amounts before shares, a country's own before its region's."""

from __future__ import annotations

from pathlib import Path

from models import briefs
from models.briefs import Subject
from models.catalog import Catalog
from models.library import Library
from models.records import Quantity, Relation, RouteFact
from tests.models.briefs.making import DAY, LAND, cells, made, step
from tests.models.briefs.test_rows import RAILWAY
from tests.models.making import claim


def test_a_share_of_something_stands_behind_the_amounts_and_is_not_left_out_for_them(
    catalog: Catalog, tmp_path: Path
) -> None:
    facts = [
        RouteFact(RAILWAY, "crosses", ("CHN", LAND)),
        RouteFact(RAILWAY, "carried", Quantity(80.0, "percent", "Kazakh oil exports"), 2024),
        RouteFact(RAILWAY, "carried", Quantity(2e6, "tonne"), 2024),
        RouteFact(RAILWAY, "carried", Quantity(1e6, "tonne"), 2023),
    ]
    library = Library.open(tmp_path / "library", catalog)
    library.add([step("a", [claim(fact, "a", quote=f"Sentence {n}.") for n, fact in enumerate(facts)])])

    def told(subject: Subject) -> list[str]:
        parts = briefs.make(library, subject, DAY).chapters[0].parts
        return [row[-1] for row in next(cells(part) for part in parts if part.id == "routes")]

    tonnes, share = "arried 2 million tonnes", "arried 80% of Kazakh oil exports"
    assert told(Subject("countries", (LAND,)))[0] == f"C{tonnes}; c{share}"
    assert told(Subject("routes", (RAILWAY,))) == [
        f"C{tonnes}",
        "Carried 1 million tonnes",
        f"C{share}",
        "Crosses China and Kazakhstan",
    ]


def test_a_countrys_own_relations_stand_before_all_those_of_its_region(catalog: Catalog, tmp_path: Path) -> None:
    whole = [Relation(code, "C5", "strategic partner") for code in ("CHN", "DEU", "IND", "ITA")]
    trade = Relation("CHN", "C5", "trade", 2025, quantity=Quantity(1e11, "USD"))
    claims = [claim(each, "a", quote=f"Sentence {at}.") for at, each in enumerate((*whole, trade))]
    claims.append(claim(Relation("JPN", LAND, "major investor"), "a", quote="Its own."))
    claims += [claim(whole[at], "b", quote=f"Another {at}.") for at in (1, 2)]
    texts = [entry.text for entry in made(catalog, tmp_path, claims, "relations").entries]
    names = [text.partition(" is ")[0].partition(":")[0] for text in texts]
    assert names[0] == "Japan"
    assert sorted(names[1:]) == ["China", "China and Central Asia", "Germany", "India", "Italy"]
