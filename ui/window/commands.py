"""Every command of the window: its menu, shortcut, icon and what it runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.records import Decision, Rank
from ui.widgets.menus import Command
from ui.window import acting
from ui.window.steps import step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.widgets.evidence import EvidencePanel
    from ui.window.libraries import Libraries
    from ui.window.window import MainWindow

HAND_OVER = "Write the whole library to one file that opens on any machine"
EXPORT = "Write sources, statements, evidence, places or notes for other programs"
REPORT = "What each file of the last import gave, until Oxus is closed"
PRINT = "Preview, print or save as PDF"
SAVE = "Save a brief as PDF, Word, OpenDocument, Markdown or web pages"
CITE = "Copy the citation of the article, or of what the sentence rests on, as printed briefs give it"
TAKE = "Take in notes that were exported as a folder, or written there with another program"
DECIDED = "All that you accepted, rejected, corrected, preferred or set aside, to be read again or taken back"
WORKS = "All works that the article of the sentence cites"
VALUES = "Every value that sources give or gave, with its age"
CORRECT = "Correct title, publisher or date of the article that the sentence stands in"
REMOVE = "Take the article that the sentence stands in out of the library, with all that was read from it"
NEXT = "Go to the next place where the words searched for stand"
FILE, EDIT, VIEW, GO, NOTE, STATEMENT, HELP = "&File", "&Edit", "&View", "&Go", "&Note", "&Statement", "&Help"

DECISIONS = {
    "accept": (
        "&Accept this sentence: it was read rightly",
        "A",
        "Marks that you have checked it. The sentence counts as before.",
    ),
    "reject": (
        "Re&ject this sentence: do not count it",
        "R",
        "For a sentence that was read wrongly. The statement goes when none of its sentences is left.",
    ),
    "reject-all": (
        "Reject the &statement: count none of its sentences",
        "Shift+R",
        "For a statement that was read wrongly throughout. It goes with all its values; your decisions bring it back.",
    ),
    "undecide": ("&Undecided about this sentence", "U", "Takes back that you accepted or rejected it."),
    "correct": (
        "Correc&t what was read…",
        "K",
        "For a sentence of which the value, the year, whose it is or how real it is was misread. What was read stays.",
    ),
    "as-read": (
        "Ta&ke your correction back: as it was read",
        "Shift+K",
        "The sentence says again what Oxus read in it.",
    ),
    "prefer": (
        "&Prefer this value: take it for the right one",
        "P",
        "Where sources disagree, this value leads from now on, and the statement is no longer contested.",
    ),
    "normal-rank": (
        "&No preference of mine: let the sources decide",
        "N",
        "Takes back that you preferred it or set it aside. The value with most independent sources leads.",
    ),
    "deprecate": (
        "Set this value asi&de: keep it, but do not count it",
        "D",
        "The value can still be read, but no longer contests the others.",
    ),
}
"""Words, key and consequence of what the user may decide."""


def commands(window: MainWindow) -> tuple[Command, ...]:
    """All commands in the order of the menus."""
    return (
        *_file(window),
        *_edit(window),
        *_view(window),
        *_go(window),
        *_note(window),
        *_statement(window),
        *_help(window),
    )


def _file(window: MainWindow) -> tuple[Command, ...]:
    files = window.files
    return (
        Command("import", FILE, "&Import files…", ("Ctrl+O",), files.choose_files, "import"),
        Command("import-folder", FILE, "Import fol&der…", ("Ctrl+Shift+O",), files.choose_folder, "folder"),
        Command("stop-import", FILE, "&Stop the import", ("Ctrl+.",), files.strip.cancel),
        Command("last-import", FILE, "Last import &report…", ("Ctrl+Alt+I",), files.show_report, tip=REPORT),
        Command("print", FILE, "&Print…", ("Ctrl+P",), lambda: acting.print_page(window), "print", gap=True, tip=PRINT),
        Command("save-brief", FILE, "Save &brief as…", ("Ctrl+Shift+S",), lambda: acting.save_brief(window), tip=SAVE),
        Command("export", FILE, "&Export…", ("Ctrl+Shift+E",), partial(_export, window), tip=EXPORT),
        *_libraries(window.libraries),
        Command("quit", FILE, "&Quit", ("Ctrl+Q",), lambda: window.window().close(), gap=True),
    )


def _libraries(libraries: Libraries) -> tuple[Command, ...]:
    return (
        Command("new-library", FILE, "&New library…", ("Ctrl+Alt+B",), libraries.make, gap=True),
        Command("open-library", FILE, "Open &library…", ("Ctrl+Alt+O",), libraries.choose),
        Command("hand-over", FILE, "&Hand over library…", ("Ctrl+Alt+H",), libraries.hand_over, tip=HAND_OVER),
        Command("merge", FILE, "&Merge library into this one…", ("Ctrl+Alt+M",), libraries.choose_to_merge),
    )


def _export(window: MainWindow) -> None:
    from ui.window.exporting import ExportDialog  # exports cost nothing until one is wanted

    ExportDialog(window.session, window, window.saved_to).open()


def _decided(window: MainWindow) -> None:
    from ui.window.decisions import DecisionsDialog  # seldom asked for

    DecisionsDialog(window.session, window).open()


def _edit(window: MainWindow) -> tuple[Command, ...]:
    return (
        Command("undo", EDIT, "&Undo", ("Ctrl+Z",), window.undoing.undo, "undo"),
        Command("redo", EDIT, "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), window.undoing.redo),
        Command("search", EDIT, "&Search everything", ("Ctrl+F",), window.search, "search", gap=True),
        Command("next", EDIT, "&Next place in the article", ("F3",), lambda: acting.search_on(window, 1), tip=NEXT),
        Command(
            "previous", EDIT, "&Previous place in the article", ("Shift+F3",), lambda: acting.search_on(window, -1)
        ),
        Command(
            "cite", EDIT, "Copy cita&tion", ("Ctrl+Shift+B",), lambda: acting.copy_citation(window), gap=True, tip=CITE
        ),
        Command("jump", EDIT, "&Jump to…", ("Ctrl+K",), window.palette_panel.open, "jump"),
    )


def _view(window: MainWindow) -> tuple[Command, ...]:
    look = window.look
    return (
        *(
            Command(tab, VIEW, title, (f"Ctrl+{at}",), partial(window.way.go_to_tab, tab))
            for at, (tab, title) in enumerate(window.tabs.titles(), 1)
        ),
        Command("light", VIEW, "&Light", ("Ctrl+Shift+L",), lambda: look.choose("light"), switch=True, gap=True),
        Command("dark", VIEW, "&Dark", ("Ctrl+Shift+D",), lambda: look.choose("dark"), switch=True),
        Command("system", VIEW, "As the s&ystem", ("Ctrl+Shift+Y",), lambda: look.choose("system"), switch=True),
        Command("larger", VIEW, "L&arger text", ("Ctrl++", "Ctrl+="), lambda: look.zoom_by(1), gap=True),
        Command("smaller", VIEW, "S&maller text", ("Ctrl+-",), lambda: look.zoom_by(-1)),
        Command("normal", VIEW, "&Normal text", ("Ctrl+0",), lambda: look.zoom_by(0)),
        Command("full", VIEW, "&Full screen", ("F11",), window.toggle_full_screen, switch=True, gap=True),
    )


def _go(window: MainWindow) -> tuple[Command, ...]:
    return (
        Command("back", GO, "&Back", ("Alt+Left",), window.session.go_back, "back"),
        Command("forward", GO, "&Forward", ("Alt+Right",), window.session.go_forward, "forward"),
        Command("next-pane", GO, "&Next pane", ("F6",), partial(step, window, 1), gap=True),
        Command("previous-pane", GO, "&Previous pane", ("Shift+F6",), partial(step, window, -1)),
    )


def _note(window: MainWindow) -> tuple[Command, ...]:
    return (
        Command("new-note", NOTE, "&New note", ("Ctrl+N",), lambda: window.ask_page("start_note"), "note"),
        Command("write", NOTE, "&Preview or write", ("Ctrl+E",), lambda: window.ask_page("toggle_preview")),
        Command(
            "search-notes", NOTE, "&Search these notes", ("Ctrl+Shift+N",), lambda: window.ask_page("search_notes")
        ),
        Command("delete-note", NOTE, "&Delete note", ("Ctrl+Shift+Del",), lambda: window.ask_page("delete_note")),
        Command(
            "take-notes",
            NOTE,
            "&Take notes from a folder…",
            ("Ctrl+Alt+T",),
            window.files.take_notes,
            gap=True,
            tip=TAKE,
        ),
    )


def _statement(window: MainWindow) -> tuple[Command, ...]:
    evidence, menu = window.evidence, STATEMENT
    return (
        Command("read", menu, "&Read in the article", ("Ctrl+Return",), evidence.read),
        Command("copy-sentence", menu, "&Copy sentence and source", ("Ctrl+Shift+C",), evidence.copy),
        Command("works", menu, "&Works cited…", ("Ctrl+Alt+W",), evidence.list_cites, tip=WORKS),
        Command("values", menu, "&Values over time…", ("Ctrl+Alt+V",), evidence.show_history, tip=VALUES),
        *_decisions(evidence),
        Command(
            "correct-article",
            menu,
            "C&orrect the article of this sentence…",
            ("Ctrl+Alt+E",),
            partial(acting.correct_article, window),
            gap=True,
            tip=CORRECT,
        ),
        Command(
            "decisions", menu, "&Your decisions…", ("Ctrl+Alt+Y",), partial(_decided, window), gap=True, tip=DECIDED
        ),
        Command("evidence", menu, "Close the &evidence", ("Esc",), window.close_topmost),
        Command(
            "remove-article",
            menu,
            "Re&move the article of this sentence…",
            ("Ctrl+Alt+X",),
            partial(acting.remove_article, window),
            gap=True,
            tip=REMOVE,
        ),
    )


def _decisions(evidence: EvidencePanel) -> Iterator[Command]:
    """What the user may say of a sentence, and of the value it gives: each with what comes of it."""
    runs: dict[str, Callable[[], object]] = {
        "accept": partial(evidence.decide, Decision.ACCEPTED),
        "reject": partial(evidence.decide, Decision.REJECTED),
        "reject-all": evidence.reject_all,
        "undecide": partial(evidence.decide, None),
        "correct": evidence.correct,
        "as-read": evidence.as_read,
        "prefer": partial(evidence.rank, Rank.PREFERRED),
        "normal-rank": partial(evidence.rank, Rank.NORMAL),
        "deprecate": partial(evidence.rank, Rank.DEPRECATED),
    }
    for name, (text, key, tip) in DECISIONS.items():
        keys = (f"Ctrl+Alt+{key}",)
        yield Command(name, STATEMENT, text, keys, runs[name], gap=name in ("accept", "correct", "prefer"), tip=tip)


def _help(window: MainWindow) -> tuple[Command, ...]:
    return (
        Command("shortcuts", HELP, "&Keyboard shortcuts", ("F1",), lambda: acting.show_shortcuts(window)),
        Command("guide", HELP, "&Guide to articles, rules and briefs", ("Ctrl+F1",), lambda: acting.show_guide(window)),
        Command("about", HELP, "&About Oxus", ("Shift+F1",), lambda: acting.show_about(window), gap=True),
    )
