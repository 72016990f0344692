"""An article corrected by the user: title, publisher, date, byline and address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.catalog.naming import fold
from models.corrections import FIELDS, checked, revised
from models.records import Problem
from ui.clock import today
from ui.commandline import answers
from ui.commandline.opening import FAILED, FINE, absent, done, opened, refused

if TYPE_CHECKING:
    import argparse

    from models.library import Library


def correct(options: argparse.Namespace) -> int:
    """Correct an article, or take corrections back; without either show what is known of it."""
    typed = {name: text for name in FIELDS if (text := getattr(options, name)) is not None}
    with opened(options, to_write=bool(typed or options.as_found)) as library:
        if absent(library):
            return FAILED
        key = _article(options.article, library)
        if key is None:
            return FAILED
        if typed or options.as_found:
            values = _values(typed)
            if values is None or refused(library):
                return FAILED
            values |= {name: None for name, called in FIELDS.items() if called in options.as_found}
            if not done(library.correct(revised(library.correction(key), library.found(key), values))):
                return FAILED
        _show(key, library)
        return FINE


def _values(typed: dict[str, str]) -> dict[str, str | None] | None:
    """What was typed as it is kept; None, and said, where something of it cannot be."""
    values = {name: checked(name, text, today()) for name, text in typed.items()}
    wrong = [value for value in values.values() if isinstance(value, Problem)]
    for problem in wrong:
        answers.complain(problem)
    return None if wrong else {name: value for name, value in values.items() if isinstance(value, str)}


def _article(text: str, library: Library) -> str | None:
    """The id of the one article that is called so, by id, file (with its folder or without) or title; None, and said,
    when there is not one."""
    known, names = library.bibliographies(), (text, Path(text).name)
    named = [one for one in known if one.id == text or one.origin in names or fold(text) == fold(one.title)]
    if len(named) == 1:
        return named[0].id
    near = named or [one for hit in library.jump(text, 3) for one in known if (hit.kind, hit.id) == ("article", one.id)]
    told = "; ".join(f"{one.id} “{one.title}”" for one in near)
    several = "Several articles are called so; name one by its id" if named else "No article is called so. Did you mean"
    answers.complain(Problem(text, f"{several}: {told}" if near else "No article is called so."))
    return None


def _show(key: str, library: Library) -> None:
    """What is known of the article, and what of it is the user's word."""
    known, found = next(one for one in library.bibliographies() if one.id == key), library.found(key)
    answers.say(f"{'article':10} {known.id} ({'built in' if known.builtin else known.origin})")
    for name, called in FIELDS.items():
        said = getattr(known, name) or "none"
        own = f" (your correction; found: {getattr(found, name) or 'none'})" if name in known.corrected else ""
        answers.say(f"{called:10} {said}{own}")
