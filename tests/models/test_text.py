"""Canonical text, sentences and offsets."""

from __future__ import annotations

import random
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import canonical, code_point, digest, paragraphs, sentences, squash, utf16_offset, words
from tests.scoring import is_set_aside


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeffone\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("ni\x00ne\x07 lives", "nine lives"),
        ("safe\u202etxt.exe\u2066 \u200fword", "safetxt.exe word"),
        ("Kazakh\u00adstan\u200b", "Kazakhstan"),
        ("broken \ud83d pair \ufffe", "broken \ufffd pair \ufffd"),
        ("cafe\u0301", "café"),
        ("  \n\t ", ""),
        ("keep\tthe tab and the\u00a0fixed space", "keep\tthe tab and the\u00a0fixed space"),
    ],
)
def test_canonical_follows_its_rule(raw: str, expected: str) -> None:
    assert canonical(raw) == expected


@given(st.text(alphabet=st.characters(), max_size=60))
def test_canonical_twice_changes_nothing(raw: str) -> None:
    once = canonical(raw)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


def test_a_million_combining_marks_are_cut_in_no_time() -> None:
    start = time.process_time()
    text = canonical("a" + "\u0301\u0316" * 500_000 + "b")
    assert time.process_time() - start < 5
    assert len(text) < 40
    assert text.endswith("b")


def test_digest_is_sixteen_hex_digits_of_the_text() -> None:
    assert digest("Oxus") == digest("Oxus") != digest("oxus")
    assert len(digest("")) == 16
    assert int(digest("\U00020bb7"), 16) >= 0


def test_squash_puts_a_text_on_one_line() -> None:
    assert squash(" a\n b\t\u00a0c ") == "a b c"


def test_words_keep_apostrophes_and_hyphens() -> None:
    text = "China’s five-year plan: 3.5 km, ok"
    assert [text[start:end] for start, end in words(text)] == ["China’s", "five-year", "plan", "3", "5", "km", "ok"]


@pytest.mark.parametrize("text", ["", "plain", "a😀b", "𠮷野家と😀", "😀😀😀", "é\U0010ffff"])
def test_utf16_offsets_agree_with_the_encoder_both_ways(text: str) -> None:
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert utf16_offset(text, offset) == units
        assert code_point(text, units) == offset


def test_an_offset_inside_a_surrogate_pair_belongs_to_its_character() -> None:
    assert [code_point("a😀b", units) for units in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    "expected",
    [
        ["On Dec. 20 Mr. Smith paid $19.5bn.", "He left."],
        ["The U.S. President spoke.", "It rained."],
        ["He moved to the U.S.", "The move was short."],
        ["It began at 5 p.m. on Friday.", "Then it stopped."],
        ["“It works.”", "She left."],
        ["He called it “vital to Asia.’’", "Others did not."],
        ["The statement said: “Expand to markets.“", "No more."],
        ['"Why?" he asked.', "Nobody knew!"],
        ["J. R. Smith and Dr. Lee of Acme Inc. signed it.", "They met No. 5 too."],
        ["The rate is 3.5.", "It was 4 in Sept. 2024 and 5 in Oct.", "The bank waits."],
        ["News.Az and Kun.uz reported it.", "Nobody else did."],
        ["会合が２０日、開かれた。", "「法の支配。」と述べた。", "「よい。」", "次は？"],
        ["В 2025 г. Россия выросла на 5 млн. долл. США.", "А. С. Пушкин родился в Москве.", "Это всё."],
        ["Wait... what happened?", "Nothing…", "Good."],
    ],
    ids=lambda expected: expected[0][:20],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert cut(" ".join(expected)) == expected


def test_headings_and_paragraphs_without_full_stops_are_sentences() -> None:
    text = "A new line\nThe work begins. It will be long.\n\nFocus on rivers\n1. Ecology\n• Less waste\n• More water"
    assert cut(text) == [
        "A new line",
        "The work begins.",
        "It will be long.",
        "Focus on rivers",
        "1. Ecology",
        "• Less waste",
        "• More water",
    ]


def test_hard_wrapped_lines_are_joined_and_headings_are_not(root: Path) -> None:
    text = canonical((root / "tests/data/articles/wrapped.txt").read_text("utf-8"))
    assert [squash(sentence) for sentence in cut(text)] == [
        "Freight through the Caspian ports grows again",
        "ASTANA, March 4, 2025 (Trend) – Kazakhstan moved more cargo across the Caspian Sea in the first two months of "
        "the year than ever before, the country's Ministry of Transport said on Tuesday.",
        "Container trains from Xi'an to Baku now take eleven days.",
        "Aktau and Kuryk, the two ports on the eastern shore, handled 1.2 million tons.",
        '"The corridor is no longer a stopgap," a deputy minister told reporters.',
        "Dredging at Aktau is to start in May.",
        "Source: Trend",
    ]
    assert len(paragraphs(text)) == 4


def test_a_part_of_the_text_is_cut_at_its_own_ends() -> None:
    text = "One is here. Two is here. Three is here."
    start = text.index("Two")
    assert [text[a:b] for a, b in sentences(text, start, start + 7)] == ["Two is"]


@given(st.text(alphabet='aB .!?\n\t"”“’()。」1-😀г', max_size=80))
def test_sentences_are_ordered_spans_that_lose_no_ink(text: str) -> None:
    spans = sentences(text)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    covered = "".join(text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "hostile",
    [". ", ".", ".)", "\n", " ", "a.", "Mr. ", "。」", "\n-", ".“ ", "a\n", '"', "A\u00a0"],
    ids=ascii,
)
def test_hostile_repetition_takes_linear_time(hostile: str) -> None:
    text = hostile * (200_000 // len(hostile))
    start = time.process_time()
    sentences(text)
    paragraphs(text)
    words(text)
    assert time.process_time() - start < 4


def articles(shared: Path) -> list[str]:
    files = [*shared.glob("goldset/seeds/*.txt"), *shared.glob("goldset/dev/*.txt")]
    kept = [file for file in sorted(files) if not is_set_aside(file.name) and "-ja" not in file.name]
    return [canonical(file.read_text("utf-8")) for file in kept]


def test_finds_at_least_94_of_100_sentence_ends_that_syntok_finds(shared: Path) -> None:
    from syntok import segmenter

    wanted = hit = 0
    for text in articles(shared):
        ends = {end for _, end in sentences(text)}
        for start, end in paragraphs(text):
            for paragraph in segmenter.analyze(text[start:end]):
                for sentence in paragraph:
                    last = sentence[-1]
                    wanted += 1
                    hit += start + last.offset + len(last.value) in ends
    assert wanted > 300
    assert hit / wanted >= 0.94


def test_cuts_at_the_speed_that_reading_needs() -> None:
    chosen = random.Random(7)
    vocabulary = ["Kazakhstan", "sold", "gas", "to", "the", "U.S.", "in", "Dec.", "for", "$1.5bn", "as", "planned"]
    text = " ".join(
        " ".join(chosen.choices(vocabulary, k=18)) + (".\n" if chosen.random() < 0.3 else ". ") for _ in range(5000)
    )
    start = time.process_time()
    sentences(text)
    assert len(text.split()) / (time.process_time() - start) > 400_000
