"""The ground: what is known of the region, its goods, sites and routes before the first sentence of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.around.sites import Sites, of_catalog
from models.reading.reference.context import Context
from models.reading.reference.lines import Lines
from models.reading.reference.wares import Wares
from models.records import Resource

if TYPE_CHECKING:
    from models.catalog import Catalog
    from models.reading.grammar.language import Language
    from models.reading.trace import Trace
    from models.records import Content


class Ground:
    """Tables made once from a catalog and the words of the language; every article begins with a context on them."""

    def __init__(self, catalog: Catalog, language: Language) -> None:
        tables = language.tables
        self.region = (catalog.region.id,)
        self.members = frozenset({catalog.region.id, *catalog.region.members})
        self._blocs = frozenset(catalog.groups) - self.members
        self._states = frozenset({*catalog.countries, *catalog.groups, *catalog.world})
        self._parts = {
            word: group.land["en"] for group in catalog.groups.values() if group.land for word in group.ambiguous
        }
        self._called = {code: catalog.name(code) for code in catalog.region.members}
        self._part_ends: dict[str, int] = tables.get("part_ends", {})
        self._kinds = {route.id: route.kind for route in catalog.routes.values()}
        self._lands = {route.id: frozenset(route.countries) for route in catalog.routes.values()}
        ways: dict[str, list[str]] = tables.get("ways", {})
        self._ways = {noun: frozenset(kinds) for noun, kinds in ways.items()}
        self._proper = language.words("way_words", "proper")
        self.sites = of_catalog(catalog.places.values()) | set(language.words("localities_kinds", "sites"))
        goods: dict[str, str] = tables.get("site_goods", {})
        self._yields = {site.name: goods[site.kind] for site in catalog.places.values() if site.kind in goods}
        self.only = {unit.id: frozenset(unit.only) for unit in catalog.units.values() if unit.only}
        goods_units = (unit for unit in catalog.units.values() if unit.only and unit.kind != "power")
        self._usual = {unit.id: unit.only[0] for unit in goods_units}
        self._measured: dict[str, list[str]] = tables.get("unit_goods", {})
        self._goods_called: dict[str, list[str]] = tables.get("called", {})
        self._groups = {code: commodity.group for code, commodity in catalog.commodities.items()}

    def context(self, trace: Trace | None = None) -> Context:
        """What is known before the first sentence of an article."""
        return Context(
            self.region,
            self.members,
            self._states,
            self._blocs,
            self._parts,
            self._called,
            sites=Sites(self.sites),
            wares=Wares(self.only, self._usual, self._measured, self._groups, self._goods_called),
            lines=Lines(self._kinds, self._lands, self._ways, self._proper),
            trace=trace,
            yields=self._yields,
            part_ends=self._part_ends,
        )

    def is_mismeasured(self, content: Content) -> bool:
        """Whether a commodity has a figure in a unit that is only for others ("27 gigawatts" is no oil)."""
        if not isinstance(content, Resource) or content.quantity is None:
            return False
        only = self.only.get(content.quantity.unit, frozenset())
        return bool(only) and content.resource not in only
