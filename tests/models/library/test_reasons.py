"""What explains a figure stays with its claim: in the store, in a file handed over, merged; and is checked there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from models.library import Library, archive
from models.library.contents import Contents, Held
from models.records import Claim, Evidence, Problem, Quantity, Resource, Standing, Step
from tests.models.library.test_library import CATALOG, step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.models.library.conftest import Made

FIGURE, WHY = "Kazakhstan produced 4 tonnes of uranium in 2023.", "The bureau counts only large mines."


def produced(tonnes: float) -> Resource:
    return Resource("KAZ", "uranium", "produces", None, Quantity(tonnes, "tonne"), 2023)


def explained(at: int = len(FIGURE) + 1, quote: str = WHY) -> Step:
    """An article with a figure and the sentence behind it, at this place."""
    made = step(f"{FIGURE} {WHY}", produced(4))
    assert made.article is not None
    why = Evidence(made.article.id, at, at + len(quote), quote)
    return replace(made, claims=tuple(replace(claim, why=why) for claim in made.claims))


OTHER = step("Kazakhstan produced 9 tonnes of uranium in 2023.", produced(9))


def reasons(library: Library) -> list[str]:
    """What the library tells of why sources disagree."""
    (statement,) = (told for told in library.statements() if told.standing is Standing.CONTESTED)
    return [sentence.quote for sentence in library.evidence(statement.id).why]


def bearing(library: Library) -> list[Claim]:
    return [claim for told in library.statements() for claim in told.claims if claim.why]


def test_it_is_told_where_sources_disagree_and_only_there(made: Made) -> None:
    library = made("one")
    library.add([explained()])
    (statement,) = library.statements()
    assert library.evidence(statement.id).why == ()
    library.add([OTHER])
    assert reasons(library) == [WHY]


def test_it_comes_back_from_the_disk_and_from_a_file(made: Made, tmp_path: Path) -> None:
    library = made("one")
    library.add([explained(), OTHER])
    before = bearing(library)
    assert before
    assert not isinstance(library.pack(tmp_path / "one.oxus", with_notes=False), Problem)
    other = made("two")
    other.merge(tmp_path / "one.oxus")
    assert (bearing(other), reasons(other)) == (before, [WHY])
    other.close()
    again = Library.open(tmp_path / "two", CATALOG)
    assert (bearing(again), reasons(again), again.check().sound) == (before, [WHY], True)
    again.close()


def test_what_the_user_corrects_keeps_it(made: Made) -> None:
    library = made("one")
    library.add([explained(), OTHER])
    (claim,) = bearing(library)
    library.correct_claim(claim.id, replace(claim.reading, content=produced(5)))
    (corrected,) = bearing(library)
    assert corrected.why == claim.why
    assert reasons(library) == [WHY]


@pytest.mark.parametrize(("at", "quote"), [(0, WHY), (len(FIGURE) + 1, "The bureau lies.")])
def test_one_that_stands_nowhere_is_no_part_of_a_library(made: Made, tmp_path: Path, at: int, quote: str) -> None:
    false = explained(at, quote)
    assert false.article is not None
    archive.write(Contents((Held(false.article, false.claims),), (), (), ()), tmp_path / "false.oxus")
    library = made("one")
    outcome = library.merge(tmp_path / "false.oxus")
    assert isinstance(outcome, Problem)
    assert "does not stand" in outcome.reason
    assert library.statements() == ()
    library.add([false])
    assert not library.check().sound
