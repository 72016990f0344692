"""The day by the clock of this machine."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day here and now."""
    return datetime.now().astimezone().date()
