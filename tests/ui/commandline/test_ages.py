"""What `statements --json` tells of the age of a statement and of each of its values."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.commandline import main


def test_statements_tell_the_time_they_are_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ("--library", str(tmp_path / "library"))
    assert main(["check", *folder]) == 0
    capsys.readouterr()
    assert main(["statements", "--json", *folder]) == 0
    found = json.loads(capsys.readouterr().out)
    for statement in found:
        for told in (statement, *statement["values"]):
            assert (told["as_of"] is None) == (told["as_of_basis"] is None) == (told["age_days"] is None)
        assert statement["as_of"] in {value["as_of"] for value in statement["values"]}
    assert {statement["as_of_basis"] for statement in found} >= {"stated", "source"}
    assert any(statement["age_days"] > 365 for statement in found if statement["as_of"])
    assert any(statement["series"] for statement in found if statement["standing"] == "earlier")
