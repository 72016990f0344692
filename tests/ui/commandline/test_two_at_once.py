"""Two at one library: who only reads hinders nobody, who would write is told why that cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.library import Library
from tests.ui.commandline.test_commandline import one_line, run
from ui.commandline.opening import OPEN_ELSEWHERE

WRITING = [["note", "KAZ", "x"], ["load", "{article}"], ["merge", "{other}"], ["import-notes", "{other}"]]
READING = [
    ["statements"], ["search", "uranium"], ["check"], ["pack", "{out}"], ["export", "ris", "{out}"],
    ["print", "KAZ", "--to", "{out}.md"],
]  # fmt: skip


def filled(words: list[str], article: Path, other: Path) -> list[str]:
    return [word.format(article=article, other=other, out=article.parent / "out") for word in words]


@pytest.mark.parametrize("words", WRITING)
def test_a_library_in_use_is_not_written(
    folder: Path, article: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:  # fmt: skip
    other = tmp_path_factory.mktemp("other") / "library"
    shutil.copytree(folder, other)
    library = Library.open(folder)
    assert run(folder, *filled(words, article, other)) == 1
    assert "Another Oxus has this library open" in one_line(capsys.readouterr().err)
    library.close()


@pytest.mark.parametrize("words", READING)
def test_who_only_reads_says_nothing_of_others_and_locks_nothing(
    folder: Path, article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setattr("models.store.folder.take", lambda _: pytest.fail("the lock was taken"))
    assert run(folder, *filled(words, article, folder)) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["load", "/none"], "/none: There is no such file."),
        (["note", "Kazahstan", "x"], "Did you mean Kazakhstan?"),
        (["merge", "/none"], "/none: There is no such file."),
        (["import-notes", "/none"], "/none: There is no such folder."),
    ],
)
def test_a_wrong_name_is_told_also_where_nothing_can_be_written(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    library = Library.open(folder)
    assert run(folder, *words) == 1
    assert capsys.readouterr().err.splitlines()[0].endswith(told)
    library.close()


def test_a_library_that_is_still_being_filled_is_not_taken_for_an_empty_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library.open(tmp_path / "new")
    assert run(tmp_path / "new", "statements") == 1
    assert one_line(capsys.readouterr().err).endswith(OPEN_ELSEWHERE)
    library.close()
