"""The site as a browser reads it: valid, whole, escaped, and every link leads somewhere."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import lxml.html
import orjson
import pytest

from models.briefs import Entry, Subject, each, make
from models.catalog import Catalog
from models.library import Library
from models.pages.folding import within
from models.publishing.site import Scope, site
from tests.models.publishing.conftest import HOSTILE, NOTE, SCRIPT, UNTOLD

DAY = "2026-11-22"
ROUTE = Scope((), (), ("middle-corridor",), dealings=False)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Files = dict[str, bytes]


def made(library: Library, *arguments: Scope, with_notes: bool = False) -> Files:
    files = site(library, DAY, *arguments, with_notes=with_notes)
    assert isinstance(files, dict)
    return files


def parsed(page: bytes) -> lxml.html.HtmlElement:
    """The page as a tree."""
    return lxml.html.document_fromstring(page.decode())


@pytest.fixture(scope="module")
def opened(told_folder: Path, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("site") / "library"
    shutil.copytree(told_folder, folder)
    library = Library.open(folder, catalog)
    yield library
    library.close()


@pytest.fixture(scope="module")
def files(opened: Library) -> Files:
    return made(opened, with_notes=True)


@pytest.fixture(scope="module")
def pages(files: Files) -> dict[str, Any]:
    return {path: parsed(data) for path, data in files.items() if path.endswith(".html")}


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


# --- form -------------------------------------------------------------------------------------------------------------


def test_pages_of_every_kind_are_valid(files: Files) -> None:
    """Parsing as browsers do is slow: it reads the shortest two of each kind, and those with hostile words."""
    parser = html5lib.HTMLParser(strict=True)
    kinds: dict[str, list[str]] = {}
    for path in sorted((path for path in files if path.endswith(".html")), key=lambda path: len(files[path])):
        kinds.setdefault(posixpath.dirname(path) or path, []).append(path)
    chosen = {path for paths in kinds.values() for path in paths[:2]}
    chosen |= {path for path, data in files.items() if b"tracker.invalid" in data and path.endswith(".html")}
    for path in chosen - {"index.html", "sources.html"} | {"search.html"}:
        parser.parse(files[path].decode())  # any error raises


def test_every_page_tells_title_language_and_policy(pages: dict[str, Any]) -> None:
    for path, html in pages.items():
        assert html.get("lang") == "en", path
        assert words(html.find(".//title")), path
        policy = html.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
        assert policy.startswith("default-src 'none'; "), path
        assert "http" not in policy, path
        assert "unsafe" not in policy, path
        assert len(html.findall(".//h1")) == 1, path
        assert html.find(".//main") is not None, path


def test_names_of_places_are_unique_and_headings_follow_each_other(pages: dict[str, Any]) -> None:
    for path, page in pages.items():
        twice = [name for name, count in Counter(e.get("id") for e in page.iter() if e.get("id")).items() if count > 1]
        assert twice == [], path
        levels = [HEADINGS.index(element.tag) for element in page.iter() if element.tag in HEADINGS]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_every_control_has_a_name(pages: dict[str, Any]) -> None:
    for path, page in pages.items():
        labels = {label.get("for") for label in page.findall(".//label")}
        assert all(field.get("id") in labels for field in page.findall(".//input")), path
        assert all(words(link) for link in page.findall(".//a[@href]")), path
        named = {e.get("id") for e in page.iter()}
        assert all(e.get("aria-labelledby") in named for e in page.iter() if e.get("aria-labelledby")), path


def test_every_statement_tells_when_and_how_long_ago(pages: dict[str, Any]) -> None:
    """But for what happened on a day, whose day is told."""
    statements = [e for page in pages.values() for e in page.xpath("//ul[@class='statements']/li")]
    told = [" ".join(map(words, e.xpath("span | .//p[span[@class='standing']]"))) for e in statements]
    assert len(told) > 20
    time = re.compile(r"(19|20)\d\d|undated")
    assert [text for text in told if not time.search(text)] == []
    assert sum("ago" in text or "undated" in text for text in told) > len(told) / 2


def lead_somewhere(pages: dict[str, Any]) -> bool:
    """Whether every link inside leads to a place; the first that does not is told."""
    places = {path: {element.get("id") for element in page.iter()} for path, page in pages.items()}
    for path, page in pages.items():
        for link in page.findall(".//a[@href]"):
            address = link.get("href")
            if address.startswith(("http://", "https://")):
                continue
            target, _, anchor = address.partition("#")
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert found in pages, (path, address)
            assert not anchor or anchor in places[found], (path, address)
    return True


def test_every_link_inside_leads_to_a_place(pages: dict[str, Any]) -> None:
    assert lead_somewhere(pages)


def test_nothing_is_loaded_from_elsewhere(files: Files, pages: dict[str, Any]) -> None:
    for path, page in pages.items():
        loaded = [e.get("src") or e.get("href") for e in page.iter() if e.tag in ("script", "link", "img", "iframe")]
        for address in loaded:
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) in files, (path, address)
    assert b"url(" not in files["site.css"]
    assert b"@import" not in files["site.css"]


# --- contents ---------------------------------------------------------------------------------------------------------


def test_every_statement_leads_to_each_of_its_sentences(opened: Library, pages: dict[str, Any]) -> None:
    anchored = {
        (path, element.get("id")): words(element)
        for path, page in pages.items()
        for element in page.iter("span")
        if element.get("id")
    }
    marks = re.compile(r" \[[\d, ]+\]")
    stated = {e.get("id"): (path, e) for path, page in pages.items() for e in page.iter("li") if e.get("id")}
    for statement in opened.statements():
        path, item = stated[f"st-{statement.id}"]
        shown = words(item)
        for sentence in opened.evidence(statement.id).sentences:
            quote = " ".join(sentence.quote.split())
            assert quote in shown, statement.id
            links = [link.get("href") for link in item.findall(".//blockquote//a")]
            places = [posixpath.normpath(posixpath.join(posixpath.dirname(path), link)).split("#") for link in links]
            assert any(quote in marks.sub("", anchored[file, name]) for file, name in places), quote


def test_every_source_of_a_brief_is_numbered_once(opened: Library, pages: dict[str, Any]) -> None:
    listed = [item.get("id") for item in pages["sources.html"].findall(".//ol/li")]
    assert listed == [f"s{number}" for number in range(1, len(listed) + 1)]
    works = {(work.title, work.url) for article in opened.bibliographies() for work in article.cites}
    told = words(pages["sources.html"])
    assert all(title in told for title, _ in works)


def test_digests_are_whole_and_of_other_articles_only_what_is_cited(opened: Library, files: Files) -> None:
    everything = b"".join(files.values())
    assert UNTOLD.encode() not in everything
    assert b"large gold reserves" in everything
    text = re.sub(
        r"\s+",
        "",
        re.sub(
            r"<sup>.*?</sup>|<span class=\"marks\">.*?</span>|<[^>]+>",
            "",
            "".join(data.decode() for path, data in files.items() if path.startswith("articles/")),
        ),
    )
    for article in opened.bibliographies():
        if article.builtin:
            page = opened.reader(article.id)
            for block in page.blocks:
                wanted = re.sub(r"\s+", "", page.text[block.start : block.end])
                assert wanted.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;") in text, article.title


def test_what_articles_say_is_never_taken_for_markup(pages: dict[str, Any]) -> None:
    shown = ""
    for path, page in pages.items():
        scripts = [element.get("src") for element in page.iter("script")]
        opens = ["open.js"] if page.find(".//*[@id='open-all']") is not None else []
        ours = ["search-index.js", "search.js"] if path == "search.html" else opens
        assert [script.removeprefix("../") for script in scripts] == ours, path
        assert [element.tag for element in page.iter("img", "b", "iframe", "object")] == [], path
        assert not any(key.startswith("on") for element in page.iter() for key in element.attrib), path
        assert not any((e.get("href") or "").startswith("javascript") for e in page.iter()), path
        shown += words(page)
    assert HOSTILE in shown
    assert SCRIPT in shown
    assert "<b>Herald</b>" in shown


def test_notes_are_there_only_when_wished(told: Library) -> None:
    country = Scope(("KAZ",), (), (), dealings=False)
    without, within = (b"".join(made(told, country, with_notes=wished).values()) for wished in (False, True))
    assert b"yellowcake</strong>" not in without
    assert NOTE[:12].encode() not in without
    assert b"<strong>yellowcake</strong>" in within
    assert b"&lt;script&gt;alert(4)" in within


@pytest.mark.parametrize(("language", "name", "search"), [("ja", "カザフスタン", "検索"), ("ru", "Казахстан", "Поиск")])
def test_it_speaks_the_language_that_is_asked_for(told: Library, language: str, name: str, search: str) -> None:
    files = site(told, DAY, Scope(("KAZ",), (), (), dealings=False), language=language)
    assert isinstance(files, dict)
    html = parsed(files["countries/kazakhstan.html"])
    assert html.get("lang") == language
    assert words(html.find(".//h1")) == name
    assert words(html.find(".//button")) == search
    assert not re.search(r"\b(sources?|Statements?|Sentences?|Notes|Resources)\b", words(html.find(".//nav")))


def test_a_commodity_has_the_pictures_of_its_brief(opened: Library, pages: dict[str, Any]) -> None:
    brief = make(opened, Subject("commodities", ("gold",)), DAY)
    drawn = [picture.told for part in brief.chapters[0].parts for picture in part.pictures]
    assert len(drawn) > 1
    shown = pages["commodities/gold.html"].iterfind(".//figure/div")
    assert [figure.get("aria-label") for figure in shown] == drawn


def told_in(page: lxml.html.HtmlElement, part: str) -> list[str]:
    """What stands under the heading of a part, each statement in one line."""
    return [words(item) for item in page.xpath(f"//section[h2/@id='{part}']/ul/li")]


@pytest.mark.parametrize("kind", ["countries", "commodities", "routes"])
def test_pages_begin_and_end_as_the_brief_on_their_subject(opened: Library, pages: dict[str, Any], kind: str) -> None:
    found = dict.fromkeys(("summary", "contested"), 0)
    for subject in each(opened, kind):
        (chapter,) = make(opened.speaking("en", DAY), subject, DAY).chapters
        page = next(page for path, page in pages.items() if path.startswith(kind) and is_called(page, chapter.title))
        for part in found:
            entries = [entry for one in chapter.parts if one.id == part for entry in one.entries]
            told = told_in(page, part)
            assert len(told) == len(entries), (chapter.title, part)
            for line, entry in zip(told, entries, strict=True):
                assert all(" ".join(text.split()) in line for text in texts(entry)), (chapter.title, line)
            found[part] += len(told)
    assert all(found.values())


def test_what_a_fuller_statement_tells_as_well_stands_within_it(opened: Library, pages: dict[str, Any]) -> None:
    items = {item.get("id"): item for page in pages.values() for item in page.iter("li") if item.get("id")}
    found = 0
    for row in opened.countries().rows:
        for section in opened.country(row.code).sections:
            for inner, fuller in within(section.lines, opened.statement, opened.catalog).items():
                one, other = items[f"st-{inner}"], items[f"st-{fuller}"]
                found += other in one.iterancestors()
    assert found
    for page in (page for path, page in pages.items() if path.startswith("countries/")):
        told = [line.partition(":")[0] for line in told_in(page, "profile")]
        assert told.count("State companies") <= 1


def is_called(page: lxml.html.HtmlElement, title: str) -> bool:
    return words(page.find(".//h1")).casefold() == title.casefold()


def texts(entry: Entry) -> tuple[str, ...]:
    """The words of an entry: of what is contested its head, each side, and what is said of the reason."""
    why = (entry.why.text,) if entry.why else ()
    told = (entry.topic, *(value.text for value in entry.values)) if entry.values else (entry.text, entry.as_of)
    return (*told, *why)


def test_what_only_the_part_on_disputes_tells_is_found(files: Files, pages: dict[str, Any]) -> None:
    index = files["search-index.js"].decode()
    anchors = {
        (path, item.get("id"))
        for path, page in pages.items()
        for item in page.xpath("//section[h2/@id='contested']/ul/li[@id]")
    }
    assert anchors
    assert all(any(f"{one}#{anchor}" in index for one in pages) for _, anchor in anchors)


def test_a_part_holds_its_own_pages_and_what_they_lead_to(told: Library) -> None:
    files = made(told, Scope(countries=("KAZ",), commodities=(), routes=(), dealings=False))
    assert [path for path in files if path.startswith("countries/")] == ["countries/kazakhstan.html"]
    assert not any(path.startswith(("routes/", "commodities/")) or path == "geopolitics.html" for path in files)
    assert 0 < sum(path.startswith("articles/") for path in files) < len(told.bibliographies())
    (theirs,) = (data.decode() for data in files.values() if b"Only the sentences" in data)
    assert "largest producer of uranium" in theirs
    assert "large gold reserves" not in theirs


def test_the_index_is_a_script_that_only_names_a_list(files: Files) -> None:
    head, _, rest = files["search-index.js"].partition(b"const searchIndex = ")
    assert head == b'"use strict";\n'
    entries, _, rest = rest.removesuffix(b";\n").partition(b";\nconst searchWords = ")
    words, _, rest = rest.partition(b";\nconst searchForms = ")
    forms, _, endings = rest.partition(b";\nconst searchEndings = ")
    assert all(path.partition("#")[0] in files for _, _, path, _ in orjson.loads(entries))
    assert {kind for kind, *_ in orjson.loads(entries)} <= set(orjson.loads(words)["kinds"])
    assert any({"mine", "mines"} <= set(alike) for alike in orjson.loads(forms)), "words with several endings"
    assert "ами" in orjson.loads(endings)


# --- templates and folders --------------------------------------------------------------------------------------------


def test_what_tells_most_stands_before_what_is_drawn(pages: dict[str, Any]) -> None:
    page = pages["countries/kazakhstan.html"]
    places = {element: place for place, element in enumerate(page.iter())}
    first, drawn = page.xpath("//h2[@id='summary']")[0], page.xpath("//figure")
    assert drawn
    assert all(places[first] < places[figure] for figure in drawn)
    assert len(drawn) == len(set(drawn))
