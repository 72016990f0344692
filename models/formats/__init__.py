"""One reader for each file format: bytes and a file name give a Draft, or a Problem that says why not.

A reader is added by writing its module and naming it in READERS; its libraries are imported when it is first used.
"""

from models.formats.draft import Draft, Piece, assemble
from models.formats.language import language_of
from models.formats.readers import READERS, reader_for

__all__ = ["READERS", "Draft", "Piece", "assemble", "language_of", "reader_for"]
