"""Summaries from the command line: of anything, one or many, with what is asked for in them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.briefs import PARTS, Subject
from models.library import saved
from models.pages.ages import LIMITS
from tests.ui.commandline.test_commandline import one_line
from ui.commandline import main
from ui.commandline.arguments import NEWER, OLDER

EACH = "geopolitics: This is one summary; --each writes one for each of countries, commodities, routes."
SEVERAL = (
    "Trans-Caspian: Several names begin so. "
    "Did you mean Trans-Caspian International Transport Route or Trans-Caspian gas pipeline?"
)


Oxus = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def oxus(capsys: pytest.CaptureFixture[str]) -> Oxus:
    """The command line in this process, as a process of its own would answer."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        code = main(words)
        told = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, told.out, told.err)

    return run


def in_its_own_process(*words: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[3]
    return subprocess.run(
        [sys.executable, "main.py", *words], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_each_country_has_a_file_of_its_own(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    words = ("print", "KAZ", "TKM", "--each", "--pdf", str(tmp_path / "each"), "--parts", "profile,sources")
    done = oxus(*words, "--library", str(folder))
    assert (done.returncode, done.stderr.strip()) == (1, f"sources: No such part. There are {', '.join(PARTS)}.")
    words = (*words[:-1], "profile")
    done = oxus(*words, "--library", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"{tmp_path / 'each'}: 2 files."
    assert sorted(path.name for path in (tmp_path / "each").iterdir()) == ["Kazakhstan.pdf", "Turkmenistan.pdf"]


@pytest.mark.parametrize("name", ["uranium", "Middle Corridor", "geopolitics", "Yellow cake"])
def test_commodities_routes_tabs_and_views_can_be_printed(oxus: Oxus, folder: Path, tmp_path: Path, name: str) -> None:
    saved.save(folder, Subject("countries", ("KAZ",), words="uranium", title="Yellow cake"))
    out = tmp_path / "out.md"
    done = oxus("print", name, "--to", str(out), "--since", "2025-01-01", "--library", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert "2025" in out.read_text(encoding="utf-8")


def test_the_command_line_knows_the_limits_of_age_of_the_window() -> None:
    known = {*OLDER, *(f"-{limit}" for limit in NEWER)}
    assert known == {limit for limit in LIMITS if limit}


def test_what_is_older_or_not_is_printed_alone(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    told = {}
    for name, limit in (
        ("all", ()), ("old", ("--older-than", "2")), ("new", ("--not-older-than", "2")),
        ("undated", ("--older-than", "undated")),
    ):  # fmt: skip
        out = tmp_path / f"{name}.md"
        done = oxus("print", "KAZ", "--parts", "profile", "--to", str(out), *limit, "--library", str(folder))
        assert (done.returncode, done.stderr) == (0, "")
        told[name] = out.read_text(encoding="utf-8")
    rows = {name: {line for line in text.splitlines() if line.startswith("| ")} for name, text in told.items()}
    assert rows["old"]
    assert rows["new"]
    assert all(len(rows[name]) < len(rows["all"]) for name in ("old", "new", "undated"))
    assert "2 years" in told["old"].split("##")[0]
    with pytest.raises(SystemExit):
        oxus("print", "KAZ", "--to", str(tmp_path / "x.md"), "--older-than", "2", "--not-older-than", "2")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("uranium", "KAZ"), "uranium KAZ: Countries, resources and routes cannot stand in one summary."),
        (("KAZ", "--since", "May"), "May: No such day. Write it as 2026-01-31."),
        (("KAZ", "--since", "2999-01-01"), "2999-01-01: This day is still to come, so nothing can have changed since."),
        (("KAZ", "--language", "xx"), "xx: No such language. There are en, ja, ru."),
        (("Trans-Caspian",), SEVERAL),
        (("uranuim",), "uranuim: No such country, resource or route. Did you mean uranium?"),
        (("Narnia",), "Narnia: No such country, resource or route. `all` stands for the whole region."),
        (("geopolitics", "--each"), EACH),
        (("KAZ", "region"), "region: This stands for a whole summary; name nothing else beside it."),
    ],
)
def test_what_cannot_be_printed_is_said(
    oxus: Oxus, folder: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    done = oxus("--library", str(folder), "print", *words, "--pdf", str(tmp_path / "out.pdf"))
    assert (done.returncode, done.stderr.strip()) == (1, told)


def test_the_beginning_of_one_name_alone_stands_for_it(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    done = oxus("print", "uraniu", "--to", str(tmp_path / "out.md"), "--library", str(folder))
    assert done.stdout.startswith(f"{tmp_path / 'out.md'}: Uranium, ")


@pytest.mark.parametrize("words", [["all"], ["Region"], ["central", "asia"], ["middle", "corr"], ["Countries"]])
def test_a_subject_is_told_by_one_word_or_several(oxus: Oxus, folder: Path, tmp_path: Path, words: list[str]) -> None:
    done = oxus("print", *words, "--to", str(tmp_path / "out.md"), "--parts", "profile", "--library", str(folder))
    title = "Trans-Caspian International Transport Route" if words[0] == "middle" else "Central Asia"
    assert done.stdout.startswith(f"{tmp_path / 'out.md'}: {title}, ")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.docx", "--pdf writes a PDF, which ends in .pdf; for Word say --to {path}."),
        ("a.txt", "--pdf writes a PDF, which ends in .pdf; give it that ending."),
        ("none/a.pdf", "This cannot be written here (no such file or directory)."),
    ],
)
def test_what_would_be_no_pdf_is_refused(oxus: Oxus, folder: Path, tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / name
    done = oxus("print", "KAZ", "--pdf", str(path), "--library", str(folder))
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", f"{path}: {told.format(path=path)}")
    assert list(tmp_path.iterdir()) == []


def test_an_ending_that_no_form_has_is_told_once(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    done = oxus("print", "all", "--each", "--to", str(tmp_path / "out.txt"), "--library", str(folder))
    told = "A brief ends in .pdf, .docx, .odt, .md; for web pages give a folder without an ending."
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{tmp_path / 'out.txt'}: {told}\n")


@pytest.mark.parametrize(
    "words",
    [("print", "KAZ", "--pdf", "/"), ("print", "KAZ", "--pdf", "."), ("export", "ris", "/"), ("pack", ".")],
)
def test_a_folder_in_place_of_a_file_is_told_in_one_line(oxus: Oxus, folder: Path, words: tuple[str, ...]) -> None:
    done = oxus(*words, "--library", str(folder))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{words[-1]}: This cannot be written here (")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("print", "KAZ", "--to", "{}.docx"),
        ("print", "KAZ", "--to", "{}.md"),
        ("print", "KAZ", "--to", "{}"),
        ("export", "bibtex", "{}.bib"),
        ("export", "notes", "{}"),
        ("pack", "{}.oxus"),
    ],
)
def test_no_folder_is_made_that_was_not_asked_for(
    oxus: Oxus, folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    oxus("note", "KAZ", "Ask about the dam.", "--library", str(folder))
    *asked, out = (word.format(tmp_path / "none" / "out") for word in words)
    done = oxus(*asked, out, "--library", str(folder))
    told = f"{out}: This cannot be written here (no such file or directory)."
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, "", told)
    assert list(tmp_path.iterdir()) == []


def test_notes_that_are_left_out_are_told_with_the_way_to_put_them_in(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    place = ("--library", str(folder))
    oxus("note", "TJK", "Ask about the dam.", *place)
    asked = ("print", "TJK", "--to", str(tmp_path / "out.md"), *place)
    assert "left out: --notes puts" in one_line(oxus(*asked).stdout)
    assert "Ask about the dam." not in (tmp_path / "out.md").read_text("utf-8")
    assert "left out" not in oxus(*asked, "--notes").stdout
    assert "Ask about the dam." in (tmp_path / "out.md").read_text("utf-8")
    assert "left out" not in oxus("print", "UZB", "--parts", "profile", *asked[2:]).stdout


def test_that_nothing_has_changed_is_told(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    day = datetime.now(UTC).astimezone().date().isoformat()
    out = tmp_path / "out.md"
    done = oxus("print", "lithium", "--to", str(out), "--since", day, "--library", str(folder))
    assert "has been read: the newest source on this is of" in out.read_text("utf-8"), done


def test_a_broken_template_of_the_users_is_said_and_ours_is_used(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    own = folder / "templates" / "brief"
    own.mkdir(parents=True)
    (own / "brief.html").write_text("{% for %}", encoding="utf-8")
    done = oxus("print", "geopolitics", "--pdf", str(tmp_path / "out.pdf"), "--library", str(folder))
    shutil.rmtree(folder / "templates")
    assert done.returncode == 0
    assert done.stderr.startswith("brief.html: Your template (brief.html, line 1) cannot be used, so ours is:")
    assert (tmp_path / "out.pdf").stat().st_size > 10_000


@pytest.mark.parametrize("words", [("Kazakhstan",), ("all", "--notes", "--paper", "Letter")])
def test_a_summary_is_printed_without_a_display(folder: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    out = tmp_path / "out.pdf"
    done = in_its_own_process("print", *words, "--pdf", str(out), "--library", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert one_line(done.stdout).startswith(f"{out}: ")
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["out.docx", "out.odt", "out.md"])
def test_the_ending_tells_in_which_form_a_summary_is_written(
    oxus: Oxus, folder: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    done = oxus("print", "TKM", "--to", str(out), "--library", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert one_line(done.stdout).startswith(f"{out}: Turkmenistan, ")
    if name == "out.md":
        assert out.read_text("utf-8").startswith("# Turkmenistan")
        assert list(tmp_path.rglob("*.svg"))
    else:
        names = zipfile.ZipFile(out).namelist()
        assert any(name.endswith(".svg") for name in names)
        assert any(name.endswith(".png") for name in names) == (out.suffix == ".docx")


def test_without_an_ending_it_is_a_folder_of_web_pages(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = oxus("print", "TKM", "--to", str(out), "--library", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / "index.html").exists()
    assert [path.name for path in (out / "countries").iterdir()] == ["turkmenistan.html"]


def test_an_unknown_ending_is_told(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    done = oxus("print", "TKM", "--to", str(tmp_path / "out.pages"), "--library", str(folder))
    assert done.returncode == 1
    assert ".docx" in one_line(done.stderr)
    assert not list(tmp_path.iterdir())


def test_no_empty_summary_is_printed(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    done = oxus("--library", str(folder), "print", "Uganda", "--pdf", str(tmp_path / "out.pdf"))
    assert done.returncode == 1
    assert one_line(done.stderr) == "Uganda: No article in the library speaks of it, so nothing was printed."
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "part", "told"),
    [
        ("Uganda", "changes", "Uganda: No article in the library speaks of it, so nothing was printed."),
        ("gallium", "changes", "Gallium: Nothing has changed since {today}, so nothing was printed."),
        ("uranium", "relations", "Uranium: None of what was chosen is told of it, so nothing was printed."),
    ],
)
def test_why_a_summary_would_be_empty_is_told(
    oxus: Oxus, folder: Path, tmp_path: Path, name: str, part: str, told: str
) -> None:
    today = datetime.now().astimezone().date().isoformat()
    words = ("print", name, "--since", today, "--parts", part, "--to", str(tmp_path / "out.md"))
    done = oxus("--library", str(folder), *words)
    assert done.returncode == 1
    assert one_line(done.stderr) == told.format(today=today)


def test_a_pdf_that_cannot_be_written_is_told(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    done = oxus("print", "KAZ", "--pdf", str(tmp_path / "none" / "out.pdf"), "--library", str(folder))
    assert done.returncode == 1
    assert one_line(done.stderr)


def test_a_short_one_is_a_small_part_in_every_form(oxus: Oxus, folder: Path, tmp_path: Path) -> None:
    for ending in (".md", ".docx", ".odt", ".pdf"):
        for name, more in (("whole", ()), ("short", ("--short",))):
            done = oxus(
                "print", "kazakhstan", "--to", str(tmp_path / f"{name}{ending}"), "--library", str(folder), *more
            )
            assert (done.returncode, done.stderr) == (0, "")
    short, whole = ((tmp_path / f"{name}.md").read_text("utf-8") for name in ("short", "whole"))
    assert len(short) < len(whole) / 3
    assert "\n## In short\n" in short
    assert "\n## Transport routes\n" in whole
    assert "\n## Transport routes\n" not in short
    for ending in (".docx", ".odt", ".pdf"):
        assert (tmp_path / f"short{ending}").stat().st_size < (tmp_path / f"whole{ending}").stat().st_size
