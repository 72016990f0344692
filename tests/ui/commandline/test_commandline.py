"""The command line as a user types it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from models.catalog import RESOURCES
from models.library import Library
from ui.commandline import main
from ui.commandline.arguments import parser

LONG = "a" * 300


def run(folder: Path, *words: str) -> int:
    return main(["--library", str(folder), *words])


def one_line(text: str) -> str:
    """The only line of an error message."""
    (line,) = text.splitlines()
    return line


# --- articles ---------------------------------------------------------------------------------------------------------


def test_files_are_loaded_once(folder: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "load", str(article)) == 0
    given, total = capsys.readouterr().out.splitlines()
    assert re.fullmatch(re.escape(f"{article}: ") + r"\d claims", given)
    assert total.startswith("1 new article with ")
    assert main(["load", str(article), "--library", str(folder)]) == 0
    given, total = capsys.readouterr().out.splitlines()
    assert (given, total) == (
        f"{article}: Already in the library",
        "0 new articles with 0 claims, 1 already known, 0 refused.",
    )


def test_a_refused_file_is_named_and_the_others_are_kept(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Kazakhstan has uranium, and Tajikistan has silver.", "utf-8")
    assert run(folder, "load", str(tmp_path / "missing.txt"), str(other)) == 1
    said = capsys.readouterr()
    assert "missing.txt" in one_line(said.err)
    assert said.out.splitlines()[-1].startswith("1 new")


def test_of_a_folder_other_files_are_passed_over_in_one_line_but_a_named_one_is_refused(
    folder: Path, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "article.txt").write_bytes(article.read_bytes())
    for name in ("map.png", "map-2.png", "table.xlsx", ".DS_Store", "LICENSE"):
        (given / name).write_bytes(b"x")
    assert run(folder, "load", str(given)) == 0
    said = capsys.readouterr()
    assert f"{given}: 4 files of other kinds passed over (.png, .xlsx, no ending)" in said.out.splitlines()
    assert "0 refused, 4 files of other kinds passed over." in said.out.splitlines()[-1]
    assert run(folder, "read", str(given)) == 0
    assert "4 files of other kinds passed over" in one_line(capsys.readouterr().err)
    assert run(folder, "load", str(given), str(given / "map.png")) == 1
    assert "not a format" in one_line(capsys.readouterr().err)


def test_reading_stores_nothing(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "untouched", "read", "--json", str(article)) == 0
    (read,) = json.loads(capsys.readouterr().out)
    assert read["path"] == str(article)
    assert {"title", "published", "language", "about_region", "claims"} <= set(read)
    assert read["claims"]
    for claim in read["claims"]:
        assert article.read_text("utf-8").strip()[claim["start"] : claim["end"]] == claim["evidence"]
        assert claim["rule"]
    assert not (tmp_path / "untouched").exists()


def test_reading_for_people(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "read", str(article)) == 0
    assert "Kazakhstan: world's largest producer of uranium" in capsys.readouterr().out


def test_an_article_is_explained_with_the_users_own_rules(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.toml").write_text(
        '[[rule]]\nid = "relation.rich"\nkind = "relation"\npatterns = ["{a:state} .. rich in"]\n'
        'gives = { a = "a", b = "none", relation = "rich" }',
        "utf-8",
    )
    (rules / "other.toml").write_text("= broken", "utf-8")
    assert run(tmp_path, "explain", str(article), "--rule", "relation.rich") == 0
    told = capsys.readouterr()
    assert told.out.startswith("relation.rich\n")
    assert "no claim     relation.rich: it lacks a part" in told.out
    assert "other.toml: This file of rules cannot be read" in one_line(told.err)
    assert run(tmp_path, "explain", str(tmp_path / "none.txt")) == 1
    assert "There is no such file." in capsys.readouterr().err.splitlines()[-1]


def test_explaining_opens_and_makes_no_library(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = tmp_path / "data" / "library"
    monkeypatch.setattr("ui.commandline.opening.usual_folder", lambda: usual)
    monkeypatch.setattr(Library, "open", lambda *_, **__: pytest.fail("a library was opened"))
    assert main(["explain", str(article)]) == 0
    assert "CLAIM" in capsys.readouterr().out
    assert not usual.parent.exists()


# --- what the library says --------------------------------------------------------------------------------------------


def test_statements_carry_their_claims(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "statements", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found
    for statement in found:
        assert {"kind", "key", "standing", "rank", "values", "claims"} <= set(statement)
        assert sorted(claim for value in statement["values"] for claim in value["claims"]) == sorted(
            claim["id"] for claim in statement["claims"]
        )
        assert all({"path", "evidence", "start", "end"} <= set(claim) for claim in statement["claims"])


def test_statements_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "statements") == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("Kazakhstan: world's largest producer of uranium [corroborated") for line in lines)
    assert any(line.endswith("[contested, 1 of 2 sources]") for line in lines)


def test_words_are_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "search", "uranium", "--json") == 0
    hits = json.loads(capsys.readouterr().out)
    assert {hit["kind"] for hit in hits} == {"statement", "article"}
    assert all(hit["standing"] and hit["sources"] for hit in hits if hit["kind"] == "statement")
    assert run(folder, "search", "uranium") == 0
    assert "(statement, single, 1 source)" in capsys.readouterr().out
    assert run(folder, "search", "nowhereatall") == 0
    assert capsys.readouterr().out == ""
    assert run(folder, "search", "uranium", "nowhereatall") == 0
    shown = capsys.readouterr()
    assert "(statement, single, 1 source)" in shown.out
    assert shown.err == "Nothing has all of these words. What has most of them is shown.\n"


def test_check_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "check") == 0
    assert ", 0 not." in capsys.readouterr().out


def test_check_tells_of_a_damaged_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "check") == 0
    next((tmp_path / "texts").rglob("*.txt")).write_text("something else")
    capsys.readouterr()
    assert run(tmp_path, "check") == 1
    assert capsys.readouterr().err


# --- notes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Uzbekistan", "uzb", "Oʻzbekiston"])
def test_a_note_is_written(folder: Path, name: str) -> None:
    text = f"Written for {name}"
    assert run(folder, "note", name, text) == 0
    library = Library.open(folder)
    assert text in [note.text for note in library.notes("UZB")]
    library.close()


def test_an_unknown_country_gets_the_nearest_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "note", "Kazahstan", "x") == 1
    assert "Kazakhstan" in one_line(capsys.readouterr().err)


def test_an_empty_note_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "note", "Kazakhstan", "  ") == 1
    assert one_line(capsys.readouterr().err)


def test_a_note_that_is_saved_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "note", "kaz", "Ask about the dam.") == 0
    assert one_line(capsys.readouterr().out) == "A note on Kazakhstan is saved."


# --- exchange ---------------------------------------------------------------------------------------------------------


def test_sources_are_exported(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "export", "ris", str(tmp_path / "sources.ris")) == 0
    assert "Sources as RIS, 1 file." in one_line(capsys.readouterr().out)
    assert (tmp_path / "sources.ris").read_bytes().startswith(b"TY  - ")


def test_notes_go_out_and_come_back(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "note", "Tajikistan", "# Dam\n\nAsk about it.") == 0
    assert run(folder, "export", "notes", str(tmp_path / "notes")) == 0
    out = str(tmp_path / "some.csv")
    assert run(folder, "export", "statements-csv", out, "--on", "Tajikistan") == 0
    assert run(folder, "export", "statements-csv", out, "--on", "Nowhere") == 1
    assert run(folder, "export", "ris", out, "--on", "Tajikistan") == 1
    assert run(tmp_path / "other", "import-notes", str(tmp_path / "notes")) == 0
    library = Library.open(tmp_path / "other")
    assert "# Dam\n\nAsk about it." in [note.text for note in library.notes("TJK")]
    library.close()
    capsys.readouterr()
    assert run(tmp_path / "other", "import-notes", str(tmp_path / "notes")) == 0
    assert "0 notes taken" in (said := one_line(capsys.readouterr().out))
    assert "here already" in said
    assert run(tmp_path / "other", "import-notes", str(tmp_path / "nowhere")) == 1
    assert "There is no such folder." in capsys.readouterr().err


# --- the program ------------------------------------------------------------------------------------------------------


def test_a_library_is_packed_and_merged(
    folder: Path, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder, "load", str(article))
    run(folder, "note", "KAZ", "Ask about the dam.")
    capsys.readouterr()
    assert run(folder, "pack", str(tmp_path / "a.oxus")) == 0
    assert run(folder, "pack", str(tmp_path / "b.oxus"), "--notes") == 0
    bare, noted = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r".*a\.oxus: [\d,]+ articles with [\d,]+ claims\.", bare)
    assert noted.endswith(" 1 note.") or noted.endswith(" notes.")
    other = tmp_path / "other"
    assert run(other, "merge", str(tmp_path / "a.oxus")) == 0
    assert re.search(r"a\.oxus: \d+ articles? with \d+ claims? added\.$", capsys.readouterr().out.strip())
    assert run(other, "merge", str(folder)) == 0
    assert re.search(r": \d+ notes? added\.$", capsys.readouterr().out.strip())
    assert run(other, "search", "dam") == 0
    assert "(note)" in capsys.readouterr().out


def test_what_is_no_library_is_not_merged(folder: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "merge", str(article)) == 1
    assert one_line(capsys.readouterr().err).endswith("so nothing was taken from it.")
    assert run(folder, "merge", str(article.parent)) == 1
    assert "no library" in one_line(capsys.readouterr().err)


def test_a_sentence_is_named_by_a_number(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["explain", str(article), "--sentence", "first"])
    assert "argument --sentence: “first” is not a number from 1" in one_line(capsys.readouterr().err)


def test_making_a_library_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "new", "check") == 0
    assert f"A new library is made in {tmp_path / 'new'}." in capsys.readouterr().err
    assert run(tmp_path / "new", "check") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", ["check", "statements"])
def test_looking_into_a_folder_of_other_files_leaves_it_alone(
    article: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(article.parent, command) == 1
    assert "holds other files and no library" in one_line(capsys.readouterr().err)
    assert list(article.parent.iterdir()) == [article]


def test_finding_nothing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "search", "xylophone") == 0
    printed = capsys.readouterr()
    assert (printed.out, one_line(printed.err)) == ("", "Nothing was found.")
    assert run(folder, "search", "uraniun") == 0
    assert one_line(capsys.readouterr().err) == "Nothing was found. Did you mean uranium?"


def test_no_command_means_the_window() -> None:
    options = parser().parse_args(["--quit-after-first-paint"])
    assert (options.command, options.quit_after_first_paint, options.library) == ("", True, None)


def test_who_has_read_enough_may_go(folder: Path, root: Path) -> None:
    command = [sys.executable, str(root / "main.py"), "statements", "--json", "--library", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 1


def test_commands_do_not_load_qt(root: Path, folder: Path) -> None:
    script = (
        "import sys; from ui.commandline import main;"
        f"main(['check', '--library', {str(folder)!r}]);"
        "sys.exit(any(name.startswith(('PySide6', 'pyqtgraph', 'babel')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0


def test_the_built_in_articles_are_there_at_once(folder: Path) -> None:
    library = Library.open(folder)
    expected = len(list((RESOURCES / "articles").glob("*.md")))
    assert sum(row.builtin for row in library.articles().rows) == expected > 0
    library.close()


def test_a_broken_file_of_the_users_own_is_told_by_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine.toml").write_text("= broken", "utf-8")
    assert run(tmp_path, "check") == 1
    assert "mine.toml: This file of rules cannot be read" in one_line(capsys.readouterr().err)
