"""A contested statement in the window: which side has more sources, and the user's rank in all that is shown of it."""

from __future__ import annotations

import json

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLabel

from models import briefs
from models.library import Library
from models.pages.matching import tags
from models.records import (
    Article,
    Bibliography,
    Block,
    Claim,
    Commitment,
    Evidence,
    Money,
    Rank,
    Role,
    Standing,
    Statement,
    Step,
)
from models.text import digest
from tests.ui.finding import child
from ui.commandline import main
from ui.widgets.rows import RowList
from ui.window import MainWindow

WIRE = " ".join(f"The ministers talked about item {number} of the long agenda that day." for number in range(20))
TARGET = Commitment(("CHN",), ("TKM",), Money(4e9, "USD"), 5)
OTHER = structs.replace(TARGET, amount=Money(7e9, "USD"))


def step(text: str, content: Commitment) -> Step:
    key = digest(text)
    claim = Claim(f"{key}-1", content, Evidence(key, 0, 20, text[:20]), "rule")
    body = (Block(Role.BODY, 0, len(text)),)
    return Step(1, 1, "a.txt", Article(Bibliography(key, text[:30], "a.txt"), text, body), (claim,))


@pytest.fixture
def statement(library: Library) -> Statement:
    """Two independent articles for one sum, one of them printed twice; one for another sum."""
    texts = (f"Four billion, it was said. {WIRE}", f"It was four billion. {WIRE}", "Four billion dollars are promised.")
    library.add([*(step(text, TARGET) for text in texts), step("Seven billion dollars are promised.", OTHER)])
    return next(found for found in library.statements() if {OTHER, TARGET} == {v.content for v in found.variants})


def asides(window: MainWindow) -> list[str]:
    rows = child(window.evidence, RowList)
    assert isinstance(rows, RowList)
    return [row.aside for row in rows.rows() if row.heading]


def listed(library: Library, capsys: pytest.CaptureFixture[str], statement: str) -> dict[str, object]:
    assert main(["statements", "--json", "--library", str(library.folder)]) == 0
    (found,) = (item for item in json.loads(capsys.readouterr().out) if item["id"] == statement)
    assert isinstance(found, dict)
    return found


def told(window: MainWindow) -> list[str]:
    """What the labels above the evidence say."""
    return [label.text() for label in window.evidence.findChildren(QLabel)]


def printed(library: Library) -> tuple[briefs.Row, list[briefs.Value]]:
    """The row among the commitments, and the sides where it is contested."""
    brief = briefs.make(
        library, briefs.Subject("countries", ("TKM",)), "2026-01-01", briefs.Options(("contested", "commitments"))
    )
    parts = {part.id: part for part in brief.chapters[0].parts}
    row = next(row for row in parts["commitments"].table.rows if row.cells[0] == "China → Turkmenistan")
    entries = parts["contested"].entries if "contested" in parts else ()
    return row, [value for entry in entries if "China commits" in entry.text for value in entry.values]


def test_the_better_supported_side_is_told(window: MainWindow, library: Library, statement: Statement) -> None:
    window.way.show_evidence(statement.id)
    assert asides(window) == ["2 sources in 3 articles · most independent sources", "1 source"]
    (line,) = library.lines([statement.id])
    assert "more independent sources say this, 2 against 1" in line.detail
    assert (line.articles, line.sources) == (4, 3)


def test_a_rank_set_in_the_window_is_followed_everywhere_and_can_be_undone(
    window: MainWindow, library: Library, statement: Statement, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (statement.standing, len(printed(library)[1])) == (Standing.CONTESTED, 2)
    window.way.show_evidence(statement.id)
    rows = child(window.evidence, RowList)
    assert isinstance(rows, RowList)
    less = next(s for s in library.evidence(statement.id).sentences if s.variant == 1)
    rows.select(less)
    window.menus["prefer"].trigger()
    assert any("preferred" in aside for aside in asides(window))
    (line,) = library.lines([statement.id])
    assert "7 billion" in line.text
    assert line.text in told(window)
    assert "against" not in line.detail
    assert ["7 billion" in side.text for side in line.variants] == [True, False]
    assert [(side.rank, side.sources) for side in line.variants] == [(Rank.PREFERRED, 1), (Rank.NORMAL, 2)]
    assert "preferred by you" in tags(line)
    found = listed(library, capsys, statement.id)
    assert (found["standing"], found["rank"]) == ("single", "preferred")
    values = found["values"]
    assert isinstance(values, list)
    assert [(value["rank"], value["sources"], value["articles"]) for value in values] == [
        ("preferred", 1, 1),
        ("normal", 2, 3),
    ]
    row, sides = printed(library)
    assert "7 billion" in row.cells[1]
    assert (sides, len(row.numbers)) == ([], 1)
    assert row.label.startswith("preferred by hand; elsewhere: ")
    assert row.label.endswith("US$4 billion to Turkmenistan over five years (2 sources)")
    window.session.deeds.undo()
    assert not any("preferred" in aside for aside in asides(window))
    (line,) = library.lines([statement.id])
    assert "7 billion" not in line.text
    assert line.text in told(window)
    assert listed(library, capsys, statement.id)["standing"] == "contested"
    window.session.deeds.redo()
    assert listed(library, capsys, statement.id)["rank"] == Rank.PREFERRED.value
