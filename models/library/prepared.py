"""The pages that the window opens with, kept in the cache folder so that the next start need not make them.

The name of the kept file is made from all that the pages rest on: what is in the store, the names and words they are
written in, the day, and the code that makes them. What stands under another name is never used, and the next to be
kept takes its place.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.catalog import kept
from models.pages.countries import CountriesPage, CountryPage
from models.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.records import PartialDate

CODE = Path(__file__).resolve().parents[1]
BEFORE = ("formats", "intake", "reading")
"""Parts of the code whose work lies in the store."""
NAME = "opening"


class Opening(Record):
    """The list of countries, and the country last looked at, without its notes: those stay in the library."""

    countries: CountriesPage
    country: CountryPage


class Prepared:
    """The pages kept of one library, told in the words of a day. What they are made from is looked at once: before
    anything is made from it."""

    def __init__(self, cache: Path, folders: Iterable[Path], today: PartialDate = "") -> None:
        code = [part for part in sorted(CODE.iterdir()) if part.name not in BEFORE]
        self._made_from = "\n".join((today, *(line for part in (*code, *folders) for line in _files(part)))).encode()
        self._cache = cache

    def recall(self, seal: str) -> Opening | None:
        """The pages of a store with this seal; None when there are none."""
        return kept.recall(self._place(seal), Opening) if seal else None

    def remember(self, seal: str, countries: CountriesPage, country: CountryPage) -> None:
        """The pages of a store with this seal are kept, in place of others."""
        opening = Opening(countries, replace(country, notes=()))
        if seal and self.recall(seal) != opening:
            kept.remember(self._place(seal), opening)

    def _place(self, seal: str) -> Path:
        return kept.place(self._cache, NAME, (seal.encode(), self._made_from))


def _files(part: Path) -> Iterator[str]:
    """A file, or the files of a folder, with size and time: so Python itself knows whether its bytecode is stale."""
    for path in sorted(part.iterdir()) if part.is_dir() else (part,):
        if path.suffix in (".py", ".toml"):
            told = path.stat()
            yield f"{path} {told.st_size} {told.st_mtime_ns}"
