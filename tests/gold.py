"""What the reading engine finds of the gold set: `python -m tests.gold [FOLDER ...]`.

Each folder (seeds and dev unless given) is read and scored by the gold set's own score.py; then the share of true
claims is printed for every rule. A claim that matches an optional gold claim counts as neither true nor false.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from models.catalog import load
from models.intake import read_file
from models.reading import Reader, as_gold
from models.records import Article

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "goldset"


def predictions(folder: Path) -> list[dict[str, Any]]:
    """What the engine reads in every text of the folder, as `read --json` prints it."""
    catalog = load()
    reader = Reader(catalog)
    found: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.txt")):
        article = read_file(path)
        claims = reader.read(article).claims if isinstance(article, Article) else ()
        found.append({"path": str(path), "claims": [as_gold(claim, catalog) for claim in claims]})
    return found


def shares(folder: Path, found: list[dict[str, Any]], score: dict[str, Any]) -> dict[str, Counter[str]]:
    """How many claims of each rule are true, false, or match an optional one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in found:
        path = folder / Path(item["path"]).name
        text = score["squash"](path.read_text("utf-8"))
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))["claims"]
        wanted, claims = score["prepare"](gold, text)[0], score["prepare"](item["claims"], text)[0]
        for kind in score["KINDS"]:
            _count(kind, wanted, claims, score, counts)
    return counts


def _count(
    kind: str, wanted: list[Any], claims: list[Any], score: dict[str, Any], counts: dict[str, Counter[str]]
) -> None:
    ours = [claim for claim in claims if claim["kind"] == kind]
    theirs = [claim for claim in wanted if claim["kind"] == kind]
    extras = [id(claim) for claim in score["match"](kind, theirs, ours)[5]]
    required = [claim for claim in theirs if not claim.get("optional")]
    beside = [id(claim) for claim in score["match"](kind, required, ours)[5]]
    for claim in ours:
        verdict = "false" if id(claim) in extras else "optional" if id(claim) in beside else "true"
        counts[claim["rule"]][verdict] += 1


def main(folders: list[Path]) -> None:
    """Print the scores and the table of rules."""
    score = runpy.run_path(str(GOLD / "score.py"))
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in folders:
        found = predictions(folder)
        with NamedTemporaryFile("w", suffix=".json", encoding="utf-8", delete=False) as file:
            json.dump(found, file, ensure_ascii=False)
        sys.stdout.write(f"\n{folder.name}\n")
        sys.argv = ["score.py", str(folder), file.name]
        score["main"]()
        Path(file.name).unlink()
        for rule, verdicts in shares(folder, found, score).items():
            total[rule] += verdicts
    sys.stdout.write(f"\n{'rule':44}{'true':>6}{'false':>7}{'optional':>10}\n")
    for rule, verdicts in sorted(total.items(), key=lambda item: (item[1]["true"] - item[1]["false"], item[0])):
        sys.stdout.write(f"{rule:44}{verdicts['true']:6}{verdicts['false']:7}{verdicts['optional']:10}\n")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [GOLD / "seeds", GOLD / "dev"])
