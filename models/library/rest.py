"""The search for garbage kept out of the way of bulk work, which makes very many records and hardly any garbage."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def at_rest() -> Iterator[None]:
    """No search for garbage meanwhile. What is there in the end counts as lasting, and is not searched again.

    Among a hundred thousand claims a single search takes half a second, in which no other thread moves.
    """
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if active:
            gc.enable()
