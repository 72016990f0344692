"""What part each paragraph of an article plays: title, body, quote, or the furniture of the site around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.formats.bylines import byline
from models.formats.masthead import PARTS, is_office, is_publisher, named_in, without_site
from models.formats.rules import Layout, layout
from models.records import Block, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.formats.draft import Notes

_LONGEST_TITLE = 250
_LONGEST_FURNITURE = 400
_HEAD = 12
_FEWEST_LETTERS = 0.25
_SENTENCE_END = re.compile(r"[.!?…。！？:;][\"'”’“»›)\]」』）\s]*\Z")
_LETTER = re.compile(r"[^\W\d_]")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BESIDE = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+")
_SECTION = 2  # words of the name of a section
_KIND = 4  # words that tell what a document is
_BULLET = re.compile(r"[-–—•*·]\s")
_CRUMBS = re.compile(r"[^>›»\n]{1,40}(?:\s[>›»]\s[^>›»\n]{1,40}){1,6}")
_TIME = re.compile(r"(?:\d{1,2}[:.]\d\d|updated|published|posted)(?:\s?[ap]\.?m\.?)?:?", re.IGNORECASE)


def arrange(
    text: str, blocks: Sequence[Block], title: str | None, notes: Notes, *, gathered: bool
) -> tuple[Block, ...]:
    """The blocks with their roles: what the markup said stands, the words of the text tell the rest.

    `gathered` is true for what was copied from a site, after whose text headlines of other articles may follow. The
    notes are told why blocks are furniture.
    """
    rules = layout()
    pieces = [text[block.start : block.end] for block in blocks]
    roles = [block.role for block in blocks]

    def note(reason: str) -> None:
        for block, role in zip(blocks, roles, strict=True):
            if role is Role.FURNITURE:
                notes.furniture.setdefault(block.start, reason)

    note("the markup tells")
    head = _mark_title(pieces, roles, title, rules)
    note("it repeats the title")
    if head is not None:
        _mark_head(pieces, roles, head, rules)
        note("a credit, a place, an agency, a date or a button alone near the title")
    _mark_known(pieces, roles, rules)
    note("its words are those of furniture, or it stands alone at the end (resources/grammar/layout.toml)")
    _mark_links(pieces, roles, rules)
    note("a headline under a line such as “Read also”")
    _mark_parted(pieces, roles, rules)
    note("a short line under a separator, on other things")
    if gathered:
        _mark_bare_tail(pieces, roles, rules)
        note("a short line behind the last sentence, on other things")
    return tuple(Block(role, block.start, block.end) for role, block in zip(roles, blocks, strict=True))


def is_furniture(piece: str, rules: Layout) -> bool:
    """Whether the words of the paragraph alone say that it is furniture."""
    if len(_LETTER.findall(piece[:_LONGEST_FURNITURE])) < _FEWEST_LETTERS * len(piece[:_LONGEST_FURNITURE]):
        return True
    folded = piece[:_LONGEST_FURNITURE].casefold().strip(" \t\n:")
    if folded in rules.furniture or folded in rules.links_after or _CRUMBS.fullmatch(piece):
        return True
    if len(piece) > _LONGEST_FURNITURE:
        return False
    begins = folded.startswith(rules.furniture_begins)
    return begins or any(words in folded for words in rules.furniture_contains) or bool(rules.caption.search(piece))


def is_sentence(piece: str) -> bool:
    """Whether the paragraph ends as a sentence does."""
    return bool(_SENTENCE_END.search(piece[-20:]))


def _mark_title(pieces: list[str], roles: list[Role], title: str | None, rules: Layout) -> int | None:
    """Mark the title and its repetitions; its place, or None when no paragraph is one."""
    if title is None and Role.TITLE not in roles:
        place = _place_of_title(pieces, rules)
        if place is None or roles[place] is not Role.BODY or not _looks_like_title(pieces, place):
            return None
        title, roles[place] = pieces[place], Role.TITLE
        if _goes_on(pieces, place, rules):
            roles[place + 1] = Role.TITLE
    wanted = _key(without_site(title or pieces[roles.index(Role.TITLE)], rules)[0])
    same = [i for i, piece in enumerate(pieces) if len(piece) <= _LONGEST_TITLE and _key(piece) == wanted]
    if Role.TITLE not in roles and same:
        roles[same[0]] = Role.TITLE
    place = roles.index(Role.TITLE) if Role.TITLE in roles else None
    for i in same:
        if i != place:
            roles[i] = Role.FURNITURE
    return place


def _place_of_title(pieces: list[str], rules: Layout) -> int | None:
    """Where the title could stand: at the first line of the head that is no credit, else the first of the prose."""
    head = [i for i, piece in enumerate(pieces[:_HEAD]) if not _stands_above(piece, rules)]
    begins = next((i for i in head if not _looks_like_title(pieces, i)), _HEAD)
    titles = (i for i in head if i < begins and not is_credit(pieces, i, rules))
    return next(titles, next(iter(head), None))


def is_credit(pieces: Sequence[str], place: int, rules: Layout) -> bool:
    """Whether the line tells who published or wrote it and when, or is the name of a section: no title, if there is
    another line that could be one."""
    piece = pieces[place]
    below = pieces[place + 1].casefold() if place + 1 < len(pieces) else ""
    if is_publisher(piece, rules) or byline(piece, rules) or rules.letterheads & {piece.casefold(), below}:
        return True
    if _is_kind(piece, rules) and (len(piece.split()) > 1 or _goes_on(pieces, place, rules)):
        return False
    sections = [part.split() for part in PARTS.split(piece)]
    lonely = all(len(words) == 1 for words in sections)
    return lonely or (len(piece.split()) <= _SECTION and piece.isupper()) or is_dated(piece, rules)


def _is_kind(piece: str, rules: Layout) -> bool:
    """Whether the line tells in capitals what a document is ("JOINT COMMUNIQUE")."""
    return piece.isupper() and len(piece.split()) <= _KIND and piece.split()[-1].casefold() in rules.kinds


def _goes_on(pieces: Sequence[str], place: int, rules: Layout) -> bool:
    """Whether the line below what a document is tells on what it is: "on the results of the talks"."""
    below = pieces[place + 1] if place + 1 < len(pieces) else ""
    if not below or not _is_kind(pieces[place], rules) or not _looks_like_title(list(pieces), place + 1):
        return False
    return below[0].islower() or (below.isupper() and below.split()[0].casefold() in rules.goes_on)


def is_dated(piece: str, rules: Layout) -> bool:
    """Whether the line is a date with no more than a few short names beside it."""
    from models.dates import blotted, find

    dates = [mention for mention in find(piece) if mention.year and mention.month]
    parts = (part for part in PARTS.split(_TIME.sub(",", blotted(piece, dates))) if part.strip())
    return bool(dates) and all(len(part.split()) <= _SECTION or is_publisher(part, rules) for part in parts)


def _stands_above(piece: str, rules: Layout) -> bool:
    """Whether the paragraph is no title: furniture, or the masthead of a paper with the section ("Daily | Mining")."""
    return is_furniture(piece, rules) or _is_masthead(piece, rules)


def _is_masthead(piece: str, rules: Layout) -> bool:
    """Whether the line is the name of a paper, alone or with a section beside it."""
    parts = [part.strip() for part in _BESIDE.split(piece)]
    titled = next((part for part in parts if named_in(part, rules)), None)
    return (
        titled is not None
        and all(part == titled or len(part.split()) <= _SECTION for part in parts)
        and (len(parts) > 1 or piece in rules.agencies)
    )


def _looks_like_title(pieces: list[str], place: int) -> bool:
    """Whether the paragraph is a line of its own above a text, and not the text's first sentence."""
    piece = pieces[place]
    if len(piece) > _LONGEST_TITLE or len(pieces) == place + 1:
        return False
    return not piece.rstrip("\"'”’»)」』").endswith((".", "。", ",", ";", ":")) or piece.endswith("...")


def _key(piece: str) -> str:
    """The letters and digits of a title, for comparing."""
    return "".join(char for char in piece[: _LONGEST_TITLE * 2].casefold() if char.isalnum())


def _mark_head(pieces: list[str], roles: list[Role], title: int, rules: Layout) -> None:
    """Above the title, and between it and the first sentence, mark credits, places, sections and buttons."""
    for i in range(title):
        if roles[i] is Role.BODY and is_credit(pieces, i, rules):
            roles[i] = Role.FURNITURE
    below = title + 2 if roles[title + 1 : title + 2] == [Role.TITLE] else title + 1
    for i in range(below, min(title + _HEAD, len(pieces))):
        if is_sentence(pieces[i]) or roles[i] is not Role.BODY:
            return
        if stands_for_a_date(pieces[i]) or is_credit(pieces, i, rules):
            roles[i] = Role.FURNITURE


def title_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The words of the title, of a document with what it is on, without the name of the site behind it; None where
    there is none."""
    lines = [text[block.start : block.end] for block in blocks if block.role is Role.TITLE]
    if not lines:
        return None
    title = " ".join(lines) if _is_kind(lines[0], layout()) else lines[0]
    return without_site(title, layout())[0]


def stands_for_a_date(piece: str) -> bool:
    """Whether the paragraph is little more than a date with its year."""
    from models.dates import find, stated_day

    if len(piece) > 80:
        return False
    dates = [mention for mention in find(piece) if stated_day(mention)]
    covered = sum(mention.end - mention.start for mention in dates)
    return bool(dates) and covered * 2 >= len(piece)


def _mark_known(pieces: list[str], roles: list[Role], rules: Layout) -> None:
    """Mark what the words alone tell."""
    for i, piece in enumerate(pieces):
        if roles[i] in (Role.BODY, Role.QUOTE) and is_furniture(piece, rules):
            roles[i] = Role.FURNITURE
    for i in range(len(pieces) - 1, max(-1, len(pieces) - 4), -1):
        if is_sentence(pieces[i]) or roles[i] not in (Role.BODY, Role.FURNITURE):
            return
        lonely = (len(pieces[i].split()) == 1 and len(pieces[i]) <= 40) or is_office(pieces[i], rules)
        if lonely or pieces[i] in rules.agencies or rules.rights[1].fullmatch(pieces[i]):
            roles[i] = Role.FURNITURE


def _is_link(piece: str, rules: Layout) -> bool:
    """Whether the paragraph could be the headline of another article."""
    return len(piece) <= rules.longest_link and not is_sentence(piece)


def _mark_links(pieces: list[str], roles: list[Role], rules: Layout) -> None:
    """Mark the headlines that follow a line such as "Read also"."""
    following = False
    for i, piece in enumerate(pieces):
        if piece[:_LONGEST_FURNITURE].casefold().strip(" \t\n:-") in rules.links_after:
            following = True
        elif following and roles[i] is not Role.FURNITURE:
            following = _is_link(piece, rules)
            if following:
                roles[i] = Role.FURNITURE


def _mark_parted(pieces: list[str], roles: list[Role], rules: Layout) -> None:
    """Mark runs of short lines, each under a separator alone on its line, that speak of other things."""
    i = 0
    while i < len(pieces):
        run: list[int] = []
        at = i
        while at + 1 < len(pieces) and _is_separator(pieces[at], rules) and len(pieces[at + 1]) <= rules.longest_link:
            run.append(at + 1)
            at += 2
        if len(run) >= rules.fewest_links and _shared(pieces, roles, run) <= rules.shared_words:
            for place in run:
                roles[place] = Role.FURNITURE
        i = max(at, i + 1)


def _is_separator(piece: str, rules: Layout) -> bool:
    """Whether the paragraph is nothing but separating signs."""
    return len(piece) <= 80 and not set(piece) - rules.separators - {" "}


def _mark_bare_tail(pieces: list[str], roles: list[Role], rules: Layout) -> None:
    """Mark the short lines after the last sentence when there are several and they speak of other things."""
    run: list[int] = []
    for i in range(len(pieces) - 1, -1, -1):
        if roles[i] is Role.FURNITURE:
            continue
        if roles[i] is not Role.BODY or not _is_link(pieces[i], rules) or _BULLET.match(pieces[i]):
            break
        run.append(i)
    if len(run) >= rules.fewest_links and _shared(pieces, roles, run) <= rules.shared_words_bare:
        for i in run:
            roles[i] = Role.FURNITURE


def _shared(pieces: list[str], roles: list[Role], run: list[int]) -> float:
    """The share of the run's longer words that stand elsewhere in the article."""
    ours = {word for i in run for word in _LONG_WORD.findall(pieces[i].casefold())}
    inside = set(run)
    rest = (i for i, role in enumerate(roles) if i not in inside and role is not Role.FURNITURE)
    theirs = {word for i in rest for word in _LONG_WORD.findall(pieces[i].casefold())}
    return len(ours & theirs) / len(ours) if ours else 0.0
