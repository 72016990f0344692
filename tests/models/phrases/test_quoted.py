"""Sentences of sources between quotation marks: those of their own stand within, and nobody said a dateline."""

from __future__ import annotations

import pytest

from models.phrases.trimming import unmarked
from models.text import within_marks

TOLD = "Goods will move by rail again."


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ('"We are interested," he said.', "‘We are interested,’ he said."),
        ("“We are interested,” he said.", "‘We are interested,’ he said."),
        ('He said: "We are interested."', "He said: ‘We are interested.’"),
        ('He called it ("the line") a "dream".', "He called it (‘the line’) a ‘dream’."),
        ("«Мы готовы», — сказал он.", "‘Мы готовы’, — сказал он."),
        ('"All of it is said."', "All of it is said."),
        ("It's nobody's.", "It's nobody's."),
        ('"Cut where it is …', "‘Cut where it is …"),
        ("", ""),
    ],
)
def test_marks_of_its_own_become_those_within_others(words: str, marked: str) -> None:
    assert within_marks(words) == marked


@pytest.mark.parametrize(
    "line",
    [
        "Nov 5 (Interfax) - ",
        "ASTANA, October 14, 2026 (Reuters) - ",
        "TASHKENT, October 21 - ",
        "ASHGABAT. Nov 5 (Interfax) — ",
        "Astana, 14 October 2026 – ",
        "АСТАНА, 14 октября (Интерфакс) — ",
        "(Reuters) - ",
        "TASHKENT /AFP/ - ",
    ],
)
def test_nobody_said_a_dateline(line: str) -> None:
    assert unmarked(f"{line}{TOLD}") == TOLD


@pytest.mark.parametrize(
    "words",
    [
        "Japan (a buyer) - the largest one - took part.",
        "In May 2024 - The Hague agreed - it was over.",
        "The line - 5 May (Friday) - Opened late.",
        "TAPI pipeline - India is no part of it.",
        "Turkmengaz (the state's own) — Nobody else — agreed.",
    ],
)
def test_other_words_before_a_dash_stay(words: str) -> None:
    assert unmarked(words) == words
