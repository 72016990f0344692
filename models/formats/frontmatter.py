"""The block of facts at the head of a Markdown file: between lines of --- (key: value) or of +++ (TOML).

Between --- lines Oxus reads the plain part of YAML: keys with values, quoted or not, and under `sources:` a list of
such groups. What it does not understand it leaves out; nothing there can stop the article from being read.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from models.dates import find, iso
from models.records import Citation, PartialDate
from models.text import canonical, squash

_BLOCK = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(\s*)(-\s+)?([A-Za-z_][A-Za-z_-]*)\s*:(?:\s+(.*))?\Z")
_PARTIAL = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_LONGEST = 1000


def split(raw: str) -> tuple[dict[str, Any], str]:
    """The facts and the text below them; no facts when the file does not begin with such a block."""
    text = raw.replace("\r\n", "\n").lstrip("\ufeff")
    block = _BLOCK.match(text)
    if not block:
        return {}, text
    facts = _toml(block[2]) if block[1] == "+++" else _pairs(block[2])
    return facts, text[block.end() :]


def _toml(block: str) -> dict[str, Any]:
    """The facts of a TOML block; none when it is not TOML."""
    try:
        return tomllib.loads(block)
    except tomllib.TOMLDecodeError:
        return {}


def _pairs(block: str) -> dict[str, Any]:
    """The facts of a block of keys and values."""
    facts: dict[str, Any] = {}
    items: list[dict[str, str]] = []
    for line in block.split("\n"):
        found = _PAIR.match(line[:_LONGEST])
        if not found:
            continue
        indent, dash, key, value = found.groups()
        if dash:
            items.append({key: _unquoted(value)})
        elif indent and items:
            items[-1][key] = _unquoted(value)
        elif value is None:
            facts[key] = items = []
        else:
            facts[key], items = _unquoted(value), []
    return facts


def _unquoted(value: str | None) -> str:
    """The value without its quotation marks."""
    plain = (value or "").strip()
    return plain[1:-1] if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'" else plain


def words(facts: dict[str, Any], *keys: str) -> str | None:
    """The first of the facts that is there, on one line, a list of words with commas; None when none is."""
    for key in keys:
        value = facts.get(key)
        several = value if isinstance(value, list) else [value]
        told = ", ".join(str(one) for one in several if one is not None and not isinstance(one, list | dict))
        if squash(canonical(told)):
            return squash(canonical(told))[:_LONGEST]
    return None


def partial(value: str | None) -> PartialDate | None:
    """The date that the value states, as far as it states one; None without a year."""
    if value is None:
        return None
    if len(value) < len("2025-12-20") and _PARTIAL.fullmatch(value):
        return value
    return next((iso(item.year, item.month, item.day) for item in find(value[:_LONGEST]) if item.year), None)


def citations(facts: dict[str, Any]) -> dict[str, Citation]:
    """The sources that the file itself cites, each by its `id`, or by its number where it has none of its own."""
    sources = facts.get("sources")
    groups = [group for group in sources if isinstance(group, dict)] if isinstance(sources, list) else []
    found: dict[str, Citation] = {}
    for number, group in enumerate(groups, start=1):
        marks = (words(group, "id"), str(number), f"source-{number}")
        found[next(mark for mark in marks if mark and mark not in found)] = Citation(
            title=words(group, "title") or "",
            publisher=words(group, "publisher") or "",
            date=partial(words(group, "date", "published")),
            url=words(group, "url"),
            as_of=partial(words(group, "as_of")),
        )
    return found
