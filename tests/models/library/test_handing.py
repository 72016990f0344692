"""A library handed over in one file and merged into another: nothing lost, nothing overwritten, nothing believed."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from models.library import Library, archive, beside, contents, merging, saved
from models.library.contents import Contents, Held
from models.library.unpacking import unpack
from models.records import (
    SUBJECTS,
    Bibliography,
    Correction,
    Decision,
    Kind,
    Modality,
    Note,
    Problem,
    Quote,
    Rank,
    Reading,
    Relation,
    Subject,
    Verdict,
)
from models.text import digest
from tests.models.library.conftest import Made
from tests.models.library.test_library import CATALOG, ONE, SLIP, TARGET, THREE, TWO, step
from tests.models.library.test_own import JADE
from tests.models.storage.faults import Disk
from tests.models.store.making import article, claims, note, tree


def filled(library: Library) -> Library:
    """Two articles, a decision, a rank, two notes and a file of names."""
    library.add([ONE, THREE])
    library.decide(library.statements()[0].claims[0].id, Decision.ACCEPTED)
    contested = next(found for found in library.statements() if len(found.variants) > 1)
    library.rank(contested.id, 0, Rank.PREFERRED)
    misread = next(claim for found in library.statements() for claim in found.claims if found.kind is Kind.RESOURCE)
    library.correct_claim(misread.id, Reading(structs.replace(misread.content, country="UZB"), affirmed=False))
    library.save_note("KAZ", "Ask about the dam.")
    library.save_note("uranium", "سؤال 🦌")
    (library.folder / "catalog").mkdir()
    (library.folder / "catalog" / "commodities.toml").write_text(JADE, "utf-8")
    return library


def whole(library: Library) -> Contents:
    found = contents.of_store(library._store, library.folder, with_notes=True)
    assert isinstance(found, Contents)
    return found


def merged(outcome: merging.Merged | Problem) -> merging.Merged:
    assert isinstance(outcome, merging.Merged), outcome
    return outcome


# --- out and in -------------------------------------------------------------------------------------------------------


def test_a_library_comes_back_whole_and_gives_the_same_file(made: Made, tmp_path: Path) -> None:
    library = filled(made("one"))
    assert library.pack(tmp_path / "one.oxus", with_notes=True) == whole(library)
    other = made("two")
    other.merge(tmp_path / "one.oxus")
    assert whole(other) == whole(library)
    other.pack(tmp_path / "two.oxus", with_notes=True)
    assert (tmp_path / "two.oxus").read_bytes() == (tmp_path / "one.oxus").read_bytes()
    assert other.check().sound
    assert [hit.kind for hit in other.search("dam")] == ["note"]


def test_notes_are_handed_over_only_on_request(made: Made, tmp_path: Path) -> None:
    library = filled(made("one"))
    library.pack(tmp_path / "one.oxus", with_notes=False)
    with zipfile.ZipFile(tmp_path / "one.oxus") as packed:
        assert "notes.json" not in packed.namelist()
        assert all(b"dam" not in packed.read(name) for name in packed.namelist())
    other = made("two")
    other.merge(tmp_path / "one.oxus")
    assert (other.notes(), len(other.bibliographies())) == ((), 2)


def test_a_file_opens_in_a_new_folder(made: Made, tmp_path: Path) -> None:
    library = filled(made("one"))
    library.pack(tmp_path / "one.oxus", with_notes=True)
    assert unpack(tmp_path / "one.oxus", tmp_path / "new" / "library") == whole(library)
    opened = made("new/library")
    assert whole(opened) == whole(library)
    assert [hit.id for hit in opened.jump("jade")] == ["jade"]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["library"]


def test_no_library_is_made_over_something_or_of_a_damaged_file(made: Made, tmp_path: Path) -> None:
    library = filled(made("one"))
    library.pack(tmp_path / "one.oxus", with_notes=True)
    assert isinstance(unpack(tmp_path / "one.oxus", library.folder), Problem)
    (tmp_path / "bad.oxus").write_bytes((tmp_path / "one.oxus").read_bytes()[:-7])
    assert isinstance(unpack(tmp_path / "bad.oxus", tmp_path / "new"), Problem)
    assert not (tmp_path / "new").exists()


# --- any text ---------------------------------------------------------------------------------------------------------

SCRIPTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("ҚқЎўәңұһӨөҲҳ中央アジア𠮷שלוםمرحباآسیای🦌👩‍🚀🇰🇿\u200f\u202b\u202e\u0301\x00\ufffd\r\n\u2028"),
    )
)
NAMED = st.text(st.characters(codec="utf-8", exclude_characters='\\/:*?"<>|.', min_codepoint=32), min_size=1)


@st.composite
def held(draw: st.DrawFn) -> Held:
    """An article of any text, with a claim."""
    sample = article(draw(st.integers(1, 10**9)))
    text = sample.text + draw(SCRIPTS)
    known = Bibliography(digest(text), draw(SCRIPTS), draw(SCRIPTS))
    found = msgspec.structs.replace(sample, text=text, bibliography=known)
    return Held(found, claims(found))


PLACES = ("catalog/{}.toml", "rules/{}.json", "templates/brief/{}.html", "templates/site/{}.js")
VIEW = st.builds(
    Subject, st.sampled_from(SUBJECTS), st.lists(SCRIPTS, max_size=2).map(tuple), SCRIPTS, SCRIPTS, SCRIPTS.filter(bool)
)
READING = st.builds(
    Reading,
    st.one_of(st.builds(Relation, SCRIPTS, SCRIPTS, SCRIPTS), st.builds(Quote, SCRIPTS)),
    st.sampled_from(Modality),
    st.booleans(),
    SCRIPTS,
)
WHOLE = st.builds(
    Contents,
    st.lists(held(), max_size=3, unique_by=lambda found: found.article.id).map(tuple),
    st.lists(
        st.one_of(
            st.builds(Verdict, SCRIPTS, SCRIPTS, st.sampled_from(Decision)),
            st.builds(lambda own, target, reading: Verdict(own, target, amended=reading), SCRIPTS, SCRIPTS, READING),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(Note, SCRIPTS, SCRIPTS, SCRIPTS, SCRIPTS, SCRIPTS), max_size=3).map(tuple),
    st.lists(
        st.tuples(st.builds(str.format, st.sampled_from(PLACES), NAMED.map(lambda name: name[:40])), st.binary()),
        max_size=3,
        unique_by=lambda file: file[0].casefold(),
    ).map(lambda files: tuple(sorted(files))),
    st.lists(st.builds(Correction, SCRIPTS, SCRIPTS, SCRIPTS, st.sampled_from(("", "2025-03-04"))), max_size=3).map(
        tuple
    ),
    st.lists(VIEW, max_size=3).map(tuple),
)


@given(WHOLE)
def test_any_contents_come_back_from_a_file(tmp_path_factory: pytest.TempPathFactory, given_: Contents) -> None:
    path = tmp_path_factory.mktemp("any") / "one.oxus"
    assert archive.write(given_, path) is None
    assert archive.read(path) == given_


@settings(max_examples=15)
@given(
    st.lists(held(), max_size=2, unique_by=lambda found: found.article.id),
    st.lists(SCRIPTS, max_size=3),
    st.lists(VIEW, max_size=2),
    st.binary(),
    READING,
)
def test_export_import_export_is_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[Held],
    notes: list[str],
    views: list[Subject],
    template: bytes,
    reading: Reading,
) -> None:
    folder = tmp_path_factory.mktemp("twice")
    own = (("templates/brief/front.html", template),)
    said = tuple(
        Verdict(f"reading {one.id}", one.id, amended=reading) for found in articles for one in found.claims[:1]
    )
    views_ = tuple(sorted(beside.views((), views), key=lambda view: view.title.casefold()))
    given_ = Contents(
        tuple(articles), said, tuple(note(number, text) for number, text in enumerate(notes)), own, (), views_
    )
    archive.write(given_, folder / "0.oxus")
    for number in (0, 1):
        library = Library.open(folder / f"library {number}", CATALOG)
        merged(library.merge(folder / f"{number}.oxus"))
        library.pack(folder / f"{number + 1}.oxus", with_notes=True)
        library.close()
    first, second, third = ((folder / f"{number}.oxus").read_bytes() for number in (0, 1, 2))
    assert first == second == third


# --- merging ----------------------------------------------------------------------------------------------------------


def test_a_folder_is_merged_even_while_it_is_open_elsewhere(made: Made) -> None:
    library = filled(made("one"))
    before = tree(library.folder)
    other = made("two")
    found = merged(other.merge(library.folder))
    assert (len(found.change.articles), len(found.change.notes)) == (2, 2)
    assert whole(other) == whole(library)
    assert tree(library.folder) == before


def test_merging_again_adds_nothing(made: Made) -> None:
    library = filled(made("one"))
    other = made("two")
    other.merge(library.folder)
    assert merged(other.merge(library.folder)).plan == merging.Plan(Contents())


def test_an_article_of_both_keeps_our_claims(made: Made) -> None:
    text = "A target of yen."
    ours, theirs = made("ours"), made("theirs")
    ours.add([step(text, TARGET)])
    theirs.add([step(text, SLIP), TWO])
    found = merged(ours.merge(theirs.folder))
    assert [held.article for held in found.plan.adds.articles] == [TWO.article]
    assert SLIP not in [variant.content for statement in ours.statements() for variant in statement.variants]


def test_a_note_of_both_is_kept_beside_ours_and_once(made: Made) -> None:
    ours, theirs = made("ours"), made("theirs")
    ours.restore_note(note(1, "Ours."))
    ours.restore_note(note(2, "The same."))
    for number, text in ((1, "Theirs."), (2, "The same."), (3, "New.")):
        theirs.restore_note(note(number, text))
    ours.merge(theirs.folder)
    ours.merge(theirs.folder)
    assert [found.text for found in ours.notes()] == ["Ours.", "The same.", "Theirs.", "New."]
    assert len({found.id for found in ours.notes()}) == 4


def test_our_own_decision_stays(made: Made) -> None:
    ours, theirs = made("ours"), made("theirs")
    for library, decision in ((ours, Decision.REJECTED), (theirs, Decision.ACCEPTED)):
        library.add([ONE])
        library.decide(f"{ONE.article.id if ONE.article else ''}-0", decision)
    theirs.decide(f"{ONE.article.id if ONE.article else ''}-1", Decision.ACCEPTED)
    ours.merge(theirs.folder)
    assert sorted(found.decision or "" for found in whole(ours).verdicts) == ["accepted", "rejected"]
    tricky = Contents(verdicts=(Verdict("another id", whole(ours).verdicts[0].target, Decision.ACCEPTED),))
    assert merged(ours.take_in(tricky)).plan.adds.verdicts == ()


def test_built_in_articles_are_taken_only_where_there_are_none(made: Made) -> None:
    ours, theirs = made("ours"), made("theirs")
    theirs.add([step("An old digest.", builtin=True)])
    assert len(merged(made("new").merge(theirs.folder)).change.articles) == 1
    ours.add([step("A new digest.", builtin=True)])
    assert merged(ours.merge(theirs.folder)).change.articles == frozenset()


def test_own_files_that_differ_stay_and_are_told(made: Made) -> None:
    ours, theirs = filled(made("ours")), filled(made("theirs"))
    (theirs.folder / "catalog" / "commodities.toml").write_text("[opal]\n", "utf-8")
    (theirs.folder / "rules").mkdir()
    (theirs.folder / "rules" / "mine.toml").touch()
    plan = merged(ours.merge(theirs.folder)).plan
    beside_ours = ("catalog/commodities-2.toml.theirs", b"[opal]\n")
    assert (plan.kept, plan.adds.own) == (("catalog/commodities.toml",), (beside_ours, ("rules/mine.toml", b"")))
    assert (ours.folder / "rules" / "mine.toml").is_file()
    assert b"jade" in (ours.folder / "catalog" / "commodities.toml").read_bytes()


def test_what_is_merged_aside_is_shown_later(made: Made) -> None:
    library, other = filled(made("one")), made("two")
    page = other.country("KAZ")
    outcome = other.merge_aside(library.folder)
    assert not isinstance(outcome, Problem)
    assert other.country("KAZ") is page
    assert other.show(outcome[0]).articles == outcome[1].change.articles
    assert [found.text for found in other.country("KAZ").notes] == ["Ask about the dam."]


def test_what_cannot_be_merged_is_told_in_a_sentence(made: Made, tmp_path: Path) -> None:
    library = filled(made("one"))
    (tmp_path / "empty").mkdir()
    for path, told in ((library.folder, "itself"), (tmp_path / "empty", "no library"), (tmp_path / "none", "no such")):
        outcome = library.merge(path)
        assert isinstance(outcome, Problem)
        assert told in outcome.reason
    again = made("one")
    assert again.read_only
    assert isinstance(again.merge(made("two").folder), Problem)


def test_a_merge_that_the_disk_refuses_adds_nothing(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = filled(made("theirs"))
    saved.save(theirs.folder, Subject("routes", title="Theirs"))
    theirs.correct(Correction(ONE.article.id if ONE.article else "", title="Another title"))
    theirs.correct(Correction(TWO.article.id if TWO.article else "", publisher="Theirs"))
    disk, number, refusals = Disk(monkeypatch), 0, 0
    while disk.calls >= number:  # until all calls of a merge have failed once
        number += 1
        ours = made(f"ours {number}")
        ours.add([TWO])
        ours.correct(Correction(TWO.article.id if TWO.article else "", title="Ours"))
        ours.save_note("KGZ", "Ours.")
        before = whole(ours)
        with disk.failing(number, errno.ENOSPC):
            refused = isinstance(ours.merge(theirs.folder), Problem)
        refusals += refused
        texts = {path.name[:16] for path in (ours.folder / "texts").rglob("*.txt")}
        assert texts == {found.article.id for found in whole(ours).articles}
        assert (whole(ours) == before) is refused
        ours.close()
        again = whole(made(f"ours {number}"))
        assert again == before if refused else len(again.notes) == 3
    assert refusals > 10


def test_a_damaged_library_is_neither_handed_over_nor_merged(made: Made, tmp_path: Path) -> None:
    library = filled(made("one"))
    other = made("two")
    before = whole(other)
    text = next((library.folder / "texts").rglob("*.txt"))
    text.write_bytes(b"Something else.")
    assert isinstance(library.pack(tmp_path / "one.oxus", with_notes=False), Problem)
    assert not (tmp_path / "one.oxus").exists()
    assert isinstance(other.merge(library.folder), Problem)
    assert whole(other) == before
