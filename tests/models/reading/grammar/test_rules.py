"""Every rule's own examples: what it must give, and the sentences that it must leave alone."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from models.catalog import Catalog
from models.reading import RULES, Reader, as_gold
from models.reading.grammar.language import load_language
from models.reading.grammar.parts import PatternError
from models.reading.grammar.patterns import compile_pattern
from models.reading.grammar.rules import Example, Rule, load_rules
from models.records import Claim
from tests.models.reading.making import article

ALL, PROBLEMS = load_rules((RULES,))
YES = [(rule, example) for rule in ALL for example in rule.yes]
NO = [(rule, sentence) for rule in ALL for sentence in rule.no]


def _given(reader: Reader, rule: Rule, text: str, published: str | None = None) -> tuple[Claim, ...]:
    return reader.claims(article(text, lang=rule.lang, published=published or "2025-12-20"))


def _fits(wanted: object, found: object) -> bool:
    """Whether all that is wanted is there; tables may say more than is wanted."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(_fits(value, found.get(key)) for key, value in wanted.items())
    return wanted == found


def test_nothing_is_wrong_with_our_own_rules(reader: Reader) -> None:
    assert PROBLEMS == ()
    assert reader.problems == ()


def test_a_bad_rule_of_a_user_is_left_out_and_told(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("[[rule]\n", "utf-8")
    (tmp_path / "odd.toml").write_text('[[rule]]\nid = "odd"\nkind = "poem"\npatterns = []\ngives = {}\n', "utf-8")
    (tmp_path / "own.toml").write_text(
        '[[rule]]\nid = "own"\nkind = "relation"\npatterns = ["{a:state} admires {b:state}", "(admires"]\n'
        'gives = { relation = "admires" }\n',
        "utf-8",
    )
    reader = Reader(catalog, (RULES, tmp_path))
    assert {problem.subject for problem in reader.problems} == {"broken.toml", "odd.toml", "own"}
    [claim] = reader.claims(article("Japan admires Kazakhstan."))
    assert claim.rule == "own"


def test_there_are_rules_of_every_kind() -> None:
    assert {rule.kind.value for rule in ALL} == {
        "profile", "resource", "route", "event", "commitment", "quote", "relation",
    }  # fmt: skip


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_rule_has_examples_of_both_sorts(rule: Rule) -> None:
    assert rule.yes
    assert rule.no


@pytest.mark.parametrize(("rule", "example"), YES, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(YES)])
def test_a_rule_gives_what_its_example_says(reader: Reader, catalog: Catalog, rule: Rule, example: Example) -> None:
    claims = _given(reader, rule, example.text, example.published)
    found: list[dict[str, Any]] = [as_gold(claim, catalog) for claim in claims if claim.kind is rule.kind]
    for wanted in example.claims:
        assert any(_fits(wanted, claim) for claim in found), f"{wanted} is not among {found}"


@pytest.mark.parametrize(("rule", "sentence"), NO, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(NO)])
def test_a_rule_leaves_other_sentences_alone(reader: Reader, rule: Rule, sentence: str) -> None:
    assert rule.id not in [claim.rule for claim in _given(reader, rule, sentence)]


def test_ids_are_stable_and_unlike(reader: Reader) -> None:
    text = "Kazakhstan is the world's largest uranium producer. Turkmenistan is rich in gas."
    first, second = reader.claims(article(text)), reader.claims(article(text))
    assert [claim.id for claim in first] == [claim.id for claim in second]
    assert len({claim.id for claim in first}) == len(first) >= 2


def test_claims_come_in_the_order_of_the_text(reader: Reader) -> None:
    claims = reader.claims(article("Turkmenistan is rich in gas. Kazakhstan is rich in uranium. Japan visited Astana."))
    assert all(first.evidence.start <= second.evidence.start for first, second in pairwise(claims))


@pytest.mark.parametrize("line", ["{a:state <meet>", "{a:nobody} said", "(a|b", "<xyzzy> {a:state}", "@nothing"])
def test_a_pattern_that_cannot_be_read_is_refused(line: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(line, load_language((RULES,)))
