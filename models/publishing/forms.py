"""The forms in which a brief is handed over, and the writing of those that need no window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.library.own import TEMPLATES
from models.records import Problem, Record
from models.storage.disk import why, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from models.briefs import Brief, Options, Subject
    from models.library import Library

PDF, WORD, OPENDOCUMENT, MARKDOWN, SITE = "pdf", "word", "opendocument", "markdown", "site"


class Form(Record):
    """A form: its label, and the ending of its file; a folder has none."""

    id: str
    label: str
    ending: str


FORMS = {
    form.id: form
    for form in (
        Form(PDF, "PDF", ".pdf"),
        Form(WORD, "Word", ".docx"),
        Form(OPENDOCUMENT, "OpenDocument", ".odt"),
        Form(MARKDOWN, "Markdown", ".md"),
        Form(SITE, "Web pages in a folder", ""),
    )
}


def form_of(path: Path) -> Form | Problem:
    """The form that the ending of a path tells; a path without an ending is a folder of web pages."""
    found = next((form for form in FORMS.values() if form.ending == path.suffix.lower()), None)
    endings = ", ".join(form.ending for form in FORMS.values() if form.ending)
    return found or Problem(str(path), f"A brief ends in {endings}; for web pages give a folder without an ending.")


def write(
    brief: Brief,
    form: Form,
    path: Path,
    paper: str,
    painted: Mapping[str, bytes],
    library: Path | None = None,
    told: Callable[[Problem], object] = lambda _: None,
) -> Problem | None:
    """Write a brief as Word, OpenDocument or Markdown, or say why not.

    `painted` are its pictures as PNG, for Word only. A document or text among the templates of a `library` gives the
    looks; of one that cannot be used, so that ours do, it is `told`.
    """
    name = f"brief{form.ending}"
    own = library / TEMPLATES / "brief" / name if library else None
    try:
        files = _files(brief, form, path, paper, painted, own if own and own.is_file() else None, library)
    except ValueError as error:
        told(Problem(name, f"Your template ({name}) cannot be used, so ours is: {error}."))
        files = _files(brief, form, path, paper, painted)
    try:
        path.parent.stat()  # a folder of pictures is made beside the file, but not the folder of both
        for beside, data in files.items():
            target = path.parent / beside if beside else path
            target.parent.mkdir(exist_ok=True)
            write_whole(target, data)
    except OSError as error:
        return Problem(str(path), f"This cannot be written here ({why(error)}).")
    return None


def _files(
    brief: Brief,
    form: Form,
    path: Path,
    paper: str,
    painted: Mapping[str, bytes],
    own: Path | None = None,
    library: Path | None = None,
) -> dict[str, bytes]:
    """The files by their paths beside the one asked for, which is "". Where the user has an `own` template, it lies in
    the `library` folder."""
    if form.id == WORD:
        from models.publishing.word import word  # each of these costs a start that wants another one nothing

        return {"": word(brief, paper, painted, own)}
    if form.id == OPENDOCUMENT:
        from models.publishing.opendocument import opendocument

        return {"": opendocument(brief, paper, own)}
    from models.publishing.markdown import markdown

    return markdown(brief, f"{path.stem} pictures", library if own else None)


def write_site(library: Library, subject: Subject, options: Options, day: str, folder: Path) -> int | Problem:
    """How many files the site of a subject has, which is now in the folder; why not, when it is not."""
    from models.publishing.site import scope, site, write

    wished = scope(subject, short=options.short)
    files = site(library, day, wished, with_notes=options.wishes("notes"), language=options.language)
    return files if isinstance(files, Problem) else write(files, folder)
