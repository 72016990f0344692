"""One file to one Article, and the hostile corpus: each file is refused with a plain reason or read, never more."""

from __future__ import annotations

import os
import sys
import time
import zipfile
from pathlib import Path

import msgspec
import pytest

from models.formats import READERS
from models.intake import Limits, read_file, shown
from models.records import Article, Problem, Role
from models.text import canonical, digest

PACT = "A pact on water\n\nThe two states agreed on Friday to share the river.\n"


def reason(path: Path, limits: Limits | None = None) -> str:
    """Why the file was refused."""
    refused = read_file(path, limits)
    assert isinstance(refused, Problem)
    assert refused.subject == shown(path.name)
    assert refused.reason.endswith(".")
    assert "\n" not in refused.reason
    return refused.reason


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_an_article_is_filed_under_the_hash_of_its_text(tmp_path: Path) -> None:
    article = read_file(write(tmp_path / "pact.txt", PACT), added="2025-12-20T10:00:00Z", builtin=True)
    assert isinstance(article, Article)
    facts = article.bibliography
    assert article.text == canonical(PACT)
    assert facts.id == digest(article.text)
    assert (facts.title, facts.origin, facts.language) == ("A pact on water", "pact.txt", "en")
    assert (facts.added, facts.builtin, facts.published, facts.publisher) == ("2025-12-20T10:00:00Z", True, None, None)
    assert [block.role for block in article.blocks] == [Role.TITLE, Role.BODY]


def test_line_ends_marks_and_formats_do_not_change_the_identity(tmp_path: Path) -> None:
    files = [
        write(tmp_path / "a.txt", PACT),
        write(tmp_path / "b.TXT", b"\xef\xbb\xbf" + PACT.replace("\n", "\r\n").encode()),
        write(tmp_path / "c.text", PACT.encode("utf-16")),
        write(tmp_path / "d.md", "# " + PACT),
    ]
    articles = [read_file(file) for file in files]
    assert len({article.id for article in articles if isinstance(article, Article)}) == 1


def test_a_text_without_a_title_is_called_by_its_file(tmp_path: Path) -> None:
    article = read_file(write(tmp_path / "river notes.txt", "The two states agreed to share the river.\n"))
    assert isinstance(article, Article)
    assert article.bibliography.title == "river notes"


def test_an_article_survives_the_way_to_another_process(tmp_path: Path) -> None:
    article = read_file(write(tmp_path / "pact.txt", PACT))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(article), type=Article) == article


# --- what is no document --------------------------------------------------------------------------------------------


def test_missing_empty_and_blank_files(tmp_path: Path) -> None:
    assert reason(tmp_path / "missing.txt") == "There is no such file."
    assert reason(write(tmp_path / "a.txt", "x") / "below.txt") == "There is no such file."
    assert reason(write(tmp_path / "empty.txt", "")) == "The file is empty."
    for blank in (" \n\t\r\n" * 10, "\x00" * 1000, "\ufeff", "\u200b\u202e\n", "-- \n ***"):
        assert reason(write(tmp_path / "blank.txt", blank)) == "The file holds no text."


def test_folders_and_unknown_formats(tmp_path: Path) -> None:
    assert reason(tmp_path) == "This is a folder, not a file."
    assert reason(write(tmp_path / "a.docx", "x")).startswith("This is not a format that Oxus reads (")
    assert reason(write(tmp_path / "noending", "x")).startswith("This is not a format that Oxus reads (")
    assert reason(write(tmp_path / "a.pdf", "x")).endswith("save it as text first.")


@pytest.mark.parametrize("text", ["hello", "Gas up 3%", "<p>hello"])
def test_a_word_or_two_without_a_sentence_are_no_article(tmp_path: Path, text: str) -> None:
    assert reason(write(tmp_path / "short.txt", text)).startswith("The text is too short to read anything from")
    assert isinstance(read_file(write(tmp_path / "short.txt", "Gas is up.")), Article)


def test_the_readme_names_what_is_read(root: Path) -> None:
    told = (root / "README.md").read_text(encoding="utf-8")
    assert [ending for ending in READERS if f"`{ending}`" not in told] == []


@pytest.mark.parametrize("opening", ["<!doctype html>\n<html lang='en'>", "\ufeff\n<HTML>", "<!-- saved -->\n<html>"])
@pytest.mark.parametrize("name", ["page.txt", "page.md"])
def test_a_web_page_is_read_as_one_whatever_it_is_called(tmp_path: Path, name: str, opening: str) -> None:
    script = "<script>var x = 'The two states share nothing.';</script>"
    page = f"{opening}<head><title>A pact on water</title>{script}</head><body><article><h1>A pact on water</h1><p>"
    words = "The two states agreed on Friday to share the river, and said so in a long statement to the press. " * 3
    article = read_file(write(tmp_path / name, f"{page}{words}</p></article></body></html>"))
    assert isinstance(article, Article)
    assert article.bibliography.title == "A pact on water"
    assert "<" not in article.text
    assert "share nothing" not in article.text


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes and such links are files of Unix")
def test_pipes_devices_and_links_in_a_circle_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "This is a device or a pipe, not a file."
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert reason(tmp_path / "zero.txt") == "This is a device or a pipe, not a file."
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert reason(tmp_path / "loop.txt") == "The file is a link that leads back to itself."


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "secret.txt", PACT).chmod(0)
    assert reason(tmp_path / "secret.txt") == "You have no permission to read the file."


def test_an_error_of_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path / "a.txt", PACT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(file) == "You have no permission to read the file."


def test_impossible_names(tmp_path: Path) -> None:
    assert reason(tmp_path / "a\x00b.txt") == "This is not a possible file name."
    assert reason(tmp_path / ("n" * 5000 + ".txt")) == "The file name is too long."


def test_names_are_shown_with_their_hidden_characters_visible() -> None:
    assert shown("a\nb\x1b[31m.txt") == "a\\nb\\x1b[31m.txt"
    assert shown("cod\u202etxt.exe") == "cod\\u202etxt.exe"
    assert shown("bad\udcff.txt") == "bad\\udcff.txt"
    assert shown("Қазақстан – 日本.txt") == "Қазақстан – 日本.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_with_a_line_end_is_escaped_in_article_and_problem(tmp_path: Path) -> None:
    article = read_file(write(tmp_path / "a\nb.txt", PACT))
    assert isinstance(article, Article)
    assert article.bibliography.origin == "a\\nb.txt"
    assert reason(write(tmp_path / "c\rd.txt", "")) == "The file is empty."


# --- what is too much -----------------------------------------------------------------------------------------------


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as sparse:
        sparse.truncate(50 * 1024 * 1024 + 1)
    start = time.process_time()
    assert reason(file) == "The file is larger than 50 MB."
    assert time.process_time() - start < 0.5
    with file.open("r+b") as sparse:
        sparse.truncate(50 * 1024 * 1024)
    assert "50 MB" not in reason(file)


@pytest.mark.parametrize("unit", ["a\n", "w", ". ", "-\n", "Dec. 5 "], ids=ascii)
def test_a_megabyte_of_anything_is_read_or_refused_soon(tmp_path: Path, unit: str) -> None:
    start = time.process_time()
    result = read_file(write(tmp_path / "long.txt", "A title\n" + unit * (1_000_000 // len(unit))))
    assert time.process_time() - start < 15
    assert isinstance(result, Article | Problem)


def test_more_bytes_than_any_article_has_are_refused_before_they_are_decoded(tmp_path: Path) -> None:
    file = write(tmp_path / "long.txt", b"word " * 2_097_153)
    start = time.process_time()
    assert reason(file) == "The file is larger than 10 MB, which no article is."
    assert time.process_time() - start < 1


def test_one_line_of_ten_megabytes_is_refused(tmp_path: Path) -> None:
    start = time.process_time()
    assert reason(write(tmp_path / "line.txt", "word " * 1_999_999)) == (
        "The text is longer than 2 million characters, which no article is."
    )
    assert time.process_time() - start < 10


def test_limits_are_settings(tmp_path: Path) -> None:
    file = write(tmp_path / "pact.txt", PACT)
    assert reason(file, Limits(file_bytes=10)).startswith("The file is larger than")
    assert "which no article is" in reason(file, Limits(text_characters=20))


# --- what is not what it seems --------------------------------------------------------------------------------------


def test_a_zip_archive_by_another_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.txt", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", "0" * 1_000_000)
    assert reason(tmp_path / "bomb.txt") == "The file is not text: it is a ZIP archive or an office document."


def test_random_bytes_by_the_name_of_a_text(tmp_path: Path) -> None:
    data = bytes((i * 7919 + i // 256) % 256 for i in range(50_000))
    assert reason(write(tmp_path / "noise.txt", data)) == "The file is not text: it holds binary data."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read(tmp_path: Path, encoding: str) -> None:
    article = read_file(write(tmp_path / "wide.txt", PACT.encode(encoding)))
    assert isinstance(article, Article)
    assert article.text == canonical(PACT)


@pytest.mark.parametrize("strange", ["\x00", "\ufffe", "\u202e", "\u2067", "\x07", "\x1b[2J"], ids=ascii)
def test_strange_characters_leave_no_trace_that_can_mislead(tmp_path: Path, strange: str) -> None:
    article = read_file(write(tmp_path / "a.txt", PACT.replace("states", f"sta{strange}tes")))
    assert isinstance(article, Article)
    assert strange not in article.text
    assert "on Friday" in article.text


def test_lone_surrogates_are_replaced(tmp_path: Path) -> None:
    data = PACT.replace("states", "sta\ud83dtes").encode("utf-8", "surrogatepass")
    article = read_file(write(tmp_path / "a.txt", data))
    assert isinstance(article, Article)
    assert "sta\ufffdtes" in article.text
