"""What is typed behind the name of the program: help, paper, library, and what is refused in one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.commandline.test_commandline import one_line
from ui.commandline import main
from ui.commandline.arguments import parser, understood
from ui.commandline.commands import COMMANDS

LONG = "a" * 300


@pytest.mark.parametrize("command", [command for command in COMMANDS if command])
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert f"main.py {command}" in said.split("Example:")[1]


@pytest.mark.parametrize(
    "words", [["unknown"], ["load"], ["print", "KAZ"], ["print", "KAZ", "--pdf", "x", "--paper", "A3"]]
)
def test_a_misused_command_is_told_in_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "--help" in one_line(capsys.readouterr().err)


@pytest.mark.parametrize(("typed", "paper"), [("letter", "Letter"), ("LETTER", "Letter"), ("a4", "A4"), ("A4", "A4")])
def test_a_paper_is_known_in_capitals_and_small_letters(typed: str, paper: str) -> None:
    assert understood(["print", "KAZ", "--pdf", "x", "--paper", typed]).paper == paper


def test_of_a_wrong_paper_those_are_told_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["print", "KAZ", "--pdf", "x", "--paper", "a3"])
    said = one_line(capsys.readouterr().err)
    assert "“a3”" in said
    assert "A4 and Letter" in said


def test_the_release_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert re.fullmatch(r"Oxus \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_help_uses_the_name_that_oxus_was_started_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OXUS_PROGRAM", "./run")
    with pytest.raises(SystemExit):
        main(["load", "--help"])
    told = capsys.readouterr().out
    assert "usage: ./run load" in told
    assert "  ./run load news/" in told


@pytest.mark.parametrize("words", [["--library", "x", "check"], ["check", "--library", "x"]])
def test_the_library_may_stand_before_or_after_the_command(words: list[str]) -> None:
    assert parser().parse_args(words).library == Path("x")


@pytest.mark.parametrize(
    "words",
    [["check", "--library", ""], ["load", " "], ["print", "", "--pdf", "x.pdf"], ["print", "KAZ", "--pdf", ""]],
)
def test_what_is_empty_is_refused(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "it is empty" in one_line(capsys.readouterr().err)


@pytest.mark.parametrize("before", [True, False])
def test_a_file_is_no_library(tmp_path: Path, capsys: pytest.CaptureFixture[str], *, before: bool) -> None:
    file = tmp_path / "region.oxus"
    file.write_text("no folder")
    told = ["--library", str(file)]
    with pytest.raises(SystemExit) as left:
        main([*told, "check"] if before else ["check", *told])
    assert left.value.code == 2
    assert f"{file} is a file: a library is a folder" in one_line(capsys.readouterr().err)
    assert file.read_text() == "no folder"


@pytest.mark.parametrize("words", [["check", "--library", LONG], ["merge", LONG], ["import-notes", LONG]])
def test_a_name_that_the_system_refuses_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "name too long" in one_line(capsys.readouterr().err)
