"""What the reading engine has reached on annotated texts, and what it reaches now: `python -m tests.floors`.

The floors stand in tests/data/floors.toml; this prints each set's figures as they are now, as that file wants them.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import msgspec

from tests import corpus, scoring
from tests.corpus import Tally

FILE = Path(__file__).parent / "data" / "floors.toml"
MEASURES = {"all": ("precision", "recall", "f1", "full")}  # of a kind of claim, F1 and full F1

Row = dict[str, float]


class Set(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A folder of annotated articles, or a half of the corpus of test items, and the least it must reach."""

    name: str
    folder: str = ""
    half: str = ""
    floors: dict[str, Row] = {}

    @property
    def path(self) -> Path:
        return scoring.ROOT / self.folder

    def of(self, items: list[corpus.Item]) -> list[corpus.Item]:
        """The items of this half."""
        return [item for item in items if item.blind == (self.half == scoring.BLIND)]


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All sets, and how much less than its floor a figure may be."""

    tolerance: float
    set: list[Set]

    def fallen(self, name: str, table: dict[str, Tally]) -> dict[str, tuple[float, float]]:
        """Each figure of this set that is below its floor, as it is and as it was."""
        (known,) = (one for one in self.set if one.name == name)
        return {
            f"{kind} {measure}": (round(found, 3), floor)
            for kind, row in known.floors.items()
            for measure, floor in row.items()
            if (found := getattr(table.get(kind, Tally()), measure)) < floor - self.tolerance
        }


def load() -> Floors:
    return msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), Floors)


def lines(table: dict[str, Tally]) -> list[str]:
    """The figures of a set as lines of the file, rounded down."""
    rows = []
    for kind in ("all", *(kind for kind in table if kind != "all" and table[kind].wanted)):
        measures = MEASURES.get(kind, ("f1", "full"))
        told = ", ".join(f"{name} = {int(getattr(table[kind], name) * 1000) / 1000:.3f}" for name in measures)
        rows.append(f"floors.{kind} = {{ {told} }}")
    return rows


def main() -> None:
    """Print every set that is here with its figures."""
    items = corpus.items()
    results = corpus.outcomes(items)
    for known in load().set:
        if known.half:
            table = corpus.tallies(known.of(items), results)
        elif known.path.is_dir():
            table = scoring.table(scoring.marks(known.path))
        else:
            continue
        where = f'half = "{known.half}"' if known.half else f'folder = "{known.folder}"'
        sys.stdout.write("\n".join(["[[set]]", f'name = "{known.name}"', where, *lines(table)]) + "\n\n")


if __name__ == "__main__":
    main()
