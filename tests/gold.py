"""What the reading engine finds of annotated articles: `python -m tests.gold [--verbose] [FOLDER ...]`.

Each folder (the gold set's seeds and dev unless given; our own are in tests/data/whole) is read and scored; then each
rule's share of true claims is printed. A claim that matches an optional one counts as neither true nor false.
`--verbose` lists what was missed, too much or wrong in a detail, article by article, but never of a folder named blind
nor of the articles of dev that are set aside: of those only the totals are shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests import scoring
from tests.corpus import show_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.matching import Fields
    from tests.scoring import Annotated, Marks


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def show_articles(folder: Path) -> None:
    """Print what went wrong in each article that may be looked at."""
    if scoring.is_blind(folder):
        _say(f"\n{folder}: kept blind, so only the totals are shown.")
        return
    for article in scoring.articles(folder):
        if not scoring.is_set_aside(article.name):
            _show_article(article)


def _show_article(article: Annotated) -> None:
    judge = scoring.own_judge()
    gold, made = (
        [claim for claim in judge.prepare(claims, article.text)[0] if claim["kind"] in scoring.KINDS]
        for claims in (article.gold, article.made)
    )
    result = judge.outcome(gold, made)
    _say(f"\n{article.name}: {len(result.found)} found, {len(result.missed)} missed, {len(result.extra)} too much")
    for claim in result.missed:
        _show_claim("missed", claim)
    for claim in result.extra:
        _show_claim("too much", claim)
    for wanted, claim in result.loose:
        _show_claim("detail", wanted)
        _say(f"{'read as':>12}  {_fields(claim)}")


def _show_claim(label: str, claim: Fields) -> None:
    _say(f"{label:>12}  {_fields(claim)}")
    _say(f"{'':14}“{' '.join(claim['evidence'].split())}”")


def _fields(claim: Fields) -> str:
    """The claim's rule and kind, and the fields that say something."""
    beside = ("kind", "rule", "evidence", "start", "end", "badges", "modality", "affirmed")
    told = {name: value for name, value in claim.items() if name not in beside and value not in (None, [], "", False)}
    if claim.get("modality", "done") != "done" or not claim.get("affirmed", True):
        told |= {"modality": claim.get("modality"), "affirmed": claim.get("affirmed")}
    return f"{claim.get('rule') or claim['kind']} {json.dumps(told, ensure_ascii=False)}"


def show_totals(folder: Path, found: list[Marks]) -> None:
    """Print the scores of a folder, and apart those of its articles that are set aside."""
    show_table(folder.name, scoring.table(found))
    _say(f"fabricated evidence: {sum(mark.fabricated for mark in found)}")
    if any(scoring.is_set_aside(mark.article) for mark in found):
        show_table(f"{folder.name}, in view", scoring.table(found, lambda mark: not scoring.is_set_aside(mark.article)))
        show_table(f"{folder.name}, set aside", scoring.table(found, lambda mark: scoring.is_set_aside(mark.article)))


def show_rules(found: Iterable[Marks]) -> None:
    """Print how many claims of each rule are true, false or optional, the worst rules first."""
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for mark in found:
        for rule, verdicts in mark.rules.items():
            total[rule].update(verdicts)
    _say(f"\n{'rule':44}{'true':>6}{'false':>7}{'optional':>10}")
    for rule, verdicts in sorted(total.items(), key=lambda item: (item[1]["true"] - item[1]["false"], item[0])):
        _say(f"{rule:44}{verdicts['true']:6}{verdicts['false']:7}{verdicts['optional']:10}")


def main() -> None:
    """Print the scores and the table of rules."""
    parser = argparse.ArgumentParser(description="Score the reader on annotated articles.")
    parser.add_argument("folders", metavar="FOLDER", type=Path, nargs="*")
    parser.add_argument("--verbose", action="store_true", help="list what went wrong in each article, if not blind")
    arguments = parser.parse_args()
    shown: list[Marks] = []
    for folder in arguments.folders or [scoring.GOLD / "seeds", scoring.GOLD / "dev"]:
        if not folder.is_dir():
            parser.error(f"there is no folder {folder}")
        if arguments.verbose:
            show_articles(folder)
        found = scoring.marks(folder)
        show_totals(folder, found)
        if not scoring.is_blind(folder):
            shown += found
    show_rules(shown)


if __name__ == "__main__":
    main()
