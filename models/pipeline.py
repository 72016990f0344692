"""Paths to a stream of Steps: each file is read in a guarded worker, and gives claims or the reason why not."""

from __future__ import annotations

import os
import tomllib
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import Struct, structs

from models import catalog
from models.formats import READERS
from models.intake import NO_READER, Guard, Limits, Stopped, in_order, read_file, shown, workers_for
from models.records import Article, Claim, Problem, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from models.intake.guard import Work
    from models.reading import Reader, Reading

_NONE = "The folder holds no file of a kind that Oxus reads"


class Settings(Struct, frozen=True):
    """What reading depends on besides the files: folders of catalogs and rules (later ones on top) and the limits.

    `cache` is a folder for what is parsed of catalogs and rules.
    """

    catalog_folders: tuple[Path, ...] = (catalog.RESOURCES / "catalog",)
    rules_folders: tuple[Path, ...] = (catalog.RESOURCES / "rules",)
    limits: Limits = Limits()
    added: str = ""
    builtin: bool = False
    cache: Path | None = None


class Outcome(Struct, frozen=True, omit_defaults=True):
    """What the worker sends back of one file."""

    article: Article | None = None
    claims: tuple[Claim, ...] = ()
    problem: Problem | None = None


def read_paths(
    paths: Iterable[Path],
    settings: Settings | None = None,
    known: Collection[str] = (),
    *,
    stop: Callable[[], bool] = lambda: False,
    workers: int | None = None,
) -> Iterator[Step]:
    """One step for each file that is named or stands in a named folder, in order; one for all files of a folder that
    are of other kinds.

    `known` are the ids of articles that are there already: such an article, or one that comes a second time, is a
    duplicate and brings no claims. Closing the iterator ends the workers at once; `stop` is asked while files are being
    read, and when it says true the steps end. A step's subject is the path as it was given, made fit to be shown.
    `workers` is the number of processes, unless told as many as the files are worth on this machine.
    """
    settings = settings or Settings()
    entries = [entry for path in paths for entry in _expand(path)]
    seen = set(known)
    make = partial(_make_work, settings)
    answers = in_order(entries, _answer, make, settings.limits, stop, workers or workers_for(len(entries)))
    with closing(answers), suppress(Stopped):
        for done, (entry, answer) in enumerate(zip(entries, answers, strict=True), start=1):
            yield _step(done, len(entries), entry, _outcome(answer), seen)


def read_builtin(
    folder: Path,
    settings: Settings | None = None,
    known: Collection[str] = (),
    *,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Step]:
    """The steps of the articles that ship with Oxus: like `read_paths`, each marked as built in."""
    yield from read_paths([folder], structs.replace(settings or Settings(), builtin=True), known, stop=stop)


def _step(done: int, total: int, entry: Entry, outcome: Outcome, seen: set[str]) -> Step:
    """The step of one file; its article is seen from now on."""
    subject = shown(entry if isinstance(entry, Path) else entry.path)
    if isinstance(entry, _Passed):
        return Step(done, total, subject, passed=entry.names)
    article = outcome.article
    if article is None:
        return Step(done, total, subject, problem=outcome.problem)
    duplicate = article.id in seen
    seen.add(article.id)
    return Step(done, total, subject, article, () if duplicate else outcome.claims, outcome.problem, duplicate)


def _answer(entry: Entry, guard: Guard) -> bytes | Problem:
    """What the worker answers to one file; not understood here, as the worker waits meanwhile for the next one."""
    if isinstance(entry, _Unread):
        return Problem(shown(entry.path.name), entry.reason)
    if isinstance(entry, _Passed):
        return msgspec.msgpack.encode(Outcome())
    return guard.run(entry)


def _outcome(answer: bytes | Problem) -> Outcome:
    """What came of one file."""
    if isinstance(answer, Problem):
        return Outcome(problem=answer)
    return msgspec.msgpack.decode(answer, type=Outcome)


# --- which files ----------------------------------------------------------------------------------------------------


class _Unread(Struct, frozen=True):
    """A folder that cannot be listed, or a file of no kind that is read."""

    path: Path
    reason: str


class _Passed(Struct, frozen=True):
    """The files of a folder that are of no kind that is read: pictures, tables, what a system leaves there."""

    path: Path
    names: tuple[str, ...]


Entry: TypeAlias = Path | _Unread | _Passed


def _expand(path: Path) -> list[Entry]:
    """The file itself, or all files under the folder in order that are of a kind that is read, and one entry for the
    others; hidden ones are left out, links are not followed."""
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        folder = False
    if not folder:
        return [_Unread(path, NO_READER) if _is_of_no_kind(path) else path]
    found: list[Entry] = []
    passed: list[str] = []
    failures: list[OSError] = []
    for root, folders, names in os.walk(path, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = [Path(root, name) for name in sorted(names) if not name.startswith(".")]
        found += [file for file in files if file.suffix.lower() in READERS]
        passed += [shown(file.name) for file in files if file.suffix.lower() not in READERS]
    some = bool(found)
    found += [_Unread(Path(failure.filename), "You have no permission to list the folder.") for failure in failures]
    if passed and some:
        found.append(_Passed(path, tuple(passed)))
    elif passed:
        found.append(_Unread(path, f"{_NONE} ({', '.join(READERS)}): save them as text first."))
    return found or [_Unread(path, "The folder holds no files.")]


def _is_of_no_kind(path: Path) -> bool:
    """Whether it is a file that its ending tells to be none that is read: no worker need be started for it."""
    try:
        return path.suffix.lower() not in READERS and path.is_file()
    except (OSError, ValueError):
        return False


# --- in the worker --------------------------------------------------------------------------------------------------


def _make_work(settings: Settings) -> Work:
    """The work on one file; the reader is built once."""
    return partial(_work, make_reader(settings)[0].read, settings)


def claims_of(articles: Iterable[Article], settings: Settings) -> tuple[tuple[Claim, ...], ...]:
    """What each of the articles says, seen from the date that it has now; read before, it needs no guard."""
    read = make_reader(settings)[0].read
    return tuple(read(article).claims for article in articles)


def rule_problems(settings: Settings) -> tuple[Problem, ...]:
    """Which rules are left out in reading, and why."""
    reader, problems = make_reader(settings)
    return problems + reader.problems


def make_reader(settings: Settings) -> tuple[Reader, tuple[Problem, ...]]:
    """The reader with the rules of all folders; without a later folder that it cannot work with, which is told."""
    from models.reading import Reader

    known = catalog.load(*settings.catalog_folders, cache=settings.cache)
    folders, problems = list(settings.rules_folders), list[Problem]()
    while True:
        try:
            return Reader(known, folders), tuple(problems)
        except Exception as error:  # whatever the user's own files hold; ours must be sound
            if len(folders) < 2:
                raise
            left_out = folders.pop()
            reason = f"The files in this folder are left out: {_damaged(left_out) or type(error).__name__}: {error}."
            problems.append(Problem(str(left_out), " ".join(reason.split())))


def _damaged(folder: Path) -> str:
    """The name of the first file in the folder that is not TOML; empty when each is."""
    for path in sorted(folder.glob("*.toml")):
        try:
            tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return path.name
    return ""


def _work(read: Callable[[Article], Reading], settings: Settings, path: Path) -> bytes:
    """The outcome of one file, as bytes."""
    return msgspec.msgpack.encode(_read(read, settings, path))


def _read(read: Callable[[Article], Reading], settings: Settings, path: Path) -> Outcome:
    """The article in the file with its claims, or why there is none."""
    article = read_file(path, settings.limits, added=settings.added, builtin=settings.builtin)
    if isinstance(article, Problem):
        return Outcome(problem=article)
    reading = read(article)
    bibliography = structs.replace(article.bibliography, about_region=reading.about_region)
    return Outcome(structs.replace(article, bibliography=bibliography), reading.claims)
