"""What has been reached in reading whole articles is not lost; the floors stand in tests/data/floors.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import floors, scoring
from tests.corpus import Tally
from tests.matching import Fields
from tests.scoring import Annotated, Marks

FOLDERS = [known for known in floors.load().set if known.folder]
SENTENCE = "Kazakhstan and Uzbekistan signed a treaty."
TREATY: Fields = {
    "kind": "event",
    "plover": "AGREE",
    "actor": ["KAZ", "UZB"],
    "target": [],
    "date": None,
    "evidence": SENTENCE,
}
QUOTE: Fields = {"kind": "quote", "speaker": "Sadyr Japarov", "evidence": SENTENCE}


@pytest.mark.parametrize("known", FOLDERS, ids=lambda known: known.name)
def test_as_much_is_read_of_articles_as_before(known: floors.Set) -> None:
    found = scoring.marks(known.path) if known.path.is_dir() else []
    if not found:
        pytest.skip(f"no annotated articles are in {known.folder} here")
    assert floors.load().fallen(known.name, scoring.table(found)) == {}
    assert sum(mark.fabricated for mark in found) == 0


def test_every_folder_of_our_own_articles_has_its_place_among_the_floors() -> None:
    own = {path.parent for path in (scoring.ROOT / "tests/data/whole").glob("*/*.txt")}
    assert own <= {known.path for known in FOLDERS}


def test_a_figure_below_its_floor_is_told() -> None:
    known = floors.Floors(0.01, [floors.Set("made up", floors={"all": {"recall": 0.76}, "event": {"f1": 0.8}})])
    assert known.fallen("made up", {"all": Tally(3, 0, 1, 0), "event": Tally(1, 0, 1, 0)}) == {"event f1": (0.667, 0.8)}
    assert floors.lines({"all": Tally(1, 1, 1, 1)}) == [
        "floors.all = { precision = 0.500, recall = 0.500, f1 = 0.500, full = 0.000 }"
    ]


def marked(gold: list[Fields], made: list[Fields]) -> Marks:
    status = {"rule": "a.rule", "modality": "done", "affirmed": True}
    article = Annotated("one", SENTENCE, gold, [{**claim, **status} for claim in made])
    return scoring._marks(article, scoring.own_judge())


def test_claims_of_rules_are_true_false_or_optional() -> None:
    verdicts = marked([TREATY, {**QUOTE, "optional": True}], [TREATY, QUOTE, QUOTE]).rules["a.rule"]
    assert (verdicts["true"], verdicts["false"], verdicts["optional"]) == (1, 1, 1)


def test_evidence_that_is_not_in_the_text_is_fabricated() -> None:
    assert marked([TREATY], [{**TREATY, "evidence": "Kazakhstan signed nothing."}]).fabricated == 1
    with pytest.raises(ValueError, match="does not have the evidence"):
        marked([{**TREATY, "evidence": "Nobody wrote this."}], [])


def test_a_date_whose_year_was_inferred_is_compared_without_it() -> None:
    dated = {**TREATY, "date": "2025-12-20", "year_inferred": True}
    for date, exact in ((None, 1), ("2024-12-20", 1), ("2025-12-19", 0)):
        tally = marked([dated], [{**TREATY, "date": date}]).tallies["event"]
        assert (tally.found, tally.loose) == (1, 1 - exact)


def test_evidence_that_overlaps_is_the_same() -> None:
    longer = {**TREATY, "evidence": f"{SENTENCE} It was long awaited."}
    tally = scoring._marks(Annotated("one", str(longer["evidence"]), [longer], [_made()]), scoring.own_judge()).tallies
    assert tally["event"].found == 1


def _made() -> Fields:
    return {**TREATY, "rule": "a.rule", "modality": "done", "affirmed": True}


def test_what_is_blind_or_set_aside_is_never_listed(tmp_path: Path) -> None:
    folders = [tmp_path / "blind", tmp_path / "open"]
    for folder in folders:
        folder.mkdir()
        for name in ("a1", f"{scoring.SET_ASIDE[0]}-x"):
            (folder / f"{name}.txt").write_text(f"{name} on a treaty\n\n{SENTENCE}\n", "utf-8")
            (folder / f"{name}.json").write_text('{"claims": []}', "utf-8")
    command = [sys.executable, "-m", "tests.gold", "--verbose", *map(str, folders)]
    told = subprocess.run(command, cwd=scoring.ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert told.stdout.count(SENTENCE) == 1
    assert "open, set aside" in told.stdout
