"""The guide beside the templates names every variable that they are given, and no other."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jinja2 import Environment, meta

from models import briefs
from models.briefs.records import Chapter, Entry, Part, Picture, Run, Source, Table
from models.catalog import RESOURCES
from models.publishing.markdown import Piece
from models.publishing.site import content

FOLDER = RESOURCES / "templates"
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in (FOLDER / "README.md").read_text("utf-8").splitlines()
    if line.startswith("|") and not line.startswith("|---")
]
TOLD: dict[str, set[str]] = {}
for first, *_, last in ROWS:
    TOLD.setdefault(first, set()).update(re.findall(r"`(\w+)`", last))
RECORDS: dict[str, tuple[type, ...]] = {
    "`brief`": (briefs.Brief,),
    "chapter": (Chapter,),
    "part": (Part,),
    "entry": (Entry,),
    "table": (Table, briefs.Row),
    "picture": (Picture,),
    "note": (briefs.Writing,),
    "block": (Piece,),
    "link": (content.Link,),
    "`page` of a subject": (content.SubjectPage,),
    "section": (content.Section,),
    "statement": (content.Said, content.Side),
    "passage": (content.Passage,),
    "`page` of an article": (content.ArticlePage,),
    "paragraph": (content.Paragraph, content.Passing, content.Piece),
    "source": (Source, Run, content.Source),
}


def used(name: str) -> set[str]:
    """What a template asks for that neither it nor `parts.html` makes."""
    text = (FOLDER / name).read_text("utf-8")
    imported = re.search(r"import (.+) with context", text)
    own = {*re.findall(r"set (\w+)", text), *(imported[1].split(", ") if imported else ())}
    environment = Environment(autoescape=True)
    environment.tests["address"] = lambda value: bool(value)
    for known in ("markdown", "drawn"):
        environment.filters[known] = str
    return meta.find_undeclared_variables(environment.parse(text)) - own


TEMPLATES = [path for path in FOLDER.rglob("*.*") if path.suffix in (".html", ".md") and path.parent != FOLDER]


@pytest.mark.parametrize("name", sorted(str(path.relative_to(FOLDER)) for path in TEMPLATES))
def test_what_a_template_uses_is_told(name: str) -> None:
    file = name.rpartition("/")[2]
    rows = [told for first, told in TOLD.items() if f"`{file}`" in first]
    known = set().union(*rows, TOLD["all pages"] if name.startswith("site") else ())
    if file not in ("base.html", "parts.html"):
        assert rows
    assert used(name) <= known


@pytest.mark.parametrize("what", RECORDS)
def test_what_a_variable_has_is_told(what: str) -> None:
    has = set[str]()
    for record in RECORDS[what]:
        kept: Any = record
        derived = {name for name, value in vars(record).items() if isinstance(value, property)}
        has |= {*kept.__struct_fields__, *derived}
    assert TOLD[what] >= has - {"tells"}
