"""What tests of printing share."""

from __future__ import annotations

import pytest

from models.briefs import Brief
from tests.ui.printing.making import long_brief


@pytest.fixture
def brief() -> Brief:
    """A brief of many pages."""
    return long_brief()
