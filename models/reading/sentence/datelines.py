"""Datelines: where a report was sent from stands before its first sentence, and takes no part in what that tells.

Nor does who only stands in a joined adjective ("the X-controlled smelter sold").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from models.reading.sentence.tagging import Sentence

_BRACKET = r"\( (?:[^ )]+ ){1,5}\) "
_CAPITALS = re.compile(
    rf"^([CNOP]\d+ )(?:[/,] [CNOP]\d+ ){{0,2}}(?:, )?(?:D\d+ )?(?:, )?(?:D\d+ )?(?:{_BRACKET})?[—:-] "
)
_DATED = re.compile(rf"^([CNOP]\d+ )(?:, [CP]\d+ )?, D\d+ (?:, )?(?:D\d+ )?(?:{_BRACKET})?[—:-] ")
_CREDITED = re.compile(rf"^([CNOP]\d+ ){_BRACKET}[—:-] ")
_TAG = re.compile(r"[CNO](\d+)(?= )")
_OWNED = "owned|controlled|operated|run|managed|built|made"
_JOINED = re.compile(
    rf"(?<![^ ])(?:[CJ]\d+ - (?:{_OWNED}) (?!(?:\S+ )?R\d)"
    rf"|[ON]\d+ - (?:{_OWNED}|led|backed|funded|financed|supported|developed|sponsored|supplied) )"
)
_MENTION = re.compile(r"(?<![^ ])[A-Z]\d+(?= )")
_STROKE = re.compile(r"[—–―-]+\s*|:\s+")
_DASH, _CLAUSE = "— ", "; "
_STROKES = (_DASH, ": ", "- ")
_NAMES = ("C", "N", "O", "P")


def set_apart(sentence: Sentence) -> None:
    """Make the names of a dateline places in a clause of their own: none acts ("CITY, 4 May (Agency) — ...").

    Names in joined adjectives are left out.
    """
    if " - " in sentence.tags:
        sentence.tags = _JOINED.sub(lambda match: _article(sentence, match[0]), sentence.tags)
    tags = sentence.tags
    if not tags.startswith(_NAMES) or not any(map(tags.__contains__, _STROKES)):
        return
    found = _DATED.match(tags) or _CREDITED.match(tags)
    if found is None:
        found = _CAPITALS.match(tags)
        if found is None or not sentence.mention(found[1].strip()).name.isupper():
            return
    line = tags[: found.end()].partition("(")[0]
    places = _TAG.sub(lambda match: _place(sentence, int(match[1])), line)
    sentence.lead = _length(sentence, tags[: found.end()])
    sentence.tags = f"{places}{tags[len(line) : found.end() - len(_DASH)]}{_CLAUSE}{tags[found.end() :]}"


def _article(sentence: Sentence, joined: str) -> str:
    """The article of the noun behind a joined adjective, which none has before a name: "the railway"."""
    mention = sentence.mention(joined.partition(" ")[0])
    before = sentence.text[: mention.start - sentence.start].lower()
    return "the " if before.endswith("the ") else ""


def _length(sentence: Sentence, line: str) -> int:
    """How many characters of the text the line takes, with the dash or colon that ends it."""
    ends = (sentence.mention(found[0]).end - sentence.start for found in _MENTION.finditer(line))
    dash = _STROKE.search(sentence.text, max(ends, default=0))
    return dash.end() if dash is not None else 0


def _place(sentence: Sentence, number: int) -> str:
    """The tag of the mention as a place."""
    known = sentence.mentions[number]
    place = known.place or (known.name.title() if known.name.isupper() else known.name)
    sentence.mentions[number] = replace(known, kind="P", place=place)
    return f"P{number}"
