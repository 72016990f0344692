"""The catalog that comes with the application, read once."""

from __future__ import annotations

import pytest

from models.catalog import Catalog, load


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load()
