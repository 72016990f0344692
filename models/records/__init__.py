"""The records of Oxus: frozen structs that every other module passes around.

They are `msgspec` structs: immutable, slotted, quick to make and checked when a dict becomes a record at the
store's edge. Countries are ISO 3166-1 alpha-3 codes, or the code of a group of the
catalog (the region itself is one). Commodities and routes are catalog ids; what the catalog does not
know stands as the article wrote it. Dates are partial ISO 8601: "2025", "2025-12" or "2025-12-20".
"""

from models.records.articles import HEARSAY, Article, Bibliography, Block, Citation, Claim, Evidence, Reading
from models.records.base import Decision, Kind, Modality, PartialDate, Rank, Record, Role, Standing
from models.records.contents import (
    KINDS,
    Commitment,
    Content,
    Event,
    Money,
    Profile,
    Quantity,
    Quote,
    Relation,
    Resource,
    RouteFact,
)
from models.records.own import SUBJECTS, Correction, Note, Subject, Verdict
from models.records.statements import LEADING, Shared, Statement, Variant, best
from models.records.work import Change, Problem, Step

__all__ = [
    "HEARSAY",
    "KINDS",
    "LEADING",
    "SUBJECTS",
    "Article",
    "Bibliography",
    "Block",
    "Change",
    "Citation",
    "Claim",
    "Commitment",
    "Content",
    "Correction",
    "Decision",
    "Event",
    "Evidence",
    "Kind",
    "Modality",
    "Money",
    "Note",
    "PartialDate",
    "Problem",
    "Profile",
    "Quantity",
    "Quote",
    "Rank",
    "Reading",
    "Record",
    "Relation",
    "Resource",
    "Role",
    "RouteFact",
    "Shared",
    "Standing",
    "Statement",
    "Step",
    "Subject",
    "Variant",
    "Verdict",
    "best",
]
