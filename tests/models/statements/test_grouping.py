"""Grouping as a whole: nothing lost, no order, verdicts heeded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from models.catalog import Catalog, load
from models.records import (
    Claim,
    Decision,
    Event,
    Modality,
    Quantity,
    Rank,
    Relation,
    Resource,
    Standing,
    Verdict,
)
from models.statements import group, key, topics
from tests.models.making import MEMBERS, agreement, claim, length, meeting, promise, uranium

CATALOG = load()
articles = st.sampled_from("abcd")
dates = st.sampled_from([None, "2025", "2025-12", "2025-12-19", "2025-12-20", "2025-12-24"])
modalities = st.sampled_from(list(Modality))
stated = st.one_of(
    st.builds(uranium, articles, rank=st.sampled_from([None, 1, 2])),
    st.builds(
        uranium,
        articles,
        tonnes=st.sampled_from([21_000, 21_112, 22_500, (21_000, 22_500)]),
        year=st.sampled_from([None, 2022, 2023]),
    ),
    st.builds(
        promise,
        articles,
        st.sampled_from([3e12, 30e12, 19e9, 20e9]),
        st.sampled_from(["JPY", "USD"]),
        years=st.sampled_from([None, 5, 10]),
        start=st.sampled_from([None, 7]),
    ),
    st.builds(meeting, articles, dates, st.sampled_from([None, "Tokyo", "Astana"]), modality=modalities),
    st.builds(agreement, articles, st.sampled_from(["", "Agreed to strengthen supply chains", "Treaty signed"]), dates),
    st.builds(length, articles, st.sampled_from([486.0, 523.0])),
)
claims = st.builds(
    lambda claim, affirmed: structs.replace(claim, affirmed=affirmed), stated, st.sampled_from([True, True, False])
)


@given(st.lists(claims, max_size=12), st.randoms(use_true_random=False))
def test_no_claim_is_lost_and_order_does_not_matter(made: list[Claim], random: object) -> None:
    statements = group(made, CATALOG)
    kept = sorted(claim.id for statement in statements for claim in statement.claims)
    assert kept == sorted(claim.id for claim in made)
    assert len({statement.id for statement in statements}) == len(statements)
    shuffled = list(made)
    random.shuffle(shuffled)
    assert group(shuffled, CATALOG) == statements


@given(st.lists(claims, max_size=12))
def test_what_touches_a_country_makes_the_same_statements_alone(made: list[Claim]) -> None:
    whole = {statement.id: statement for statement in group(made, CATALOG) if "KAZ" in statement.topics}
    part = group([claim for claim in made if "KAZ" in topics(claim, CATALOG)], CATALOG)
    assert {statement.id: statement for statement in part} == whole


def test_the_region_and_the_list_of_its_members_are_one() -> None:
    by_name = claim(Relation("CHN", "C5", "major investor"))
    meetings = group([meeting("a", "2025-12-20"), agreement("b", "x")], CATALOG)
    assert set(MEMBERS) <= topics(by_name, CATALOG)
    assert all({"C5", "JPN", *MEMBERS} <= statement.topics for statement in meetings)


def test_a_bare_claim_does_not_vouch_for_a_rank() -> None:
    ranked, bare = uranium("a", rank=1), uranium("b")
    assert key(ranked, CATALOG) != key(bare, CATALOG)


def test_a_plan_is_not_counted_with_a_deed() -> None:
    content = Resource("KAZ", "lithium", "produces")
    done, planned = claim(content, "a"), claim(content, "b", modality=Modality.PLANNED)
    assert [statement.sources for statement in group([done, planned], CATALOG)] == [1, 1]


def test_a_denial_contests_what_others_state() -> None:
    content = Resource("KAZ", "lithium", "has")
    (statement,) = group([claim(content, "a"), claim(content, "b", affirmed=False)], CATALOG)
    assert statement.standing is Standing.CONTESTED


def test_copies_of_one_article_count_once() -> None:
    made = [uranium("a", rank=1), uranium("b", rank=1), uranium("c", rank=1)]
    (statement,) = group(made, CATALOG, origins={"a": "wire", "b": "wire"})
    assert (statement.independent, statement.variants[0].sources, statement.sources) == (2, 2, 3)
    (alone,) = group(made[:2], CATALOG, origins={"a": "wire", "b": "wire"})
    assert alone.standing is Standing.SINGLE


def test_a_date_that_one_source_states_whole_is_told_without_a_doubt() -> None:
    sure = claim(Event("CONSULT", ("JPN",), ("KAZ",), date="2025-12-20"), "a")
    unsure = [claim(Event("CONSULT", ("JPN",), ("KAZ",), date="2025-12-20", year_inferred=True), name) for name in "bc"]
    (statement,) = group([sure, *unsure], CATALOG)
    assert statement.variants[0].content == sure.content


def test_what_a_sentence_cites_counts_not_the_article_that_sums_it_up() -> None:
    one, other, third = uranium("a", rank=1), uranium("b", rank=1), uranium("c", rank=1)
    cited = {one.id: ("survey",), other.id: ("survey",), third.id: ("survey", "yearbook")}
    assert [s.sources for s in group([one, other], CATALOG)] == [2]
    assert [s.independent for s in group([one, other], CATALOG, works=cited)] == [1]
    assert [s.independent for s in group([one, other, third], CATALOG, works=cited)] == [2]


def test_a_work_that_is_cited_for_both_sides_speaks_for_neither() -> None:
    low, high = (
        structs.replace(uranium(article, tonnes=tonnes, year=2024), attribution=who)
        for article, tonnes, who in (("a", 100, "one survey"), ("b", 200, "another survey"))
    )
    cited = {low.id: ("one", "both", "two"), high.id: ("both",)}
    (statement,) = group([low, high], CATALOG, works=cited)
    assert [(variant.content, variant.sources) for variant in statement.variants] == [
        (low.content, 2),
        (high.content, 1),
    ]
    assert statement.independent == 3  # as many as are told beside the two values


def test_a_rejected_claim_falls_out() -> None:
    right, wrong = promise("a", 3e12), promise("b", 30e12)
    (statement,) = group([right, wrong], CATALOG, [Verdict("v", wrong.id, Decision.REJECTED)])
    assert statement.claims == (right,)
    assert statement.standing is Standing.SINGLE


def test_a_preferred_value_settles_what_was_contested() -> None:
    made = [promise("a", 3e12), promise("b", 30e12)]
    (contested,) = group(made, CATALOG)
    (settled,) = group(made, CATALOG, [Verdict("v", made[0].id, rank=Rank.PREFERRED)])
    assert contested.standing is Standing.CONTESTED
    assert (settled.standing, settled.rank, len(settled.variants)) == (Standing.SINGLE, Rank.PREFERRED, 2)


def test_a_deprecated_value_no_longer_contests() -> None:
    made = [promise("a", 3e12), promise("b", 3e12), promise("c", 30e12)]
    (settled,) = group(made, CATALOG, [Verdict("v", made[2].id, rank=Rank.DEPRECATED)])
    assert (settled.standing, settled.rank) == (Standing.CORROBORATED, Rank.NORMAL)


def test_ids_stay_when_another_source_joins() -> None:
    (before,) = group([promise("a", 3e12)], CATALOG)
    (after,) = group([promise("a", 3e12), promise("b", 3e12)], CATALOG)
    assert before.id == after.id


def test_an_empty_catalog_is_enough() -> None:
    (statement,) = group([promise("a", 3e12)], Catalog(()))
    assert statement.topics == {"JPN", "C5"}


def flow(article: str, tonnes: float, *partner: str) -> Claim:
    oil = Resource("KAZ", "crude oil", "exports", None, Quantity(tonnes, "tonne"), 2025, partner)
    return claim(oil, article)


def test_trade_is_compared_with_trade_with_the_same_partner_only() -> None:
    made = [flow("a", 2.1e6, "DEU"), flow("b", 8.4e6, "CHN"), flow("c", 60e6), flow("d", 7.1e6, "CHN")]
    found = {statement.variants[0].content: statement for statement in group(made, CATALOG)}
    standing = {content.partner: found[content].standing for content in found if isinstance(content, Resource)}
    assert standing == {("DEU",): Standing.SINGLE, ("CHN",): Standing.CONTESTED, (): Standing.SINGLE}
