"""What people and institutions said: each speaker's words together, nothing told twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from models.briefs.records import Entry, Part
from models.phrases.trimming import named_in, unmarked
from models.records import Kind, Quote
from models.statements.wording import alike, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line

SAME = 0.7
"""Two sentences of one speaker from a common source are one when the shorter shares so many words with the other."""
_NUMBER = re.compile(r"\d+")
Place = tuple[str, int]


class _Quoted(NamedTuple):
    """A line with its words, where they stand, and the articles and works they are from."""

    line: Line
    quote: Quote
    words: str
    places: frozenset[Place]
    works: frozenset[str]


class _Passage(NamedTuple):
    """What is told in one entry: the sentences it shows, and all that it stands for."""

    shown: list[_Quoted]
    all: list[_Quoted]


def quotes(writer: Writer, lines: Sequence[Line], others: Iterable[Line]) -> Part:
    """The quotes by speaker, without those that only say from whom a figure is: the `others` tell that.

    A sentence that does not name its speaker ("He added ...") stands behind the one before it in its article.
    """
    speakers: dict[str, list[_Quoted]] = {}
    for line in without_figures(writer, lines, others):
        told = _quoted(writer, line)
        speakers.setdefault(told.quote.speaker, []).append(told)
    passages = [passage for told in speakers.values() for passage in _passages(told)]
    entries = tuple(_entry(writer, passage) for passage in _once(passages))
    return Part("quotes", writer.phrases.title("quotes"), entries=entries)


def without_figures(writer: Writer, lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """The lines without quotes whose sentences the `others` tell that are none."""
    told = {place for line in others if line.kind is not Kind.QUOTE for place in _quoted(writer, line).places}
    return [line for line in lines if line.kind is not Kind.QUOTE or not _quoted(writer, line).places <= told]


def _once(passages: Iterable[_Passage]) -> list[_Passage]:
    """The passages without those that another one tells, too, whose speaker is called more fully."""
    found: list[_Passage] = []
    for passage in sorted(passages, key=lambda passage: -len(_speaker(passage))):
        home = next((fuller for fuller in found if _is_within(passage, fuller)), None)
        if home:
            home.all.extend(passage.all)
        else:
            found.append(passage)
    return [passage for passage in passages if passage in found]


def _speaker(passage: _Passage) -> frozenset[str]:
    return stems(passage.all[0].quote.speaker)


def _is_within(passage: _Passage, fuller: _Passage) -> bool:
    called = _speaker(passage) <= _speaker(fuller)
    return called and all(any(_same(quoted, said) for said in fuller.all) for quoted in passage.all)


def _quoted(writer: Writer, line: Line) -> _Quoted:
    sentences = writer.library.evidence(line.statement).sentences
    content = writer.library.statement(line.statement).variants[0].content
    quote = content if isinstance(content, Quote) else Quote("")
    works = {work.url or work.title for sentence in sentences for work in sentence.cites}
    return _Quoted(
        line,
        quote,
        unmarked(quote.words or sentences[0].quote),
        frozenset((sentence.article, sentence.start) for sentence in sentences),
        frozenset(works | {sentence.article for sentence in sentences}),
    )


def _passages(told: Iterable[_Quoted]) -> list[_Passage]:
    """The quotes of one speaker in the order of their articles."""
    found: list[_Passage] = []
    for quoted in sorted(told, key=lambda quoted: min(quoted.places)):
        home = next((passage for passage in found if any(_same(quoted, said) for said in passage.all)), None)
        if home:
            home.all.append(quoted)
        elif found and _goes_on(quoted, found[-1].all[-1]):
            found[-1].shown.append(quoted)
            found[-1].all.append(quoted)
        else:
            found.append(_Passage([quoted], [quoted]))
    return found


def _same(one: _Quoted, other: _Quoted) -> bool:
    numbers = [_NUMBER.findall(quoted.words) for quoted in (one, other)]
    plain = one.line.standing.holds and other.line.standing.holds
    said = alike(stems(one.words), stems(other.words), SAME, least=4)
    return plain and said and numbers[0] == numbers[1] and bool(one.works & other.works)


def _goes_on(quoted: _Quoted, before: _Quoted) -> bool:
    """Whether it does not name its speaker, and another one from the same article does so before it."""
    named = quoted.quote.direct or named_in(quoted.words, quoted.quote.speaker)
    return not named and bool(_articles(quoted) & _articles(before))


def _articles(quoted: _Quoted) -> set[str]:
    return {article for article, _ in quoted.places}


def _entry(writer: Writer, passage: _Passage) -> Entry:
    first = writer.entry(passage.all[0].line)
    rest = [writer.entry(quoted.line) for quoted in passage.all[1:]]
    numbers = {number for entry in (first, *rest) for number in entry.numbers}
    text = " ".join((first.text, *(quoted.words for quoted in passage.shown[1:])))
    return structs.replace(first, text=text, numbers=tuple(sorted(numbers)))
