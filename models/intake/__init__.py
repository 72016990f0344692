"""From a file to an Article, or the Problem that says why not; and the guarded process that does such work."""

from models.intake.files import Limits, read_file, shown
from models.intake.guard import Guard, Stopped

__all__ = ["Guard", "Limits", "Stopped", "read_file", "shown"]
