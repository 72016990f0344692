"""The index of a site's search: a script that holds everything that can be found, so that no page need be fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from models.search import alike, endings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.publishing.site.content import ArticlePage, Source, SubjectPage

Found = tuple[str, str, str, str]
"""Kind, title, path, and the words that stand there."""


def index(
    subjects: Iterable[SubjectPage],
    articles: Iterable[ArticlePage],
    sources: Iterable[Source],
    words: dict[str, object],
) -> bytes:
    """The script, with the `words` that the search says, and those of the texts that differ only in their endings.

    JSON is a part of what scripts may say, so no word in it can end it or run.
    """
    told = set[str]()
    found = [entry for page in subjects for entry in _of_subject(page, told)]
    found += [entry for article in articles for entry in _of_article(article)]
    found += [
        ("source", source.title, f"sources.html#s{source.number}", f"{source.publisher} {source.published}".strip())
        for source in sources
        if not source.path
    ]
    forms = alike(text for _, title, _, words in found for text in (title, words))
    parts = {"searchIndex": found, "searchWords": words, "searchForms": forms, "searchEndings": endings()}
    lines = (f"const {name} = ".encode() + orjson.dumps(part) + b";\n" for name, part in parts.items())
    return b'"use strict";\n' + b"".join(lines)


def _of_subject(page: SubjectPage, told: set[str]) -> Iterator[Found]:
    """The page by its names, its statements without those that an earlier page `told`, and its notes."""
    facts = " · ".join(text for _, text in page.facts)
    yield page.kind, page.title, page.path, " · ".join(filter(None, (*page.names, facts)))
    for section in page.sections:
        for said in section.every:
            if said.anchor and said.anchor not in told:
                told.add(said.anchor)
                words = said.text if len(said.sides) < 2 else " / ".join(side.text for side in said.sides)
                words = f"{said.topic} {words}".lstrip()
                yield "statement", page.title, f"{page.path}#{said.anchor}", f"{words} {said.detail}".strip()
    for note in page.notes:
        yield "note", page.title, f"{page.path}#notes", note.text


def _of_article(page: ArticlePage) -> Iterator[Found]:
    """The article by its title, then each paragraph, which leads to its first sentence that is marked."""
    yield "article", page.title, page.path, " · ".join(filter(None, (page.publisher, page.author, page.published)))
    for paragraph in page.paragraphs:
        anchor = next((run.anchor for run in paragraph.runs if run.anchor), "")
        yield "text", page.title, page.path + (f"#{anchor}" if anchor else ""), paragraph.text
