"""One library merged into another: what is to be added, and what stays as it is here."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.corrections import joined
from models.library import archive, beside, contents, saved
from models.library.contents import Contents
from models.records import Change, Correction, Note, Problem, Record, Subject, Verdict
from models.storage.disk import StorageError, why, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from models.store import Store


class Plan(Record):
    """What a merge adds; `kept` are the user's own files that are here with other contents: they stay so, and what
    comes under their names is kept beside them."""

    adds: Contents
    kept: tuple[str, ...] = ()


class Merged(Record):
    """What a merge added, and what it changed."""

    plan: Plan
    change: Change


def source(path: Path, folder: Path) -> Contents | Problem:
    """What the other library holds, in a folder or in a file, to be merged into the one in `folder`."""
    if not path.is_dir():
        return archive.read(path)
    if path.resolve() == folder.resolve():
        return Problem(str(path), "This is the library itself, so there is nothing to merge.")
    return contents.of_folder(path)


def plan(theirs: Contents, store: Store, folder: Path) -> Plan:
    """What of theirs is not here yet: an article once, with the claims that are here; our own word stays.

    Built-in articles are taken only where there are none: each release of Oxus brings its own. Raises StorageError.
    """
    ours = saved.views(folder)
    if isinstance(ours, Problem):
        raise StorageError(ours)
    held = {article.id for article in store.bibliographies()}
    builtin = any(article.builtin for article in store.bibliographies())
    articles = {
        found.article.id: found
        for found in theirs.articles
        if found.article.id not in held and not (builtin and found.article.bibliography.builtin)
    }
    try:
        new, kept = beside.files(theirs.own, folder)
    except OSError as error:
        raise StorageError(Problem(str(folder), f"Your own files cannot be read ({why(error)}).")) from error
    adds = Contents(
        tuple(articles.values()),
        _verdicts(store.verdicts(), theirs.verdicts),
        unlike(store.notes(), theirs.notes),
        new,
        _corrections(store.corrections(), theirs.corrections),
        beside.views(ours, theirs.views),
    )
    return Plan(adds, kept)


def carry_out(adds: Contents, store: Store, folder: Path, add_articles: Callable[[], Change]) -> Change:
    """All of it is added, or nothing. Raises StorageError.

    The articles come last: they are by far the most, and take back themselves what a full disk let them write. So
    there is room again to take back the little that was written before them.
    """
    before = store.corrections()
    try:
        write_own(adds.own, folder)
        write_views(adds.views, folder)
        store.save_correction(*adds.corrections)
        store.save_verdict(*adds.verdicts)
        store.save_note(*adds.notes)
        return add_articles()
    except StorageError:
        with suppress(StorageError, OSError):  # merging again adds the rest
            _take_back(adds, before, store, folder)
        raise


def _take_back(adds: Contents, before: Mapping[str, Correction], store: Store, folder: Path) -> None:
    for name, _ in adds.own:
        (folder / name).unlink(missing_ok=True)
    if adds.views:
        saved.forget(folder, *(view.title for view in adds.views))
    store.delete_note(*(note.id for note in adds.notes))
    store.delete_verdict(*(verdict.id for verdict in adds.verdicts))
    store.delete_correction(*(found.id for found in adds.corrections if found.id not in before))
    store.save_correction(*(before[found.id] for found in adds.corrections if found.id in before))


def write_own(own: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """The user's own files are in the folder. Raises StorageError."""
    try:
        for name, data in own:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
    except OSError as error:
        reason = f"The rules, names and templates cannot be written ({why(error)})."
        raise StorageError(Problem(str(folder), reason)) from error


def write_views(views: Iterable[Subject], folder: Path) -> None:
    """The views are saved in the folder. Raises StorageError."""
    problem = saved.save(folder, *views)
    if problem is not None:
        raise StorageError(problem)


def _verdicts(ours: Iterable[Verdict], theirs: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Theirs on what nothing was decided here."""
    ids = {verdict.id for verdict in ours}
    settled = {verdict.about for verdict in ours}
    new: list[Verdict] = []
    for verdict in theirs:
        if verdict.id not in ids and verdict.about not in settled:
            ids.add(verdict.id)
            settled.add(verdict.about)
            new.append(verdict)
    return tuple(new)


def _corrections(ours: Mapping[str, Correction], theirs: Iterable[Correction]) -> tuple[Correction, ...]:
    """Theirs of what was not corrected here."""
    new = (joined(ours[found.id], found) if found.id in ours else found for found in theirs)
    return tuple(found for found in new if found != ours.get(found.id))


def unlike(ours: Iterable[Note], theirs: Iterable[Note]) -> tuple[Note, ...]:
    """Theirs that are not here; one that reads otherwise here comes beside ours, once however often it is merged."""
    held = {note.id: note for note in ours}
    new: list[Note] = []
    for note in theirs:
        here = held.get(note.id)
        if here is not None and (here.subject, here.text) != (note.subject, note.text):
            told = "\0".join((note.id, note.subject, note.text))
            note = replace(note, id=hashlib.sha256(told.encode()).hexdigest()[:32])
            here = held.get(note.id)
        if here is None:
            held[note.id] = note
            new.append(note)
    return tuple(new)
