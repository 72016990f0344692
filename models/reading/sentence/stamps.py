"""Time stamps and bullets: what only tells when an entry was written or that it stands in a list takes no part.

"09:48 X met Y" begins with X, so that what a rule looks for at the head of a sentence stands there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.sentence.tagging import Sentence

_ENTRY = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|[A-Z]{2,3}T))?[\s|–—:-]+(?=[^\W\d_]|[\"“«‘'])"
)
_CLOCK = re.compile(
    r"^[A-Z]\d+ : (?:[A-Z]\d+ : )?[^ ]+ (?:(?:_?am|pm|a \. m \.|p \. m \.) )?"
    r"(?:(?:[a-z]{3,4}|[A-Z]\d+) (?=[—:|-]))?(?:[—:|-] )*"
)
_BULLET = re.compile(r"^[•▪◦‣●*] ")
_MARKS = tuple("•▪◦‣●*")


def unstamp(sentence: Sentence) -> None:
    """Take the time of day that opens an entry, and the bullet of a list, off the head of the tags."""
    if sentence.text.startswith(_MARKS):
        sentence.tags = _BULLET.sub("", sentence.tags)
    elif sentence.text[:1].isdigit() and _ENTRY.match(sentence.text):
        sentence.tags = _CLOCK.sub("", sentence.tags)
