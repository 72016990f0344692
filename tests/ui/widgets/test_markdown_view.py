"""Notes as they read: nothing is loaded, links ask first, deep nesting does not hang."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ui.widgets.markdown_view import LONGEST, MarkdownView, open_outside, tame


@pytest.fixture
def view(qtbot: QtBot) -> MarkdownView:
    opened = MarkdownView("A note")
    qtbot.addWidget(opened)
    opened.resize(300, 200)
    opened.show()
    return opened


def test_markdown_is_rendered(view: MarkdownView) -> None:
    view.show_markdown("# Title\n\n**bold** words")
    assert view.toPlainText() == "Title\nbold words"


def test_each_line_stands_on_one_of_its_own(view: MarkdownView) -> None:
    view.show_markdown("one\ntwo\n\n- a\n  b\n\n> c\n> d")
    assert [line for line in view.toPlainText().split("\n") if line] == ["one", "two", "a", "b", "c", "d"]


def test_html_is_text(view: MarkdownView) -> None:
    view.show_markdown("<h1>big</h1>\n\n<script>x</script>")
    assert "<h1>big</h1>" in view.toPlainText()


def test_no_image_of_this_computer_is_loaded(view: MarkdownView, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(picture))
    address = QUrl.fromLocalFile(str(picture))
    view.show_markdown(f"![secret]({address.toString()})")
    assert view.toPlainText() == "secret", "a picture stands in the text"
    view.setHtml(f"<img src='{address.toString()}'>")  # even if one got in
    loaded = view.document().resource(QTextDocument.ResourceType.ImageResource.value, address)
    assert isinstance(loaded, QImage)
    assert loaded.width() == 1


DEEP = ["> " * 20_000 + "deep", ">" * 50_000, "  " * 20_000 + "- x", "- " * 20_000, "*" * 50_000]


@pytest.mark.parametrize("text", DEEP, ids=range(len(DEEP)))
def test_deep_nesting_is_shown_at_once(view: MarkdownView, text: str) -> None:
    start = time.process_time()
    view.show_markdown(text)
    view.grab()
    assert time.process_time() - start < 2


def test_a_very_long_note_is_cut_in_the_preview_only() -> None:
    assert len(tame("x" * (LONGEST + 5))) == LONGEST


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "relative/path"])
def test_only_web_addresses_are_opened(view: MarkdownView, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(QMessageBox, "information", lambda *_: QMessageBox.StandardButton.Ok)
    assert not open_outside(QUrl(address), view)
    assert opened == []


@pytest.mark.parametrize(
    ("answer", "opens"), [(QMessageBox.StandardButton.Open, True), (QMessageBox.StandardButton.Cancel, False)]
)
def test_a_link_asks_first(
    view: MarkdownView, monkeypatch: pytest.MonkeyPatch, answer: QMessageBox.StandardButton, opens: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toString()))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: answer)
    assert open_outside(QUrl("https://example.org/<b>"), view) is opens
    assert bool(opened) is opens
