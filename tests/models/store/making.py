"""Articles and claims for the store's tests."""

from __future__ import annotations

import hashlib
from pathlib import Path

from models.records import Article, Bibliography, Block, Citation, Claim, Evidence, Note, Profile, Resource, Role

LINES = ("Kazakhstan mines uranium.", "О добыче урана — 中央アジア 🦌.", "Its population is twenty million.")


def article(number: int = 1) -> Article:
    text = "\n".join((f"Title {number}", *LINES))
    bibliography = Bibliography(
        hashlib.sha256(text.encode()).hexdigest()[:16],
        f"Title {number}",
        f"{number}.txt",
        published="2025-12",
        cites=(Citation("A source", "A publisher"),),
    )
    return Article(bibliography, text, (Block(Role.TITLE, 0, 7), Block(Role.BODY, 8, len(text))))


def evidence(found: Article, quote: str) -> Evidence:
    start = found.text.index(quote)
    return Evidence(found.id, start, start + len(quote), quote)


def claims(found: Article) -> tuple[Claim, Claim]:
    return (
        Claim(f"{found.id}-1", Resource("KAZ", "uranium", "produces", rank=1), evidence(found, LINES[0]), "rule"),
        Claim(f"{found.id}-2", Profile("KAZ", "population", 2e7), evidence(found, LINES[2]), "rule"),
    )


def topics(claim: Claim) -> tuple[str, ...]:
    match claim.content:
        case Resource(country=country, resource=resource):
            return (country, resource)
        case Profile(country=country):
            return (country,)
        case _:
            return ()


def note(number: int = 1, text: str = "A note.") -> Note:
    return Note(f"note-{number}", "KAZ", text, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
