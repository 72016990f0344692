"""Names and offices with the article that English gives them."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import load
from models.phrases import Phrases
from models.records import Quote, Resource
from models.statements import group
from tests.models.making import claim

CATALOG = load()
PHRASES = Phrases(CATALOG)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("president", "according to the president"),
        ("Kazakh industry minister", "according to the Kazakh industry minister"),
        ("association of the route", "according to the association of the route"),
        ("World Bank", "according to the World Bank"),
        ("association of Northern Corridor", "according to the association of the Northern Corridor"),
        ("company data", "according to company data"),
        ("Centre for Eastern Studies", "according to the Centre for Eastern Studies"),
        ("an encyclopedia", "according to an encyclopedia"),
        ("other estimates", "according to other estimates"),
        ("Rosatom", "according to Rosatom"),
        ("Kazakhstan's state uranium company", "according to Kazakhstan's state uranium company"),
    ],
)
def test_an_office_has_its_article(who: str, said: str) -> None:
    told = structs.replace(claim(Resource("KAZ", "lithium", "produces")), attribution=who)
    (statement,) = group([told], CATALOG)
    assert PHRASES.detail(statement) == said


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("president of United States", "president of the United States"),
        ("prime minister of Japan", "prime minister of Japan"),
        ("spokesman", "spokesman"),
    ],
)
def test_a_role_has_the_article_of_whose_it_is(role: str, said: str) -> None:
    (statement,) = group([claim(Quote("Who", role=role, words="A new phase"))], CATALOG)
    assert PHRASES.detail(statement) == said
