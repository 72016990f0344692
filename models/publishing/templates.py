"""The templates of what is handed over: those of Oxus, with the user's own in the library's folder before them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markdown_it.token import Token
from markupsafe import Markup

from models.catalog import RESOURCES
from models.library.own import TEMPLATES
from models.records import Problem
from models.search.noted import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

T = TypeVar("T")
_ADDRESSES = ("http://", "https://")


class Templates:
    """The templates of one kind, by name. Every value is escaped; a template can do nothing but write text.

    That is done for HTML, or else as `plain` tells of a text what stands for just that in a text of the kind.
    """

    def __init__(self, library: Path, kind: str, plain: Callable[[str], str] | None = None) -> None:
        self._folders = tuple(place / TEMPLATES / kind for place in (library, RESOURCES))
        self._environment = SandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self._folders]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=partial(_finished, plain) if plain else None,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["markdown"] = note_html
        self._environment.filters["drawn"] = Markup
        self._environment.tests["address"] = is_address

    def fill(self, name: str, **values: object) -> str:
        """The template filled in. Raises TemplateError where it cannot be."""
        return self._environment.get_template(name).render(**values)

    def plain(self, name: str) -> bytes:
        """A file as it stands."""
        return next(folder / name for folder in self._folders if (folder / name).is_file()).read_bytes()

    def carried_out(self, work: Callable[[], T]) -> T | Problem:
        """What the work gives, or what is wrong with a template of the user's."""
        try:
            return work()
        except TemplateError as error:
            name = getattr(error, "name", None) or TEMPLATES
            reason = (error.message or type(error).__name__).rstrip(".")
            return Problem(str(name), f"Your template cannot be used: {reason}.")


def _finished(plain: Callable[[str], str], value: object) -> object:
    """A value as it is written: what is no text, and what is written already, stays as it is."""
    return Markup(plain(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def is_address(text: str) -> bool:
    """Whether the text is an address on the web that a page may lead to."""
    return text.lower().startswith(_ADDRESSES)


def note_html(text: str, below: int = 2, *, printed: bool = False) -> Markup:
    """A note's Markdown as safe HTML: raw HTML and pictures stay out, so that a note cannot make a page load a thing.

    Its headings rank `below` those of the page. What is `printed` tells the address of a link behind its words, as
    nobody can follow it there.
    """
    reader = markdown()
    tokens = reader.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1:]) + below)}"
        if printed and token.children:
            token.children = list(_with_addresses(token.children))
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def _with_addresses(tokens: Iterable[Token]) -> Iterator[Token]:
    """The pieces of a line, with the address in brackets behind each link that is not told by it."""
    address, words = "", ""
    for token in tokens:
        yield token
        if token.type == "link_open":
            address, words = str(token.attrs.get("href", "")), ""
        elif token.type == "link_close":
            if address and words not in (address, address.removeprefix("mailto:")):
                yield Token("text", "", 0, content=f" ({address})")
            address = ""
        else:
            words += token.content
