"""Who deals with whom, when, and what was promised: parts of a country's chapter and of the one on geopolitics."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import structs

from models.briefs.records import FURTHER, Entry, Part, Row, Table
from models.briefs.weighing import rough
from models.pages.folding import SAME_PURPOSE
from models.pages.geopolitics import links_of, moments
from models.pages.lines import date_of
from models.phrases import capital, fill
from models.records import Commitment, Event, Money, Relation
from models.statements.keys import MEETING, MUTUAL, SYMMETRIC
from models.statements.wording import alike, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.briefs.writer import Writer
    from models.pages.geopolitics import CommitmentRow, GeopoliticsPage, Link, Moment
    from models.pages.lines import Line
    from models.records import Statement

COUNT = 1
"""The column that tells how often partners deal with each other."""
NEUTRAL, COOPERATION = "neutral", "cooperation"
MOST = 12
"""Rows of partners that a country's chapter has room for."""


def partners(writer: Writer, code: str, lines: Sequence[Line], every: Iterable[Line]) -> tuple[Part, ...]:
    """With whom a country deals, the busiest first by how many things they did, promised or are to each other, and what
    they are to each other in words.

    Those with whom it shares but borders, memberships and the like are not among them.
    Of `every` line of the chapter those count that pass the filters, where there are any.
    """
    links = (link for link in _links(writer, every) if link.tone != NEUTRAL)
    own = [link for link in links if code in (link.a, link.b)]
    found = sorted(own, key=lambda link: -_count(writer, link))[:MOST]
    alike: dict[tuple[Row, str], list[str]] = {}
    for link in found:
        partner = link.b if link.a == code else link.a
        alike.setdefault((_dealings(writer, link), link.tone), []).append(partner)
    rows = tuple(_named(writer, partners, row, tone) for (row, tone), partners in alike.items())
    table = Table(writer.head("partner", "dealings", "latest"), rows, (25, 18, 57), (COUNT,))
    lead = writer.words["counted_dealings"] if rows else ""
    return Part("relations", writer.phrases.title("dealings"), lead, table=table), relations(writer, lines, code)


def _links(writer: Writer, every: Iterable[Line]) -> Iterable[Link]:
    if not writer.options.wishes("relations"):
        return ()
    if writer.subject.whole:
        return writer.library.geopolitics().links
    return links_of((writer.library.statement(line.statement) for line in every), writer.catalog)


def _count(writer: Writer, link: Link) -> int:
    """How many things are told of the two."""
    found = [writer.library.statement(told) for told in link.statements]
    events = {place for one in found if isinstance(one.shown.content, Event) for place in _places(one)}
    return len({_thing(one) for one in found if not (_is_money(one) and _places(one) & events)})


def _is_money(statement: Statement) -> bool:
    return isinstance(statement.shown.content, Commitment)


def _places(statement: Statement) -> set[tuple[str, int]]:
    """The sentences that tell it: a sum that one tells with a deed is a part of that."""
    return {(claim.evidence.article, claim.evidence.start) for claim in statement.claims}


def _thing(statement: Statement) -> tuple[object, ...]:
    """What is the same for all that is told of one thing: of what the same parties did at one time, and of a tie of two
    in whatever year; a promise of money is one by itself."""
    match statement.variants[0].content:
        case Event(date=str(date)) as event:
            return date, frozenset((*event.actor, *event.target))
        case Relation() as tie:
            return tie.relation, frozenset((tie.a, tie.b))
        case _:
            return (statement.id,)


def _dealings(writer: Writer, link: Link) -> Row:
    """The number of dealings, and the last of them that has a date of its own, if any has."""
    dated = (told for told in link.statements if date_of(writer.library.statement(told).variants[0].content))
    (line,) = writer.library.lines([next(dated, link.statements[0])])
    text = writer.phrases.undated(writer.library.statement(line.statement))
    return writer.timed(line, (str(_count(writer, link)), text))


def _named(writer: Writer, partners: Iterable[str], row: Row, tone: str) -> Row:
    """The row behind the partners of whom it is told, with the tone of the dealings where that is not cooperation."""
    names = writer.phrases.listed([writer.phrases.plain_name(partner) for partner in partners])
    if tone != COOPERATION:
        names = fill(writer.words["toned"], names=names, tone=writer.words[tone])
    return structs.replace(row, cells=(names, *row.cells))


def relations(writer: Writer, lines: Iterable[Line], code: str = "") -> Part:
    """What countries are to each other: kinds told of few first, then by country, all its others of a kind together.

    What is not plainly so ("Not the case: ...") stands by itself behind them. On the page of the `code` its own come
    first, then those of groups, to which it only belongs.
    """
    groups: dict[tuple[str, str], list[tuple[str, Line]]] = {}
    alone: list[Line] = []
    every = list(lines)
    shared = [line for line in every if code and not _is_of(writer, line, code)]
    for line in every:
        content = writer.library.statement(line.statement).shown.content
        plain = line.text == writer.phrases.content(content) and not line.detail and not writer.standing(line)
        if not isinstance(content, Relation) or content.quantity or content.year or not plain:
            alone.append(line)
            continue
        one, other = _ends(content, writer.catalog.region.members)
        groups.setdefault((content.relation, one), []).append((other, line))
    count = Counter(relation for relation, _ in groups)
    order = sorted(groups, key=lambda key: (count[key[0]], key[0], writer.catalog.name(key[1])))
    told = [
        (any(line in shared for _, line in groups[kind, party]), _related(writer, party, kind, groups[kind, party]))
        for kind, party in order
    ]
    told += [(line in shared, writer.entry(line)) for line in alone]
    entries = tuple(entry for _, entry in sorted(told, key=lambda each: each[0]))
    return Part("relations", writer.phrases.title("relations"), entries=entries)


def _is_of(writer: Writer, line: Line, code: str) -> bool:
    """Whether the relation names the country of the `code` itself."""
    content = writer.library.statement(line.statement).shown.content
    return isinstance(content, Relation) and code in (content.a, content.b)


def _ends(content: Relation, members: tuple[str, ...]) -> tuple[str, str]:
    """Who is told of and who else; of what both are to each other the one of the region that comes first in it."""
    if content.relation.casefold() not in SYMMETRIC:
        return content.a, content.b
    ends = (content.a, content.b)
    first = min(ends, key=lambda code: members.index(code) if code in members else len(members))
    return first, content.b if first == content.a else content.a


def _related(writer: Writer, party: str, relation: str, others: Sequence[tuple[str, Line]]) -> Entry:
    names = sorted({(writer.catalog.name(other), other) for other, _ in others})
    text = writer.phrases.related(party, relation, [other for _, other in names])
    numbers = {number for _, line in others for number in writer.entry(line).numbers}
    newest = max((line.as_of for _, line in others if line.as_of), key=lambda as_of: as_of.date, default=None)
    return Entry(capital(text), numbers=tuple(sorted(numbers)), as_of=writer.times.aside(newest, text))


def timeline(writer: Writer, lines: Sequence[Line]) -> tuple[Part, ...]:
    """The events that have a date as a table, the oldest first, whomever they touch, and those without one as entries.

    Of what the same parties did on one day the meeting comes first, and the parties are named once.
    """
    by_id = {line.statement: line for line in lines}
    found = moments((writer.library.statement(code) for code in by_id), writer.catalog, writer.phrases)
    rows = tuple(
        writer.marked(by_id[moment.statement], (writer.day(moment.date, inferred=moment.year_inferred), text))
        for moment, text in _by_occasion(writer, found)
    )
    dated = {moment.statement for moment in found}
    further = [line for line in lines if line.statement not in dated]
    return (
        Part("events", writer.phrases.title("timeline"), table=Table(writer.head("date", "event"), rows, (22, 78))),
        writer.part("events", further, title=writer.phrases.title("further") if rows else ""),
    )


def _by_occasion(writer: Writer, dated: Iterable[Moment]) -> Iterator[tuple[Moment, str]]:
    """The moments in order with their words: what was done on the occasion of another is told by its summary alone."""
    occasions: dict[tuple[object, ...], list[Moment]] = {}
    for moment in dated:
        occasions.setdefault(_occasion(writer, moment), []).append(moment)
    for together in sorted(occasions.values(), key=lambda found: found[0].date):
        first, *others = sorted(together, key=lambda moment: moment.plover != MEETING)
        yield first, writer.phrases.undated(writer.library.statement(first.statement))
        place = _event(writer, first).place
        for moment in others:
            event = _event(writer, moment)
            apart = not event.summary or event.place not in (None, place)
            whole = writer.phrases.undated(writer.library.statement(moment.statement))
            claims = writer.library.statement(moment.statement).shown.claims
            told = writer.phrases.by_hand(writer.phrases.summary(event), claims, event)
            yield moment, whole if apart else f"{FURTHER}{told}"


def _occasion(writer: Writer, moment: Moment) -> tuple[object, ...]:
    """What is the same for all that the same parties did together on one day; a moment's own where that is not told."""
    event = _event(writer, moment)
    together = moment.plover in MUTUAL or not event.target
    known = len(moment.date) == len("2025-12-20") and not moment.modality.ahead
    return (moment.date, moment.actors) if together and known else (moment.date, moment.statement)


def _event(writer: Writer, moment: Moment) -> Event:
    content = writer.library.statement(moment.statement).shown.content
    assert isinstance(content, Event), "only events are on the timeline"
    return content


def commitments(writer: Writer, lines: Iterable[Line], code: str = "") -> Part:
    """Who promised how much to whom, over which time, how far that has come and who says so, what for, and when.

    Where a giver's sums for one purpose differ, all stand in one row, as they may be the same money. On the page of the
    country of the `code` what it gives or gets itself comes first, then what groups do, each with the largest first.
    """
    by_id = {line.statement: line for line in lines}
    page: GeopoliticsPage = writer.library.geopolitics()
    found = list(_of_one_purpose(writer, [row for row in page.commitments if row.line.statement in by_id]))
    own = code in writer.catalog.countries
    if own:
        found.sort(key=lambda alike: _place_of_sum(writer, alike[0], code))
    rows = tuple(_sums(writer, alike) for alike in found)
    head = writer.head("by_to", "amount", "stage", "purpose")
    table = Table(head, rows, (30, 24, 19, 27))
    lead = writer.words["own_sums" if own else "sums"] if len(rows) > 1 else ""
    return Part("commitments", writer.phrases.title("commitments"), lead, table=table)


def _place_of_sum(writer: Writer, row: CommitmentRow, code: str) -> tuple[bool, float]:
    """Whether others than the country of the `code` give and get it, and its size."""
    content = writer.library.statement(row.line.statement).shown.content
    own = isinstance(content, Commitment) and code in (*content.by, *content.to)
    return not own, -rough(Money(row.value, row.currency), writer.catalog)


def _of_one_purpose(writer: Writer, rows: Iterable[CommitmentRow]) -> Iterable[list[CommitmentRow]]:
    """The rows, together where the same parties have the same purpose in other words but for the names of the parties;
    not what is disputed, past or denied, nor sums over unlike times, which are parts of a promise or two of them."""
    groups: list[tuple[tuple[object, ...], frozenset[str], list[CommitmentRow]]] = []
    for row in rows:
        variant = writer.library.statement(row.line.statement).shown
        told, claim = variant.content, variant.claims[0]
        assert isinstance(told, Commitment), "only promises have rows"
        names = stems(" ".join(writer.catalog.name(party) for party in (*told.by, *told.to)))
        about, purpose = (told.by, told.to, claim.affirmed, row.line.standing.holds), stems(told.purpose, names)
        plain = claim.affirmed and row.line.standing.holds
        alike_told = (group for known, other, group in groups if known == about and _is_same(purpose, other))
        home = next((group for group in alike_told if all(_may_be_of(row, one) for one in group)), None)
        if home and plain:
            home.append(row)
        else:
            groups.append((about, purpose, [row]))
    return [group for *_, group in groups]


def _may_be_of(row: CommitmentRow, other: CommitmentRow) -> bool:
    """Whether nothing tells that the two are spread over unlike times."""
    return not (row.period and other.period) or row.period == other.period


def _is_same(purpose: frozenset[str], other: frozenset[str]) -> bool:
    return bool(purpose and other) and alike(purpose, other, SAME_PURPOSE, least=1)


def _sums(writer: Writer, rows: Sequence[CommitmentRow]) -> Row:
    first, *others = rows
    told = writer.timed(first.line, (_between(writer, first), _amount(writer, first), first.stage, first.purpose))
    if not others:
        return told
    by, amount, stage, purpose = told.cells
    amount = writer.elsewhere(amount, [_staged(writer, row, first.stage) for row in others])
    numbers = {number for row in others for number in writer.entry(row.line).numbers}
    return structs.replace(
        told,
        cells=(by, amount, stage, purpose),
        numbers=tuple(sorted(numbers.union(told.numbers))),
        as_of=writer.when(*(row.line for row in rows)),
    )


def _staged(writer: Writer, row: CommitmentRow, stage: str) -> str:
    """The amount, with how far that has come where another one beside it is at another `stage`."""
    amount = _amount(writer, row)
    same = not row.stage or row.stage == stage
    return amount if same else fill(writer.words["staged"], amount=amount, stage=row.stage)


def _between(writer: Writer, row: CommitmentRow) -> str:
    """Who promised, and to whom as far as that is told."""
    return fill(writer.words["between"], by=row.by, to=row.to) if row.by and row.to else row.by or row.to


def _amount(writer: Writer, row: CommitmentRow) -> str:
    """The amount, and over which time it is spread where that is told."""
    return fill(writer.words["over"], amount=row.amount, period=row.period) if row.period else row.amount
