"""The built-in articles with their claims, read when a release is made: a first start need not wait for reading.

`resources/shipped.json` holds the steps that reading the digests gives, and the pages that a window opens with on just
these, under a seal of the files they depend on.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct, structs

from models.catalog import load
from models.library import own
from models.library.prepared import Opening
from models.records import PartialDate, Step

FILE = "shipped.json"
_DEPENDS_ON = ("articles", "catalog", "grammar", "phrases", "rules")


class Shipped(Struct, frozen=True):
    """The steps of reading the built-in articles, the pages made of them, and the seal of what both were made with.

    The pages are told in the words of `day`; `ahead` are the times that were still to come then: once one of them is
    over, it is told otherwise.
    """

    seal: str
    steps: tuple[Step, ...]
    opening: Opening
    day: PartialDate
    ahead: tuple[PartialDate, ...]

    def holds_on(self, today: PartialDate) -> bool:
        """Whether the pages are told in the words of this day."""
        return today >= self.day and not any(_is_over(time, today) for time in self.ahead)


def ship(resources: Path, day: PartialDate) -> bytes:
    """The contents of the file for these resources, its pages told in the words of a day (ISO)."""
    from models.phrases.reality import time_of
    from models.pipeline import Settings, read_builtin

    settings = Settings(catalog_folders=(resources / "catalog",), rules_folders=(resources / "rules",))
    steps = tuple(
        structs.replace(step, subject=step.subject.rpartition("/")[2])
        for step in read_builtin(resources / "articles", settings)
    )
    times = {time_of(claim.content) for step in steps for claim in step.claims}
    ahead = tuple(sorted(time for time in times if time and not _is_over(time, day)))
    whole = Shipped(seal(resources), steps, opening(resources, steps, day), day, ahead)
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def opening(resources: Path, steps: tuple[Step, ...], today: PartialDate) -> Opening:
    """The pages that a window opens with on a library that holds just what the steps gave."""
    from tempfile import TemporaryDirectory

    from models.library.library import Library

    with TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library", load(resources / "catalog"), resources, today=today)
        library.add_builtin(steps)
        countries = library.countries()
        pages = Opening(countries, library.country(countries.rows[0].code))
        library.close()
    return pages


def shipped(resources: Path, added: str) -> Shipped | None:
    """What ships, its articles filed under the time `added`; None where it is not of these resources."""
    try:
        found = msgspec.json.decode((resources / FILE).read_bytes(), type=Shipped)
    except (OSError, msgspec.DecodeError):
        return None
    if found.seal != seal(resources):
        return None
    return structs.replace(found, steps=tuple(_filed(step, added) for step in found.steps))


def _is_over(time: PartialDate, today: PartialDate) -> bool:
    return time < today[: len(time)]


def _filed(step: Step, added: str) -> Step:
    if step.article is None:
        return step
    known = structs.replace(step.article.bibliography, added=added)
    return structs.replace(step, article=structs.replace(step.article, bibliography=known))


def seal(resources: Path) -> str:
    """Changes with every file that reading the built-in articles depends on."""
    return own.seal(resources / name for name in _DEPENDS_ON)
