"""Articles, and the claims that stand in them."""

from __future__ import annotations

from msgspec.structs import asdict, replace

from models.records.base import Kind, Modality, PartialDate, Record, Role
from models.records.contents import KINDS, Content

HEARSAY = "hearsay"
"""The badge of what an article has only from the press, or from nobody who is named."""


class Citation(Record):
    """A source that an article itself cites (a digest's front matter).

    `as_of` is the time that what it tells is of, where that is known of a work without a date. `at` are the places, in
    code points of the canonical text, right behind the words that rest on it; empty where the article does not say
    which do.
    """

    title: str
    publisher: str = ""
    date: PartialDate | None = None
    url: str | None = None
    at: tuple[int, ...] = ()
    as_of: PartialDate | None = None


class Bibliography(Record):
    """What is known about an article, without its text. `id` is the SHA-256 of the canonical text, in hex, cut to 16.

    `origin` is the file name it came from, `builtin` is true for articles that ship with Oxus, `added` is an ISO
    time in UTC. `corrected` names the fields that are the user's word in place of what was found. `as_of` is the time
    that its figures stand for, where it says so. `apart` is true where it says of those whom it quotes that they do not
    agree.
    """

    id: str
    title: str
    origin: str
    publisher: str | None = None
    published: PartialDate | None = None
    author: str | None = None
    language: str = "en"
    url: str | None = None
    added: str = ""
    builtin: bool = False
    about_region: bool = True
    cites: tuple[Citation, ...] = ()
    corrected: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    apart: bool = False


class Block(Record):
    """A span [start, end) of the canonical text and the part it plays."""

    role: Role
    start: int
    end: int


class Article(Record):
    """One source text: its bibliographic data, canonical text (made once at import, never altered) and layout."""

    bibliography: Bibliography
    text: str
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        return self.bibliography.id


class Evidence(Record):
    """Where a claim stands: [start, end) in code points of the article's canonical text, with the exact quote.

    `prefix` and `suffix` (up to 32 code points each) are the W3C TextQuoteSelector's context.
    """

    article: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


class Reading(Record):
    """What a claim says, how real, and from whom: as it was read, or as the user puts it right."""

    content: Content
    modality: Modality = Modality.DONE
    affirmed: bool = True
    attribution: str | None = None
    certainty: str | None = None
    badges: tuple[str, ...] = ()
    denied_by: str | None = None


class Claim(Record):
    """What one article says at one place. `id` is a hash of article, span, rule and content without an event's day,
    which may change with the article's date; so it is stable.

    `attribution` is who the article says it from ("experts"), `certainty` a hedging word of the text ("reportedly").
    `affirmed` is false for what the article denies, `denied_by` is who else denies what the article passes on. `badges`
    are PLOVER's historical, future, hypothetical, negation, and HEARSAY.

    `why` is a sentence of the article that explains why its figure is not what others give. `carried` is true where a
    country, the route or the goods that it is told of were taken from the sentences around, as its own neither names
    them nor has a word that stands for them.

    Where the user corrected what was read, that lies over it: `read` is what was read, `amended` the moment (ISO, UTC)
    of the correction. Articles are kept with claims that have neither of these.
    """

    id: str
    content: Content
    evidence: Evidence
    rule: str
    modality: Modality = Modality.DONE
    affirmed: bool = True
    attribution: str | None = None
    certainty: str | None = None
    badges: tuple[str, ...] = ()
    denied_by: str | None = None
    read: Reading | None = None
    amended: str = ""
    why: Evidence | None = None
    carried: bool = False

    @property
    def in_words(self) -> bool:
        """Whether its own sentence tells what it is of, or the user does: only so it speaks for or against others."""
        return not self.carried or self.read is not None

    @property
    def is_hearsay(self) -> bool:
        """Whether its article has it only from the press, or from nobody who is named."""
        return HEARSAY in self.badges

    @property
    def reading(self) -> Reading:
        """What it says now."""
        return Reading(*(getattr(self, name) for name in Reading.__struct_fields__))

    @property
    def as_read(self) -> Claim:
        """The claim as it was read, without what the user said of it."""
        return self if self.read is None else replace(self, **asdict(self.read), read=None, amended="")

    def corrected(self, reading: Reading, moment: str) -> Claim:
        """The claim with what the user says in place of what was read, of a moment (ISO, UTC)."""
        return replace(self, **asdict(reading), read=self.as_read.reading, amended=moment)

    @property
    def kind(self) -> Kind:
        return KINDS[type(self.content)]
