"""The one door to everything Oxus knows: queries give pages and records, commands give a Change.

The window, the command line and the briefs all go through here; nobody else touches the store.
"""

from models.library.library import CheckReport, Library, usual_folder
from models.library.own import reading

__all__ = ["CheckReport", "Library", "reading", "usual_folder"]
