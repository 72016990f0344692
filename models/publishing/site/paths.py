"""Where the pages of a site are, by what they are about."""

from __future__ import annotations

import re
import unicodedata

INDEX, SOURCES, SEARCH = "index.html", "sources.html", "search.html"
DEALINGS, REST = "geopolitics.html", "further.html"
_APART = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


class Paths:
    """A path for each page, made of its id or title; the same for the same page, no two alike on any file system."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def of(self, folder: str, key: str, title: str = "") -> str:
        """The path of the page of a key; `title` names the file where the key does not speak for itself."""
        if (folder, key) not in self._given:
            plain = unicodedata.normalize("NFKD", title or key).encode("ascii", "ignore").decode().lower()
            name = _APART.sub("-", plain).strip("-")[:_LONGEST].rstrip("-") or "page"
            path, number = f"{folder}/{name}.html", 1
            while path in self._taken:
                number += 1
                path = f"{folder}/{name}-{number}.html"
            self._taken.add(path)
            self._given[folder, key] = path
        return self._given[folder, key]
