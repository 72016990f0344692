"""The commands: each does one thing with the library and returns the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from models.library import reading
from models.records import Problem
from ui.clock import today
from ui.commandline import answers
from ui.commandline.amending import amend
from ui.commandline.correcting import correct
from ui.commandline.handing import merge, pack
from ui.commandline.opening import FAILED, FINE, absent, done, folder_of, opened, refused, tell_own, walked
from ui.commandline.printing import print_summary
from ui.outcomes import counted, outcome, summary, taken

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from models.catalog import Catalog
    from models.library import Library
    from models.records import Step


# --- commands ---------------------------------------------------------------------------------------------------------


def load(options: argparse.Namespace) -> int:
    """Read files into the library."""
    with opened(options, to_write=True) as library:
        if library.read_only:  # a wrong name is told all the same
            _tell_missing(options.paths)
        if refused(library):
            return FAILED
        steps, whole = walked(_told(library.read(options.paths)))
        tell_own(library)
        if not done(library.add(steps)):
            return FAILED
        answers.say(summary(steps))
        return _status(steps, whole=whole)


def read(options: argparse.Namespace) -> int:
    """Show what files say; nothing is stored, no library is opened, but the user's own rules and names are used."""
    from models.phrases import Phrases
    from models.pipeline import read_paths

    catalog, settings = reading(folder_of(options))
    steps, whole = walked(read_paths(options.paths, settings))
    given = [step for step in steps if step.article]
    for step in steps:
        if step.passed:
            answers.tell(f"{step.subject}: {outcome(step)}")
    if options.json:
        answers.say_json([answers.article_fields(step, catalog) for step in given])
    else:
        phrases = Phrases(catalog, today=today().isoformat())
        for step in given:
            answers.say_article(step, phrases)
    return _status(steps, whole=whole)


def explain_reading(options: argparse.Namespace) -> int:
    """Show how one file is read, with the user's own rules and names; nothing is stored."""
    from models.explain import Choice, explain
    from models.pipeline import make_reader

    catalog, settings = reading(folder_of(options))
    reader, left_out = make_reader(settings)
    for problem in (*left_out, *reader.problems):
        answers.complain(problem)
    lines = explain(options.path, catalog, reader, Choice(options.sentence, options.rule))
    if isinstance(lines, Problem):
        answers.complain(lines)
        return FAILED
    for line in lines:
        answers.say(line)
    return FINE


def statements(options: argparse.Namespace) -> int:
    """List the statements of the library."""
    with opened(options) as library:
        if absent(library):
            return FAILED
        found = library.statements()
        if options.json:
            articles = {article.id: article for article in library.bibliographies()}
            answers.say_json([answers.statement_fields(statement, articles, today()) for statement in found])
        else:
            for line in sorted(library.lines(statement.id for statement in found), key=lambda line: line.text):
                answers.say_line(line)
        return FINE


def export(options: argparse.Namespace) -> int:
    """Write what the library holds in a format of other programs."""
    from models.exchange import FORMATS, export

    with opened(options) as library:
        if absent(library):
            return FAILED
        known = library.catalog.find(options.on, ABOUT) if options.on else None
        wrong = _cannot_limit(options, limited=FORMATS[options.format].limited, known=bool(known))
        if wrong:
            answers.complain(wrong)
            return FAILED
        written = export(library, options.format, options.out, known[1] if known else "")
        if isinstance(written, Problem):
            answers.complain(written)
            return FAILED
        answers.say(f"{options.out}: {FORMATS[options.format].label}, {counted(written, 'file')}.")
        return FINE


ABOUT = ("country", "group", "commodity", "route")
"""The kinds of what an export can be limited to."""


def _cannot_limit(options: argparse.Namespace, *, limited: bool, known: bool) -> Problem | None:
    """Why an export cannot be of what was named alone."""
    if not options.on or (limited and known):
        return None
    reason = "No such country, resource or route." if limited else "Only statements, claims and annotations can."
    return Problem(options.on, reason)


def import_notes(options: argparse.Namespace) -> int:
    """Take notes back from a folder that was exported."""
    from models.exchange.notes import incoming

    with opened(options, to_write=True) as library:
        found = incoming(library, options.folder)
        if isinstance(found, Problem):
            answers.complain(found)
            return FAILED
        if refused(library):
            return FAILED
        if not done(library.take_notes((*found.new, *found.edited))):
            return FAILED
        answers.say(taken(found, options.folder))
        return FINE


def note(options: argparse.Namespace) -> int:
    """Write a note on a country."""
    if not options.text.strip():
        answers.complain(Problem("note", "An empty note is not saved."))
        return FAILED
    with opened(options, to_write=True) as library:
        code = _country(options.country, library.catalog)
        if code is None or refused(library) or not done(library.save_note(code, options.text)):
            return FAILED
        answers.say(f"A note on {library.catalog.name(code)} is saved.")
        return FINE


def search(options: argparse.Namespace) -> int:
    """Find words in statements, articles and notes."""
    with opened(options) as library:
        if absent(library):
            return FAILED
        hits = library.search(" ".join(options.words))
        if options.json:
            answers.say_json([msgspec.structs.asdict(hit) for hit in hits])
        else:
            for hit in hits:
                answers.say_hit(hit)
        if not hits:
            answers.tell(f"Nothing was found.{_meant(library, options.words)}")
        elif hits[0].partly:
            shown = "Nothing has all of these words. What has most of them is shown."
            answers.tell(f"{shown}{_meant(library, options.words)}")
        return FINE


def _meant(library: Library, words: list[str]) -> str:
    meant = library.meant(" ".join(words))
    return f" Did you mean {meant}?" if meant else ""


def check(options: argparse.Namespace) -> int:
    """Verify the library and find every claim's sentence again."""
    with opened(options) as library:
        if absent(library):
            return FAILED
        report = library.check()
        held = ((report.articles, "article"), (report.claims, "claim"), (report.notes, "note"))
        answers.say(
            f"{', '.join(counted(number, thing) for number, thing in held)};"
            f" {counted(report.claims - report.orphans, 'sentence')} found exactly, {report.orphans} not."
        )
        said = library.problem.reason if library.problem else ""  # when the library was opened
        for problem in report.problems:
            if problem.reason not in said:
                answers.complain(problem)
        return FINE if report.sound else FAILED


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "load": load,
    "read": read,
    "explain": explain_reading,
    "statements": statements,
    "print": print_summary,
    "export": export,
    "correct": correct,
    "amend": amend,
    "note": note,
    "import-notes": import_notes,
    "pack": pack,
    "merge": merge,
    "search": search,
    "check": check,
}


# --- what they share --------------------------------------------------------------------------------------------------


def _country(text: str, catalog: Catalog) -> str | None:
    """The code of a country or group; None, with the nearest names or those of the region said, when there is none."""
    code = catalog.find_country(text)
    if code is None:
        near = " or ".join(catalog.nearest(text))
        region = ", ".join(map(catalog.name, catalog.region.members))
        way = f"Did you mean {near}?" if near else f"Name one of {region}, or a partner of theirs."
        answers.complain(Problem(text, f"No such country. {way}"))
    return code


def _tell_missing(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            answers.complain(Problem(str(path), "There is no such file."))
        except OSError:  # it may be there; what is wrong with it is told when it is read
            continue


def _told(steps: Iterator[Step]) -> Iterator[Step]:
    """The steps; what each file that was read gave is said as it comes."""
    for step in steps:
        if not step.problem:
            answers.clear_progress()
            answers.say(f"{step.subject}: {outcome(step)}")
        yield step


def _status(steps: Sequence[Step], *, whole: bool) -> int:
    return FINE if whole and not any(step.problem for step in steps) else FAILED
