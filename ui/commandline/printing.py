"""Briefs on paper and in files: one summary, or one for each of what is asked for."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from models.records import Problem
from ui.clock import today
from ui.commandline import answers
from ui.commandline.arguments import ALL
from ui.commandline.opening import FAILED, FINE, absent, opened
from ui.outcomes import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from models.briefs import Options, Subject
    from models.catalog import Catalog
    from models.library import Library

COUNTRIES, REGION = "countries", "region"
SHORTEST, SHOWN = 3, 4
"""Letters that the beginning of a name must have to stand for it, and names that are told where several begin so."""
KINDS = {"country": "countries", "group": "countries", "commodity": "commodities", "route": "routes"}
"""The kind of a brief by the kind of what is named in the catalog."""


def print_summary(options: argparse.Namespace) -> int:
    """Write the summary of what is named, in the form that is asked for, or one for each."""
    wished = _misplaced(options) or _options(options)
    if isinstance(wished, Problem):
        answers.complain(wished)
        return FAILED
    with opened(options) as library:
        if absent(library):
            return FAILED
        subject = _subject(options, library)
        if isinstance(subject, Problem):
            answers.complain(subject)
            return FAILED
        with _without_display():
            if options.each:
                return _each(library, subject, wished, options)
            return _one(library, subject, wished, options)


def _one(library: Library, subject: Subject, wished: Options, options: argparse.Namespace) -> int:
    from models.publishing.forms import FORMS, PDF
    from ui.printing.saving import save

    path, form = options.pdf or options.to, FORMS[PDF] if options.pdf else None
    saved = save(library, subject, wished, today().isoformat(), path, options.paper, form, answers.complain)
    if isinstance(saved, Problem):
        answers.complain(saved)
        return FAILED
    left = _left_out(library, subject, wished, options)
    answers.say(f"{path}: {saved.title}, {counted(len(saved.sources), 'source')}.{left}")
    return FINE


def _each(library: Library, subject: Subject, wished: Options, options: argparse.Namespace) -> int:
    """A file for each in a folder; with `--to` the ending of the folder's name tells the form."""
    from ui.printing.batch import write_each

    folder = options.pdf or options.to
    ending = ".pdf" if options.pdf or not folder.suffix else folder.suffix
    place = folder if options.pdf else folder.with_suffix("")
    written, faults = 0, dict[Problem, None]()
    steps = list(
        write_each(library, subject, wished, today().isoformat(), place, options.paper, ending, faults.setdefault)
    )
    for fault in faults:  # each once, however many files it concerns
        answers.complain(fault)
    for step in steps:
        if step.problem:
            answers.complain(step.problem)
        else:
            written += 1
    answers.say(f"{place}: {counted(written, 'file')}.{_left_out(library, subject, wished, options)}")
    return FINE if written == len(steps) else FAILED


def _left_out(library: Library, subject: Subject, wished: Options, options: argparse.Namespace) -> str:
    """That there are notes of the user's which were not asked for, and how to; nothing where parts are named."""
    from models.briefs.holding import notes_on

    found = 0 if options.parts or wished.wishes("notes") else notes_on(library, subject)
    return f" {counted(found, 'note')} of yours left out: --notes puts that in." if found else ""


# --- what is asked for ------------------------------------------------------------------------------------------------


def _misplaced(options: argparse.Namespace) -> Problem | None:
    """What is wrong with the ending of the file that is asked for."""
    from models.publishing.forms import FORMS, PDF, form_of

    if options.to:
        form = form_of(options.to)
        return form if isinstance(form, Problem) else None
    if options.each or options.pdf.suffix.lower() in ("", FORMS[PDF].ending):
        return None
    other = form_of(options.pdf)
    way = "give it that ending" if isinstance(other, Problem) else f"for {other.label} say --to {options.pdf}"
    return Problem(str(options.pdf), f"--pdf writes a PDF, which ends in {FORMS[PDF].ending}; {way}.")


def _subject(options: argparse.Namespace, library: Library) -> Subject | Problem:
    """What is named: a saved view, a tab, all countries, or countries, commodities or routes."""
    from msgspec import structs

    from models.briefs import SUBJECTS, Subject
    from models.library import saved

    known = saved.views(library.folder)
    if isinstance(known, Problem):
        answers.complain(known)
        known = ()
    wanted = " ".join(options.subject).casefold()
    view = next((view for view in known if view.title.casefold() == wanted), None)
    if view is not None:
        found: Subject | Problem = view
    elif wanted in (ALL, REGION, library.catalog.region.name.casefold()):
        found = Subject(COUNTRIES)
    elif wanted in SUBJECTS:
        found = Subject(wanted)
    else:
        found = _named(options.subject, library.catalog)
    if isinstance(found, Problem):
        return found
    if options.each and found.kind not in KINDS.values():
        reason = f"This is one summary; --each writes one for each of {', '.join(dict.fromkeys(KINDS.values()))}."
        return Problem(" ".join(options.subject), reason)
    return structs.replace(found, words=options.words or found.words, older=_limit(options) or found.older)


def _limit(options: argparse.Namespace) -> str:
    """The limit of age that is asked for, as models.pages.ages calls it; empty for none."""
    from models.pages.ages import NEWER

    newer = f"{NEWER}{options.not_older_than}" if options.not_older_than else ""
    return options.older_than or newer


def _named(names: list[str], catalog: Catalog) -> Subject | Problem:
    """The countries, commodities or routes of these names; one of several words may stand without quotes."""
    from models.briefs import Subject

    whole = " ".join(names)
    found: list[tuple[str, str]] = []
    for name in (whole,) if _known(whole, catalog) else names:
        known = _known(name, catalog)
        if len(known) != 1:
            return _unknown(name, catalog, known)
        found.append((KINDS[known[0][0]], known[0][1]))
    if len({kind for kind, _ in found}) > 1:
        return Problem(whole, "Countries, resources and routes cannot stand in one summary.")
    return Subject(found[0][0], tuple(code for _, code in found))


def _known(name: str, catalog: Catalog) -> Sequence[tuple[str, str]]:
    """(kind, id) of what is called so, else of all that a name of three letters or more begins."""
    exact = catalog.find(name, tuple(KINDS))
    return (exact,) if exact else catalog.starting(name, tuple(KINDS)) if len(name) >= SHORTEST else ()


def _unknown(name: str, catalog: Catalog, begun: Sequence[tuple[str, str]]) -> Problem:
    """That nothing is called so, with what is called nearly so, or that several names begin so."""
    from models.briefs import SUBJECTS

    if name.casefold() in (ALL, REGION, *SUBJECTS):
        return Problem(name, "This stands for a whole summary; name nothing else beside it.")
    if begun:
        *few, last = [catalog.name(code) for _, code in begun[:SHOWN]]
        more = f", or one of {len(begun) - SHOWN} more" if len(begun) > SHOWN else ""
        return Problem(name, f"Several names begin so. Did you mean {', '.join(few)} or {last}{more}?")
    near = " or ".join(catalog.nearest(name, ("country", "commodity", "route")))
    way = f"Did you mean {near}?" if near else f"`{ALL}` stands for the whole region."
    return Problem(name, f"No such country, resource or route. {way}")


def _options(options: argparse.Namespace) -> Options | Problem:
    """Parts, day and language, or what is wrong with them."""
    from models.briefs import PARTS, Options, languages

    named = tuple(part.strip() for part in options.parts.split(",")) if options.parts else PARTS
    unknown = [part for part in named if part not in PARTS]
    if unknown:
        return Problem(", ".join(unknown), f"No such part. There are {', '.join(PARTS)}.")
    if options.language not in languages():
        return Problem(options.language, f"No such language. There are {', '.join(languages())}.")
    try:
        since = datetime.strptime(options.since, "%Y-%m-%d").date().isoformat() if options.since else ""  # noqa: DTZ007
    except ValueError:
        return Problem(options.since, "No such day. Write it as 2026-01-31.")
    if since > today().isoformat():
        return Problem(since, "This day is still to come, so nothing can have changed since.")
    parts = tuple(part for part in named if part != "notes" or options.notes)
    return Options(parts, since, options.language, options.short)


@contextmanager
def _without_display() -> Iterator[None]:
    """What Qt needs to paint where there is no screen."""
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["oxus"])
    try:
        yield
    finally:
        application.shutdown()
