"""How well the claims read from annotated articles fit their annotation, by the gold set's own score.py or by ours."""

from __future__ import annotations

import json
import runpy
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from models.catalog import load
from models.intake import read_file
from models.reading import Reader, as_gold
from models.records import Article
from tests import corpus
from tests.corpus import Tally
from tests.matching import UNPUNISHED, Fields, Matcher, Outcome, joined, squashed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.catalog import Catalog

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "goldset"
KINDS = tuple(kind for kind in corpus.KINDS if kind != "profile")  # the gold set has no profiles

# Articles of dev that nobody looks at who writes rules: only their totals are shown.
SET_ASIDE = ("h03", "h09", "h16", "h19", "h21", "h25", "h33", "h38", "h41", "h44", "h55")
BLIND = "blind"

_BESIDE = {"place", "mode", "direct", "optional"}  # what score.py does not compare, so that both scorers agree

Figures = tuple[int, int, int, int, list[Fields], list[Fields]]


class Judge(Protocol):
    """Compares claims as score.py does, whose two functions these are."""

    def prepare(self, claims: list[Fields], text: str) -> tuple[list[Fields], int]:
        """The claims ready to be compared, and how many have evidence that is not in the text."""

    def match(self, kind: str, gold: list[Fields], predicted: list[Fields]) -> Figures:
        """Found, found with right details, missed and too much; then the claims missed and those too much."""


class OwnJudge:
    """Compares them with the matcher of our test items."""

    def __init__(self, catalog: Catalog) -> None:
        self._matcher = Matcher(catalog)

    def prepare(self, claims: list[Fields], text: str) -> tuple[list[Fields], int]:
        """The claims; those that differ in their country or end point only are one."""
        real = [claim for claim in claims if squashed(claim["evidence"]) in text]
        return [claim for part in _parted(real) for claim in joined(part)], len(claims) - len(real)

    def match(self, kind: str, gold: list[Fields], predicted: list[Fields]) -> Figures:
        """The figures of the outcome."""
        result = self.outcome(gold, predicted)
        found, loose = len(result.found), len(result.loose)
        return found, found - loose, len(result.missed), len(result.extra), list(result.missed), list(result.extra)

    def outcome(self, gold: list[Fields], predicted: list[Fields]) -> Outcome:
        """What was found, missed and made too much, with the pairs that differ in a detail."""
        required, free = _parted(gold)
        return self._matcher.score(map(_compared, required), map(_compared, free), predicted)


def _parted(claims: Iterable[Fields]) -> tuple[list[Fields], list[Fields]]:
    """Claims that must be found, and those that are neither rewarded nor punished."""
    required: list[Fields] = []
    free: list[Fields] = []
    for claim in claims:
        neutral = claim.get("optional") or claim.get("predicate") in UNPUNISHED
        (free if neutral else required).append(claim)
    return required, free


def _compared(claim: Fields) -> Fields:
    return {name: value for name, value in claim.items() if name not in _BESIDE}


class Annotated(Struct, frozen=True):
    """An article's text on one line, the claims that were noted down from it and those that are read."""

    name: str
    text: str
    gold: list[Fields]
    made: list[Fields]


class Marks(Struct, frozen=True):
    """How an article went per kind of claim, with the verdicts on each rule's claims: true, false or optional."""

    article: str
    tallies: dict[str, Tally]
    rules: dict[str, Counter[str]]
    fabricated: int


@cache
def own_judge() -> OwnJudge:
    return OwnJudge(load())


@cache
def _reader() -> Reader:
    return Reader(load())


@cache
def annotated(path: Path) -> Annotated:
    """The annotated article whose text is this file."""
    article = read_file(path)
    claims = _reader().read(article).claims if isinstance(article, Article) else ()
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))["claims"]
    text = squashed(path.read_text("utf-8"))
    return Annotated(path.stem, text, gold, [as_gold(claim, load()) for claim in claims])


def articles(folder: Path) -> list[Annotated]:
    """All annotated articles of a folder."""
    return [annotated(path) for path in sorted(folder.glob("*.txt")) if path.with_suffix(".json").exists()]


def judge_of(folder: Path) -> Judge:
    """The gold set's own score.py for its folders; ours for those of the project, which must not need it."""
    if GOLD.resolve() in folder.resolve().parents:
        return SimpleNamespace(**runpy.run_path(str(GOLD / "score.py")))
    return own_judge()


def marks(folder: Path, judge: Judge | None = None) -> list[Marks]:
    """How each annotated article of the folder went."""
    chosen = judge or judge_of(folder)
    return [_marks(article, chosen) for article in articles(folder)]


def _marks(article: Annotated, judge: Judge) -> Marks:
    gold, lost = judge.prepare(article.gold, article.text)
    if lost:
        raise ValueError(f"{article.name}: the text does not have the evidence of {lost} of its annotated claims")
    made, fabricated = judge.prepare(article.made, article.text)
    found = Marks(article.name, {}, defaultdict(Counter), fabricated)
    for kind in KINDS:
        wanted, ours = ([claim for claim in claims if claim["kind"] == kind] for claims in (gold, made))
        hits, exact, missed, wrong, _, extras = judge.match(kind, wanted, ours)
        found.tallies[kind] = Tally(hits, hits - exact, missed, wrong)
        beside = judge.match(kind, _parted(wanted)[0], ours)[5]
        _count(found.rules, ours, beside, extras)
    return found


def _count(rules: dict[str, Counter[str]], made: list[Fields], beside: list[Fields], extras: list[Fields]) -> None:
    """Of the claims made, those beside the required ones are false, or optional where one of those allows them."""
    for verdict, sign, claims in (("true", 1, made), ("true", -1, beside), ("optional", 1, beside)):
        for claim in claims:
            rules[claim["rule"]][verdict] += sign
    for claim in extras:
        rules[claim["rule"]]["optional"] -= 1
        rules[claim["rule"]]["false"] += 1


def table(found: list[Marks], chosen: Callable[[Marks], bool] = bool) -> dict[str, Tally]:
    """Counts per kind that occurs, and over all, of the articles chosen."""
    rows: dict[str, Tally] = {kind: Tally() for kind in (*KINDS, "all")}
    for mark in filter(chosen, found):
        for kind, tally in mark.tallies.items():
            rows[kind] += tally
            rows["all"] += tally
    return {kind: row for kind, row in rows.items() if kind == "all" or row.wanted or row.extra}


def is_set_aside(name: str) -> bool:
    """Whether an article of dev is one that rule writers do not look at."""
    return name.startswith(SET_ASIDE)


def is_blind(folder: Path) -> bool:
    """Whether a folder's articles are kept from rule writers."""
    return BLIND in folder.resolve().parts
