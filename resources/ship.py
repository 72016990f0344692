"""Reads the built-in articles and writes shipped.json; `python -m resources.ship` after a change of what they need."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from models.library.builtin import FILE, ship

HERE = Path(__file__).resolve().parent

if __name__ == "__main__":  # reading starts worker processes, which import this file
    (HERE / FILE).write_bytes(ship(HERE, datetime.now(UTC).date().isoformat()))
