"""What has changed since a day: statements that are new, newly contested, or no longer current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.records import Part
from models.phrases import fill
from models.records import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line

NEW, CONTESTED, SUPERSEDED = "new", "now_contested", "now_superseded"
ORDER = (CONTESTED, SUPERSEDED, NEW)
"""What shakes the picture stands before what adds to it."""


def changes(writer: Writer, lines: Sequence[Line], whole: Iterable[Line], topic: str = "") -> Part:
    """The lines that tell something else than the library did before the day of the options.

    Of the whole page where no other part of it is told.
    The statements of then are made anew from what was there then, so this is what a brief of that day did not say.
    """
    title = writer.phrases.title("changes")
    since = writer.options.since
    if not since or not writer.options.wishes("changes"):
        return Part("changes", title)
    then = {statement.id: statement.standing for statement in writer.library.statements_before(since, topic)}
    found: dict[str, list[Line]] = {kind: [] for kind in ORDER}
    for line in lines or writer.beside("changes", whole):
        kind = _change(line, then)
        if kind:
            found[kind].append(line)
    writer.told.update(line.statement for each in found.values() for line in each)
    lead = fill(
        writer.words["since"],
        date=writer.day(since),
        new=str(len(found[NEW])),
        contested=str(len(found[CONTESTED])),
        superseded=str(len(found[SUPERSEDED])),
    )
    entries = tuple(writer.entry(line, label=writer.words[kind]) for kind in ORDER for line in found[kind])
    return Part("changes", title, lead=lead, entries=entries)


def _change(line: Line, then: dict[str, Standing]) -> str:
    """What has become of a statement; empty where it stands as it did."""
    before = then.get(line.statement)
    if before is None:
        return NEW
    if line.standing is before:
        return ""
    return {Standing.CONTESTED: CONTESTED, Standing.SUPERSEDED: SUPERSEDED}.get(line.standing, "")
