from __future__ import annotations

from pathlib import Path

import pytest

from models.catalog.entries import Commodity
from models.catalog.tables import merge, read_table

BUILT_IN = """
[copper]
group = "metals"
names = {en = "copper", ru = "медь"}
also = {en = ["refined copper"]}

[wheat]
group = "farm"
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A folder with the built-in table, and an empty one of the user."""
    below, above = tmp_path / "below", tmp_path / "above"
    below.mkdir()
    above.mkdir()
    (below / "commodities.toml").write_text(BUILT_IN, encoding="utf-8")
    return below, above


def write(folder: Path, text: str) -> None:
    (folder / "commodities.toml").write_text(text, encoding="utf-8")


def test_later_folder_extends_words_and_overrides_the_rest(folders: tuple[Path, Path]) -> None:
    write(folders[1], '[copper]\ngroup = "ores"\nalso = {en = ["red metal"], ja = ["銅"]}\n[tin]\ngroup = "metals"\n')
    found, problems = read_table("commodities", Commodity, folders, None)
    assert problems == ()
    assert list(found) == ["copper", "wheat", "tin"]
    assert found["copper"].group == "ores"
    assert found["copper"].also == {"en": ("refined copper", "red metal"), "ja": ("銅",)}
    assert found["copper"].names["ru"] == "медь"


def test_merge_replaces_lists_of_tables() -> None:
    assert merge({"lines": [{"a": 1}], "words": ["x"]}, {"lines": [{"b": 2}], "words": ["x", "y"]}) == {
        "lines": [{"b": 2}],
        "words": ["x", "y"],
    }


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[copper\n", "not valid TOML"),
        ("[copper]\ngroup = 3\n", "left out"),
        ("copper = 3\n", "left out"),
        ('[copper]\nnames = "copper"\n', "left out"),
        ('[copper]\naliases = ["red metal"]\n', "left out"),
    ],
)
def test_broken_user_file_is_a_problem_and_the_built_in_entry_stays(
    folders: tuple[Path, Path], text: str, named: str
) -> None:
    write(folders[1], text)
    found, problems = read_table("commodities", Commodity, folders, None)
    assert found["copper"].group == "metals"
    assert found["copper"].name == "copper"
    assert len(problems) == 1
    assert named in problems[0].reason
    assert str(folders[1]) in problems[0].subject


def test_wrongly_encoded_file_is_a_problem(folders: tuple[Path, Path]) -> None:
    (folders[1] / "commodities.toml").write_bytes(b'[tin]\ngroup = "\xff\xfe"\n')
    found, problems = read_table("commodities", Commodity, folders, None)
    assert set(found) == {"copper", "wheat"}
    assert "TOML" in problems[0].reason


def test_unreadable_file_is_a_problem(folders: tuple[Path, Path]) -> None:
    (folders[1] / "commodities.toml").mkdir()
    found, problems = read_table("commodities", Commodity, folders, None)
    assert set(found) == {"copper", "wheat"}
    assert "cannot be read" in problems[0].reason


def test_missing_folder_is_no_problem(tmp_path: Path) -> None:
    assert read_table("commodities", Commodity, [tmp_path / "nowhere"], None) == ({}, ())


def test_cache_gives_the_same_entries(folders: tuple[Path, Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    parsed, _ = read_table("commodities", Commodity, folders, cache)
    assert len(list(cache.iterdir())) == 1
    assert read_table("commodities", Commodity, folders, cache) == (parsed, ())


def test_cache_is_used_and_changes_with_the_content(folders: tuple[Path, Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read_table("commodities", Commodity, folders, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b'"metals"', b'"CACHED"'))
    assert read_table("commodities", Commodity, folders, cache)[0]["copper"].group == "CACHED"
    write(folders[1], '[tin]\ngroup = "metals"\n')
    found, _ = read_table("commodities", Commodity, folders, cache)
    assert found["copper"].group == "metals"
    assert "tin" in found
    assert len(list(cache.iterdir())) == 1


def test_damaged_cache_is_parsed_anew(folders: tuple[Path, Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    read_table("commodities", Commodity, folders, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:20])
    found, problems = read_table("commodities", Commodity, folders, cache)
    assert set(found) == {"copper", "wheat"}
    assert problems == ()


def test_unwritable_cache_does_no_harm(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    found, problems = read_table("commodities", Commodity, folders, tmp_path / "file" / "cache")
    assert set(found) == {"copper", "wheat"}
    assert problems == ()


def test_table_with_problems_is_not_kept(folders: tuple[Path, Path], tmp_path: Path) -> None:
    write(folders[1], "[tin]\n")
    read_table("commodities", Commodity, folders, tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
