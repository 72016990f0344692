from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.search import Document, Match, SearchIndex, noted, occurrences

TEXT = (
    "Kazakhstan's uranium leaves by rail.\nҚазақстан, Ёлки, naïve café; the world's O‘zbekiston.\n"
    "日本は石油とガスを輸入する。中央アジア石油会社 gas ﬁne 🦌 Straße, RARE\u00a0earths"
)
DOCUMENTS = (
    Document("article", "a", "Uranium in Kazakhstan", TEXT),
    Document("note", "n", "A note", "Uranium, uranium and gas."),
    Document("note", "o", "Another", "Coal."),
)


@pytest.fixture
def index() -> Iterator[SearchIndex]:
    made = SearchIndex(None)
    made.rebuild(DOCUMENTS, "1")
    yield made
    made.close()


def ids(found: tuple[Match, ...]) -> list[str]:
    return [match.id for match in found]


def marked(match: Match) -> list[str]:
    return [match.snippet[start:end] for start, end in match.marks]


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("leaves", "leaves"),
        ("KAZAKHSTAN", "Kazakhstan"),
        ("kazakh", "Kazakhstan"),
        ("елки", "Ёлки"),
        ("Ёлки", "Ёлки"),
        ("қазақстан", "Қазақстан"),
        ("cafe", "café"),
        ("CAFE\u0301", "café"),
        ("naive", "naïve"),
        ("o'zbekiston", "O"),
        ("Oʻzbekiston", "O"),
        ("石油", "石油"),
        ("油", "油"),
        ("中央アジア", "中央アジア"),
        ("ｶﾞｽ", "ガス"),
        ("fine", "ﬁne"),
        ("strasse", "Straße"),
        ("rare earths", "RARE"),
        ('"rare earths"', "RARE\u00a0earths"),
        ("“leaves by rail”", "leaves by rail"),
        ("leave", "leaves"),
        ("leaving rails", "leaves"),
        ("「石油会社 gas」", "石油会社 gas"),
    ],
)
def test_folded_words_are_found_at_their_exact_place(index: SearchIndex, words: str, found: str) -> None:
    match = next(match for match in index.find(words) if match.id == "a")
    assert match.position == TEXT.index(found)
    # Any blank is a space in the snippet.
    assert marked(match)[0] == " ".join(found.split())


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        '"',
        "*",
        "-",
        "zinc",
        '"leave" s',
        '"leave"',
        "カス",
        "石会",
        '"rail by"',
        "coal uranium",
        "fin gas",
        "uranium OR coal",
        "\ud800",
        "\0",
    ],
)
def test_what_is_not_there_is_not_found(index: SearchIndex, words: str) -> None:
    assert index.find(words) == ()


def test_only_the_last_word_may_be_a_beginning(index: SearchIndex) -> None:
    assert ids(index.find("uran")) == ["a", "n"]
    assert ids(index.find("uran gas")) == []
    assert set(ids(index.find("gas uran"))) == {"a", "n"}
    assert ids(index.find('"uran"')) == []


FORMS = (
    Document("claim", "other ending", "", "The country exported its uranium by railways."),
    Document("claim", "as typed", "", "A railway exports uranium, says the Urals union."),
    Document("claim", "other word", "", "Портовый экспорт; the exponent of a universe; Ural."),
    Document("claim", "in Russian", "", "Поставки узбекского урана железной дорогой из России в Китай."),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("exports uranium", ["as typed", "other ending"]),  # what has the words as they were typed comes first
        ("exporting uranium", ["other ending", "as typed"]),
        ("railway", ["other ending", "as typed"]),  # the last word may go on: both have it as it was typed
        ("railways", ["other ending", "as typed"]),
        ("urals", ["as typed", "other word"]),
        ("uranium country", ["other ending"]),
        ("countries", ["other ending"]),
        ("expo", ["other ending", "other word", "as typed"]),
        ('"exports" uranium', ["as typed"]),
        ('"exported its uranium"', ["other ending"]),
        ('"export uranium"', []),
        ("экспорт", ["other word"]),
        ("экспорта", ["other word"]),
        ("уран", ["in Russian"]),
        ("ураном", ["in Russian"]),
        ("урановый", []),
        ("железная дорога", ["in Russian"]),
        ("поставка Китая", ["in Russian"]),
        ("узбекский Россия", ["in Russian"]),
        ('"урана" дороге', ["in Russian"]),
        ('"уран" дороге', []),
    ],
)
def test_words_are_found_with_other_endings(index: SearchIndex, words: str, found: list[str]) -> None:
    index.rebuild(FORMS)
    assert sorted(ids(index.find_claims(words))) == sorted(found)
    assert ids(index.find_claims(words))[:1] == found[:1]


def test_other_endings_are_marked(index: SearchIndex) -> None:
    index.rebuild(FORMS)
    (match, _) = index.find_claims("railways exports")
    assert marked(match) in (["exported", "railways"], ["railway", "exports"])


PARTS = (
    Document("claim", "three", "", "Grain leaves the port by ship."),
    Document("claim", "two", "", "Grain is stored in a port."),
    Document("claim", "one", "", "The port is old."),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("grain port ship rail", ["three"]),  # where one has three words, who has two is no answer
        ("grain port steel", ["two", "three"]),
        ("old zinc", ["one"]),
        ("grain steel zinc", []),  # less than half
        ("zinc", []),
        ('grain "old port"', []),
        ("how does the grain get from a port to a ship abroad", ["three"]),
    ],
)
def test_where_nothing_has_all_words_what_has_most_is_found(index: SearchIndex, words: str, found: list[str]) -> None:
    index.rebuild(PARTS)
    assert index.find_claims(words) == ()
    matches = index.find_claims(words, partly=True)
    assert sorted(ids(matches)) == sorted(found)
    assert all(match.partly for match in matches)


NUMBERS = (
    Document(
        "article", "far", "Shares", "It owes 8 billion; 73.8 percent of 5 billion, 15.8 billion and 5.81 on 1.5.8-9."
    ),
    Document("article", "point", "Trade", "Trade reached $5.8 billion on 20.11.2026, after 1,234 tonnes."),
    Document("article", "comma", "Торговля", "Торговля достигла 5,8 billion в 2024,2025 гг."),
)


@pytest.mark.parametrize(
    ("words", "found", "marks"),
    [
        ("5.8 billion", ["comma", "point"], ["5.8", "billion"]),
        ('"5.8 billion"', ["comma", "point"], ["5.8 billion"]),
        ("5,8 billion", ["comma", "point"], ["5.8", "billion"]),
        ("1,234 tonnes", ["point"], ["1,234", "tonnes"]),
        ("234 tonnes", [], []),
        ("73.8 percent", ["far"], []),
        ("8 percent", ["far"], []),
        ("billion 5.", ["comma", "far", "point"], []),
        ("trade 2026", ["point"], []),
        ("2025 billion", ["comma"], []),
        ("3.8 percent", [], []),
    ],
)
def test_a_number_is_one_word(words: str, found: list[str], marks: list[str]) -> None:
    index = SearchIndex(None)
    index.rebuild(NUMBERS, "1")
    matches = {match.id: match for match in index.find(words)}
    index.close()
    assert sorted(matches) == found
    assert not marks or marked(matches["point"])[: len(marks)] == marks


def test_the_places_of_a_number_are_not_those_of_its_parts() -> None:
    text = "5.8 of 73.8 and 8, then 5,8."
    assert [text[start:end] for start, end in occurrences(text, "5.8 of")] == ["5.8", "of", "5,8"]
    assert [text[start:end] for start, end in occurrences(text, '8 "of"')] == ["of", "8"]


def test_titles_weigh_more_and_all_words_must_occur(index: SearchIndex) -> None:
    index.rebuild([Document("note", "in text", "x", "coal"), Document("note", "in title", "Coal", "nothing of it")])
    assert ids(index.find("coal")) == ["in title", "in text"]
    assert ids(index.find("coal nothing")) == ["in title"]
    assert ids(index.find("coal", limit=1)) == ["in title"]
    assert index.find("coal")[0].position is None


def test_the_place_is_where_the_words_stand_closest(index: SearchIndex) -> None:
    text = "gold. " + "Filler words here. " * 40 + "The gold of Talas. " + "More words. " * 40 + "Talas."
    index.rebuild([Document("article", "a", "t", text)])
    (match,) = index.find("gold talas")
    assert match.position == text.index("gold of Talas")
    assert marked(match) == ["gold", "Talas"]
    assert match.snippet.startswith("…")
    assert match.snippet.endswith("…")
    assert len(match.snippet) < 300


letters = st.text("aeñÅß ﬁйёʻ’'日油ガｶﾞ1\u0301\n🦌-", max_size=40)


@given(before=letters, word=st.sampled_from(["uranium", "Ёлка", "石油ガス", "café"]), after=letters)
@example(before="e\u0301ﬁ🦌", word="uranium", after="")
def test_the_position_is_exact_behind_any_letters(before: str, word: str, after: str) -> None:
    index = SearchIndex(None)
    text = f"{before} {word} {after}"
    index.rebuild([Document("article", "a", "", text)])
    (match,) = index.find(f'"{word}"')
    assert match.position == len(before) + 1
    assert marked(match)[0] == word
    index.close()


# --- hostile input ----------------------------------------------------------------------------------------------------


@given(st.text())
@example('"a" OR (b*) NEAR/2 -c ^d {title}: e')
@example("title : a AND")
@example("'); DROP TABLE documents; --")
def test_nothing_a_person_types_is_an_error(words: str) -> None:
    index = SearchIndex(None)
    index.rebuild([Document("note", "n", "t", words)], "stamp")
    assert all(match.id == "n" for match in index.find(words))
    # An error inside would have thrown the index away.
    assert index.stamp == "stamp"
    index.close()


@given(st.lists(st.text("abc日本 ", min_size=1, max_size=3), max_size=14))
def test_most_of_any_words_can_be_asked_for(words: list[str]) -> None:
    index = SearchIndex(None)
    index.rebuild([Document("note", "n", "t", "ab 日本 c a")], "stamp")
    assert all(match.partly for match in index.find(" ".join(words), partly=True))
    assert index.stamp == "stamp"
    index.close()


@pytest.mark.parametrize("unit", ["a", '"', "a ", 'b" (*', "日本", "\u0301", "AND ", "ﷺ"])
def test_a_hundred_kilobytes_answer_at_once(index: SearchIndex, unit: str) -> None:
    index.rebuild([Document("article", "x", unit * 1000, (unit * 100_000)[:100_000]), *DOCUMENTS], "s")
    start = time.process_time()
    index.find((unit * 100_000)[:100_000])
    assert time.process_time() - start < 2
    assert index.stamp == "s"


# --- keeping ----------------------------------------------------------------------------------------------------------


def test_documents_are_replaced_and_removed(index: SearchIndex) -> None:
    index.update([Document("note", "n", "A note", "Now on copper.")], [("note", "o"), ("note", "never there")], "2")
    assert ids(index.find("uranium")) == ["a"]
    assert ids(index.find("copper")) == ["n"]
    assert ids(index.find("coal")) == []
    assert index.stamp == "2"


@given(st.lists(st.tuples(st.sampled_from("ab"), st.text("xyz石油 ", max_size=8)), max_size=12))
def test_updates_leave_what_a_rebuild_would(changes: list[tuple[str, str]]) -> None:
    updated, rebuilt = SearchIndex(None), SearchIndex(None)
    for name, text in changes:
        updated.update([Document("note", name, text, text)])
    rebuilt.rebuild([Document("note", name, text, text) for name, text in dict(changes).items()])
    for words in ("x", "y", "xy", "石", "石油", "z"):
        assert set(ids(updated.find(words))) == set(ids(rebuilt.find(words)))
    updated.close()
    rebuilt.close()


def test_the_file_is_kept_between_sessions(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    for stamp in ("", "7"):
        index = SearchIndex(path)
        assert index.stamp == stamp
        if not stamp:
            index.rebuild(DOCUMENTS, "7")
        assert ids(index.find("uranium")) == ["a", "n"]
        index.close()


def test_nothing_is_opened_before_the_first_question(tmp_path: Path) -> None:
    SearchIndex(tmp_path / "index.sqlite").close()
    assert list(tmp_path.iterdir()) == []


def cut(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def overwritten(raw: bytes) -> bytes:
    return raw[:4096] + b"\xff" * (len(raw) - 4096)


@pytest.mark.parametrize("damage", [cut, overwritten, lambda _: b"junk " * 1000, lambda raw: b"\0" * len(raw)])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: object) -> None:
    path = tmp_path / "index.sqlite"
    index = SearchIndex(path)
    index.rebuild(DOCUMENTS, "7")
    index.close()
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    index = SearchIndex(path)
    assert index.find("uranium") == ()
    assert index.stamp == ""
    index.rebuild(DOCUMENTS, "8")
    assert ids(index.find("uranium")) == ["a", "n"]
    index.close()
    assert SearchIndex(path).stamp == "8"


def test_a_file_of_another_version_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    other = sqlite3.connect(path)
    other.executescript("CREATE TABLE documents (x); PRAGMA user_version = 3;")
    other.close()
    index = SearchIndex(path)
    assert index.stamp == ""
    index.rebuild(DOCUMENTS, "1")
    assert ids(index.find("uranium")) == ["a", "n"]
    index.close()


def test_where_no_file_can_be_written_memory_does(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "missing" / "index.sqlite")
    index.rebuild(DOCUMENTS, "1")
    assert ids(index.find("uranium")) == ["a", "n"]
    assert index.stamp == "1"
    index.close()


def test_a_file_that_another_process_writes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    ours = SearchIndex(path)
    ours.rebuild(DOCUMENTS, "1")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    second = SearchIndex(path)
    second.rebuild(DOCUMENTS[:1], "2")
    assert ids(second.find("uranium")) == ["a"]
    other.execute("ROLLBACK")
    other.close()
    assert ours.stamp == "1"
    assert ids(ours.find("uranium")) == ["a", "n"]
    ours.close()
    second.close()


def test_who_only_reads_uses_the_file_and_never_touches_it(tmp_path: Path) -> None:
    path = tmp_path / "in an odd? folder#1" / "index.sqlite"
    path.parent.mkdir()
    assert SearchIndex(path, read_only=True).stamp == ""
    assert list(path.parent.iterdir()) == []
    index = SearchIndex(path)
    index.rebuild(DOCUMENTS, "7")
    index.close()
    before = path.read_bytes()
    reading = SearchIndex(path, read_only=True)
    assert (reading.stamp, ids(reading.find("uranium"))) == ("7", ["a", "n"])
    reading.rebuild(DOCUMENTS[:1], "8")
    assert (reading.stamp, ids(reading.find("uranium"))) == ("8", ["a"])
    reading.close()
    assert path.read_bytes() == before
    path.write_bytes(damaged := overwritten(before))
    assert SearchIndex(path, read_only=True).stamp == ""
    assert path.read_bytes() == damaged


def test_others_may_ask_while_a_rebuild_goes_on(index: SearchIndex) -> None:
    many = [Document("article", str(number), f"Title {number}", "uranium " * 200) for number in range(600)]
    thread = threading.Thread(target=index.rebuild, args=(many, "2"))
    longest = 0.0
    thread.start()
    while thread.is_alive():
        start = time.perf_counter()
        index.find("uranium", 5)
        longest = max(longest, time.perf_counter() - start)
    thread.join()
    assert longest < 2
    assert len(index.find("uranium", 1000)) == 600


def test_every_place_of_any_word_is_found_in_a_text() -> None:
    assert [TEXT[start:end] for start, end in occurrences(TEXT, "CAFE rail")] == ["rail", "café"]
    assert [TEXT[start:end] for start, end in occurrences(TEXT, "leaving rails")] == ["leaves", "rail"]
    assert occurrences(TEXT, "coal") == ()
    assert occurrences(TEXT, " ?") == ()


# --- notes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "title", "read"),
    [
        (
            "# Before *the* trip\n\nAsk **them** about `prices`.",
            "Before the trip",
            "Before the trip\nAsk them about prices.",
        ),
        ("- one\n- [two](https://example.org)\n", "one", "one\ntwo"),
        ("| a | b |\n|---|---|\n| c | d |", "a", "a\nb\nc\nd"),
        ("```\n# code\n```", "# code", "# code"),
        ("5 < 6 <b>and</b>", "5 < 6 <b>and</b>", "5 < 6 <b>and</b>"),
        (" \n", "Empty note", ""),
    ],
)
def test_a_note_is_found_as_it_reads(written: str, title: str, read: str) -> None:
    assert noted.title(written) == title
    assert noted.plain(written) == read
