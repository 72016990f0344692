"""The user's own rules and names: TOML files in the library's folder that are read on top of those of Oxus.

Templates lie beside them; `files` gives all that the user has put there.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from models import catalog as catalogs
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from models.catalog import Catalog
    from models.pipeline import Settings

RULES = "rules"
NAMES = "catalog"
TEMPLATES = "templates"
LOOKS = (f"{TEMPLATES}/brief", f"{TEMPLATES}/site")
"""Where templates lie: those of briefs, and those of web pages."""
KINDS = (".toml", ".json")
"""Endings of the files that are read."""
PATTERNS = (".html", ".css", ".csl", ".js", ".docx", ".odt", ".md")
"""Endings of templates."""
THEIRS = ".theirs"
"""The last ending of rules or names that a merge brought beside ours of the same name: they are kept, but not read."""


_BESIDE = (".", "~")
"""What the names of files begin with that others keep beside one that is open in them."""


def with_own(catalog: Catalog, folder: Path) -> Catalog:
    """The catalog with the user's tables on top; the same one where the library's folder has none."""
    own = folder / NAMES
    if own in catalog.folders or not has_files(own):
        return catalog
    return catalogs.load(*catalog.folders, own, cache=catalog.cache)


def rules_folders(resources: Path, folder: Path) -> tuple[Path, ...]:
    """Where rules are: ours, then the user's where there are any."""
    own = folder / RULES
    return (resources / RULES, own) if has_files(own) else (resources / RULES,)


def reading(folder: Path, resources: Path = catalogs.RESOURCES) -> tuple[Catalog, Settings]:
    """With which names and rules files are read for the library in `folder`, which is not opened."""
    from models.pipeline import Settings

    catalog = with_own(catalogs.load(resources / NAMES), folder)
    return catalog, Settings(catalog_folders=catalog.folders, rules_folders=rules_folders(resources, folder))


def has_files(folder: Path) -> bool:
    """Whether the folder holds any file that Oxus would read."""
    try:
        return any(path.suffix in KINDS for path in folder.iterdir())
    except OSError:
        return False


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The user's own files by their paths in the library's folder, with what is in them. Raises OSError."""
    kinds = (*KINDS, *(f"{kind}{THEIRS}" for kind in KINDS))
    for name, endings in ((NAMES, kinds), (RULES, kinds), *((name, PATTERNS) for name in LOOKS)):
        place = folder / name
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.name.endswith(endings) and not path.name.startswith(_BESIDE) and path.is_file():
                yield f"{name}/{path.name}", path.read_bytes()


def problems(catalog: Catalog, rules: tuple[Path, ...], folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the user's own files, as far as reading and the window leave it out."""
    found: list[Problem] = []
    if len(rules) > 1:
        from models.pipeline import Settings, rule_problems  # only who has rules of their own waits for the engine

        settings = Settings(catalog_folders=catalog.folders, rules_folders=rules, cache=catalog.cache)
        found += rule_problems(settings)
    if folder / NAMES in catalog.folders:
        found += [*_misnamed(catalog, folder), *catalog.check()]
    return tuple(found)


def stamp(resources: Path, folder: Path) -> str:
    """Changes with every built-in article and with the rules and own names that they are read with."""
    return seal((resources / "articles", *rules_folders(resources, folder), folder / NAMES))


def seal(folders: Iterable[Path]) -> str:
    """Changes with every file in the folders but Python's own."""
    found = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found.update(path.name.encode())
                found.update(path.read_bytes())
    return found.hexdigest()


def _misnamed(catalog: Catalog, folder: Path) -> list[Problem]:
    """The user's files that have the name of no table."""
    known = {path.stem for path in catalog.folders[0].glob("*.toml")}
    reason = f"This file is not read: it must have the name of a table ({', '.join(sorted(known))})."
    own = sorted(path for path in (folder / NAMES).iterdir() if path.suffix == ".toml")
    return [Problem(str(path), reason) for path in own if path.stem not in known]
