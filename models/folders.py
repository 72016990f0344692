"""Where things lie on the user's machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def usual_folder() -> Path:
    """Where the library is unless the user says otherwise: in the platform's folder for data."""
    import platformdirs  # a library elsewhere does not need it

    return platformdirs.user_data_path("Oxus", appauthor=False) / "library"
