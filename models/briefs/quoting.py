"""What people and institutions said: each speaker's words together, nothing told twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from models import dates
from models.briefs.records import Entry, Part
from models.pages.ages import AsOf
from models.phrases import fill
from models.phrases.trimming import named_in, unmarked
from models.records import Kind, Quote
from models.statements.wording import alike, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.dates import DateMention
    from models.pages.lines import Line
    from models.records import PartialDate

SAME = 0.7
"""Two sentences of one speaker from a common source are one when the shorter shares so many words with the other."""
_NUMBER = re.compile(r"\d+")
Place = tuple[str, int]


class _Quoted(NamedTuple):
    """A line with its words, where they stand, the articles and works they are from, what the first of these is called,
    and from where to where the words stand in each."""

    line: Line
    quote: Quote
    words: str
    places: frozenset[Place]
    works: frozenset[str]
    title: str
    spans: frozenset[tuple[str, int, int]]


class _Passage(NamedTuple):
    """What is told in one entry: the sentences it shows, and all that it stands for."""

    shown: list[_Quoted]
    all: list[_Quoted]


def quotes(writer: Writer, lines: Sequence[Line], others: Iterable[Line], code: str = "") -> Part:
    """The quotes by speaker with what their article is about, without those that only say from whom a figure is: the
    `others` tell that, or in a chapter on the country of the `code` those of another country.

    A sentence that does not name its speaker ("He added ...") stands behind the one before it in its article.
    """
    passages = _by_speaker(writer, _without_others(writer, without_figures(writer, lines, others), code))
    entries = tuple(_entry(writer, passage) for passage in _once(passages))
    return Part("quotes", writer.phrases.title("quotes"), entries=entries)


def told_with(writer: Writer, lines: Iterable[Line], some: Iterable[Line]) -> list[Line]:
    """The lines that stand in one entry with any of `some` of them."""
    wanted = {line.statement for line in some}
    each = ([quoted.line for quoted in passage.all] for passage in _once(_by_speaker(writer, lines)))
    return [line for found in each if any(line.statement in wanted for line in found) for line in found]


def _by_speaker(writer: Writer, lines: Iterable[Line]) -> list[_Passage]:
    speakers: dict[str, list[_Quoted]] = {}
    for line in lines:
        told = _quoted(writer, line)
        speakers.setdefault(told.quote.speaker, []).append(told)
    return [passage for told in speakers.values() for passage in _passages(told)]


def without_figures(writer: Writer, lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """The lines without quotes whose sentences the `others` tell that are none."""
    told = {place for line in others if line.kind is not Kind.QUOTE for place in _quoted(writer, line).places}
    return [line for line in lines if line.kind is not Kind.QUOTE or not _quoted(writer, line).places <= told]


def _without_others(writer: Writer, lines: Sequence[Line], code: str) -> list[Line]:
    """The lines without quotes whose sentences tell a key figure of neither the country of the `code` nor a group it is
    in."""
    if not code or not lines:
        return list(lines)
    figures = (found for found in writer.library.statements() if found.kind is Kind.PROFILE)
    others = (found for found in figures if code not in found.topics)
    told = {(claim.evidence.article, claim.evidence.start) for found in others for claim in found.claims}
    return [line for line in lines if not _quoted(writer, line).places <= told]


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
        sentences[0].title,
        frozenset((sentence.article, sentence.start, sentence.end) for sentence in sentences),
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
    """Whether they tell the same; the time that a sentence begins with another may leave out."""
    words = [_without_opening(quoted.words) for quoted in (one, other)]
    numbers = [_NUMBER.findall(told) for told in words]
    plain = one.line.standing.holds and other.line.standing.holds
    times = {_opening(quoted.words) for quoted in (one, other)} - {None}
    said = alike(stems(words[0]), stems(words[1]), SAME, least=4) and len(times) < 2
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
    text = _told(writer, passage, first.text)
    title = passage.all[0].title
    about = fill(writer.words["in_article"], title=writer.phrases.titled(title)) if title else ""
    return structs.replace(
        first,
        text=text,
        detail=" · ".join(filter(None, (first.detail, about))),
        numbers=tuple(sorted(numbers)),
        as_of=_said(writer, passage, text) or first.as_of,
    )


def _told(writer: Writer, passage: _Passage, first: str) -> str:
    """The sentences that a passage shows: the `first` and what follows right behind it between the same marks, if any;
    then other sentences, between marks of their own where they are the speaker's own words."""
    (opening, *together), *others = _in_rows(passage.shown)
    if together:
        shown = writer.library.statement(opening.line.statement).shown
        whole = structs.replace(opening.quote, words=_joined([opening, *together]))
        first = writer.phrases.variant(structs.replace(shown, content=whole))
    return " ".join((first, *(_spoken(writer, row) for row in others)))


def _spoken(writer: Writer, row: Sequence[_Quoted]) -> str:
    return writer.phrases.sentences(_joined(row), direct=row[0].quote.direct)


def _in_rows(shown: Iterable[_Quoted]) -> list[list[_Quoted]]:
    """Reported sentences that stand side by side, in one row."""
    rows: list[list[_Quoted]] = []
    for quoted in shown:
        last = rows[-1][-1] if rows else None
        if last and not last.quote.direct and _is_next(quoted, last):
            rows[-1].append(quoted)
        else:
            rows.append([quoted])
    return rows


def _is_next(quoted: _Quoted, last: _Quoted) -> bool:
    """Whether it begins where the last one ends, but for a space, in any article."""
    ends = {(article, end + 1) for article, _, end in last.spans}
    return any((article, start) in ends for article, start, _ in quoted.spans)


def _joined(row: Iterable[_Quoted]) -> str:
    return " ".join(quoted.words for quoted in row)


def _said(writer: Writer, passage: _Passage, text: str) -> str:
    """How long ago it was said, where a sentence that it stands for begins with the time; else nothing."""
    for quoted in passage.all:
        for sentence in writer.library.evidence(quoted.line.statement).sentences:
            if day := _opening(sentence.quote):
                return writer.times.aside(AsOf(day, writer.day(day)), text)
    return ""


def _opening(words: str) -> PartialDate | None:
    """The time with a year that a sentence begins with ("In 2024"); None where it does not."""
    first = _first(words)
    return dates.resolve(first, None).date if first else None


def _without_opening(words: str) -> str:
    first = _first(words)
    return words[first.end :] if first else words


def _first(words: str) -> DateMention | None:
    """The date with a year behind at most one word of a sentence."""
    first = next(iter(dates.find(words)), None)
    return first if first and first.year is not None and len(words[: first.start].split()) < 2 else None
