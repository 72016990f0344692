"""What commands do that the window itself has no part in: searching an article, printing, citing, telling of Oxus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from models.records import Problem
from ui.widgets.menus import keys_of
from ui.window.places import subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.briefs import Subject
    from ui.window.window import MainWindow


def search_on(window: MainWindow, by: int) -> None:
    """Go to the next (1) or previous (-1) place of the words searched for, in the article that is open."""
    words = window.search_line.text().strip()
    page = window.tabs.page(window.tabs.current())
    if not words:
        window.search()
    elif not hasattr(page, "find_words"):
        window.notices.say("Open an article first: its text is searched for the words in the search box.")
    elif not page.find_words(words, by):
        window.notices.say(f"“{words}” does not stand in this article.")


def print_page(window: MainWindow) -> None:
    """Preview what is shown, then print it or save it as PDF."""
    from ui.printing.dialog import PrintDialog  # printing costs nothing until it is wanted

    window.session.save_all()
    PrintDialog(window.session, _shown(window), window, window.saved_to, window.habits).open()


def save_brief(window: MainWindow) -> None:
    """Save a brief on what is shown as a file of another program, or as web pages."""
    from ui.printing.handing import SaveDialog  # costs nothing until it is wanted

    SaveDialog(window.session, _shown(window), window, window.saved_to, window.habits).open()


def _shown(window: MainWindow) -> Subject:
    """What a brief on the tab shown is about, filtered as its lists are; on the region's own page it is all of it."""
    tab = window.tabs.current()
    shown, words = (getattr(window.tabs.page(tab), told, str)() for told in ("subject", "filter_words"))
    return subject_of(tab, "" if shown == window.session.catalog.region.id else shown, words, window.session.older)


def copy_citation(window: MainWindow) -> None:
    """Put the citation of the article shown, or of the sentence that has the keyboard, on the clipboard."""
    page = window.tabs.page(window.tabs.current())
    of_page = getattr(page, "copy_citation", None)
    first = window.evidence.isVisibleTo(window) and (of_page is None or window.evidence.has_keyboard())
    copied = window.evidence.copy_citation() if first else of_page is not None and of_page()
    words = "The citation is on the clipboard." if copied else "Open an article or the evidence of a statement first."
    window.notices.say(words)


def correct_article(window: MainWindow) -> None:
    """Let the user correct the article of the sentence that is shown as evidence."""
    sentence = window.evidence.sentence()
    if sentence is not None:
        window.session.correction_asked.emit(sentence.article, "")


def remove_article(window: MainWindow) -> None:
    """Take the article of the sentence that is shown as evidence out of the library, if the user is sure."""
    from ui.widgets.removing import sure_to_remove  # seldom asked for

    sentence = window.evidence.sentence()
    rows = window.session.library.articles().rows if sentence is not None else ()
    row = next((row for row in rows if sentence is not None and row.id == sentence.article), None)
    if row is None or not sure_to_remove(row.title, row.claims, window, builtin=row.builtin):
        return
    if not isinstance(window.session.remove_article(row.id), Problem):
        window.notices.say(f"“{row.title}” was removed. Undo with Ctrl+Z.")


def list_readings(window: MainWindow, articles: Sequence[str]) -> None:
    """List all that was read from these articles, over the report that asks for it: closing the list leads back to
    that, going to an article closes both."""
    from ui.window.readings import ReadingsDialog  # only who asks for it needs it

    below = window.look.app.activeModalWidget()
    dialog = ReadingsDialog(window.session, articles, below or window)
    if isinstance(below, QDialog):
        dialog.accepted.connect(below.accept)
    dialog.open()


def show_shortcuts(window: MainWindow) -> None:
    """List every command with its shortcut."""
    from ui.widgets.dialogs import shortcuts_dialog  # rarely needed

    known = dict.fromkeys((a.text().replace("&", ""), keys_of(a)) for a in window.page_actions())
    page = [(window.tabs.tabText(window.tabs.currentIndex()), *told) for told in known]
    shortcuts_dialog([*window.menus.shortcuts(), *page], window).open()


def show_guide(window: MainWindow) -> None:
    """Show the README."""
    from ui.widgets.dialogs import guide_dialog  # rarely needed

    guide_dialog(window).open()


def show_about(window: MainWindow) -> None:
    """Tell what Oxus is and whose work it uses."""
    from ui.widgets.dialogs import about_dialog  # rarely needed

    about_dialog(window.session.library.folder, window).open()
