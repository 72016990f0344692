"""What was not done: it is neither drawn on the timeline nor counted as friendly."""

from __future__ import annotations

import pytest
from msgspec import structs

from models.catalog import load
from models.pages.geopolitics import geopolitics_page
from models.phrases import Phrases
from models.records import Event
from models.statements import group
from tests.models.making import claim

CATALOG = load()
PHRASES = Phrases(CATALOG)


@pytest.mark.parametrize(("plover", "quad"), [("AGREE", 1), ("CONSULT", 1), ("SANCTION", 4)])
def test_what_was_not_done_is_neither_drawn_nor_counted(plover: str, quad: int) -> None:
    done = claim(Event(plover, ("KAZ",), ("CHN",), date="2025-11-03"))
    page = geopolitics_page(group([done], CATALOG), CATALOG, PHRASES)
    assert [moment.quad for moment in page.timeline] == [quad]
    assert [link.weight for link in page.links] == [1]
    page = geopolitics_page(group([structs.replace(done, affirmed=False)], CATALOG), CATALOG, PHRASES)
    assert (page.timeline, page.links) == ((), ())
