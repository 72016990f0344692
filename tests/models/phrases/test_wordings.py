"""Wordings that a reader would stumble over: names behind a label, and projects that are developed."""

from __future__ import annotations

import pytest

from models.catalog import load
from models.phrases import Phrases
from models.records import Content, Modality, Profile, Resource
from models.statements import group
from tests.models.making import claim

CATALOG = load()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (Profile("KAZ", "state-companies", "Kazatomprom"), "Kazakhstan, state companies: Kazatomprom"),
        (Profile("KAZ", "export-markets", "CHN+RUS"), "Kazakhstan, main buyers of exports: China and Russia"),
        (Profile("KAZ", "borders", "CHN"), "Kazakhstan: borders on China"),
        (Profile("KAZ", "capital", "Astana"), "Kazakhstan: capital Astana"),
    ],
)
def test_names_of_a_list_stand_apart_from_what_they_are(content: Content, told: str) -> None:
    (statement,) = group([claim(content)], CATALOG)
    assert Phrases(CATALOG).variant(statement.shown) == told


@pytest.mark.parametrize(
    ("modality", "told", "cell"),
    [
        (Modality.DONE, "Kazakhstan is developing uranium projects", "Develops projects"),
        (Modality.PLANNED, "Kazakhstan plans to develop uranium projects", "Plans to develop projects"),
    ],
)
def test_projects_are_developed_not_goods(modality: Modality, told: str, cell: str) -> None:
    (statement,) = group([claim(Resource("KAZ", "uranium", "develops"), modality=modality)], CATALOG)
    phrases = Phrases(CATALOG)
    assert phrases.variant(statement.shown) == told
    assert phrases.cell(Resource("KAZ", "uranium", "develops"), statement.shown.claims) == cell
    assert Phrases(CATALOG, "ru").variant(statement.shown).startswith("Казахстан: освоение")
