"""Wares: all goods that a list names, those that the catalog does not have by their own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.frames import Frame
    from models.reading.sentence.mentions import Mention
    from models.reading.sentence.tagging import Sentence

_END = re.compile(r"[.;:(—]")
_BETWEEN = re.compile(r", (?:and |or )?(?:also )?| (?:and|or) (?:also )?")
_LEAD = re.compile(r"^(?: |(?:[a-z]+ly|still|also)\b)*")
_PLAIN = re.compile(r"[a-z][a-z-]+(?: [a-z-]+){0,3}")
_GOODS, _OF = "K", " of "


def wares(frame: Frame, value: Mention | None) -> tuple[str, ...]:
    """The ids of the goods in the list in which the value stands, or behind the verb where there is none, or the list's
    own words for those without an id.

    Where what follows the verb is anything but a list of goods up to the end of its clause, only the ids of the value.
    """
    sentence = frame.sentence
    start, given = _behind_verb(frame, value), value.ids if value is not None else ()
    if start < 0:
        return given
    behind = sentence.text[start:]
    start += len(behind) - len(_LEAD.sub("", behind, count=1))
    ends = _END.search(sentence.text, start if value is None else max(start, value.end - sentence.start))
    end = ends.start() if ends else len(sentence.text)
    told = [_named(sentence, *part) for part in _parts(sentence.text, start, end)]
    is_list = all(told) and (value is not None or len(told) > 1)
    return tuple(dict.fromkeys(name for names in told for name in names)) if is_list else given


def _behind_verb(frame: Frame, value: Mention | None) -> int:
    """Where the verb before the value ends in the text of the sentence; -1 where there is none."""
    verb = "".join(frame.verbs[-1:]).rpartition("_")[2].strip()  # the date between it and its subject stands before it
    text = frame.sentence.text
    at = text.rfind(f" {verb} ", 0, len(text) if value is None else value.start - frame.sentence.start) if verb else -1
    return at if at < 0 else at + len(verb) + 2


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each item of the list stands that fills the stretch."""
    for joint in _BETWEEN.finditer(text, start, end):
        yield start, joint.start()
        start = joint.end()
    yield start, end


def _named(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """What one item names; nothing where it names no goods. Of a longer name that begins with goods these are a part:
    "K1 turbines" are no K1, but "K1 ore" is."""
    words = sentence.text[start:end]
    spans = ((item.start - sentence.start, item.end - sentence.start, item) for item in sentence.mentions)
    found = ((to, item) for at, to, item in spans if item.kind == _GOODS and start <= at < to <= end)
    forms = sentence.words["forms"]
    known = next((item for to, item in found if forms.issuperset(sentence.text[to:end].split())), None)
    if known is not None and _OF not in words:
        return known.ids
    plain = _PLAIN.fullmatch(words) is not None and sentence.words["no_wares"].isdisjoint(words.split())
    return (words,) if plain else ()
