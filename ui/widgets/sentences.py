"""The sentences of a statement: as rows under the values they give, and as a choice of the one to decide on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from models.corrections import FIELDS
from models.pages.ages import dated
from models.pages.evidence import EvidencePage, Sentence, cited, leading, shown
from models.pages.houses import when
from models.pages.lines import sources_in_words
from models.pages.matching import RANK_WORDS
from models.records import Citation, Decision
from ui.widgets.rows import Part, Row

CITES = 2
"""Works cited that are named beside a sentence; the others are a click away."""

SHORT = 70
"""Characters of a sentence in a notice."""

DECIDED = {Decision.ACCEPTED: "accepted by you", Decision.REJECTED: "rejected by you"}


class Reason(NamedTuple):
    """A sentence that explains why sources disagree: one reads it where it stands, and decides nothing on it."""

    sentence: Sentence


class SentenceChoice(QPushButton):
    """Says which sentence is decided on, and lets another be chosen without going to read it: `chosen` tells it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, flat=True)
        self._sentences: tuple[Sentence, ...] = ()
        self._current: Sentence | None = None
        self._offered = QMenu(self)
        self._offered.aboutToShow.connect(self._offer)
        self.setMenu(self._offered)
        self.setToolTip("Choose the sentence that you decide on, without going to read it")

    def tell(self, sentences: Sequence[Sentence], current: Sentence | None) -> None:
        """Show which of the sentences is the current one; nothing where there is no choice."""
        self._sentences, self._current = tuple(sentences), current
        at = self._sentences.index(current) + 1 if current is not None and current in self._sentences else 0
        self.setText(f"Sentence {at} of {len(self._sentences)}")
        self.setVisible(len(self._sentences) > 1 and at > 0)

    def _offer(self) -> None:
        self._offered.clear()
        for number, sentence in enumerate(self._sentences, start=1):
            told = f"{number}. {shown(in_short(sentence.quote), ours=sentence.ours)} · {source(sentence)}".replace(
                "&", "&&"
            )
            action = self._offered.addAction(told, partial(self.chosen.emit, sentence))
            action.setCheckable(True)
            action.setChecked(sentence == self._current)


def rows_of(page: EvidencePage, today: date) -> Iterator[Row]:
    """What explains that sources disagree, or is told beside a figure, then the sentences, under the value they give
    where that is so."""
    if page.why or page.noted:
        yield Row("why", (Part("Why they differ" if page.why else "Told with it", bold=True),), heading=True)
        for sentence in page.why or page.noted:
            yield Row(Reason(sentence), (Part(sentence.told), _from(sentence)))
    several = len(page.line.variants) > 1
    lead = leading(page.line)
    for number, variant in enumerate(page.line.variants):
        if several:
            rank = f" · {RANK_WORDS[variant.rank]}" if RANK_WORDS[variant.rank] else ""
            most = " · most independent sources" if number == lead else ""
            age = f" · {dated(variant.as_of, today, beside=variant.text)}" if variant.as_of else ""
            aside = sources_in_words(variant) + most + rank + age
            yield Row(("value", number), (Part(variant.text, bold=True),), aside=aside, heading=True)
        for sentence in page.sentences:
            if sentence.variant == number:
                yield _row(sentence)


def _row(sentence: Sentence) -> Row:
    parts = [Part(sentence.told)]
    if sentence.carried:
        parts.append(Part(f"Meant, though not named in this sentence: {', '.join(sentence.carried)}", small=True))
    if sentence.read:
        parts.append(Part(_amended(sentence), small=True))
    parts.append(_from(sentence))
    return Row(sentence, tuple(parts), aside=DECIDED.get(sentence.decision, "") if sentence.decision else "")


def _from(sentence: Sentence) -> Part:
    who = f"according to {sentence.voice}, in {source(sentence)}" if sentence.voice else source(sentence)
    told = " · ".join(part for part in (who, _citing(sentence.cites)) if part)
    return Part(told, small=True, muted=True)


def _amended(sentence: Sentence) -> str:
    """What was read before the user corrected it, and when that was."""
    return f"Read as: {sentence.read} · corrected by you{f' on {sentence.amended}' if sentence.amended else ''}"


def in_short(quote: str) -> str:
    """The beginning of a sentence, as a notice tells it."""
    return quote if len(quote) <= SHORT else f"{quote[:SHORT].rstrip()}…"


def _citing(cites: Sequence[Citation]) -> str:
    """The first works that an article cites, and how many more there are."""
    if not cites:
        return ""
    more = f" and {len(cites) - CITES} more" if len(cites) > CITES else ""
    return f"citing {'; '.join(map(cited, cites[:CITES]))}{more}"


def source(sentence: Sentence) -> str:
    """Its article with publisher and date."""
    own = ", ".join(FIELDS[name] for name in sentence.corrected)
    known = (sentence.title, sentence.house, when(sentence.published), f"{own} corrected by you" if own else "")
    return " · ".join(part for part in known if part)
