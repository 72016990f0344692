"""What was read in a sentence, put right on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.commandline import main

NEWS = """Uranium output

Silk News, 28 March 2025

Kazakhstan produced 21,112 tonnes of uranium in 2023.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the built-in articles and one more."""
    place = tmp_path_factory.mktemp("amending")
    (place / "output.txt").write_text(NEWS, "utf-8")
    assert main(["load", str(place / "output.txt"), "--library", str(place / "library")]) == 0
    return place / "library"


def run(folder: Path, *words: str) -> int:
    return main(["--library", str(folder), "amend", *words])


@pytest.fixture
def claim(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The id of the one claim of that article."""
    capsys.readouterr()
    assert main(["--library", str(folder), "statements", "--json"]) == 0
    told = [claim for one in json.loads(capsys.readouterr().out) for claim in one["claims"]]
    (found,) = {claim["id"] for claim in told if claim["path"] == "output.txt"}
    return str(found)


def test_what_was_read_is_shown_field_by_field(folder: Path, claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, claim) == 0
    sentence, told, *fields = capsys.readouterr().out.splitlines()
    assert (sentence, told) == (
        "“Kazakhstan produced 21,112 tonnes of uranium in 2023.”",
        "Kazakhstan produced 21,112 tonnes of uranium in 2023",
    )
    assert {"country      Kazakhstan", "value        21,112", "unit         tonne", "rank         none"} <= set(fields)


def test_it_is_put_right_followed_and_taken_back(folder: Path, claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, claim, "--set", "value=22,808", "--set", "Year=2022", "--set", "who says it=a ministry") == 0
    said = capsys.readouterr().out
    assert "22,808 tonnes of uranium in 2022 (corrected by hand) · according to a ministry" in said
    assert "read as: Kazakhstan produced 21,112 tonnes of uranium in 2023 (corrected by you on 20" in said
    assert main(["--library", str(folder), "search", "corrected", "hand"]) == 0
    assert "22,808" in capsys.readouterr().out
    assert main(["--library", str(folder), "statements", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (one,) = (each for statement in told for each in statement["claims"] if each["id"] == claim)
    assert one["content"]["year"] == 2022
    assert one["read"]["content"]["year"] == 2023
    assert one["amended"].startswith("20")
    assert [value["amended"] for each in told for value in each["values"] if "amended" in value] == ["corrected"]
    assert run(folder, claim, "--as-read", "--set", "unit=kt") == 0
    assert "21.112 million tonnes of uranium in 2023" in capsys.readouterr().out
    assert run(folder, claim, "--as-read") == 0
    assert "corrected" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--set", "country=Kazakstan"), "Did you mean Kazakhstan?"),
        (("--set", "value=much"), "“much” is no number"),
        (("--set", "yaer=2023"), "There is no such field here; there are country, resource, "),
        (("--set", "actor=Japan"), "actor: There is no such field here"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_changed(
    folder: Path, claim: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], why: str
) -> None:
    assert run(folder, claim, *words) == 1
    assert why in capsys.readouterr().err
    assert run(folder, claim) == 0
    assert "corrected" not in capsys.readouterr().out


def test_an_unknown_claim_and_a_field_without_text_are_told(
    folder: Path, claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "nothing") == 1
    assert "No claim has this id." in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(folder, claim, "--set", "year")
    assert "write FIELD=TEXT" in capsys.readouterr().err
