"""The site in a real browser, from the disk: it can be searched and read, and asks nobody for anything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from models.catalog import RESOURCES, Catalog
from models.library import Library
from models.publishing.site import Scope, site, write
from tests.browser import Page, asked_for, browser, program
from tests.models.publishing.conftest import HOSTILE

DAY = "2026-11-22"
THEIRS = ("google.com", "googleapis.com", "gvt1.com")
"""Whom Chromium itself wants to tell that it has started; here it reaches nobody."""

pytestmark = pytest.mark.skipif(program() is None, reason="needs chromium, which ./test installs on Debian")


@pytest.fixture(scope="module")
def folder(told_folder: Path, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library with notes, on the disk."""
    place = tmp_path_factory.mktemp("browsed")
    shutil.copytree(told_folder, place / "library")
    library = Library.open(place / "library", catalog)
    files = site(library, DAY, with_notes=True)
    library.close()
    assert isinstance(files, dict)
    write(files, place / "site")
    return place / "site"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


def search(page: Page, folder: Path, words: str) -> list[str]:
    """What a person finds who types words into the search of the front page."""
    page.open((folder / "index.html").as_uri())
    page.run("document.getElementById('words').focus()")
    page.type(words)
    page.press("Enter", "\r")
    page.loaded()
    found = page.run("[...document.querySelectorAll('#found li')].map((item) => item.textContent)")
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("words", ["uranium", "URANIUM", "ウラン", "уран", "yellowca"])
def test_a_commodity_is_found_first_by_its_name_in_any_script(page: Page, folder: Path, words: str) -> None:
    assert search(page, folder, words)[0].startswith("Uranium Commodity")


def test_all_words_must_be_there(page: Page, folder: Path) -> None:
    found = search(page, folder, "largest producer uranium")
    assert found
    assert all("producer" in item and "uranium" in item.lower() for item in found)
    assert search(page, folder, "uranium zzyzx") == []
    assert page.run("document.getElementById('count').textContent") == "0 places found."


@pytest.mark.parametrize(
    ("typed", "there"),
    [("producers uranium", "produc"), ("uraniums produces", "produc"), ("ураном", "уран"), ("zzyzxing", "")],
)
def test_words_are_found_with_other_endings(page: Page, folder: Path, typed: str, there: str) -> None:
    found = search(page, folder, typed)
    assert bool(found) is bool(there)
    assert all(there in item.casefold() for item in found)


@pytest.mark.parametrize("marks", ['""', "“”", "«»"])
def test_words_between_quotation_marks_stand_one_behind_the_other(page: Page, folder: Path, marks: str) -> None:
    opening, closing = marks[0], marks[1]
    assert search(page, folder, f"{opening}largest producer{closing} uranium")
    assert search(page, folder, f"{opening}producer largest{closing}") == []


def test_a_number_is_one_word(page: Page, folder: Path) -> None:
    search(page, folder, "uranium")
    for query, text, there in (
        ("5.8 billion", "some 5,8 billion", [5, 8]),
        ("5,8 billion", "73.8 percent, $5.8 billion", [15, 18]),
        ("8 billion", "73.8 or 5.8 billion", None),
        ("5 billion", "5.8 billion", None),
        ("5", "5.8 billion", [0, 1]),
        ("2026 ", "on 20.11.2026", [9, 13]),
    ):
        assert page.run(f"span(asked('{query}')[0], fold('{text}'))") == there, query


def test_what_is_found_leads_to_its_sentence(page: Page, folder: Path) -> None:
    search(page, folder, "largest producer uranium")
    page.run("document.querySelector('#found a').click()")
    page.loaded()
    assert page.run("document.querySelector(':target') !== null")
    page.run("document.querySelector(':target summary').click()")
    page.run("document.querySelector(':target blockquote a').click()")
    page.loaded()
    assert "uranium" in str(page.run("document.querySelector(':target').textContent"))


def test_typing_on_finds_on(page: Page, folder: Path) -> None:
    assert search(page, folder, "zzyzx") == []
    page.run("document.getElementById('words').value = ''")
    page.type("gold")
    assert "Gold" in str(page.run("document.querySelector('#found a').textContent"))


def test_all_sentences_open_and_close_at_once(page: Page, folder: Path) -> None:
    page.open((folder / "commodities" / "uranium.html").as_uri())
    sentences = "[...document.querySelectorAll('details.evidence')].filter((one) => one.open).length"
    press = "document.getElementById('open-all').click()"
    assert page.run(sentences) == 0
    page.run(press)
    assert page.run(sentences) == page.run("document.querySelectorAll('details').length")
    assert page.run("document.getElementById('open-all').textContent") == "Close all sentences"
    page.run(press)
    assert page.run(sentences) == 0


def test_hostile_words_stay_words(page: Page, folder: Path) -> None:
    page.refused.clear()
    found = search(page, folder, "tracker")
    assert any(HOSTILE in item for item in found)
    assert page.run("document.querySelectorAll('#found img, #found script').length") == 0
    search(page, folder, "<img src=x onerror=alert(1)>")
    assert page.run("document.querySelectorAll('main img').length") == 0
    assert page.refused == []


def test_it_is_dark_where_the_system_is(page: Page, folder: Path) -> None:
    page.open((folder / "countries" / "kazakhstan.html").as_uri())
    shades = []
    for scheme in ("light", "dark"):
        page.look(prefers_color_scheme=scheme)
        shades.append(page.run("getComputedStyle(document.body).backgroundColor"))
    page.look()
    assert shades[0] == "rgb(255, 255, 255)"
    assert shades[1] != shades[0]


def test_nothing_is_wider_than_a_small_screen(page: Page, folder: Path) -> None:
    for name in ("index.html", "geopolitics.html", "sources.html", "countries/kazakhstan.html"):
        page.open((folder / name).as_uri())
        page.size(360, 740)
        assert page.run("document.documentElement.scrollWidth <= 360"), name
    page.size(1000, 800)


def test_pages_of_every_kind_open_as_its_policy_wishes_and_asks_nobody(folder: Path, tmp_path: Path) -> None:
    opened = [path for part in sorted(folder.glob("**/")) for path in sorted(part.glob("*.html"))[:6]]
    opened += [path for path in folder.rglob("*.html") if "tracker" in path.read_text("utf-8")]
    with browser(tmp_path / "chromium") as page:
        for path in opened:
            page.open(path.as_uri())
        asked, refused = list(page.requests), list(page.refused)
    assert refused == []
    assert len(asked) >= 2 * len(opened)  # each with its style
    assert {urlsplit(address).scheme for address in asked} == {"file"}
    assert [address for address in asked_for(tmp_path / "chromium") if not _theirs(address)] == []


def _theirs(address: str) -> bool:
    return (urlsplit(address).hostname or "").endswith(THEIRS)


def test_not_even_a_template_can_make_it_ask(told: Library, tmp_path: Path) -> None:
    own = told.folder / "templates" / "site"
    own.mkdir(parents=True)
    ours = (RESOURCES / "templates" / "site" / "sources.html").read_text("utf-8")
    bait = "<h1>Sources</h1><img src='http://tracker.invalid/a.png' alt=''><script>document.title = 'taken'</script>"
    (own / "sources.html").write_text(ours.replace("<h1>{{ words.sources_title }}</h1>", bait), "utf-8")
    files = site(told, DAY, Scope((), (), ("middle-corridor",), dealings=False))
    assert isinstance(files, dict)
    write(files, tmp_path / "site")
    with browser(tmp_path / "chromium") as page:
        page.open((tmp_path / "site" / "sources.html").as_uri())
        assert len(page.refused) == 2
        assert page.run("document.title") != "taken"
    assert not any("tracker" in address for address in asked_for(tmp_path / "chromium"))
