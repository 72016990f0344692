"""The evidence panel: sentences with their articles, and the user's decisions on them."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.pages.evidence import Sentence
from models.records import Citation, Decision, Rank, Standing, Statement
from tests.ui.finding import child
from ui.session import Place, Session
from ui.widgets.evidence import EvidencePanel
from ui.widgets.rows import RowList


@pytest.fixture
def statement(session: Session) -> Statement:
    """The built-in statement with the most sources."""
    return max(session.library.statements(), key=lambda found: (found.sources, found.id))


@pytest.fixture
def panel(qtbot: QtBot, session: Session, statement: Statement) -> EvidencePanel:
    opened = EvidencePanel(session)
    qtbot.addWidget(opened)
    opened.resize(800, 300)
    opened.show_statement(statement.id)
    opened.show()
    qtbot.waitExposed(opened)
    return opened


def listed(panel: EvidencePanel) -> RowList:
    found = child(panel, RowList)
    assert isinstance(found, RowList)
    return found


def test_every_sentence_of_a_digest_has_no_quotation_marks(panel: EvidencePanel, statement: Statement) -> None:
    shown = [row.parts[0].text for row in listed(panel).rows() if not row.heading]
    assert sorted(shown) == sorted(claim.evidence.quote for claim in statement.claims)


def test_the_statement_and_its_sources_stand_above(panel: EvidencePanel, session: Session) -> None:
    line = session.library.evidence(panel.statement()).line
    told = [label.text() for label in panel.findChildren(QLabel)]
    assert line.text in told
    assert any(f"{line.sources} sources" in words for words in told)


def test_another_sentence_is_chosen_for_a_decision_without_going_to_read_it(
    panel: EvidencePanel, statement: Statement, session: Session, qtbot: QtBot
) -> None:
    number = next(button for button in panel.findChildren(QPushButton) if button.text().startswith("Sentence"))
    count = len(session.library.evidence(statement.id).sentences)
    assert number.text() == f"Sentence 1 of {count}"
    number.menu().aboutToShow.emit()
    which = number.menu().actions()
    assert [action.isChecked() for action in which] == [True, *[False] * (count - 1)]
    with qtbot.assertNotEmitted(panel.place_requested):
        which[1].trigger()
    chosen = panel.sentence()
    assert chosen == session.library.evidence(statement.id).sentences[1]
    assert number.text() == f"Sentence 2 of {count}"
    panel.decide(Decision.REJECTED)
    assert session.library.decisions().rows[0].claim == chosen.claim


def test_a_click_asks_for_the_sentence_in_its_article(panel: EvidencePanel, qtbot: QtBot) -> None:
    rows = listed(panel)
    at = next(n for n, row in enumerate(rows.rows()) if not row.heading)
    spot = rows.visualRect(rows.model().index(at, 0)).center()
    with qtbot.waitSignal(panel.place_requested) as asked:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    sentence = rows.rows()[at].key
    assert asked.args == [Place("article", sentence.article, sentence.start, sentence.end)]


def test_enter_asks_too(panel: EvidencePanel, qtbot: QtBot) -> None:
    panel.focus_list()
    with qtbot.waitSignal(panel.place_requested):
        qtbot.keyClick(listed(panel), Qt.Key.Key_Return)


def test_a_decision_is_shown_and_can_be_undone(panel: EvidencePanel, session: Session) -> None:
    panel.decide(Decision.ACCEPTED)
    assert "accepted by you" in [row.aside for row in listed(panel).rows()]
    session.deeds.undo()
    assert "accepted by you" not in [row.aside for row in listed(panel).rows()]


def test_a_rank_is_shown_and_can_be_undone(panel: EvidencePanel, session: Session) -> None:
    panel.rank(Rank.DEPRECATED)
    assert session.library.lines([panel.statement()])[0].variants[0].rank is Rank.DEPRECATED
    session.deeds.undo()
    assert session.library.lines([panel.statement()])[0].variants[0].rank is Rank.NORMAL


def test_copying_takes_sentence_and_source(panel: EvidencePanel) -> None:
    panel.copy()
    sentence = panel.sentence()
    assert sentence is not None
    assert QGuiApplication.clipboard().text().startswith(f"{sentence.quote} ({sentence.title}")


def test_it_closes_when_the_statement_is_gone(
    panel: EvidencePanel, session: Session, statement: Statement, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.closed):
        for article in {claim.evidence.article for claim in statement.claims}:
            session.remove_article(article)
    assert panel.statement() == ""


@pytest.mark.parametrize(
    ("count", "label", "cited"),
    [
        (27, "All 27 works cited…", "citing Work 0, example.org, undated; Work 1, example.org, undated and 25 more"),
        (2, "Both works cited…", "citing Work 0, example.org, undated; Work 1, example.org, undated"),
    ],
)
def test_many_works_cited_are_counted_and_listed_by_a_click(
    qtbot: QtBot,
    session: Session,
    statement: Statement,
    monkeypatch: pytest.MonkeyPatch,
    count: int,
    label: str,
    cited: str,
) -> None:
    page = session.library.evidence(statement.id)
    works = tuple(Citation(f"Work {number}", url=f"https://example.org/{number}") for number in range(count))
    sentences = (structs.replace(page.sentences[0], cites=works), *page.sentences[1:])
    monkeypatch.setattr(session.library, "evidence", lambda _: structs.replace(page, sentences=sentences))
    panel = EvidencePanel(session)
    qtbot.addWidget(panel)
    panel.show_statement(statement.id)
    panel.show()
    told = next(row.parts[1].text for row in listed(panel).rows() if row.key == sentences[0])
    assert told.endswith(cited)
    button = next(found for found in panel.findChildren(QPushButton) if found.text() == label)
    listed(panel).select(sentences[0])
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown = child(panel, QPlainTextEdit, "Works cited").toPlainText()
    assert all(f". {work.title}, example.org, undated\n{work.url}" in shown for work in works)


def test_what_was_decided_is_told_with_the_way_back(panel: EvidencePanel, session: Session, qtbot: QtBot) -> None:
    sentence = panel.sentence()
    assert sentence is not None
    with qtbot.waitSignal(panel.decided) as told:
        panel.decide(Decision.ACCEPTED)
    assert told.args[0].startswith(f"Accepted: “{sentence.quote[:20]}")
    with qtbot.waitSignal(panel.decided) as told:
        panel.rank(Rank.PREFERRED)
    value = session.library.evidence(panel.statement()).line.variants[0].text
    assert told.args == [f"Preferred: {value}. Undo with Ctrl+Z."]


def test_rejecting_tells_what_else_rests_on_the_sentence(panel: EvidencePanel, session: Session, qtbot: QtBot) -> None:
    spans: dict[tuple[str, int, int], set[str]] = {}
    for statement in session.library.statements():
        for claim in statement.claims:
            evidence = claim.evidence
            spans.setdefault((evidence.article, evidence.start, evidence.end), set()).add(statement.id)
    several = next(sorted(statements) for statements in spans.values() if len(statements) == 2)
    panel.show_statement(several[0])
    shared = next(span for span, statements in spans.items() if sorted(statements) == several)
    listed(panel).select(
        next(s for s in session.library.evidence(several[0]).sentences if (s.article, s.start, s.end) == shared)
    )
    with qtbot.waitSignal(panel.decided) as told:
        panel.decide(Decision.REJECTED)
    (other,) = session.library.lines([several[1]])
    assert f"1 other statement still rests on it, as “{other.text[:12]}" in told.args[0]


def test_rejecting_all_sentences_tells_what_else_rests_on_them(
    panel: EvidencePanel, session: Session, qtbot: QtBot
) -> None:
    places: dict[tuple[str, int, int], set[str]] = {}
    for statement in session.library.statements():
        for claim in statement.claims:
            evidence = claim.evidence
            places.setdefault((evidence.article, evidence.start, evidence.end), set()).add(statement.id)
    panel.show_statement(next(min(statements) for statements in places.values() if len(statements) > 1))
    with qtbot.waitSignal(panel.decided) as told:
        panel.reject_all()
    assert "still rest" in told.args[0]


def test_deciding_has_a_button_with_explanations(panel: EvidencePanel) -> None:
    button = next(found for found in panel.findChildren(QPushButton) if found.text() == "Decide")
    assert button.menu() is not None
    assert button.menu().toolTipsVisible()


def test_a_dispute_tells_above_what_else_is_said_and_leads_there(panel: EvidencePanel, session: Session) -> None:
    def side() -> QPushButton | None:
        return next((one for one in panel.findChildren(QPushButton) if one.text().startswith("or: ")), None)

    assert side() is None
    contested = next(found for found in session.library.statements() if len(found.variants) > 1)
    panel.show_statement(contested.id)
    values = session.library.evidence(contested.id).line.variants
    for number in (*range(1, len(values)), 0):
        button = side()
        assert button is not None
        told = values[number or len(values) - 1].text  # the title says the first
        assert told.startswith(button.text().removeprefix("or: ").removesuffix("…"))
        button.click()
        sentence = panel.sentence()
        assert sentence is not None
        assert sentence.variant == number


@pytest.fixture
def explained(panel: EvidencePanel, session: Session) -> Sentence:
    """What explains the built-in dispute that is shown, with a sentence of it current."""
    pages = (session.library.evidence(found.id) for found in session.library.statements())
    page = min((page for page in pages if page.why), key=lambda page: (len(page.why), page.line.statement))
    panel.show_statement(page.line.statement)
    return page.why[0]


def test_why_sources_disagree_stands_above_what_they_say(panel: EvidencePanel, explained: Sentence) -> None:
    rows = listed(panel).rows()
    assert rows[0].parts[0].text == "Why they differ"
    assert rows[1].parts[0].text == explained.quote
    assert explained.title in rows[1].parts[-1].text
    assert panel.sentence() is not None


def test_what_must_be_known_with_a_figure_stands_above_its_sentences(panel: EvidencePanel, session: Session) -> None:
    pages = (session.library.evidence(found.id) for found in session.library.statements())
    page = next(page for page in pages if page.noted)
    panel.show_statement(page.line.statement)
    rows = listed(panel).rows()
    assert rows[0].parts[0].text == "Told with it"
    assert rows[1].parts[0].text == page.noted[0].quote
    assert page.line.standing is not Standing.CONTESTED


def test_a_click_on_why_they_differ_asks_for_it_in_its_article(
    panel: EvidencePanel, explained: Sentence, qtbot: QtBot
) -> None:
    rows = listed(panel)
    spot = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.waitSignal(panel.place_requested) as asked:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == [Place("article", explained.article, explained.start, explained.end)]


def test_nothing_is_decided_on_what_only_explains(
    panel: EvidencePanel, explained: Sentence, session: Session, qtbot: QtBot
) -> None:
    rows = listed(panel)
    rows.select(rows.rows()[1].key)
    assert panel.sentence() is None
    panel.decide(Decision.REJECTED)
    panel.rank(Rank.PREFERRED)
    assert session.library.decisions().rows == ()
    panel.copy()
    assert QGuiApplication.clipboard().text().startswith(f"{explained.quote} (")
    with qtbot.waitSignal(panel.place_requested):
        panel.read()
