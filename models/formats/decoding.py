"""Bytes to characters: by byte order mark, as UTF-8, as declared, or by their statistics; binary data is refused."""

from __future__ import annotations

import codecs
import re

from models.records import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_LARGEST = 10 * 1024 * 1024
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.005
_BROKEN_SHARE = 0.002
_SAMPLE = 200_000
_FEW = 0.15
_BLANKS = frozenset(" \n\t。、")


def decode(data: bytes, name: str, declared: str | None = None) -> str | Problem:
    """The characters of a text file, or why there are none."""
    if len(data) > _LARGEST:
        return Problem(name, f"The file is larger than {_LARGEST // 1024**2} MB, which no article is.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return Problem(name, f"The file is not text: it is {kind}.")
    wide = _unmarked_utf16(data)
    if wide is not None:
        return wide
    if len(_CONTROL.findall(data)) > _CONTROL_SHARE * len(data) + 8:
        return Problem(name, "The file is not text: it holds binary data.")
    text = _utf8(data) or _declared(data, declared) or _by_statistics(data)
    return text if text is not None else Problem(name, "The file is in an encoding that cannot be told.")


def _unmarked_utf16(data: bytes) -> str | None:
    """The characters of UTF-16 without a byte order mark, where only one byte order gives readable text."""
    if b"\x00" not in data or len(data) % 2:
        return None
    sample = data[:_SAMPLE]
    best = max(("utf-16-le", "utf-16-be"), key=lambda encoding: _readable(sample, encoding))
    return data.decode(best, "replace") if _readable(sample, best) > 0.03 else None


def _readable(data: bytes, encoding: str) -> float:
    """The share of blanks and full stops, or 0 where bytes do not fit the encoding or hold many control characters."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    if sum(char < " " and char not in "\t\n\r\f" for char in text) > _CONTROL_SHARE * len(text):
        return 0.0
    return sum(char in _BLANKS for char in text) / len(text)


def _utf8(data: bytes) -> str | None:
    """The characters of UTF-8 text, also when a few bytes of it are damaged."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text[:_SAMPLE]) - text[:_SAMPLE].count("\ufffd")
    return text if broken <= _BROKEN_SHARE * len(text) + 3 and sound > broken else None


def _declared(data: bytes, declared: str | None) -> str | None:
    """The characters by the declared encoding, if it is a text encoding that fits every byte."""
    if not declared:
        return None
    try:
        return data.decode(declared)
    except (LookupError, UnicodeError, ValueError):
        return None


def _by_statistics(data: bytes) -> str | None:
    """The characters by the encoding that makes most sense of a sample.

    A few bytes beyond ASCII are accents or quotation marks of Western text: too few for statistics to tell, and
    windows-1252 is what the WHATWG Encoding Standard has browsers assume there.
    """
    if sum(byte > 0x7F for byte in data[:_SAMPLE]) < _FEW * len(data[:_SAMPLE]):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best is not None else None
