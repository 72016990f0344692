"""Goods and deeds in the languages that bend words: as somebody would say them, and not in brackets."""

from __future__ import annotations

import pytest

from models.catalog import RESOURCES, Catalog
from models.library import Library
from models.phrases import Phrases, load
from models.records import Content, Event, Quantity, Resource

WORLD = Quantity(43, "percent", "world")


@pytest.mark.parametrize(
    ("content", "russian", "japanese"),
    [
        (Resource("KAZ", "nuclear power", "develops"), "освоение атомной энергии", "原子力の開発"),
        (
            Resource("KAZ", "uranium", "produces", rank=1),
            "1-е место в мире по производству урана",
            "ウランの生産 世界第1位",
        ),
        (Resource("KAZ", "uranium", "produces", quantity=WORLD), "производство урана, 43 % мирового объёма", ""),
        (Resource("KAZ", "gold", "exports", partner=("CHN",)), "экспорт золота (куда: Китай)", "金の輸出（中国向け）"),
        (Resource("KAZ", "uranium", "has"), "в наличии — уран", "保有 ウラン"),
        (Resource("KAZ", "glass beads", "exports"), "экспорт — glass beads", "glass beadsの輸出"),
        (Resource("KAZ", "glass beads", "exports", rank=2), "2-е место в мире по экспорту — glass beads", ""),
    ],
)
def test_goods_stand_behind_what_is_done_with_them(
    catalog: Catalog, content: Content, russian: str, japanese: str
) -> None:
    assert Phrases(catalog, "ru").content(content).replace("\u00a0", " ") == f"Казахстан: {russian}"
    if japanese:
        assert Phrases(catalog, "ja").content(content) == f"カザフスタン：{japanese}"


def test_what_electricity_is_made_from_is_not_what_is_produced(catalog: Catalog) -> None:
    share = Resource("KAZ", "hydropower", "produces", quantity=Quantity(40, "percent", "electricity"))
    assert Phrases(catalog, "ru").content(share).endswith("производство — электроэнергия, 40 % — гидроэнергия")


def test_all_goods_of_the_catalog_have_the_form_that_stands_behind_a_noun(catalog: Catalog) -> None:
    forms = load(RESOURCES / "phrases", "ru")["resource"]["genitive"]
    named = {goods.called("ru") for goods in catalog.commodities.values()}
    assert named - forms.keys() == set()
    assert forms.keys() - named == set()


def test_no_deed_of_the_built_in_articles_leaves_its_object_in_brackets(held: Library) -> None:
    phrases = Phrases(held.catalog, "ru")
    events = (statement.shown.content for statement in held.statements())
    told = [phrases.summary(event) for event in events if isinstance(event, Event) and event.summary]
    assert len(told) > 30
    assert [text for text in told if "(" in text] == []
