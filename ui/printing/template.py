"""A brief as the rich text that Qt lays out: the Jinja2 template filled in, every value escaped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from models.catalog import RESOURCES

if TYPE_CHECKING:
    from models.briefs import Brief

TEMPLATES = RESOURCES / "templates"


def as_html(brief: Brief) -> str:
    """The brief in the subset of HTML that Qt prints."""
    return _environment().get_template("brief.html").render(brief=brief)


def style_sheet() -> str:
    """The style of a brief, in the subset of CSS that Qt prints."""
    return (TEMPLATES / "brief.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["markdown"] = note_html
    return environment


def note_html(text: str) -> Markup:
    """A note's Markdown as safe HTML: raw HTML and pictures stay out, so that a note cannot make Qt read a file.

    Its headings rank below those of the brief.
    """
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = markdown.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1:]) + 3)}"
    return Markup(markdown.renderer.render(tokens, markdown.options, {}))
