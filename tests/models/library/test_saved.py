"""Views that the user saved, and what becomes of them when a library is handed over or merged."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from models.library import Library, archive, beside, contents, saved
from models.library.contents import Contents
from models.library.merging import Merged
from models.library.unpacking import unpack
from models.publishing.templates import Templates
from models.records import Problem, Subject
from tests.models.library.conftest import Made
from tests.models.library.test_own import JADE
from ui.outcomes import handed, merged

CODE = "KAZ"
FRONT, OTHER = b"<h1>{{ brief.title }}</h1>", b"<h2>{{ brief.title }}</h2>"


def test_views_are_kept_by_name_replaced_and_forgotten(tmp_path: Path) -> None:
    view = Subject("countries", (CODE,), words="uranium", older="2", title="Yellow cake")
    other = Subject("routes", title="All ways")
    assert saved.views(tmp_path) == ()
    assert saved.save(tmp_path, view) is None
    assert saved.save(tmp_path, other) is None
    newer = structs.replace(view, words="ore", title="yellow CAKE")
    assert saved.save(tmp_path, newer) is None
    assert saved.views(tmp_path) == (other, newer)
    assert saved.forget(tmp_path, "All ways") is None
    assert saved.views(tmp_path) == (newer,)


def test_damaged_views_are_told_and_not_written_over(tmp_path: Path) -> None:
    (tmp_path / saved.FILE).write_text("[{", encoding="utf-8")
    assert isinstance(saved.views(tmp_path), Problem)
    assert isinstance(saved.save(tmp_path, Subject("routes", title="x")), Problem)
    assert (tmp_path / saved.FILE).read_text(encoding="utf-8") == "[{"


# --- handing over -----------------------------------------------------------------------------------------------------


def put(library: Library, name: str, data: bytes) -> None:
    path = library.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def furnished(library: Library) -> Library:
    """A library with two views, two templates, and a file of names; and what others keep beside a file."""
    saved.save(library.folder, Subject("countries", (CODE,), words="uranium", older="2", title="Yellow cake"))
    saved.save(library.folder, Subject("routes", title="Все пути 中"))
    put(library, "templates/brief/front.html", FRONT)
    put(library, "templates/site/site.css", b"body {}")
    put(library, "catalog/commodities.toml", JADE.encode())
    put(library, "templates/brief/~$brief.docx", b"open elsewhere")
    put(library, "templates/brief/.front.html.swp", b"open elsewhere")
    return library


def whole(library: Library) -> Contents:
    found = contents.of_folder(library.folder)
    assert isinstance(found, Contents)
    return found


def taken(library: Library, path: Path) -> Merged:
    outcome = library.merge(path)
    assert isinstance(outcome, Merged), outcome
    return outcome


def test_views_and_templates_go_with_the_library_and_come_back_the_same(made: Made, tmp_path: Path) -> None:
    library = furnished(made("one"))
    packed = library.pack(tmp_path / "one.oxus", with_notes=False)
    assert isinstance(packed, Contents)
    assert handed(packed) == "2 views, 3 files of rules, names or templates"
    assert [view.title for view in packed.views] == ["Yellow cake", "Все пути 中"]
    assert unpack(tmp_path / "one.oxus", tmp_path / "two") == packed
    assert saved.views(tmp_path / "two") == saved.views(library.folder)
    assert Templates(tmp_path / "two", "site").plain("site.css") == b"body {}"
    made("two").pack(tmp_path / "two.oxus", with_notes=False)
    assert (tmp_path / "two.oxus").read_bytes() == (tmp_path / "one.oxus").read_bytes()


def test_a_merge_brings_views_and_templates_once(made: Made, tmp_path: Path) -> None:
    library, other = furnished(made("one")), made("two")
    library.pack(tmp_path / "one.oxus", with_notes=False)
    for path in (library.folder, tmp_path / "one.oxus", library.folder):
        taken(other, path)
        assert whole(other) == whole(library)
    assert taken(other, library.folder).plan.adds == Contents()


def test_what_has_a_name_of_ours_and_says_something_else_is_kept_beside_ours(made: Made) -> None:
    ours, theirs, third = furnished(made("ours")), made("theirs"), made("third")
    before = whole(ours)
    for other, words in ((theirs, "ore"), (third, "mine")):
        saved.save(other.folder, Subject("countries", (CODE,), words=words, title="yellow CAKE"))
        put(other, "templates/brief/front.html", OTHER + words.encode())
        put(other, "catalog/commodities.toml", words.encode())
    first = taken(ours, theirs.folder)
    assert first.plan.kept == ("catalog/commodities.toml", "templates/brief/front.html")
    assert merged(first) == (
        "1 view, 2 files of rules, names or templates added. Your own catalog/commodities.toml,"
        " templates/brief/front.html stayed as before, with what came under the name beside it."
    )
    taken(ours, third.folder)
    again = taken(ours, theirs.folder)
    assert (again.plan.adds, again.plan.kept) == (Contents(), ())
    assert [(view.title, view.words) for view in whole(ours).views] == [
        ("Yellow cake", "uranium"), ("yellow CAKE (2)", "ore"), ("yellow CAKE (3)", "mine"), ("Все пути 中", ""),
    ]  # fmt: skip
    found = dict(whole(ours).own)
    assert {name: found[name] for name, _ in before.own} == dict(before.own)
    assert found["templates/brief/front-2.html"] == OTHER + b"ore"
    assert found["templates/brief/front-3.html"] == OTHER + b"mine"
    assert found["catalog/commodities-2.toml.theirs"] == b"ore"
    assert ours.own_problems() == ()
    handed_on = made("fourth")
    taken(handed_on, ours.folder)
    assert whole(handed_on) == whole(ours)


def test_what_was_kept_beside_can_come_beside_that_again(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "mine-2.toml.theirs").write_bytes(b"one")
    assert beside.files([("rules/mine-2.toml.theirs", b"two")], tmp_path) == (
        (("rules/mine-2-2.toml.theirs", b"two"),),
        ("rules/mine-2.toml.theirs",),
    )


def test_damaged_views_are_neither_handed_over_nor_merged_with(made: Made, tmp_path: Path) -> None:
    library, other = furnished(made("one")), furnished(made("two"))
    put(library, saved.FILE, b"[{")
    before = whole(other)
    assert isinstance(library.pack(tmp_path / "one.oxus", with_notes=False), Problem)
    assert not (tmp_path / "one.oxus").exists()
    assert isinstance(library.merge(other.folder), Problem)
    assert isinstance(other.merge(library.folder), Problem)
    assert whole(other) == before


@pytest.mark.parametrize(
    "view",
    [Subject("routes"), Subject("secrets", title="x"), Subject("routes", title="x" * 1_001)],
    ids=["no title", "of no kind", "long title"],
)
def test_no_view_is_believed_that_is_none(tmp_path: Path, view: Subject) -> None:
    assert archive.write(Contents(views=(view,)), tmp_path / "one.oxus") is None
    assert isinstance(archive.read(tmp_path / "one.oxus"), Problem)


def test_names_that_some_systems_take_for_one_are_not_handed_over(tmp_path: Path) -> None:
    twice = Contents(own=(("rules/mine.toml", b"1"), ("rules/Mine.toml", b"2")))
    assert isinstance(archive.write(twice, tmp_path / "one.oxus"), Problem)
    assert not (tmp_path / "one.oxus").exists()
