"""Lists of critical raw materials: complete by version, with their sources."""

from __future__ import annotations

import re

import pytest

from models.catalog import Catalog

LANGUAGES = ("en", "ja", "ru")
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@pytest.mark.parametrize(
    ("name", "count", "by"),
    [
        ("us-critical-2022", 50, ","),
        ("us-critical-2025", 60, ","),
        ("eu-critical-2024", 34, ";"),
        ("eu-strategic-2024", 17, ";"),
        ("us-critical-2018", 35, ";"),
        ("eu-critical-2011", 14, ";"),
        ("eu-critical-2014", 20, ";"),
        ("eu-critical-2017", 27, ";"),
        ("eu-critical-2020", 30, ";"),
        ("japan-rare-metals-2020", 34, ";"),
        ("uk-critical-2022", 18, ";"),
        ("uk-watched-2022", 5, ";"),
    ],
)
def test_lists_are_complete(catalog: Catalog, name: str, count: int, by: str) -> None:
    """A list names as many materials as it says, when groups that stand for several are counted as what they hold."""
    old = {m.wording: c.lists for c in catalog.commodities.values() for m in c.lists if m.list == "us-critical-2022"}
    assert old
    named: set[str] = set()
    for commodity in catalog.commodities.values():
        for membership in commodity.lists:
            if membership.list == name:
                wording = membership.wording
                if "of the 2022 list" in wording:
                    wording = next(m.wording for m in commodity.lists if m.list == "us-critical-2022")
                plain = wording.replace(", one by one", "").replace(" and ", ", ")
                named |= {part.strip() for part in (plain.split(by) if by == ";" else plain.split(", "))}
    assert catalog.critical_lists[name].count == count
    assert len(named) == count


def test_memberships_name_lists(catalog: Catalog) -> None:
    for commodity in catalog.commodities.values():
        assert all(m.list in catalog.critical_lists and m.wording for m in commodity.lists), commodity.id
    for critical in catalog.critical_lists.values():
        assert PARTIAL_DATE.fullmatch(critical.date)
        assert critical.source.title
        assert set(critical.names) == set(critical.short) == set(LANGUAGES)
        assert not critical.newer or catalog.critical_lists[critical.newer].date > critical.date
    partial = catalog.critical_lists["uk-critical-2024"]
    kept = [m.wording for c in catalog.commodities.values() for m in c.lists if m.list == partial.id]
    assert sum(len(wording.split("; ")) for wording in kept) == 14 < partial.count
    assert "14 of the 34" in partial.doubt
