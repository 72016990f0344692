"""A brief as the rich text that Qt lays out: a template filled in, the user's own where there is one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError
from msgspec import structs

from models.catalog import RESOURCES
from models.library.own import TEMPLATES
from models.publishing.templates import Templates
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from models.briefs import Brief, Part, Picture

KIND = "brief"
LONG = 34_000
"""Characters of rich text from which a brief is longer than about six pages: it gets a title page with contents."""
SUMMARY = "summary"
_BEHIND_A_NUMBER = re.compile(r"(?<=\d)(?:(?<!\d{4}) (?=[^\W\d_])| (?=(?:[^\W\d_]|%)(?!\w)))(?![^<>]*>)")


class Heading(NamedTuple):
    """A heading as it stands in the contents: its rank (2 is a chapter), words, the page it is on, and its id there."""

    level: int
    title: str
    page: int
    id: str = ""


class Sheets:
    """The templates of a brief. For one of the user's that cannot be used ours is, and `problem` says why."""

    def __init__(self, library: Path | None = None) -> None:
        self._ours = _ours()
        theirs = library is not None and (library / TEMPLATES / KIND).is_dir()
        self._templates = Templates(library, KIND) if library and theirs else self._ours
        self._reasons: dict[str, str] = {}

    @property
    def problem(self) -> Problem | None:
        """All that is wrong with the user's templates, named after the first."""
        return Problem(next(iter(self._reasons)), " ".join(self._reasons.values())) if self._reasons else None

    def body(self, brief: Brief, *, long: bool) -> str:
        """All of a brief; without its head and its sources where it is long."""
        return self._filled("brief.html", brief=brief, long=long)

    def sources(self, brief: Brief) -> str:
        """The numbered sources by themselves."""
        return self._filled("sources.html", brief=brief)

    def front(self, brief: Brief, contents: Sequence[Heading], cover: Picture | None, summary: Part | None) -> str:
        """The title page."""
        return self._filled("front.html", brief=brief, contents=contents, cover=cover, summary=summary)

    def style(self) -> str:
        """The style, in the subset of CSS that Qt prints."""
        return self._used("brief.css", lambda templates: templates.plain("brief.css").decode())

    def _filled(self, name: str, **values: object) -> str:
        return unbroken(self._used(name, lambda templates: templates.fill(name, **values)))

    def _used(self, name: str, work: Callable[[Templates], str]) -> str:
        try:
            return work(self._templates)
        except (TemplateError, OSError, UnicodeDecodeError, TypeError, ValueError, KeyError) as error:
            if self._templates is self._ours:
                raise
            faulty = str(getattr(error, "name", None) or name)  # it may be one that this one takes in
            line = f", line {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
            self._reasons[faulty] = f"Your template ({faulty}{line}) cannot be used, so ours is: {error}."
            return work(self._ours)


class Script(NamedTuple):
    """A brief with its texts, ready to be laid out: `body` and, of a `long` one, `sources` and the `summary` that
    stands on its title page. What is wrong with the user's templates `sheets` tell."""

    brief: Brief
    sheets: Sheets
    body: str
    sources: str = ""
    summary: Part | None = None
    long: bool = False

    @property
    def title(self) -> str:
        """What the brief is called."""
        return self.brief.title


def script(brief: Brief, library: Path | None = None) -> Script:
    """The texts of a brief, in the templates of the `library` folder or ours. It needs no Qt, so that it can be made
    while the window lives on: to fill templates in takes longer than to lay out what comes of them."""
    sheets = Sheets(library)
    summary = next((part for part in brief.chapters[0].parts if part.id == SUMMARY and part.tells), None)
    body, sources = sheets.body(_without(brief, summary), long=True), sheets.sources(brief)
    if len(body) + len(sources) <= LONG:
        return Script(brief, sheets, sheets.body(brief, long=False))
    sheets.front(brief, (), None, summary)  # compiled here: it is filled in where its pages are known
    return Script(brief, sheets, body, sources, summary, long=True)


def _without(brief: Brief, part: Part | None) -> Brief:
    """The brief without a part of its first chapter."""
    first, *others = brief.chapters
    kept = tuple(one for one in first.parts if one is not part)
    return structs.replace(brief, chapters=(structs.replace(first, parts=kept), *others))


def unbroken(html: str) -> str:
    """The text with what stays on one line with the number before it: a month, a unit, a sign. Behind a year, which
    most often ends what is told, a line may end, but not before a mere letter or sign."""
    return _BEHIND_A_NUMBER.sub("\N{NO-BREAK SPACE}", html)


@cache
def _ours() -> Templates:
    """Our own, made once: to compile them takes longer than to fill them in."""
    return Templates(RESOURCES, KIND)
