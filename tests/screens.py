"""Pictures of everything the window shows: `python -m tests.screens OUT` writes them as PNG, light and dark.

Each entry of `SCREENS` brings the window into a state and returns the widget to picture; add new ones there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.library import Library
from models.pages.lines import Line
from models.records import Decision, Step
from ui.app import open_window
from ui.preferences import Preferences
from ui.session import Place, Session
from ui.widgets import dialogs
from ui.widgets.amending import AmendingDialog
from ui.widgets.correcting import CorrectionDialog
from ui.widgets.report import report_dialog
from ui.window import MainWindow
from ui.window.decisions import DecisionsDialog
from ui.window.exporting import ExportDialog
from ui.window.history import HistoryDialog

DATA = Path(__file__).resolve().parent / "data"
SIZES = ((1280, 800), (1920, 1080))
THEMES = ("light", "dark")
NOTE = "# Before the trip\n\nAsk about **uranium** prices.\n\n- read the joint statement\n- compare both amounts"


@dataclass(frozen=True)
class Stage:
    """What a screen works with."""

    app: QApplication
    window: MainWindow
    opened: list[Callable[[], object]] = field(default_factory=list)

    def until_taken(self, close: Callable[[], object]) -> None:
        """Close what a screen has opened once its picture is taken, so that no other picture shows it."""
        self.opened.append(close)

    def clear(self) -> None:
        """Close what is to be closed by now."""
        while self.opened:
            self.opened.pop()()

    @property
    def session(self) -> Session:
        return self.window.session

    @property
    def first(self) -> str:
        """The code of the region's first country."""
        return self.session.catalog.region.members[0]

    def contested(self) -> Line:
        """A statement on which sources disagree."""
        return self.session.library.geopolitics().contested[0]

    def lines(self, code: str) -> list[Line]:
        """All that is said of a country."""
        return [line for section in self.session.library.country(code).sections for line in section.lines]

    def series(self) -> str:
        """A statement of the region with earlier values behind it."""
        members = self.session.catalog.region.members
        return next(line.statement for code in members for line in self.lines(code) if line.earlier)

    def wait(self, seconds: float = 0.3) -> None:
        """Let the window work."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.01)


Screen = Callable[[Stage], QWidget]


def _tab(tab: str) -> Screen:
    def show(stage: Stage) -> QWidget:
        stage.window.way.close_evidence()
        stage.session.navigate(Place("tab", tab))
        stage.wait(1.0)
        return stage.window

    return show


def _page(tab: str, keys: str, back: str) -> Screen:
    """The tab after the keys of one of its own commands; the keys that lead back follow."""

    def show(stage: Stage) -> QWidget:
        shown = _tab(tab)(stage)
        _press(stage, keys)
        stage.wait(1.0)
        stage.until_taken(lambda: _press(stage, back))
        return shown

    return show


def _press(stage: Stage, keys: str) -> None:
    """Do what the keys do on the tab shown."""
    next(action for action in stage.window.page_actions() if action.shortcut().toString() == keys).trigger()


def _countries(stage: Stage) -> QWidget:
    stage.window.way.close_evidence()
    stage.session.navigate(Place("country", stage.first))
    return stage.window


def _compared(stage: Stage) -> QWidget:
    """The countries side by side, with the sentences of a figure on which sources disagree."""
    stage.window.way.close_evidence()
    stage.session.navigate(Place("country", stage.session.catalog.region.id))
    cells = [cell for row in stage.session.library.compared().rows for cell in row.cells if cell]
    stage.session.navigate(Place("statement", next(cell.line.statement for cell in cells if cell.line.contested)))
    return stage.window


def _region(stage: Stage) -> QWidget:
    stage.window.way.close_evidence()
    stage.session.navigate(Place("country", stage.session.catalog.region.id))
    return stage.window


def _evidence(stage: Stage) -> QWidget:
    _countries(stage)
    stage.window.way.show_evidence(stage.contested().statement)
    return stage.window


def _older(stage: Stage) -> QWidget:
    shown = _countries(stage)
    stage.session.set_older("2")
    return shown


def _unfolded(stage: Stage) -> QWidget:
    newest = stage.series()
    code = next(iter(stage.session.library.statement(newest).topics & set(stage.session.catalog.region.members)))
    stage.session.navigate(Place("country", code))
    older = next(line.statement for line in stage.lines(code) if line.newer == newest)
    stage.session.navigate(Place("statement", older))
    return stage.window


def _history(stage: Stage) -> QDialog:
    return HistoryDialog(stage.session, stage.session.library.history(stage.series()), stage.window)


def _preview(stage: Stage) -> QWidget:
    _countries(stage)
    stage.window.ask_page("toggle_preview")
    stage.until_taken(lambda: stage.window.ask_page("toggle_preview"))
    return stage.window


def _reader(stage: Stage) -> QWidget:
    statement = stage.contested().statement
    sentence = stage.session.library.evidence(statement).sentences[0]
    stage.window.way.show_evidence(statement)
    stage.session.navigate(Place("article", sentence.article, sentence.start, sentence.end))
    return stage.window


def _search(stage: Stage) -> QWidget:
    _countries(stage)
    stage.session.library.index()
    stage.window.search_line.setText("uranium")
    stage.window.finder.look_up()
    stage.until_taken(stage.window.finder.dismiss)
    stage.until_taken(stage.window.search_line.clear)
    return stage.window


def _jump(stage: Stage) -> QWidget:
    stage.window.palette_panel.open()
    stage.window.palette_panel.type("caspian")
    stage.until_taken(stage.window.palette_panel.dismiss)
    return stage.window


def _drop(stage: Stage) -> QWidget:
    stage.window.hint.cover()
    stage.until_taken(stage.window.hint.hide)
    return stage.window


def _importing(stage: Stage) -> QWidget:
    stage.until_taken(stage.window.files.strip.hide)
    stage.window.files.strip.show_step(Step(3, 20, "a-long-name-of-a-file-about-railways-and-ports.html"))
    return stage.window


def _bars(stage: Stage) -> QWidget:
    stage.until_taken(stage.window.notices.lasting.hide)
    stage.window.notices.stay("Another Oxus has this library open, so here it can be read but not changed.")
    return stage.window


def _dialog(make: Callable[[Stage], QDialog]) -> Screen:
    def show(stage: Stage) -> QWidget:
        dialog = make(stage)
        dialog.show()
        stage.until_taken(dialog.close)
        stage.wait()
        return dialog

    return show


def _report(stage: Stage) -> QDialog:
    folder = DATA / "screens"
    missing = folder / "no-such-file.txt"
    return report_dialog(tuple(stage.session.library.read([folder, missing])), stage.window)


def _print(stage: Stage) -> QDialog:
    from models.briefs import Subject
    from ui.printing.dialog import PrintDialog

    dialog = PrintDialog(stage.session, Subject("countries", (stage.first,)), stage.window)
    dialog.refresh()  # its pages at once, instead of the word that they are being prepared
    return dialog


def _save(stage: Stage) -> QDialog:
    from models.briefs import Subject
    from ui.printing.handing import SaveDialog

    return SaveDialog(stage.session, Subject("countries", (stage.first,)), stage.window, stage.window.saved_to)


def _decisions(stage: Stage) -> QDialog:
    statement = stage.session.library.statement(stage.contested().statement)
    decided = statement.claims[0].id
    stage.session.decide(decided, Decision.ACCEPTED)
    stage.until_taken(lambda: stage.session.decide(decided, None, Decision.ACCEPTED))
    return DecisionsDialog(stage.session, stage.window)


def _correction(stage: Stage) -> QDialog:
    library = stage.session.library
    known = library.evidence(stage.contested().statement).sentences[0].article
    return CorrectionDialog(stage.session, library.found(known), library.correction(known), stage.window)


def _amending(stage: Stage) -> QDialog:
    return AmendingDialog(
        stage.session, stage.session.library.statement(stage.contested().statement).claims[0], stage.window
    )


def _error(stage: Stage) -> QDialog:
    details = "Traceback (most recent call last):\n  …\nValueError: an example"
    return dialogs.error_dialog(details, stage.session.library.folder / "errors.log", stage.window)


SCREENS: dict[str, Screen] = {
    "countries": _countries,
    "countries-evidence": _evidence,
    "countries-compared": _region,
    "countries-compared-evidence": _compared,
    "countries-older": _older,
    "countries-unfolded": _unfolded,
    "countries-preview": _preview,
    "countries-writing": _countries,
    "resources": _tab("resources"),
    "routes": _tab("routes"),
    "geopolitics": _tab("geopolitics"),
    "resources-notes": _page("resources", "Alt+2", "Alt+1"),
    "resources-table": _page("resources", "Ctrl+T", "Ctrl+T"),
    "routes-table": _page("routes", "Ctrl+T", "Ctrl+T"),
    "geopolitics-timeline": _page("geopolitics", "Alt+2", "Alt+1"),
    "geopolitics-commitments": _page("geopolitics", "Alt+3", "Alt+1"),
    "geopolitics-contested": _page("geopolitics", "Alt+4", "Alt+1"),
    "geopolitics-table": _page("geopolitics", "Ctrl+T", "Ctrl+T"),
    "articles": _tab("articles"),
    "articles-evidence": _reader,
    "search": _search,
    "jump": _jump,
    "drop": _drop,
    "importing": _importing,
    "read-only": _bars,
    "dialog-history": _dialog(_history),
    "dialog-report": _dialog(_report),
    "dialog-shortcuts": _dialog(lambda stage: dialogs.shortcuts_dialog(stage.window.menus.shortcuts(), stage.window)),
    "dialog-about": _dialog(lambda stage: dialogs.about_dialog(stage.session.library.folder, stage.window)),
    "dialog-error": _dialog(_error),
    "dialog-print": _dialog(_print),
    "dialog-save": _dialog(_save),
    "dialog-export": _dialog(lambda stage: ExportDialog(stage.session, stage.window)),
    "dialog-decisions": _dialog(_decisions),
    "dialog-correction": _dialog(_correction),
    "dialog-amending": _dialog(_amending),
}


def library_of(folder: Path) -> Library:
    """A library with the built-in articles, one more that disagrees with them, and a note."""
    library = Library.open(folder)
    library.add_builtin(tuple(library.read_builtin()))
    library.add(tuple(library.read([DATA / "screens"])))
    library.save_note(library.catalog.region.members[0], NOTE)
    return library


def picture(stage: Stage, folder: Path, suffix: str, wanted: set[str]) -> None:
    """Write one picture for each screen."""
    for name, show in SCREENS.items():
        if wanted and name not in wanted:
            continue
        stage.session.set_older("")
        widget = show(stage)
        stage.wait()
        path = folder / f"{name}-{suffix}.png"
        if not widget.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
        print(path)
        stage.clear()


def main(arguments: list[str]) -> int:
    """Write all pictures, or those named; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="OUT", help="folder for the pictures, made when absent")
    parser.add_argument("names", nargs="*", help=f"only these: {', '.join(SCREENS)}")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        library = library_of(Path(folder) / "library")
        window = open_window(app, library, Preferences(Path(folder) / "window.ini"))
        stage = Stage(app, window)
        window.show()
        for theme in THEMES:
            window.look.choose(theme)
            for width, height in SIZES:
                window.resize(width, height)
                stage.wait()
                picture(stage, options.folder, f"{theme}-{width}x{height}", set(options.names))
        window.close()
        library.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
