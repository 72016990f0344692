"""Where to find a record's row: made on the first question, from rows that never change."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.storage.snapshot import Row


class DerivedIndex:
    """The rows of articles and claims at one moment, by article and by topic."""

    def __init__(self, articles: Mapping[str, Row], claims: Mapping[str, Row]) -> None:
        self.articles = articles
        self.claims = claims

    @cached_property
    def row_of_article(self) -> dict[str, str]:
        """Row id by article id."""
        return {row["bibliography"]["id"]: key for key, row in self.articles.items()}

    @cached_property
    def row_of_claim(self) -> dict[str, str]:
        """Row id by claim id."""
        return {row["id"]: key for key, row in self.claims.items()}

    @cached_property
    def claims_of_article(self) -> dict[str, list[str]]:
        """Row ids of claims by article id, in the order in which they were added."""
        found: dict[str, list[str]] = {}
        for key, row in self.claims.items():
            found.setdefault(row["evidence"]["article"], []).append(key)
        return found

    @cached_property
    def claims_on_topic(self) -> dict[str, list[str]]:
        """Row ids of claims by topic, in the order in which they were added."""
        found: dict[str, list[str]] = {}
        for key, row in self.claims.items():
            for topic in row["topics"]:
                found.setdefault(topic, []).append(key)
        return found
