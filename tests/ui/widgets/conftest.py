"""Made-up lines for the lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.pages.lines import Line, VariantLine
from models.records import Kind, Rank, Standing

Maker = Callable[..., Line]


@pytest.fixture(scope="session")
def make_line() -> Maker:
    """`make_line(number, text, sources=1, values=())` gives a line; several values make it contested."""

    def make(number: int, text: str, sources: int = 1, values: tuple[str, ...] = (), detail: str = "") -> Line:
        variants = tuple(VariantLine(value, 1, Rank.NORMAL) for value in values or (text,))
        standing = Standing.SINGLE if sources == 1 else Standing.CORROBORATED
        standing = Standing.CONTESTED if values else standing
        return Line(f"s{number}", Kind.RESOURCE, text, detail, standing, sources, Rank.NORMAL, variants)

    return make
