"""The catalog: countries, commodities, routes, places, actors, units and properties, with names in every language.

`load` opens it; each table is read when first asked for. See `entries` for what the entries hold.
"""

from models.catalog.catalog import LANGUAGES, RESOURCES, Catalog, load
from models.catalog.entries import (
    Actor,
    Commodity,
    CommodityGroup,
    Country,
    CriticalList,
    Currency,
    Ending,
    Entry,
    Group,
    Leg,
    Line,
    Membership,
    Office,
    Place,
    PloverType,
    Property,
    Route,
    Surface,
    Unit,
    UnitForm,
)

__all__ = [
    "LANGUAGES",
    "RESOURCES",
    "Actor",
    "Catalog",
    "Commodity",
    "CommodityGroup",
    "Country",
    "CriticalList",
    "Currency",
    "Ending",
    "Entry",
    "Group",
    "Leg",
    "Line",
    "Membership",
    "Office",
    "Place",
    "PloverType",
    "Property",
    "Route",
    "Surface",
    "Unit",
    "UnitForm",
    "load",
]
