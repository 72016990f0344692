"""Paths to steps."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from models.intake import Guard, Limits, read_file
from models.pipeline import Settings, read_builtin, read_paths
from models.records import Article, Problem, Step

PACT = "A pact on water\n\nKazakhstan is the world's largest uranium producer. It met Uzbekistan on Friday.\n"
FOOTBALL = "A cup final\n\nThe striker scored twice on Friday, and the home side won the cup.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a user may have it."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(PACT)
    (tmp_path / "b" / "copy.txt").write_text(PACT.replace("\n", "\r\n"))
    (tmp_path / "b" / "cup.txt").write_text(FOOTBALL)
    (tmp_path / "b" / "empty.txt").write_text("")
    (tmp_path / "b" / "table.xlsx").write_text("x")
    (tmp_path / ".git" / "config.txt").write_text(FOOTBALL)
    (tmp_path / ".hidden.txt").write_text(FOOTBALL)
    return tmp_path


def names(steps: list[Step], folder: Path) -> list[str]:
    return [Path(step.subject).relative_to(folder).as_posix() for step in steps]


def test_a_folder_is_walked_in_order_and_each_file_gets_a_step(folder: Path) -> None:
    steps = list(read_paths([folder], Settings(added="2025-12-20T10:00:00Z")))
    assert names(steps, folder) == ["a.txt", "b/copy.txt", "b/cup.txt", "b/empty.txt", "."]
    assert [(step.done, step.total) for step in steps] == [(i, 5) for i in range(1, 6)]
    first, copy, cup, empty, others = steps
    assert first.article is not None
    assert first.article.bibliography.added == "2025-12-20T10:00:00Z"
    assert first.claims
    assert all(
        first.article.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote for claim in first.claims
    )
    assert (copy.duplicate, copy.claims, copy.problem) == (True, (), None)
    assert cup.article is not None
    assert (cup.claims, cup.article.bibliography.about_region) == ((), False)
    assert empty.problem == Problem("empty.txt", "The file is empty.")
    assert (others.passed, others.article, others.problem) == (("table.xlsx",), None, None)


def test_of_a_folder_what_is_no_text_is_passed_over_but_not_where_it_is_named(folder: Path) -> None:
    (folder / "b" / "map.PNG").write_bytes(b"\x89PNG")
    (folder / "b" / "Icon\r").write_bytes(b"")
    *_, others = read_paths([folder / "b"])
    assert others.problem is None
    assert set(others.passed) == {"Icon\\r", "map.PNG", "table.xlsx"}
    (named,) = read_paths([folder / "b" / "map.PNG"])
    assert named.problem is not None
    assert "not a format" in named.problem.reason


def test_a_file_that_is_not_read_starts_no_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guard, "run", lambda *_: pytest.fail("a worker was asked"))
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7")
    (step,) = read_paths([tmp_path / "paper.pdf"])
    assert step.problem is not None
    assert step.problem.reason.endswith("save it as text first.")


def test_named_files_keep_their_order_and_missing_ones_are_told(folder: Path) -> None:
    steps = list(read_paths([folder / "missing.txt", folder / "b" / "cup.txt", folder / "a.txt", folder / "a.txt"]))
    assert names(steps, folder) == ["missing.txt", "b/cup.txt", "a.txt", "a.txt"]
    assert steps[0].problem == Problem("missing.txt", "There is no such file.")
    assert [step.duplicate for step in steps] == [False, False, False, True]


def test_an_article_that_is_known_is_a_duplicate(folder: Path) -> None:
    article = read_file(folder / "a.txt")
    assert isinstance(article, Article)
    (again,) = read_paths([folder / "a.txt"], known={article.id})
    assert again.duplicate
    assert again.claims == ()


def test_builtin_articles_are_marked(folder: Path) -> None:
    steps = list(read_builtin(folder / "b"))
    assert all(step.article.bibliography.builtin for step in steps if step.article)


def test_nothing_to_read_gives_a_reason(tmp_path: Path) -> None:
    assert list(read_paths([])) == []
    (step,) = read_paths([tmp_path])
    assert step.problem == Problem(tmp_path.name, "The folder holds no files.")
    (tmp_path / "map.png").write_bytes(b"\x89PNG")
    (step,) = read_paths([tmp_path])
    assert step.problem is not None
    assert "no file of a kind that Oxus reads (.txt" in step.problem.reason


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may list everything")
def test_a_folder_that_may_not_be_listed_is_told(folder: Path) -> None:
    (folder / "b").chmod(0)
    try:
        steps = list(read_paths([folder]))
    finally:
        (folder / "b").chmod(0o700)
    assert steps[-1].problem == Problem("b", "You have no permission to list the folder.")


def test_closing_the_steps_ends_the_work_at_once(folder: Path) -> None:
    steps = read_paths([folder])
    next(steps)
    start = time.perf_counter()
    steps.close()
    assert time.perf_counter() - start < 1
    with pytest.raises(StopIteration):
        next(steps)


def test_a_wish_to_stop_ends_the_steps(folder: Path) -> None:
    assert list(read_paths([folder], stop=lambda: True)) == []


def test_damaged_rules_are_a_problem_of_each_file_and_no_crash(folder: Path) -> None:
    rules = folder / "rules"
    rules.mkdir()
    (rules / "words.toml").write_text("= damaged")
    (step,) = read_paths([folder / "a.txt"], Settings(rules_folders=(rules,)))
    assert step.problem is not None
    assert "cannot start" in step.problem.reason


def test_limits_reach_the_worker(folder: Path) -> None:
    (step,) = read_paths([folder / "a.txt"], Settings(limits=Limits(text_characters=20)))
    assert step.problem is not None
    assert "longer" in step.problem.reason


def test_the_sample_articles_give_claims_with_exact_evidence(shared: Path) -> None:
    steps = list(read_paths([shared / "goldset" / "seeds"]))
    read = [step for step in steps if step.article]
    assert [
        json.loads((shared / "goldset/seeds" / Path(s.subject).with_suffix(".json").name).read_text("utf-8"))["title"]
        for s in read
    ] == [step.article.bibliography.title for step in read if step.article]
    for step in read:
        assert step.article is not None
        assert step.claims
        end = step.article.text.find("\n-\n")
        for claim in step.claims:
            assert step.article.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
            assert end < 0 or claim.evidence.end <= end
