"""resources/grammar/layout.toml, ready for use."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from models.catalog import RESOURCES, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.catalog import Actor


class Layout(Struct, frozen=True):
    """The words and patterns by which furniture, dates and publishers are known; all words are case-folded."""

    furniture: frozenset[str]
    furniture_begins: tuple[str, ...]
    furniture_contains: tuple[str, ...]
    caption: re.Pattern[str]
    links_after: frozenset[str]
    separators: frozenset[str]
    longest_link: int
    fewest_links: int
    shared_words: float
    shared_words_bare: float
    published: re.Pattern[str]
    publisher: re.Pattern[str]
    link: re.Pattern[str]
    rights: tuple[re.Pattern[str], ...]
    quoted: re.Pattern[str]
    leads: re.Pattern[str]
    letterheads: frozenset[str]
    offices: tuple[re.Pattern[str], ...]
    kinds: frozenset[str]
    goes_on: frozenset[str]
    agencies: frozenset[str]
    media: frozenset[str]
    titles: frozenset[str]
    bylines: frozenset[str]
    carriers: tuple[str, ...]
    byline: re.Pattern[str]
    roles: frozenset[str]
    signed: re.Pattern[str]
    scripts: dict[str, re.Pattern[str]]
    words: dict[str, frozenset[str]]


MEDIUM = "agency"
"""The kind of actors of the catalog that publish."""


def _media() -> frozenset[str]:
    """Every name of the papers and agencies of the catalog, as written and in the capitals of letterheads."""
    names = (name for actor in load().actors.values() if actor.kind == MEDIUM for name in _names(actor))
    return frozenset(form for name in names for form in (name, name.upper()))


def _names(actor: Actor) -> Iterator[str]:
    yield from (*actor.names.values(), *actor.local.values())
    for others in actor.also.values():
        yield from others


def _folded(words: list[str]) -> tuple[str, ...]:
    """The words, case-folded."""
    return tuple(word.casefold() for word in words)


def _labelled(labels: list[str], value: str, colon: str = "[:：]") -> re.Pattern[str]:
    """A paragraph that is a label, a colon and a value."""
    words = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?:{words})\s?{colon}\s*{value}", re.IGNORECASE)


@cache
def layout() -> Layout:
    """The rules, read once."""
    data = tomllib.loads((RESOURCES / "grammar" / "layout.toml").read_text("utf-8"))
    furniture, links, publisher = data["furniture"], data["links"], data["publisher"]
    return Layout(
        furniture=frozenset(_folded(furniture["is"])),
        furniture_begins=_folded(furniture["begins"]),
        furniture_contains=_folded(furniture["contains"]),
        caption=re.compile(furniture["caption"], re.IGNORECASE),
        links_after=frozenset(_folded(links["after"])),
        separators=frozenset(links["separators"]),
        longest_link=links["longest"],
        fewest_links=links["fewest"],
        shared_words=links["shared_words"],
        shared_words_bare=links["shared_words_bare"],
        published=_labelled(data["published"]["labels"], "", colon=r"(?:[:：]|(?<=\w)\s)"),
        publisher=_labelled(publisher["labels"], r"(\S[^\n/|,;]{0,60})"),
        link=_labelled(publisher["links"], r"https?://(?:www\.)?([\w.-]{3,80})"),
        rights=tuple(re.compile(rule, re.IGNORECASE) for rule in (publisher["rights"], publisher["brackets"])),
        quoted=re.compile(publisher["quoted"], re.IGNORECASE),
        leads=re.compile(rf"(?:{'|'.join(publisher['leads'])}) ", re.IGNORECASE),
        letterheads=frozenset(_folded(publisher["letterheads"])),
        offices=tuple(map(re.compile, publisher["offices"])),
        kinds=frozenset(_folded(data["title"]["kinds"])),
        goes_on=frozenset(_folded(data["title"]["goes_on"])),
        agencies=frozenset(publisher["agencies"]),
        media=_media(),
        titles=frozenset(publisher["titles"]),
        bylines=frozenset(publisher["bylines"]),
        carriers=_folded(publisher["carriers"]),
        byline=re.compile(data["byline"]["words"]),
        roles=frozenset(_folded(data["byline"]["roles"])),
        signed=re.compile(data["byline"]["signed"]),
        scripts={language: re.compile(script) for language, script in data["language"]["scripts"].items()},
        words={language: frozenset(words) for language, words in data["language"]["words"].items()},
    )
