"""Which tab shows a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Kind
from ui.session import Place

if TYPE_CHECKING:
    from models.briefs import Subject
    from models.library import Library

HOME = "countries"
KIND_TABS = {
    "country": "countries",
    "commodity": "resources",
    "route": "routes",
    "actor": "geopolitics",
    "article": "articles",
}


def place_left(told: str, tab: str, library: Library) -> Place:
    """The place of a tab that is `told` by kind and id; the tab as a whole where there is none such any more."""
    kind, _, name = told.partition(" ")
    catalog = library.catalog
    match kind:
        case "commodity" | "route":
            known = name in (catalog.commodities if kind == "commodity" else catalog.routes)
        case "article":
            known = any(article.id == name for article in library.bibliographies())
        case _:
            known = False
    return Place(kind, name) if known and KIND_TABS[kind] == tab else Place("tab", tab)


def place_in(tab: str, subject: str) -> Place:
    """The place of a subject that a tab shows; the tab as a whole where it shows nothing in particular."""
    kind = next((kind for kind, at in KIND_TABS.items() if at == tab), "")
    return Place(kind, subject) if subject else Place("tab", tab)


def tab_of(place: Place, library: Library, current: str) -> str:
    """The id of the tab for a place; `current` where any tab will do, as for a statement."""
    if place.kind == "tab":
        return place.id
    if place.kind != "note":
        return KIND_TABS.get(place.kind, current)
    subject = next((note.subject for note in library.notes() if note.id == place.id), None)
    return current if subject is None else _tab_of_subject(subject, library)


def _tab_of_subject(subject: str, library: Library) -> str:
    """The tab where the notes on a subject are kept."""
    if subject in library.catalog.commodities:
        return "resources"
    return "routes" if subject in library.catalog.routes else HOME


def home_of(statement_id: str, library: Library) -> Place | None:
    """A page that lists a statement: its route's, else its first country's, else its commodity's."""
    statement = library.statement(statement_id)
    pages = {
        "route": library.catalog.routes if statement.kind is Kind.ROUTE else (),
        "country": [row.code for row in library.countries().rows],
        "commodity": library.catalog.commodities,
    }
    return next(
        (Place(kind, each) for kind, known in pages.items() for each in known if each in statement.topics), None
    )


def subject_of(tab: str, shown: str, words: str = "", older: str = "") -> Subject:
    """What a brief on the page shown is about: its country, commodity or route, or else the tab as a whole.

    It is filtered by words and by age as the lists there are.
    """
    from models.briefs import Subject  # a start need not wait for it

    kind = {"countries": "countries", "resources": "commodities", "routes": "routes"}.get(tab)
    return Subject(kind, (shown,), words, older) if kind and shown else Subject(tab, (), words, older)
