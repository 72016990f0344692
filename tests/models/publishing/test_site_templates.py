"""Templates of the user's own for the site."""

from __future__ import annotations

import pytest

from models.catalog import RESOURCES
from models.library import Library
from models.publishing.site import Scope, site
from models.records import Problem

DAY = "2026-11-22"
ROUTE = Scope((), (), ("middle-corridor",), dealings=False)


def own(library: Library, name: str, text: str) -> None:
    folder = library.folder / "templates" / "site"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_templates_of_the_user_come_before_ours(told: Library) -> None:
    ours = (RESOURCES / "templates" / "site" / "sources.html").read_text("utf-8")
    own(told, "sources.html", ours.replace("{{ words.sources_title }}</h1>", "Where it comes from</h1>"))
    own(told, "site.css", "body { color: green; }")
    files = site(told, DAY, ROUTE)
    assert isinstance(files, dict)
    assert b"Where it comes from" in files["sources.html"]
    assert files["site.css"] == b"body { color: green; }"


@pytest.mark.parametrize(
    "text", ["{% for %}", "{{ nothing.there }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{% include 'x' %}"]
)
def test_a_template_that_cannot_be_used_is_told(told: Library, text: str) -> None:
    own(told, "sources.html", text)
    problem = site(told, DAY, ROUTE)
    assert isinstance(problem, Problem)
    assert "template" in problem.reason
