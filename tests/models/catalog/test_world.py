"""All other countries: their names in their own languages are those of the Unicode CLDR."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global

from models.catalog import Catalog


def test_all_other_countries_are_named_in_their_official_languages(catalog: Catalog) -> None:
    """As far as the CLDR has a name in them; nobody lives in the four that have none."""
    official = {"official", "de_facto_official"}
    for country in catalog.world.values():
        spoken = get_global("territory_languages").get(country.alpha2, {})
        state = {lang.replace("_", "-") for lang, facts in spoken.items() if facts.get("official_status") in official}
        assert set(country.local) <= state, country.id
        for tag, name in country.local.items():
            cldr = Locale.parse(tag, sep="-").territories[country.alpha2]
            assert name == country.names.get(tag, cldr), country.id
    assert {country.id for country in catalog.world.values() if not country.local} == {"ATA", "ATF", "BVT", "HMD"}
    assert catalog.world["NPL"].local == {"ne": "नेपाल"}
