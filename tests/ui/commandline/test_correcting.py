"""An article corrected on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.corrections import FIELDS
from ui.commandline import main
from ui.commandline.arguments import parser

NEWS = """Ministers meet on gas

Slik News, 28 March 2019

Kazakhstan and Uzbekistan signed an agreement on gas on 20 March. Kazakhstan hosted the talks in Astana.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the built-in articles and one more."""
    place = tmp_path_factory.mktemp("correcting")
    (place / "gas.txt").write_text(NEWS, "utf-8")
    assert main(["load", str(place / "gas.txt"), "--library", str(place / "library")]) == 0
    return place / "library"


def run(folder: Path, *words: str) -> int:
    return main(["--library", str(folder), "correct", *words])


def dated(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The day of the agreement."""
    capsys.readouterr()
    assert main(["--library", str(folder), "statements", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    return next(one for one in told if one["claims"][0]["path"] == "gas.txt" and "AGREE" in one["key"])["as_of"]


@pytest.mark.parametrize("called", ["gas.txt", "news/gas.txt", "../other/gas.txt"])
def test_what_is_known_is_shown_without_any_change(
    folder: Path, capsys: pytest.CaptureFixture[str], called: str
) -> None:
    assert run(folder, called) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [
        "title      Ministers meet on gas",
        "publisher  Slik News",
        "date       2019-03-28",
        "byline     none",
        "address    none",
    ]


def test_a_correction_is_kept_followed_and_taken_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "Ministers meet on gas", "--date", "22 March 2021", "--publisher", "Silk News") == 0
    said = capsys.readouterr().out
    assert "publisher  Silk News (your correction; found: Slik News)" in said
    assert "date       2021-03-22 (your correction; found: 2019-03-28)" in said
    assert dated(folder, capsys) == "2021-03-20"
    assert run(folder, "gas.txt", "--as-found", "date", "--as-found", "publisher") == 0
    assert "your correction" not in capsys.readouterr().out
    assert dated(folder, capsys) == "2019-03-20"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("gas.txt", "--date", "31 February 2021"), "There is no such day as 31 February 2021."),
        (("gas.txt", "--date", "2081"), "2081 lies in the future"),
        (("gas.txt", "--title", " "), "An article needs a title."),
        (("gas.txt", "--address", "gas"), "is no address"),
        (("nothing like it",), "No article is called so."),
        (("Ministers met gas", "--date", "2021"), "Did you mean"),
    ],
)
def test_what_cannot_be_is_told_in_a_line_and_nothing_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], why: str
) -> None:
    assert run(folder, *words) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert why in line
    run(folder, "gas.txt")
    assert "your correction" not in capsys.readouterr().out


def test_the_fields_are_called_as_in_the_window() -> None:
    taken_back = [word for name in FIELDS.values() for word in ("--as-found", name)]
    assert parser().parse_args(["correct", "x", *taken_back]).as_found == list(FIELDS.values())
