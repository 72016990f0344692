"""A short site tells of each subject what a short brief does, and leads nowhere else."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from models.publishing.site import Scope
from tests.models.publishing.test_site import made, parsed, told_in, words

if TYPE_CHECKING:
    from models.library import Library


def test_a_short_one_tells_of_each_what_tells_most(held: Library) -> None:
    both = [
        made(held, Scope(countries=("KAZ",), commodities=("uranium",), routes=(), dealings=False, short=short))
        for short in (True, False)
    ]
    short, whole = ({path: parsed(data) for path, data in files.items() if path.endswith(".html")} for files in both)
    assert "geopolitics.html" not in short
    page = "countries/kazakhstan.html"
    titles = [[words(heading) for heading in pages[page].iter("h2")] for pages in (short, whole)]
    assert titles[0] == ["In short", "Key figures", "Contested"]
    assert set(titles[0]) < set(titles[1])
    assert told_in(short[page], "summary") != []
    assert len(told_in(short[page], "profile")) < len(told_in(whole[page], "profile"))
    assert len(short["sources.html"].xpath("//li")) < len(whole["sources.html"].xpath("//li")) / 2
    lost = [
        link.get("href")
        for link in short[page].iter("a")
        if not link.get("href").startswith(("#", "http"))
        and posixpath.normpath(posixpath.join("countries", link.get("href").partition("#")[0])) not in both[0]
    ]
    assert lost == []
