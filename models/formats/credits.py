"""Where a text itself tells its date of publication, its publisher and who wrote it; what it does not tell is None."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from models.dates import DateMention, find, iso, last_day, stated_day
from models.formats.bylines import byline, signed
from models.formats.datelines import dateline
from models.formats.hosts import delivers
from models.formats.layout import arrange, is_dated, is_furniture, is_sentence, stands_for_a_date, title_of
from models.formats.masthead import is_office, named_in, without_shouting, without_site
from models.formats.rules import Layout, layout
from models.records import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.formats.draft import Draft, Notes
    from models.records import Block, PartialDate

_HEAD = 8
_TAIL = 6
_LONGEST_LINE = 160
_LONGEST_CREDIT = 100
_MARKS = frozenset("|,;:/•·—–-(")
_CLOSES = re.compile(r"[|,;:/•·—–(.\d-]|at \d")
_SHOWN = 60
_DATELINE_DATE = re.compile(r"[^\W\d_a-zа-яё]{2}[^\n]{0,80}?(?:\.|[–—-]|:)\s")
_OPENS = re.compile(r"\s?[(,]\s?\Z")
_SITE = re.compile(r"[\w-]{2,40}\.[A-Za-z]{2,6}")


def completed(draft: Draft, *, gathered: bool = True) -> Draft:
    """The draft with the roles of its blocks, and with what its file has no field for, as far as the text tells it.

    `gathered` as for `arrange`.
    """
    text, notes = draft.text, draft.notes
    blocks = arrange(text, draft.blocks, draft.title, notes, gathered=gathered)
    return replace(
        draft,
        blocks=blocks,
        title=draft.title or title_of(text, blocks),
        published=draft.published or published(text, blocks, notes),
        publisher=_publishing(draft.publisher) or _publishing(publisher(text, blocks, notes)),
        author=draft.author or author(text, blocks, notes),
    )


def _publishing(name: str | None) -> str | None:
    """The name, but for that of a host that only delivers what others publish."""
    return None if name is None or delivers(name) else name


def published(text: str, blocks: Sequence[Block], notes: Notes) -> PartialDate | None:
    """The date of publication, where a line of its own, a label, the dateline or "today (date)" gives it in full.

    Where none does, the month that a label gives ("Date: September 2024"). The notes are told where.
    """
    pieces = [text[block.start : block.end] for block in blocks]
    for piece in _edges(pieces):
        if len(piece) <= _LONGEST_LINE and (stands_for_a_date(piece) or _is_labelled(piece)):
            found = _full_date(piece)
            if found:
                notes.facts["published"] = f"the line “{piece}”"
                return found
    if found := _credited(pieces, notes):
        return found
    for piece in _opening(pieces, blocks):
        found = dateline(piece).date or _dateline_date(piece) or _today(piece)
        if found:
            notes.facts["published"] = f"the dateline or the “today” of “{piece[:_SHOWN]}…”"
            return found
    title = next((piece for piece, block in zip(pieces, blocks, strict=True) if block.role is Role.TITLE), "")
    if found := _title_date(title):
        notes.facts["published"] = f"the title “{title[:_SHOWN]}…”"
    return found or _month(pieces, notes)


def _month(pieces: list[str], notes: Notes) -> PartialDate | None:
    """The month with its year in a line near the head or the end that a label opens and nothing else follows."""
    for piece in _edges(pieces):
        if len(piece) > _LONGEST_LINE or not _is_labelled(piece):
            continue
        dates = find(piece)
        if len(dates) == 1 and dates[0].month and not piece[dates[0].end :].strip(" ."):
            notes.facts["published"] = f"the line “{piece}”"
            return iso(dates[0].year, dates[0].month)
    return None


def _is_labelled(piece: str) -> bool:
    """Whether the line says that it tells the date: by a label and a colon, or a label right before the date."""
    label = layout().published.match(piece)
    if label is None:
        return False
    return label[0].rstrip().endswith((":", "：")) or any(item.start == label.end() for item in find(piece))


def _credited(pieces: list[str], notes: Notes) -> PartialDate | None:
    """The full date in a line of credits at the head."""
    for piece in takewhile(lambda piece: not is_sentence(piece) or len(piece) <= _LONGEST_CREDIT, pieces[:_HEAD]):
        known = is_furniture(piece, layout()) and not is_dated(piece, layout())
        found = None if known else _credit_date(piece)
        if found:
            notes.facts["published"] = f"the line “{piece}”"
            return found
    return None


def _edges(pieces: list[str]) -> Iterator[str]:
    """The paragraphs near the head and the end."""
    yield from pieces[:_HEAD]
    yield from reversed(pieces[max(_HEAD, len(pieces) - _TAIL) :])


def _opening(pieces: list[str], blocks: Sequence[Block]) -> list[str]:
    """The first two paragraphs of the body, as far as they can hold a dateline."""
    body = (
        piece for piece, block in zip(pieces, blocks, strict=True) if block.role is Role.BODY and is_sentence(piece)
    )
    return [piece[:1000] for piece, _ in zip(body, range(2), strict=False)]


def _full_date(piece: str) -> PartialDate | None:
    """The first date with its year and day; of a week ("24-30 November 2025") its last day."""
    return next(filter(None, map(last_day, find(piece))), None)


def _credit_date(piece: str) -> PartialDate | None:
    """The full date that stands between marks in a line of credits ("By our correspondent | 11 October 2025")."""
    if len(piece) > _LONGEST_CREDIT:
        return None
    for item in find(piece):
        before, after = piece[: item.start].rstrip(), piece[item.end :].lstrip()
        label = before.rpartition(" ")[2] + ":"
        opens = not before or before[-1] in _MARKS or layout().published.match(label) is not None
        closes = not after or _CLOSES.match(after) is not None
        if opens and closes and (day := last_day(item)):
            return day
        if signed(piece, layout())[1]:
            return last_day(item)
    return None


def _dateline_date(piece: str) -> PartialDate | None:
    """The date of a dateline in capitals ("ASTANA, February 6, 2024. ..."), if it is given in full."""
    dateline = _DATELINE_DATE.match(piece)
    if dateline and (found := _full_date(piece[: dateline.end()])):
        return found
    return None


def _title_date(piece: str) -> PartialDate | None:
    """The full date that closes a title of a text that is put down word for word ("Briefing, Geneva, 3 May 2024")."""
    dates = find(piece)
    last = dates[-1] if dates else None
    closes = (
        last is not None and not piece[last.end :].strip(" .)") and piece[: last.start].rstrip().endswith((",", "("))
    )
    return stated_day(last) if last is not None and closes else None


def _today(piece: str) -> PartialDate | None:
    """The date that the text explains "today" with."""
    mentions = find(piece)
    for first, second in pairwise(mentions):
        if _is_today(first) and _OPENS.match(piece[first.end : second.start]) and (day := stated_day(second)):
            return day
    return None


def _is_today(mention: DateMention) -> bool:
    """Whether the mention is "today"."""
    return mention.unit == "day" and mention.shift == 0


def author(text: str, blocks: Sequence[Block], notes: Notes) -> str | None:
    """Who wrote it, where a line of the head names them. The notes are told where."""
    rules = layout()
    for block in blocks[:_HEAD]:
        piece = text[block.start : block.end]
        if block.role is Role.BODY and is_sentence(piece) and len(piece) > _LONGEST_LINE:
            return None
        if block.role is not Role.TITLE and (name := byline(piece, rules)):
            notes.facts["byline"] = f"the line “{piece}”"
            return name
    return None


def publisher(text: str, blocks: Sequence[Block], notes: Notes) -> str | None:
    """The publisher, where a label, a bracket after the dateline, a line of its own or a link names it.

    The notes are told where.
    """
    for found, piece in _publishers(text, blocks):
        if found:
            notes.facts["publisher"] = f"“{piece[:_SHOWN]}{'…' if len(piece) > _SHOWN else ''}”"
            return without_shouting(found)
    return None


def _publishers(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str | None, str]]:
    """What paragraphs say of the publisher, the most telling first, each with the paragraph."""
    rules = layout()
    pieces = [text[block.start : block.end] for block in blocks]
    for piece in reversed(pieces[-_TAIL:]):
        yield _named_at_end(piece, text, rules), piece
    for place, (piece, block) in enumerate(zip(pieces[:_HEAD], blocks, strict=False)):
        if block.role is Role.TITLE:
            yield without_site(piece, rules)[1], piece
        elif len(piece) <= _LONGEST_LINE:
            if place + 1 < len(pieces) and pieces[place + 1].casefold() in rules.letterheads:
                yield piece, piece
            yield _labelled(piece, rules), piece
            yield signed(piece.rstrip("."), rules)[0], piece
            yield named_in(piece, rules), piece
        if piece in rules.agencies:
            yield piece, piece
    for piece in _opening(pieces, blocks):
        yield dateline(piece).agency, piece


def _named_at_end(piece: str, text: str, rules: Layout) -> str | None:
    """The publisher that a last line names."""
    if len(piece) > _LONGEST_LINE:
        return None
    if piece in rules.agencies or is_office(piece, rules) or (_SITE.fullmatch(piece) and text.count(piece) > 1):
        return piece
    if found := rules.link.match(piece):
        return found[1]
    for rule in rules.rights:
        if found := rule.fullmatch(piece):
            return found[1].strip()
    return _labelled(piece, rules) or (named_in(piece, rules) if rules.leads.match(piece) else None)


def _labelled(piece: str, rules: Layout) -> str | None:
    """The publisher after a label such as "Source:"."""
    found = rules.publisher.match(piece)
    name = found[1].strip() if found else ""
    return name.rstrip(".") if name and not name.startswith("http") and len(name.split()) <= 6 else None
