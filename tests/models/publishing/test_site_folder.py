"""The folder of a site: a new one takes the place of the one before, and other files are left alone."""

from __future__ import annotations

from pathlib import Path

from models.publishing.site import write
from models.records import Problem


def test_a_site_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert write({"index.html": b"1", "a/b.html": b"2"}, folder) == 2
    (folder / "mine.txt").write_text("mine", "utf-8")
    assert write({"index.html": b"3"}, folder) == 1
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == [
        "contents.txt",
        "index.html",
        "mine.txt",
    ]
    assert (folder / "index.html").read_bytes() == b"3"


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    assert isinstance(write({"index.html": b"1"}, tmp_path), Problem)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    assert isinstance(write({"index.html": b"1"}, tmp_path / "thesis.txt"), Problem)


def test_a_list_of_contents_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "contents.txt").write_text(f"../thesis.txt\n{tmp_path / 'thesis.txt'}\n", "utf-8")
    write({"index.html": b"1"}, folder)
    assert (tmp_path / "thesis.txt").exists()
