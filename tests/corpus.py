"""Reads the corpus of test items and scores what is read: `python -m tests.corpus [--verbose] [--kind KIND]`.

An item is a few sentences with the claims that they must give (`claims`) and may give (`optional`); any other claim is
one too many. Half of the items, told by a hash of their id, is for work: look at its failures, write rules. The other
half is blind: only its totals are shown, so that they tell how rules do on language nobody looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from models import catalog
from models.reading import Reader
from models.records import Article, Bibliography, Block, Claim, Role
from models.text import canonical, digest
from tests.matching import Fields, Matcher, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ITEMS = Path(__file__).parent / "data" / "reading"
KINDS = ("resource", "route", "event", "commitment", "quote", "relation", "profile")

# The byte of an id's hash that halves the corpus; of all 32 it shares the kinds of claims out most evenly.
SPLIT = 24

# Said after an item's own text, so that a single sentence is as much about the region as its article would be.
CLOSING = "This note belongs to the series on Central Asia, with the notes on Kazakhstan and Uzbekistan."


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One test item; `about` is false for texts that are not about the region at all."""

    id: str
    style: str
    text: str
    claims: list[dict[str, Any]]
    optional: list[dict[str, Any]] = []
    title: str = ""
    published: str | None = None
    language: str = "en"
    about: bool = True

    @property
    def blind(self) -> bool:
        return sha256(self.id.encode()).digest()[SPLIT] % 2 == 1


class Tally(msgspec.Struct):
    """Counts of wanted claims found, of those wrong in a detail, of missed and of made too much."""

    found: int = 0
    loose: int = 0
    missed: int = 0
    extra: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.found += other.found
        self.loose += other.loose
        self.missed += other.missed
        self.extra += other.extra
        return self

    def add(self, outcome: Outcome, kind: str | None = None) -> None:
        """Count what the outcome says of this kind, or of all kinds."""
        self.found += _of_kind(outcome.found, kind)
        self.loose += _of_kind((wanted for wanted, _ in outcome.loose), kind)
        self.missed += _of_kind(outcome.missed, kind)
        self.extra += _of_kind(outcome.extra, kind)

    @property
    def wanted(self) -> int:
        return self.found + self.missed

    @property
    def precision(self) -> float:
        return _ratio(self.found, self.found + self.extra)

    @property
    def recall(self) -> float:
        return _ratio(self.found, self.wanted)

    @property
    def f1(self) -> float:
        return _ratio(2 * self.found, 2 * self.found + self.missed + self.extra)

    @property
    def full(self) -> float:
        return _ratio(2 * (self.found - self.loose), 2 * self.found + self.missed + self.extra)


def _of_kind(claims: Iterable[Fields], kind: str | None) -> int:
    return sum(kind in (None, claim["kind"]) for claim in claims)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def items() -> list[Item]:
    """All items of the corpus, in the order of its files."""
    files = sorted(ITEMS.glob("*.toml"))
    return [msgspec.convert(entry, Item) for file in files for entry in tomllib.loads(file.read_text("utf-8"))["item"]]


def article(item: Item) -> Article:
    """The item as an article: its title, its paragraphs, and the closing line where it is about the region."""
    parts = [(Role.TITLE, item.title)] if item.title else []
    parts += [(Role.BODY, line) for line in item.text.strip().split("\n") if line]
    if item.about:
        parts.append((Role.BODY, CLOSING))
    blocks, text = [], ""
    for role, line in parts:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{canonical(line)}" if text else canonical(line)
        blocks.append(Block(role, start, len(text)))
    bibliography = Bibliography(
        digest(text), item.title or item.id, f"{item.id}.txt", published=item.published, language=item.language
    )
    return Article(bibliography, text, tuple(blocks))


def made(reader: Reader, item: Item) -> Iterator[tuple[Article, Claim]]:
    """The claims read from the item's own sentences, each with the article they stand in."""
    source = article(item)
    for claim in reader.read(source).claims:
        if claim.evidence.quote != CLOSING:
            yield source, claim


def fields(claim: Claim) -> Fields:
    """The claim as the corpus writes claims, with the rule that made it."""
    content = claim.content
    values = {name: msgspec.to_builtins(value) for name, value in msgspec.structs.asdict(content).items()}
    status = {"modality": claim.modality.value, "affirmed": claim.affirmed}
    return {"kind": claim.kind.value, **values, **status, "evidence": claim.evidence.quote, "rule": claim.rule}


def outcomes(corpus: Iterable[Item]) -> dict[str, Outcome]:
    """How each item went, by its id."""
    names = catalog.load()
    reader, matcher = Reader(names), Matcher(names)
    return {
        item.id: matcher.score(item.claims, item.optional, [fields(claim) for _, claim in made(reader, item)])
        for item in corpus
    }


def tallies(corpus: Iterable[Item], results: dict[str, Outcome], *, styles: bool = False) -> dict[str, Tally]:
    """Counts per kind of claim (or per style of item), and over all."""
    table: dict[str, Tally] = defaultdict(Tally)
    if not styles:
        table.update({kind: Tally() for kind in KINDS})
    for item in corpus:
        if styles:
            table[item.style].add(results[item.id])
            continue
        for kind in KINDS:
            table[kind].add(results[item.id], kind)
    total = Tally()
    for item in corpus:
        total.add(results[item.id])
    table["all"] = total
    return dict(table)


def show_table(heading: str, table: dict[str, Tally]) -> None:
    """Print precision, recall and both F1 values per row."""
    _say(f"\n{heading:22}{'wanted':>7}{'P':>8}{'R':>8}{'F1':>8}{'full F1':>9}")
    for name, row in table.items():
        _say(f"{name:22}{row.wanted:7}{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}{row.full:9.3f}")


def show_failures(corpus: Iterable[Item], results: dict[str, Outcome], kind: str | None) -> None:
    """Print each item that did not go as wanted: its text, what was missed and what was made too much."""
    for item in corpus:
        result = results[item.id]
        loose = [{**wanted, "but": other} for wanted, other in result.loose]
        groups = (("missed", result.missed), ("too much", result.extra), ("details", loose))
        lines = [
            f"    {label}: {json.dumps(claim, ensure_ascii=False)}"
            for label, claims in groups
            for claim in claims
            if kind in (None, claim["kind"])
        ]
        if lines:
            _say("\n".join([f"{item.id} ({item.style}): {item.text.strip()}", *lines]))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the scores of both halves and, if asked, the failing items."""
    parser = argparse.ArgumentParser(description="Score the reader on the corpus of test items.")
    parser.add_argument("--kind", choices=KINDS, help="failures of this kind of claim only")
    parser.add_argument("--verbose", action="store_true", help="show the failing items of the half for work")
    parser.add_argument("--blind-verbose", action="store_true", help="show those of the blind half too (spoils it)")
    arguments = parser.parse_args()
    corpus = items()
    results = outcomes(corpus)
    for blind, shown in ((False, arguments.verbose), (True, arguments.blind_verbose)):
        half = [item for item in corpus if item.blind == blind]
        if shown:
            show_failures(half, results, arguments.kind)
        show_table("blind half" if blind else "half for work", tallies(half, results))
    show_table("style", tallies(corpus, results, styles=True))


if __name__ == "__main__":
    main()
