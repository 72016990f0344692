"""From a file to an Article, or the Problem that says why not; and the guarded processes that do such work."""

from models.intake.files import NO_READER, Limits, as_article, read_draft, read_file, shown
from models.intake.guard import Guard, Stopped
from models.intake.pool import in_order, workers_for

__all__ = [
    "NO_READER",
    "Guard",
    "Limits",
    "Stopped",
    "as_article",
    "in_order",
    "read_draft",
    "read_file",
    "shown",
    "workers_for",
]
