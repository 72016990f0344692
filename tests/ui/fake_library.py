"""A small library in memory with made-up content, so that the window's parts are tested without reading files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from models.catalog import Catalog
from models.pages.articles import ArticleRow, ArticlesPage, Mark, ReaderPage
from models.pages.countries import CountriesPage, CountryPage, CountryRow
from models.pages.lines import EvidencePage, Hit, Line, Section, Sentence, VariantLine
from models.records import (
    Bibliography,
    Block,
    Change,
    Citation,
    Decision,
    Kind,
    Note,
    Problem,
    Rank,
    Role,
    Standing,
    Step,
)

TEXT = (
    "A made-up article 𠮷\n\n"
    "The first country is the largest producer of the metal. Its leaders promised 30 trillion coins 😀 over five years.\n\n"
    "Read more: unrelated headlines"
)


def line(number: int, text: str, *, kind: Kind = Kind.RESOURCE, detail: str = "", sources: int = 1) -> Line:
    standing = Standing.SINGLE if sources == 1 else Standing.CORROBORATED
    variants = (VariantLine(text, sources, Rank.NORMAL),)
    return Line(f"s{number}", kind, text, detail, standing, sources, Rank.NORMAL, variants)


def contested(number: int) -> Line:
    variants = (VariantLine("3 trillion coins", 5, Rank.NORMAL), VariantLine("30 trillion coins", 1, Rank.NORMAL))
    text = "The first country promises 3 trillion coins"
    return Line(
        f"s{number}", Kind.COMMITMENT, text, "over 5 years", Standing.CONTESTED, 6, Rank.NORMAL, variants, None, ("planned",)
    )


class FakeLibrary:
    """Answers like a library; commands change only what is in memory."""

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self.folder = folder
        self.catalog = catalog
        self.read_only = False
        self.problem: Problem | None = None
        self.kept: dict[str, Note] = {}
        self.decided: dict[str, Decision | None] = {}
        self.ranked: dict[tuple[str, int], Rank] = {}
        self.added: list[Step] = []
        self.removed: set[str] = set()
        self.fails = False
        self.codes = list(catalog.region.members)

    # --- queries ---

    def countries(self) -> CountriesPage:
        rows = [
            CountryRow(code, self.catalog.name(code), tuple(self.catalog.countries[code].local_names), True, 3, 0)
            for code in self.codes
        ]
        return CountriesPage(rows=(*rows, CountryRow("JPN", self.catalog.name("JPN"), ("日本",), False, 1, 0)))

    def country(self, code: str) -> CountryPage:
        lines = (line(1, "Largest producer of the metal", sources=3), line(2, "Has the other metal", detail="2024"))
        sections = (Section("resources", "Resources", lines), Section("commitments", "Commitments", (contested(3),)))
        return CountryPage(code, self.catalog.name(code), ("Қазақ",), sections, self.notes(code), 2)

    def articles(self) -> ArticlesPage:
        rows = (
            ArticleRow("a1", "A made-up article", "Some Paper", "2025-12-20", "en", 2, False, True),
            ArticleRow("a2", "Zinc and more", "Other Paper", None, "en", 0, True, True),
        )
        return ArticlesPage(rows=tuple(row for row in rows if row.id not in self.removed))

    def reader(self, article_id: str) -> ReaderPage:
        start = TEXT.index("The first country")
        amount = TEXT.index("Its leaders")
        marks = (
            Mark(start, amount - 1, "c1", "s1", Kind.RESOURCE, "largest producer"),
            Mark(amount, TEXT.index("\n\nRead"), "c3", "s3", Kind.COMMITMENT, "promises 30 trillion"),
        )
        blocks = (
            Block(Role.TITLE, 0, TEXT.index("\n")),
            Block(Role.BODY, start, TEXT.index("\n\nRead")),
            Block(Role.FURNITURE, TEXT.index("Read"), len(TEXT)),
        )
        cites = (Citation("The original", "Another Paper", "2025-12"),)
        known = Bibliography(article_id, "A made-up article", "made-up.txt", "Some Paper", "2025-12-20", cites=cites)
        return ReaderPage(known, TEXT, blocks, marks)

    def evidence(self, statement_id: str) -> EvidencePage:
        amount = TEXT.index("Its leaders")
        shown = contested(3) if statement_id == "s3" else line(1, "Largest producer of the metal")
        quote = TEXT[amount : TEXT.index("\n\nRead")]
        sentence = Sentence(
            "c3", "a1", "A made-up article", "Some Paper", "2025-12-20", quote, amount, amount + len(quote), "says", "r1",
            decision=self.decided.get("c3"), variant=len(shown.variants) - 1,
        )
        return EvidencePage(msgspec.structs.replace(shown, statement=statement_id), (sentence,))

    def lines(self, statement_ids: Iterable[str]) -> tuple[Line, ...]:
        return tuple(self.evidence(statement).line for statement in statement_ids)

    def notes(self, subject: str | None = None) -> tuple[Note, ...]:
        found = [note for note in self.kept.values() if subject in (None, note.subject)]
        return tuple(sorted(found, key=lambda note: (note.changed, note.id), reverse=True))

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        at = TEXT.find(words)
        if at < 0:
            return ()
        return (Hit("article", "a1", "A made-up article", f"… {words} …", ((2, 2 + len(words)),), at),)

    def jump(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        rows = self.countries().rows
        return tuple(Hit("country", row.code, row.name) for row in rows if words.casefold() in row.name.casefold())

    # --- work and commands ---

    def needs_builtin(self) -> bool:
        return False

    def read(self, paths: Iterable[Path]) -> Iterator[Step]:
        known = [Path(path) for path in paths]
        for number, path in enumerate(known, 1):
            yield Step(number, len(known), str(path), problem=Problem(str(path), "there is no text in it"))

    def add(self, steps: Iterable[Step]) -> Change:
        self.added += steps
        return Change(statements=True)

    def remove_article(self, article_id: str) -> Change:
        self.removed.add(article_id)
        return Change(articles=frozenset({article_id}), statements=True)

    def save_note(self, subject: str, text: str, note_id: str | None = None) -> tuple[Note, Change]:
        if self.fails:
            raise OSError(28, "No space left on device")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        note = Note(note_id or f"n{len(self.kept) + 1}", subject, text, now, now)
        self.kept[note.id] = note
        return note, Change(notes=frozenset({note.id}))

    def delete_note(self, note_id: str) -> Change:
        del self.kept[note_id]
        return Change(notes=frozenset({note_id}))

    def restore_note(self, note: Note) -> Change:
        self.kept[note.id] = note
        return Change(notes=frozenset({note.id}))

    def decide(self, claim_id: str, decision: Decision | None) -> Change:
        self.decided[claim_id] = decision
        return Change(verdicts=frozenset({claim_id}), statements=True)

    def rank(self, statement_id: str, variant_index: int, rank: Rank) -> Change:
        self.ranked[statement_id, variant_index] = rank
        return Change(verdicts=frozenset({statement_id}), statements=True)

    def close(self) -> None:
        self.read_only = True
