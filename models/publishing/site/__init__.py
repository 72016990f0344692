"""The library, or what a brief is about, as a folder of web pages that browses by itself, without any network."""

from models.publishing.site.folder import write
from models.publishing.site.making import site
from models.publishing.site.scope import EVERYTHING, Scope, scope

__all__ = ["EVERYTHING", "Scope", "scope", "site", "write"]
