"""A whole site: pages, numbered sources and the index of its search, filled into templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.briefs.opening import MOST_NAMED
from models.briefs.sources import supplied
from models.pages.houses import house_of
from models.phrases import fill
from models.publishing.site import articles, search
from models.publishing.site.content import ArticlePage, Link, SubjectPage
from models.publishing.site.evidence import Evidence
from models.publishing.site.paths import INDEX, SEARCH, SOURCES, Paths
from models.publishing.site.scope import EVERYTHING, Scope
from models.publishing.site.subjects import Subjects
from models.publishing.site.words import Words
from models.publishing.templates import Templates
from models.records import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from models.briefs import Picture
    from models.library import Library
    from models.library.queries import Queries
    from models.records import Bibliography

PLAIN = ("site.css", "search.js", "open.js")
"""Files of the templates that go into the site as they stand."""
WORDS = "search-index.js"


def site(
    library: Library, day: str, scope: Scope = EVERYTHING, *, with_notes: bool = False, language: str = "en"
) -> dict[str, bytes] | Problem:
    """The files of a site by their path in its folder; `day` is the ISO day of making.

    Articles of the user's own are told by their bibliography and the sentences that statements lead to.
    """
    made = _Site(library.speaking(language, day), day, scope, Words(library.catalog, language), with_notes=with_notes)
    templates = Templates(library.folder, "site")
    return templates.carried_out(lambda: made.files(templates))


class _Site:
    """The pages of one site."""

    def __init__(self, library: Queries, day: str, scope: Scope, words: Words, *, with_notes: bool) -> None:
        self._library = library
        self._scope = scope
        self._paths = Paths()
        self._words = words
        self._evidence = Evidence(library, self._paths, words, scope, day)
        self._subjects = Subjects(library, self._evidence, self._paths, words, day, with_notes=with_notes)
        self._day = day

    def files(self, templates: Templates) -> dict[str, bytes]:
        """All files. Raises what the templates raise."""
        groups = self._groups()
        subjects = [page for pages in groups.values() for page in pages]
        whole = self._scope == EVERYTHING
        found = [article for article in self._library.bibliographies() if self._shows(article, whole=whole)]
        # works are numbered in the order in which the pages lean on them; articles without statements come last
        told = _told(subjects)
        pages = sorted((self._article(article, told) for article in found), key=lambda page: page.title.casefold())
        shared = {
            "words": self._words.table,
            "language": self._words.language,
            "notes_title": self._words.title("notes"),
            "made": fill(self._words["made"], date=self._words.day(self._day)),
            "title": self._title(subjects),
            "menu": [] if len(subjects) == 1 else self._menu(groups),
        }

        def page(template: str, path: str, **values: object) -> None:
            root = "../" * path.count("/")
            text = templates.fill(f"{template}.html", **shared, root=root, path=path, **values)
            files[path] = text.encode()

        files = {name: templates.plain(name) for name in PLAIN}
        pictures = _front(groups["countries"], self._library.catalog.region.id)
        page(
            "index",
            INDEX,
            page=subjects[0] if len(subjects) == 1 else None,
            pictures=pictures,
            groups=self._index(groups),
            articles=[_link(article) for article in pages],
            counted=self._words.counted(len(pages), "article"),
        )
        for subject in subjects:
            page("subject", subject.path, page=subject)
        for article in pages:
            page("article", article.path, page=article)
        page("sources", SOURCES, sources=self._evidence.sources)
        page("search", SEARCH, index=WORDS)
        files[WORDS] = search.index(subjects, pages, self._evidence.sources, self._words.for_search())
        return files

    # --- what there is ------------------------------------------------------------------------------------------------

    def _groups(self) -> dict[str, list[SubjectPage]]:
        """The pages of subjects by group, in the order of the window's tabs."""
        library, scope, subjects = self._library, self._scope, self._subjects
        region = library.catalog.region.id
        countries = (region, *(row.code for row in library.countries().rows))
        commodities = tuple(name for name, _ in library.resources().commodities)
        routes = tuple(row.id for row in library.routes().rows)
        rest = [subjects.rest] if scope == EVERYTHING else []  # asked last: what is left depends on the others
        others = [subjects.dealings] if scope.dealings else []
        return {
            "countries": _made(subjects.country, countries, scope.countries),
            "commodities": _made(subjects.commodity, commodities, scope.commodities),
            "routes": _made(subjects.route, routes, scope.routes),
            "others": [page for make in (*others, *rest) if (page := make()) is not None],
        }

    def _menu(self, groups: dict[str, list[SubjectPage]]) -> list[Link]:
        """What stands at the head of every page: the groups of the front page, and what is in none of them."""
        named = [Link(self._words[name], f"{INDEX}#{key}") for key, name in _MENU.items() if groups.get(key)]
        return [*named, *(Link(page.title, page.path) for page in groups["others"])]

    def _index(self, groups: dict[str, list[SubjectPage]]) -> list[tuple[str, str, list[Link]]]:
        """The groups of the front page: id, title, and a link to each page."""
        return [
            (
                key,
                self._words[name],
                [Link(page.title, page.path, page.subtitle or self._count(page)) for page in found],
            )
            for key, name in _MENU.items()
            if (found := groups[key])
        ]

    def _count(self, page: SubjectPage) -> str:
        count = sum(bool(said.anchor) for section in page.sections for said in section.every)
        return self._words.counted(count, "statement") if count else ""

    def _title(self, subjects: list[SubjectPage]) -> str:
        """What is told of by name, as a brief is called; what tells of more is called by the region."""
        named = 0 < len(subjects) <= MOST_NAMED and self._scope != EVERYTHING
        return self._words.listed([subject.title for subject in subjects]) if named else self._words.region

    def _shows(self, article: Bibliography, *, whole: bool) -> bool:
        return whole or article.id in self._evidence.used

    def _article(self, article: Bibliography, told: dict[str, dict[str, Link]]) -> ArticlePage:
        page = self._library.reader(article.id)
        cites: dict[int, tuple[int, ...]] = {}
        for work in article.cites:
            for place in work.at:
                cites[place] = tuple(sorted({*cites.get(place, ()), self._evidence.work(work)}))
        used = self._evidence.used.get(article.id, ())
        return ArticlePage(
            path=self._evidence.article_path(article),
            title=article.title or article.origin,
            language=article.language,
            publisher=supplied(article.publisher or "", "publisher", article.corrected) or house_of(article),
            published=supplied(self._words.day(article.published or ""), "published", article.corrected)
            or self._words["dateless"],
            author=supplied(article.author or "", "author", article.corrected),
            url=article.url or "",
            whole=article.builtin,
            paragraphs=articles.whole(page, cites) if article.builtin else articles.only_cited(page, used),
            told=tuple(told.get(self._evidence.article_path(article), {}).values()),
            draws_on=tuple(sorted(self._evidence.work(work) for work in article.cites if not work.at)),
        )


_MENU = {"countries": "countries", "commodities": "resources", "routes": "routes"}
"""The groups of the front page, and the words for them."""


def _made(
    make: Callable[[str], SubjectPage | None], there: Iterable[str], wanted: tuple[str, ...] | None
) -> list[SubjectPage]:
    """The pages of what is wanted, or of all that is there, without empty ones."""
    return [page for page in map(make, there if wanted is None else wanted) if page is not None]


def _link(article: ArticlePage) -> Link:
    return Link(article.title, article.path, " · ".join(filter(None, (article.publisher, article.published))))


def _told(subjects: Iterable[SubjectPage]) -> dict[str, dict[str, Link]]:
    """By the path of an article, the statements that lead to it, each once: its words, and where a page tells it."""
    found: dict[str, dict[str, Link]] = {}
    for subject in subjects:
        for said in (said for section in subject.sections for said in section.every if said.anchor):
            link = Link(said.text, f"{subject.path}#{said.anchor}", subject.title)
            sides = (*said.sides, said.why) if said.why else said.sides
            for passage in (passage for side in sides for passage in side.passages):
                found.setdefault(passage.path.partition("#")[0], {}).setdefault(said.anchor, link)
    return found


def _front(countries: Iterable[SubjectPage], region: str) -> tuple[Picture, ...]:
    """The map of the region for the front page."""
    return next((page.pictures for page in countries if region in page.names), ())
