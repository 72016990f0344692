"""A brief saved in the form that the ending of its path tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from models import briefs
from models.publishing.forms import PDF, SITE, WORD, form_of, write, write_site
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.briefs import Brief, Options, Subject
    from models.library import Library
    from models.publishing.forms import Form

NOTHING = "No article in the library speaks of it, so nothing was printed."
UNCHANGED = "Nothing has changed since {since}, so nothing was printed."
LEFT_OUT = "None of what was chosen is told of it, so nothing was printed."


def save(
    library: Library,
    subject: Subject,
    options: Options,
    day: str,
    path: Path,
    paper: str,
    form: Form | None = None,
    told: Callable[[Problem], object] = lambda _: None,
) -> Brief | Problem:
    """The brief that is now at the path; why not, when it is not. `day` is the ISO day of printing.

    The ending of the path tells the form where none is given; a template of the user's that could not be used, so that
    ours was, is `told`. Needs a QGuiApplication for PDF and Word, which have pictures painted.
    """
    chosen = form or form_of(path)
    if isinstance(chosen, Problem):
        return chosen
    brief = briefs.make(library, subject, day, options)
    if not brief.tells:
        return Problem(brief.title, why_empty(library, subject, options, day))
    if chosen.id == SITE:
        written = write_site(library, subject, options, day, path)
        problem = written if isinstance(written, Problem) else None
    elif chosen.id == PDF:
        from ui.printing import pdf  # the other forms need no pages

        problem = pdf.write(brief, path, paper, library.folder, told)
    else:
        drawn = _painted(brief) if chosen.id == WORD else {}
        problem = write(brief, chosen, path, paper, drawn, library.folder, told)
    return problem or brief


def why_empty(library: Library, subject: Subject, options: Options, day: str) -> str:
    """Why a brief has nothing to tell: nothing is known, nothing has changed, or what is known was not chosen."""
    if not briefs.make(library, structs.replace(subject, words="", older=""), day).tells:
        return NOTHING
    return UNCHANGED.format(since=options.since) if options.parts == ("changes",) and options.since else LEFT_OUT


def _painted(brief: Brief) -> dict[str, bytes]:
    from ui.printing.painting import painted

    return painted(brief)


def title_of(library: Library, subject: Subject) -> str:
    """What a file with a brief on the subject may be called."""
    codes = subject.codes
    return subject.title or library.catalog.name(codes[0] if len(codes) == 1 else library.catalog.region.id)
