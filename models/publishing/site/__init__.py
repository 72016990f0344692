"""The library, or what a brief is about, as a folder of web pages that browses by itself, without any network."""

from models.publishing.site.folder import write
from models.publishing.site.making import site

__all__ = ["site", "write"]
