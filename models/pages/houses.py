"""What a source is named by where it does not say who published it, or when: in one way in every list and citation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from models.pages.ages import UNDATED

if TYPE_CHECKING:
    from models.records import Bibliography


def house(publisher: str | None, url: str | None) -> str:
    """The publisher, else the host of its address; empty where neither is known. A host that only delivers for others
    (see resources/grammar/layout.toml) is none, nor is the file that it came from."""
    from models.formats.hosts import delivers  # only who names sources needs it

    if publisher and (" " in publisher or "." not in publisher or not delivers(publisher)):
        return publisher
    host = host_of(url or "")
    return host if host and not delivers(host) else ""


def house_of(article: Bibliography) -> str:
    """The same of an article."""
    return house(article.publisher, article.url)


def when(date: str | None) -> str:
    """The date, or that there is none."""
    return date or UNDATED


def is_devised(title: str) -> bool:
    """Whether a title only tells what a work is, whose own is not known: it stands in square brackets."""
    return title.startswith("[") and title.endswith("]")


def host_of(url: str) -> str:
    """The host of an address without "www."; empty where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
