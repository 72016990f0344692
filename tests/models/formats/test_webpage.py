"""Saved web pages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from models.formats import READERS, Draft
from models.records import Problem, Role

SENTENCE = "The two states agreed to share the water of the river and to meet again in the spring of next year. "


def read(data: bytes) -> Draft | Problem:
    return READERS[".html"](data, "a.html")


@pytest.fixture
def page(root: Path) -> Draft:
    draft = read((root / "tests/data/articles/page.html").read_bytes())
    assert isinstance(draft, Draft)
    return draft


def test_metadata_tell_title_date_publisher_and_language(page: Draft) -> None:
    assert page.title == "Railway to Karakul reaches the pass"
    assert (page.published, page.publisher, page.language) == ("2025-09-03", "Steppe Courier", "en")


def test_the_article_is_kept_and_the_site_is_not(page: Draft) -> None:
    for gone in ("tracker", "Home", "Follow us", "Steppe Courier"):
        assert gone not in page.text
    roles = {page.text[block.start : block.end]: block.role for block in page.blocks}
    assert roles["Railway to Karakul reaches the pass"] is Role.TITLE
    assert roles["Tunnels come next"] is Role.BODY
    assert roles["“The mountain decides how fast we are,” the ministry quoted its engineers as saying."] is Role.QUOTE
    assert roles["Read also"] is Role.FURNITURE
    assert "Three tunnels with a length of 28 kilometres are to be dug at once." in page.text


def test_the_same_paragraph_is_not_taken_twice(page: Draft) -> None:
    assert page.text.count("Three tunnels") == 1
    assert page.text.count("523 km") <= 1


def test_a_declared_charset_is_used_and_a_wrong_one_does_no_harm() -> None:
    body = f"<article><p>{SENTENCE * 3} Чуй и Талас.</p></article>"
    declared = f'<html><head><meta charset="windows-1251"></head><body>{body}</body></html>'
    for data in (declared.encode("cp1251"), declared.encode("utf-8")):
        draft = read(data)
        assert isinstance(draft, Draft)
        assert "Чуй и Талас." in draft.text


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body></body></html>",
        b"<script>" + b"x" * 1000,
        b"<div>" * 20_000 + b"deep" + b"</div>" * 20_000,
        b"<" * 100_000,
        b"<!--" * 50_000,
        b"<a " + b"b='" * 50_000,
        b"&amp" * 100_000,
    ],
    ids=["no text", "open script", "depth", "brackets", "comments", "attributes", "entities"],
)
def test_hostile_pages_end_soon_with_a_reason_or_a_text(data: bytes) -> None:
    start = time.process_time()
    result = read(data)
    assert time.process_time() - start < 15
    if isinstance(result, Problem):
        assert result == Problem("a.html", "No article text was found in the page.")
    else:
        assert result.text


def test_entities_are_not_multiplied() -> None:
    bomb = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(10))
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{bomb}]>'
    draft = read(f"{head}<html><body><p>{SENTENCE * 3}&e10;</p></body></html>".encode())
    assert isinstance(draft, Draft)
    assert len(draft.text) < 5000
    assert SENTENCE.strip() in draft.text


def test_nested_tables_are_read_once_and_soon() -> None:
    data = "<table><tr><td>" * 60 + SENTENCE + "</td></tr></table>" * 60
    draft = read(f"<html><body><article><p>{SENTENCE * 3}</p>{data}</article></body></html>".encode())
    assert isinstance(draft, Draft)
    assert draft.text.count("share the water") <= 5
