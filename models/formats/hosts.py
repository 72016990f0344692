"""Hosts that deliver files for whoever pays them: they publish nothing."""

from __future__ import annotations

from models.formats.rules import layout


def delivers(name: str) -> bool:
    """Whether the name is such a host, or one below it."""
    host = name.strip().rstrip(".").casefold()
    return any(host == carrier or host.endswith(f".{carrier}") for carrier in layout().carriers)
