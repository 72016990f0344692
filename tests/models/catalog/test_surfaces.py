from __future__ import annotations

from models.catalog import Catalog, Surface, load
from models.catalog.entries import Country, Ending
from models.catalog.surfaces import surfaces

ENDINGS = (
    Ending(id="x-stan", lang="ru", ending="стан", forms=("стана", "стану")),
    Ending(id="x-an", lang="ru", ending="ан", forms=("ана",)),
)
LAND = Country(
    id="ZZZ",
    names={"en": "Zed", "ru": "Зедистан"},
    also={"en": ("ZD", "Zed"), "mul": ("Zz",), "ru": ("Республика Зедистан",)},
    adjective={"en": ("Zeddish",)},
    people={"en": ("Zeds",)},
    metonym={"en": ("Zedville",)},
    exact=("ZD",),
    ambiguous=("Zeds",),
)


def forms(lang: str) -> dict[str, set[str]]:
    return {surface.text: set(surface.flags) for surface in surfaces("country", [LAND], lang, ENDINGS)}


def test_every_form_once_with_its_flags() -> None:
    assert forms("en") == {
        "Zed": {"name"},
        "ZD": {"alias", "exact"},
        "Zz": {"alias"},
        "Zeddish": {"adjective"},
        "Zeds": {"people", "ambiguous"},
        "Zedville": {"metonym"},
    }


def test_longest_ending_bends_one_word_names() -> None:
    assert forms("ru") == {
        "Зедистан": {"name"},
        "Республика Зедистан": {"alias"},
        "Зедистана": {"name", "inflected"},
        "Зедистану": {"name", "inflected"},
        "Zz": {"alias"},
    }


def test_other_language_has_only_the_common_forms() -> None:
    assert forms("ja") == {"Zz": {"alias"}}


def test_catalog_names_everything(catalog: Catalog) -> None:
    found = set(catalog.surfaces("en"))
    assert Surface("US", "country", "USA", frozenset({"alias", "exact"})) in found
    assert Surface("Uzbeks", "country", "UZB", frozenset({"people"})) in found
    assert Surface("the Kremlin", "country", "RUS", frozenset({"metonym"})) in found
    assert Surface("five Central Asian nations", "group", "C5", frozenset({"alias"})) in found
    assert Surface("rare-earth elements", "commodity", "rare earths", frozenset({"alias"})) in found
    assert Surface("Trans Caspian transport route", "route", "middle-corridor", frozenset({"alias"})) in found
    assert Surface("Aktau", "place", "Aktau", frozenset({"name"})) in found
    assert Surface("Tokayev", "actor", "kassym-jomart-tokayev", frozenset({"alias"})) in found
    assert Surface("Peru", "country", "PER", frozenset({"name"})) in found


def test_catalog_names_everything_in_other_languages(catalog: Catalog) -> None:
    ja = {(surface.text, surface.id) for surface in catalog.surfaces("ja")}
    assert {("カスピ海ルート", "middle-corridor"), ("中央アジア５カ国", "C5"), ("重要鉱物", "critical minerals")} <= ja
    ru = {(surface.text, surface.id) for surface in catalog.surfaces("ru")}
    assert {("Казахстаном", "KAZ"), ("Срединного коридора", "middle-corridor"), ("узбекского", "UZB")} <= ru


def test_surfaces_are_the_same_each_time() -> None:
    assert list(load().surfaces("ru")) == list(load().surfaces("ru"))
