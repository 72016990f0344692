"""The user's own rules and names: read on top of ours, and left out with a word where they are broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.library import Library, reading
from models.pipeline import Settings, read_paths
from models.records import Claim, Relation, Resource

JADE = """
[jade]
group = "minerals"
names = { en = "jade" }
also = { en = ["nephrite"] }
"""
RULE = """
[[rule]]
id = "relation.cousins"
kind = "relation"
patterns = ["{a:state} adores {b:state}"]
gives = { a = "a", b = "b", relation = "adores" }
yes = [{ text = "Kazakhstan adores Kyrgyzstan.", claims = [{ a = "KAZ", b = "KGZ" }] }]
no = ["Kazakhstan borders Kyrgyzstan."]
"""
NEWS = """A word from the steppe

Kazakhstan produces nephrite. Kazakhstan adores Kyrgyzstan. Turkmenistan exports natural gas.
"""
GAS = Resource("TKM", "natural gas", "exports")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a library with an article beside it."""
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    place = tmp_path / "library"
    (place / "rules").mkdir(parents=True)
    (place / "catalog").mkdir()
    return place


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    opened = Library.open(folder)
    yield opened
    opened.close()


def write_own(folder: Path) -> None:
    (folder / "catalog" / "commodities.toml").write_text(JADE, "utf-8")
    (folder / "rules" / "mine.toml").write_text(RULE, "utf-8")


def claims(library: Library) -> tuple[Claim, ...]:
    (step,) = library.read([library.folder.parent / "news.txt"])
    assert step.problem is None
    return step.claims


def test_own_names_and_rules_are_read_on_top_of_ours(folder: Path) -> None:
    write_own(folder)
    library = Library.open(folder)
    assert library.has_own
    assert library.own_problems() == ()
    contents = [claim.content for claim in claims(library)]
    assert Resource("KAZ", "jade", "produces") in contents
    assert Relation("KAZ", "KGZ", "adores") in contents
    assert GAS in contents
    assert [hit.id for hit in library.jump("nephrite")] == ["jade"]
    library.add(library.read([folder.parent / "news.txt"]))
    assert "jade" in {cell.commodity for cell in library.resources().cells}
    library.close()


def test_without_own_files_nothing_is_added(library: Library) -> None:
    assert not library.has_own
    assert library.own_problems() == ()
    assert all("nephrite" not in claim.evidence.quote for claim in claims(library))


def test_reading_without_a_library_uses_them_too(folder: Path) -> None:
    write_own(folder)
    _, settings = reading(folder)
    assert settings != Settings()
    (step,) = read_paths([folder.parent / "news.txt"], settings)
    assert Relation("KAZ", "KGZ", "adores") in [claim.content for claim in step.claims]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("rules/mine.toml", "= broken", "mine.toml"),
        ("rules/mine.toml", "[[rule]]\nid = 3", "mine.toml"),
        ("rules/mine.toml", RULE.replace("{a:state}", "{a:nonsense}"), "relation.cousins"),
        ("rules/words.toml", "= broken", "words.toml"),
        ("rules/words.toml", "marks = 3", "rules"),
        ("rules/words.toml", "[" * 5000, "words.toml"),
        ("rules/chunks-mine.toml", "[[chunk]]\nid = 3", "rules"),
        ("rules/chunks-mine.toml", "[[chunk]]\nid = 'x'\npattern = '{a:nonsense'\ngives = 'C'", "rules"),
        ("rules/verbs-mine.json", "{", "rules"),
        ("catalog/commodities.toml", "= broken", "commodities.toml"),
        ("catalog/commodities.toml", "[jade]\nnames = 3", "[jade]"),
        ("catalog/commodities.toml", "jade = 3", "[jade]"),
        ("catalog/jewels.toml", JADE, "jewels.toml"),
        ("catalog/countries.toml", "\x00", "countries.toml"),
    ],
)
def test_a_broken_file_is_told_and_the_rest_is_read(folder: Path, name: str, text: str, told: str) -> None:
    (folder / name).write_text(text, "utf-8")
    library = Library.open(folder)
    problems = library.own_problems()
    assert told in f"{problems[0].subject} {problems[0].reason}"
    if name.startswith("rules") and text == "= broken":  # a worker takes a while to start
        assert GAS in [claim.content for claim in claims(library)]
    assert library.countries().rows
    assert [hit.id for hit in library.jump("uranium")][:1] == ["uranium"]
    library.close()


def test_check_tells_of_broken_names_and_rules(folder: Path) -> None:
    (folder / "rules" / "mine.toml").write_text("= broken", "utf-8")
    (folder / "catalog" / "commodities.toml").write_text("= broken", "utf-8")
    library = Library.open(folder)
    assert [Path(problem.subject).name for problem in library.check().problems] == ["mine.toml", "commodities.toml"]
    library.close()
