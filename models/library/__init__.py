"""The one door to everything Oxus knows: queries give pages and records, commands give a Change.

The window, the command line and the briefs all go through here; nobody else touches the store.
"""

from models.folders import usual_folder
from models.library.library import Library
from models.library.own import reading
from models.library.report import CheckReport
from models.library.view import Aside
from models.store import is_library

__all__ = ["Aside", "CheckReport", "Library", "is_library", "reading", "usual_folder"]
