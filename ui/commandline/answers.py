"""What the command line prints: lines for people, JSON for programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import msgspec

from models.pages.ages import days_old
from models.pages.hits import behind
from models.pages.houses import house_of, when
from models.pages.lines import sources_in_words, stated_of, support_in_words
from models.records import Rank

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from models.catalog import Catalog
    from models.pages.hits import Hit
    from models.pages.lines import Line
    from models.phrases import Phrases
    from models.records import Bibliography, Claim, Problem, Statement, Step, Variant

RANKS = tuple(Rank)  # preferred, normal, deprecated


def say(text: str) -> None:
    """One line for people."""
    sys.stdout.write(f"{text}\n")


def say_json(answer: object) -> None:
    """The answer as JSON."""
    import orjson

    sys.stdout.write(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode() + "\n")


def tell(text: str) -> None:
    """One line on stderr that is no error, beside the answer itself."""
    sys.stderr.write(f"{text}\n")


def complain(problem: Problem) -> None:
    """One line on stderr, whatever the problem holds."""
    sys.stderr.write(" ".join(f"{problem.subject}: {problem.reason}".split()) + "\n")


def show_progress(step: Step) -> None:
    """How far the work is, on one line that the next one overwrites; only where someone watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{step.done} of {step.total}")


def clear_progress() -> None:
    """The line of `show_progress` is empty again."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")


# --- articles ---------------------------------------------------------------------------------------------------------


def article_fields(step: Step, catalog: Catalog) -> dict[str, Any]:
    """What one file gave, in the format of the gold set; None stands where the text does not tell."""
    from models.reading import as_gold

    known = _bibliography(step)
    return {
        "path": step.subject,
        "title": known.title,
        "published": known.published,
        "publisher": known.publisher,
        "language": known.language,
        "about_region": known.about_region,
        "claims": [as_gold(claim, catalog) for claim in step.claims],
    }


def say_article(step: Step, phrases: Phrases) -> None:
    """What one file gave, for people."""
    known = _bibliography(step)
    say(" · ".join(filter(None, (known.title, house_of(known), when(known.published)))))
    for claim in step.claims:
        say(f"  {phrases.claim(claim)}")
        say(f"    “{' '.join(claim.evidence.quote.split())}”")


def _bibliography(step: Step) -> Bibliography:
    assert step.article is not None, "only for steps that gave an article"
    return step.article.bibliography


# --- statements -------------------------------------------------------------------------------------------------------


def statement_fields(statement: Statement, articles: Mapping[str, Bibliography], today: date) -> dict[str, Any]:
    """A statement with its values, those that the user prefers first, and every claim with its sentence; what the user
    corrected is marked, and what was read told beside it.

    Ages are counted in days up to the day given; those of the statement are those of the value that is shown first.
    """
    from models.phrases.support import by_hand  # only who asks for statements needs it

    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "key": statement.key,
        "standing": statement.standing.value,
        "rank": statement.rank.value,
        "sources": statement.independent,
        "articles": statement.sources,
        "topics": sorted(statement.topics),
        "series": statement.series or None,
        **_age_fields(statement.shown, today),
        "values": [
            {
                "content": msgspec.to_builtins(variant.content),
                "rank": variant.rank.value,
                **({"amended": told} if (told := by_hand(variant.claims, variant.content)) else {}),
                **_age_fields(variant, today),
                "sources": variant.sources,
                "articles": variant.articles,
                "claims": [claim.id for claim in variant.claims],
            }
            for variant in sorted(statement.variants, key=lambda variant: RANKS.index(variant.rank))
        ],
        "claims": [_claim_fields(claim, articles) for claim in statement.claims],
    }


def _age_fields(variant: Variant, today: date) -> dict[str, Any]:
    """The time a value is of, whether the text states it or only its source is dated, and its age in days; a plan is
    as old as its source."""
    stated = stated_of(variant)
    as_of = stated or variant.told
    basis = "stated" if stated else "source" if as_of else None
    return {"as_of": as_of or None, "as_of_basis": basis, "age_days": days_old(as_of, today) if as_of else None}


def _claim_fields(claim: Claim, articles: Mapping[str, Bibliography]) -> dict[str, Any]:
    evidence, article = claim.evidence, articles.get(claim.evidence.article)
    return {
        "id": claim.id,
        "article": evidence.article,
        "path": article.origin if article else "",
        "title": article.title if article else "",
        "evidence": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "rule": claim.rule,
        "modality": claim.modality.value,
        "affirmed": claim.affirmed,
        "content": msgspec.to_builtins(claim.content),
        **({"amended": claim.amended, "read": msgspec.to_builtins(claim.read)} if claim.read else {}),
    }


def say_line(line: Line) -> None:
    """A statement for people, with its values where sources disagree."""
    detail = f" · {line.detail}" if line.detail else ""
    counted = ", ".join((line.standing, support_in_words(line), *line.shared))
    say(f"{line.text}{detail} [{counted}]")
    for variant in line.variants if len(line.variants) > 1 else ():
        say(f"    {variant.text} [{sources_in_words(variant)}]")


# --- search -----------------------------------------------------------------------------------------------------------


def say_hit(hit: Hit) -> None:
    """A search result for people."""
    standing = f", {hit.standing}, {support_in_words(hit)}" if hit.standing else ""
    say(f"{hit.title} ({hit.kind}{standing})")
    say(f"    {behind(hit.snippet, hit.whence)}")
