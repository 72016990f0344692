"""Bytes to characters."""

from __future__ import annotations

import pytest

from models.formats.decoding import decode
from models.records import Problem

ENGLISH = "Kazakhstan’s gas – and “more” of it – flows through Türkiye, the ministry said on Friday.\n" * 5
RUSSIAN = "Казахстан и Узбекистан договорились о поставках газа на зиму, сообщило министерство.\n" * 5
JAPANESE = "日本と中央アジア５カ国の首脳が東京で会合を開いた。宣言は経済安全保障に触れている。\n" * 5


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE], ids=["en", "ru", "ja"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_or_without_a_byte_order_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (JAPANESE, "shift_jis"), (JAPANESE, "euc-jp")])
def test_an_older_encoding_is_told_by_its_statistics(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_few_accents_are_western() -> None:
    text = "The café in Almaty – run by Société Générale – is naïve.\n"
    assert decode(text.encode("cp1252"), "a.txt") == text
    assert decode("Zürich buys gold from Tashkent.".encode("latin-1"), "a.txt") == "Zürich buys gold from Tashkent."


def test_a_declared_encoding_is_used_where_it_fits() -> None:
    assert decode(ENGLISH.encode("cp1252"), "a.html", "windows-1252") == ENGLISH


@pytest.mark.parametrize("declared", ["ascii", "shift_jis", "utf-16", "no-such-thing", "base64", "rot13", "idna"])
def test_a_wrongly_declared_encoding_does_no_harm(declared: str) -> None:
    assert decode(ENGLISH.encode(), "a.html", declared) == ENGLISH
    assert isinstance(decode(RUSSIAN.encode("cp1251"), "a.html", declared), str)


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    data = bytearray(RUSSIAN.encode())
    data[41] = 0xFF
    text = decode(bytes(data), "a.txt")
    assert isinstance(text, str)
    assert text.count("\ufffd") <= 2
    assert "договорились" in text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04" + bytes(300), "ZIP"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"MZ\x90\x00\x03" + bytes(range(32)) * 40, "binary"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
    ],
    ids=["zip", "pdf", "png", "bytes", "exe", "large"],
)
def test_what_is_not_text_is_refused(data: bytes, word: str) -> None:
    refused = decode(data, "a.txt")
    assert isinstance(refused, Problem)
    assert refused.subject == "a.txt"
    assert word in refused.reason
