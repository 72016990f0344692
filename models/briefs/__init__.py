"""Printable briefs: what a page tells, in chapters and parts with numbered sources, free of any form of paper."""

from models.briefs.making import make, numbered
from models.briefs.records import (
    PARTS,
    Aside,
    Brief,
    Chapter,
    Entry,
    Part,
    Picture,
    Row,
    Run,
    Source,
    Table,
    Value,
    Writing,
)
from models.briefs.subjects import SUBJECTS, Options, Subject, each, languages

__all__ = [
    "PARTS",
    "SUBJECTS",
    "Aside",
    "Brief",
    "Chapter",
    "Entry",
    "Options",
    "Part",
    "Picture",
    "Row",
    "Run",
    "Source",
    "Subject",
    "Table",
    "Value",
    "Writing",
    "each",
    "languages",
    "make",
    "numbered",
]
