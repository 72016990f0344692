"""Those who do not agree: what each of them said of one thing, where an article tells that they see it differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.quoting import quotes, told_with
from models.briefs.records import Entry, Value
from models.records import Kind, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.briefs.writer import Writer
    from models.pages.lines import Line


def apart(writer: Writer, lines: Iterable[Line]) -> list[tuple[Entry, list[Line]]]:
    """An entry for each article whose speakers do not agree, with every side of them, and the quotes it stands
    for, whichever article has them.

    What the lines have of one speaker only is no dispute.
    """
    known = {article.id: article for article in writer.library.bibliographies() if article.apart}
    quoted = [line for line in lines if line.kind is Kind.QUOTE] if known else []
    found: dict[str, list[Line]] = {}
    for line in quoted:
        told = {sentence.article for sentence in writer.library.evidence(line.statement).sentences}
        for article in sorted(told & known.keys()):
            found.setdefault(article, []).append(line)
    return [
        (_entry(writer, known[article].title, said), told_with(writer, quoted, said))
        for article, said in found.items()
        if len({_speaker(writer, line) for line in said}) > 1
    ]


def agreed(writer: Writer, lines: Sequence[Line]) -> list[Line]:
    """The lines without the quotes that are told as sides of a dispute, where disputes are told."""
    if not writer.options.wishes("contested"):
        return list(lines)
    told = {line.statement for _, said in apart(writer, lines) for line in said}
    return [line for line in lines if line.statement not in told]


def _speaker(writer: Writer, line: Line) -> str:
    content = writer.library.statement(line.statement).shown.content
    return content.speaker if isinstance(content, Quote) else ""


def _entry(writer: Writer, title: str, said: Sequence[Line]) -> Entry:
    sides = quotes(writer, said, ()).entries
    values = tuple(
        Value(side.text, side.numbers, side.as_of, place, side.statement) for place, side in enumerate(sides)
    )
    numbers = tuple(sorted({number for side in sides for number in side.numbers}))
    told = writer.phrases.titled(title)
    title = told if told != title else writer.phrases.quoted(title)
    return Entry(title, numbers=numbers, values=values, topic=title, spoken=True)
