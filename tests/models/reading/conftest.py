"""The reader that all tests of the reading engine share."""

from __future__ import annotations

import pytest

from models.catalog import Catalog
from models.reading import Reader


@pytest.fixture(scope="session")
def reader(catalog: Catalog) -> Reader:
    """A reader with the rules and the catalog that ship with Oxus."""
    return Reader(catalog)
