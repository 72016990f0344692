"""The chapter of a country, in the order in which a minister asks: where, what it has, with whom, when, how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.beginning import beginning, mainly
from models.briefs.changes import changes
from models.briefs.charts import charts
from models.briefs.comparing import compared
from models.briefs.dealings import commitments, partners, timeline
from models.briefs.figures import key_figures, of_country
from models.briefs.goods import goods
from models.briefs.listed import without_listed
from models.briefs.maps import map_of_country
from models.briefs.neighbours import tied
from models.briefs.opening import opening
from models.briefs.owners import of_owners, owners
from models.briefs.quoting import quotes
from models.briefs.records import Chapter, Part
from models.briefs.shorter import MOST, weightiest
from models.briefs.speakers import agreed, apart
from models.briefs.summary import summary
from models.briefs.ways import measured, routes, without_avoiding, without_elsewhere
from models.pages.countries import MORE, PROFILE
from models.records import RouteFact, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line

Sections = dict[str, list["Line"]]
OWNERSHIP = "ownership"
"""The part of who owns what, which the window tells among relations."""


def countries(writer: Writer) -> tuple[Chapter, ...]:
    """A chapter for each country asked for, or for every country of the region in the order of the list.

    What is said of the region as a whole stands before all its countries, but behind some that were chosen: a brief on
    these begins with what tells most of each.
    """
    region, chosen = writer.catalog.region, writer.subject.codes
    if len(chosen) == 1:
        return (country(writer, chosen[0]),)
    # What is said of the region as a whole stands on every member's page: printed together, it is said once.
    whole = writer.library.country(region.id)
    told = frozenset(line.statement for section in whole.sections for line in section.lines)
    if chosen:
        first = opening(writer, {code: _own(_lines(writer, code, told)) for code in chosen})
        members = tuple(country(writer, code, told) for code in chosen)
        last = country(writer, region.id, title=writer.words["whole"], drawn=False)
        return (*first, *members, *((last,) if last.parts else ()))
    codes = tuple(row.code for row in writer.library.countries().rows if row.in_region)
    side_by_side = compared(writer, codes)
    begun = whole.sections or side_by_side
    first = (country(writer, region.id, title=writer.words["whole"], before=side_by_side),) if begun else ()
    return (*first, *(country(writer, code, told) for code in codes))


def _lines(writer: Writer, code: str, elsewhere: frozenset[str]) -> Sections:
    """What is told of a country, by parts."""
    lines: Sections = {}
    for section in writer.library.country(code).sections:
        part = PROFILE if section.id == MORE else section.id
        shares = of_owners(writer, section.lines)
        rest = [line for line in section.lines if line not in shares] if shares else section.lines
        kept = [line for line in writer.kept(part, rest) if line.statement not in elsewhere]
        lines.setdefault(part, []).extend(of_country(writer, kept, code) if part == PROFILE else kept)
        owned = [line for line in writer.kept(OWNERSHIP, shares) if line.statement not in elsewhere]
        lines.setdefault(OWNERSHIP, []).extend(owned)
    return lines


def _own(lines: Sections) -> list[Line]:
    return [line for found in lines.values() for line in found]


def country(
    writer: Writer,
    code: str,
    elsewhere: frozenset[str] = frozenset(),
    title: str = "",
    *,
    drawn: bool = True,
    before: Sequence[Part] = (),
) -> Chapter:
    """A country's chapter without the statements that are told elsewhere, and without key figures of others.

    With a map unless that is `drawn` elsewhere, too; `before` it and all else but what tells most stand these parts.
    """
    page = writer.library.country(code)
    lines = _lines(writer, code, elsewhere)
    own = _own(lines)
    figures: list[Line] = []
    if code != writer.catalog.region.id:  # whose routes are told with its members
        part = "routes" if writer.options.wishes("routes") else "changes"
        ways = (line for section in page.sections if section.id == "routes" for line in section.lines)
        near = without_avoiding(writer, lines.get("routes") or writer.beside(part, ways), code)
        figures = [line for line in measured(writer, near, part) if line.statement not in elsewhere]
        figures = without_elsewhere(writer, figures, code)
        if part == "routes":
            lines["routes"] = _each_once([*figures, *without_elsewhere(writer, lines.get("routes", []), code)])
    every = _each_once([*own, *lines.get("routes", [])])
    whole = [line for section in page.sections for line in section.lines if line.statement not in elsewhere]
    listed = tied(writer, lines.get("relations", [])) if lines.get(PROFILE) else {}
    told = {line.statement for found in listed.values() for line in found}
    related = [line for line in lines.get("relations", []) if line.statement not in told]
    if goods_told := lines.get("resources"):
        lines["resources"] = without_listed(writer, goods_told, lines.get(PROFILE, []))
    first, more = key_figures(writer, lines.get(PROFILE, []), code, listed)
    parts = writer.filled(
        summary(writer, code, every),
        *before,
        *((map_of_country(writer, code, own),) if drawn else ()),
        first,
        more,
        *_known(writer, code, lines, _routes(writer, figures)),
        *partners(writer, code, related, every),
        *timeline(writer, lines.get("events", [])),
        commitments(writer, lines.get("commitments", []), code),
        contested(writer, every, code),
        quotes(writer, agreed(writer, lines.get("quotes", [])), every, code),
        changes(writer, every, [*whole, *figures], code, *_routes(writer, figures)),
        writer.notes(page.notes),
    )
    return Chapter(code, title or writer.phrases.plain_name(code), " · ".join(page.local_names), parts)


def _known(writer: Writer, code: str, lines: Sections, ways: Sequence[str]) -> tuple[Part, ...]:
    """Resources, who owns them, and routes, as tables; with charts of these and of its own `ways`."""
    resources = lines.get("resources", [])
    first = beginning(writer, code, lines.get(PROFILE, []))
    return (
        goods(writer, resources, "resource", code),
        owners(writer, lines.get(OWNERSHIP, [])),
        charts(writer, resources, _through(writer, ways, code), mainly(writer, first)),
        routes(writer, lines.get("routes", []), code),
    )


def _routes(writer: Writer, figures: Iterable[Line]) -> tuple[str, ...]:
    """The routes that figures are of."""
    contents = (writer.library.statement(line.statement).shown.content for line in figures)
    return tuple(dict.fromkeys(content.route for content in contents if isinstance(content, RouteFact)))


def _through(writer: Writer, ways: Iterable[str], code: str) -> list[str]:
    """The routes of which the main line runs through the country: what one carries that has only a branch there is no
    figure of the country."""
    known = ((way, writer.catalog.routes.get(way)) for way in ways)
    return [way for way, route in known if route is None or not route.lines or code in route.lines[0].countries]


def _each_once(lines: Iterable[Line]) -> list[Line]:
    return list({line.statement: line for line in lines}.values())


def contested(writer: Writer, lines: Sequence[Line], code: str) -> Part:
    """Every side of what sources or speakers disagree on, with the sources of each; in short the weightiest of the
    country, commodity or route of the `code`."""
    found = [line for line in lines if line.standing is Standing.CONTESTED and writer.options.wishes("contested")]
    if writer.options.short:
        found = weightiest(writer, found, code)
    entries = [writer.entry(line, sides=True) for line in found]
    if writer.options.wishes("contested"):
        entries += [entry for entry, _ in apart(writer, lines)]
    if writer.options.short:
        del entries[MOST:]
    return Part("contested", writer.phrases.title("contested"), entries=tuple(entries))
