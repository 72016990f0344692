"""What the preview does while the window waits: it lays pages out and paints them once, and fills no template in."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtPrintSupport import QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from models import briefs
from models.briefs import Subject
from ui.clock import today
from ui.printing.dialog import PrintDialog
from ui.printing.document import Document
from ui.printing.making import UNDER_WAY
from ui.printing.template import Sheets, script
from ui.session import Session


def test_the_texts_of_a_brief_are_written_in_the_background_and_its_pages_painted_once(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, painted = dict[str, set[bool]](), list[int]()
    filled, paint = Sheets._filled, Document.paint

    def noted(sheets: Sheets, name: str, **values: object) -> str:
        threads.setdefault(name, set()).add(threading.current_thread() is threading.main_thread())
        return filled(sheets, name, **values)

    def counted(document: Document, *given: object) -> bool:
        painted.append(document.pages)
        return paint(document, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Sheets, "_filled", noted)
    monkeypatch.setattr(Document, "paint", counted)
    opened = PrintDialog(session, Subject("countries", session.catalog.region.members[:1]))
    qtbot.addWidget(opened)
    opened.show()
    preview = opened.findChild(QPrintPreviewWidget)
    assert preview is not None
    qtbot.waitUntil(lambda: not UNDER_WAY and preview.isVisible(), timeout=60_000)
    assert threads["brief.html"] == threads["sources.html"] == {False}
    assert len(painted) == 1
    opened.refresh()
    assert len(painted) == 2
    assert preview.pageCount() == painted[-1]


@pytest.mark.parametrize("kind", ["countries", "geopolitics"])
def test_what_was_written_before_gives_the_same_pages(session: Session, kind: str) -> None:
    places = session.catalog.region.members[:1] if kind == "countries" else ()
    brief = briefs.make(session.library, Subject(kind, places), today().isoformat())
    written = script(brief)
    once, anew = Document(written, "A4"), Document(brief, "A4")
    assert (once.pages, once.headings, once.title) == (anew.pages, anew.headings, brief.title)
